"""Passwords and access tokens: pasted in panic, they open the door to everybody."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised

_TOKEN: Final = re.compile(
    r"(?<!\w)(?:xox[abeoprs]-[\w-]{8,}+|xapp-[\w-]{8,}+|[MNO][\w-]{22,25}+\.[\w-]{6}\.[\w-]{25,}+"
    r"|EAA[A-Za-z0-9]{30,}+|gh[opsu]_\w{30,}+|sk-[\w-]{20,}+|AIza[\w-]{30,}+|AKIA[A-Z0-9]{16}"
    r"|eyJ[\w-]{8,}+\.[\w-]{8,}+\.[\w-]*+)"
)
_PASSWORD: Final = re.compile(
    r"(?<!\w)(?:mots? de passe|mdp|password|passwd|pwd|passphrase|code wifi|cle api|api key)"
    r"(?: (?:du compte|de la page|wifi|provisoire|actuel|est|is|c'est|etait|was))*+"
    r"(?: ?[:=] ?| )[\"'`]?(?P<secret>[^\s\"'`<>]{4,64})"
)
_VERIFICATION: Final = re.compile(
    r"(?<!\w)(?:code (?:de (?:verification|securite|secours|confirmation)|sms|2fa|a2f|otp|meta"
    r"|google)|verification code|backup code|one-time code|2fa code)"
    r"[^\d\n]{0,12}(?P<secret>\d(?:[ -]?\d){3,9})(?!\w)"
)
_STRANGE: Final = re.compile(r"\d|[!$%&*+=?@#€£_]")


class SecretRule:
    """Masks passwords, verification codes and tokens of known forms."""

    kind = MaskKind.SECRET

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the secret alone, the word that announces it stays."""
        for found in _TOKEN.finditer(text.text):
            yield Span(*found.span())
        for found in _PASSWORD.finditer(text.lower):
            secret = found["secret"].rstrip(".,;:!?)")
            if _STRANGE.search(secret):
                start = found.start("secret")
                yield Span(start, start + len(secret))
        for found in _VERIFICATION.finditer(text.lower):
            yield Span(*found.span("secret"))
