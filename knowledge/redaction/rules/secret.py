"""Passwords and access tokens: pasted in panic, they open the door to everybody."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

#: Tokens of Slack, Discord, Meta, GitHub, OpenAI, Google, Amazon, and JSON Web Tokens.
_TOKEN: Final = re.compile(
    r"[xMNOEgsAe](?<!\w.)(?:(?<=x)(?:ox[abeoprs]-[\w-]{8,}+|app-[\w-]{8,}+)"
    r"|(?<=[MNO])[\w-]{22,25}+\.[\w-]{6}\.[\w-]{25,}+|(?<=E)AA[A-Za-z0-9]{30,}+"
    r"|(?<=g)h[opsu]_\w{30,}+|(?<=s)k-[\w-]{20,}+|(?<=A)(?:Iza[\w-]{30,}+|KIA[A-Z0-9]{16})"
    r"|(?<=e)yJ[\w-]{8,}+\.[\w-]{8,}+\.[\w-]*+)"
)
_PASSWORD: Final = re.compile(
    r"(?:mots? de passe|mdp|password|passwd|pwd|passphrase|api key"
    r"|cle (?:api|wifi))"
    r"(?: (?:du compte|de la page|wifi|provisoire|actuel|est|is|c'est|etait|was)){0,4}"
    r"(?:,? (?:genre|du style|du type|like))?(?: ?[:=] ?| )[\"'`]?(?P<secret>[^\s\"'`<>]{4,64})"
)
_PASSWORD_WORDS: Final = (
    *("mot", "mots", "mdp", "password", "passwd", "pwd", "passphrase", "cle", "api"),
)
_CODE: Final = re.compile(
    r"(?:code (?:de (?:verification|securite|secours|confirmation)|sms|2fa|a2f|otp|meta|google)"
    r"|(?:verification|backup|2fa|security) code|otp)"
    r"[^\d\n]{0,12}(?P<secret>\d(?:[ -]?\d){3,9})(?!\w)"
)
_CODE_WORDS: Final = ("code", "verification", "backup", "2fa", "security", "otp")
_STRANGE: Final = re.compile(r"\d|[!$%&*+=?@#€£_]")


class SecretRule:
    """Masks passwords, verification codes and tokens of known forms."""

    kind = MaskKind.SECRET

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the secret alone, the word that announces it stays."""
        for found in _TOKEN.finditer(text.text):
            yield Span(*found.span())
        for found in text.matches_at(_PASSWORD_WORDS, _PASSWORD):
            secret = found["secret"].rstrip(".,;:!?)")
            if _STRANGE.search(secret):
                yield Span(found.start("secret"), found.start("secret") + len(secret))
        for found in text.matches_at(_CODE_WORDS, _CODE):
            yield Span(*found.span("secret"))
