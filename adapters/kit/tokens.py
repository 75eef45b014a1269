"""Opaque names for what a button, a list or a form means; the meaning stays here, sealed."""

import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Protocol

from bot.domain.ids import RequestId
from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault

_TOKEN_CHARACTERS = 32  # 128 bits in hexadecimal; Discord takes up to 100 characters, Slack 255
_KNOWN_MAX = 20_000
LASTING = timedelta(days=90)  # posts stay on screen as long as a request can live
PASSING = timedelta(days=1)  # private answers and views are gone long before


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a component does: an act of the help desk, in the server or workspace ``space``.

    ``payload`` is JSON that only the adapter reads: the values of a list, a form on its
    way, the pages that follow.
    """

    act: str
    subject: str = ""
    value: str = ""
    space: str = ""
    payload: str = ""


class Tokens(Protocol):
    """Hands out tokens and says what they mean."""

    def sheaf(
        self, space: str, *, request: RequestId | None = None, lasts: timedelta = LASTING
    ) -> "Sheaf":
        """Return a place to issue the tokens of one message or view."""
        ...

    async def redeem(self, token: str) -> Meaning | None:
        """Return what a token means, or None when it expired or is not ours."""
        ...

    def known(self, token: str) -> Meaning | None:
        """Return what a token means, when that needs no looking up."""
        ...


class Keeper(Protocol):
    """Names meanings at once and keeps them a little later."""

    def name(self, meaning: Meaning, kept: str) -> str: ...
    async def keep(
        self, tokens: Sequence[str], request: RequestId | None, lasts: timedelta
    ) -> None: ...


@dataclass(slots=True)
class Sheaf:
    """The tokens of one message or view; they work at once, and after a restart once kept."""

    keeper: Keeper
    space: str
    request: RequestId | None
    lasts: timedelta
    issued: list[str] = field(default_factory=list)

    def issue(self, act: str, subject: str = "", value: str = "", payload: str = "") -> str:
        """Return the token of a meaning: always the same for the same meaning, kept as long.

        A button of a form, forgotten in a day, must not be that of a card in a channel.
        """
        kept = f"{self.request or ''}|{self.lasts}"
        token = self.keeper.name(Meaning(act, subject, value, self.space, payload), kept)
        self.issued.append(token)
        return token

    async def keep(self) -> None:
        """Store the meanings, so that they outlive this process."""
        if self.issued:
            await self.keeper.keep(self.issued, self.request, self.lasts)


class SealedTokens:
    """Tokens of one platform: keyed digests of their meaning, stored sealed."""

    def __init__(
        self, platform: str, *, memory: PlatformMemory, vault: Vault, clock: Clock
    ) -> None:
        self._platform = platform
        self._memory, self._vault, self._clock = memory, vault, clock
        self._known: OrderedDict[str, Meaning] = OrderedDict()

    def sheaf(
        self, space: str, *, request: RequestId | None = None, lasts: timedelta = LASTING
    ) -> Sheaf:
        """Return a place to issue the tokens of one message or view."""
        return Sheaf(self, space, request, lasts)

    def name(self, meaning: Meaning, kept: str) -> str:
        """Return the token of a meaning, and know it from now on."""
        parts = (meaning.space, meaning.act, meaning.subject, meaning.value, meaning.payload, kept)
        token = self._vault.pseudonym(f"{self._platform}-token", *parts)[:_TOKEN_CHARACTERS]
        self._know(token, meaning)
        return token

    async def keep(
        self, tokens: Sequence[str], request: RequestId | None, lasts: timedelta
    ) -> None:
        """Store what tokens mean, for as long as they may be pressed."""
        known = {token: self._known[token] for token in tokens if token in self._known}
        await self._memory.put_all(
            {self._key(token): _written(meaning) for token, meaning in known.items()},
            request=request,
            expires_at=self._clock.now() + lasts,
            durable=lasts > PASSING,
        )

    def known(self, token: str) -> Meaning | None:
        """Return what a token means, when that needs no looking up."""
        return self._known.get(token)

    async def redeem(self, token: str) -> Meaning | None:
        """Return what a token means, or None when it expired or is not ours."""
        if token in self._known:
            return self._known[token]
        stored = await self._memory.get(self._key(token))
        if stored is None:
            return None
        meaning = Meaning(**json.loads(stored))
        self._know(token, meaning)
        return meaning

    def _know(self, token: str, meaning: Meaning) -> None:
        self._known[token] = meaning
        self._known.move_to_end(token)
        while len(self._known) > _KNOWN_MAX:
            self._known.popitem(last=False)

    def _key(self, token: str) -> str:
        return self._vault.pseudonym(f"{self._platform}-meaning", token)


def _written(meaning: Meaning) -> str:
    return json.dumps(asdict(meaning), ensure_ascii=False)
