"""IP addresses, version 4 and 6, and network card addresses; version numbers stay."""

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv6Address
from typing import Final

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_DOT: Final = r"(?: ?\. ?|\[\.\]|\(\.\)| ?[\[(](?:dot|point)[\])] ?| (?:dot|point) )"
_LARGEST: Final = 255
_FOUR: Final = re.compile(
    rf"\d(?<![\w.].)\d{{0,2}}(?:{_DOT}\d{{1,3}}){{2}}{_DOT}(?:\d{{1,3}}|x{{1,3}}|\*{{1,3}})"
    r"(?![\w]|\.\d)"
)
#: « v1.2.3.4 » and « version 10.0.0.1 » are software.
_VERSION: Final = re.compile(r"(?:\bv|\bversions?|\bver\.?|\brelease|\bios|\bandroid|\bbuild) ?$")
_LONGEST_VERSION_WORD: Final = 12
_SIX: Final = re.compile(
    r"[0-9a-f:](?<![\w:.].)(?=[0-9a-f]{0,3}:|:)[0-9a-f:]{1,38}+(?:%\w{1,10})?(?![\w:])"
)
_NUMBER: Final = re.compile(r"\d+")
_COLON: Final = re.compile(r":(?=[0-9a-f:])")
_LONGEST_SIX: Final = 40
_MAC: Final = re.compile(
    r"[0-9a-f](?<![\w:-].)[0-9a-f]([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?![\w:-])"
)


class IpRule:
    """Masks addresses of machines."""

    kind = MaskKind.IP

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield addresses, also with their last number hidden, dots bracketed or spelled."""
        lower = text.lower
        for found in _FOUR.finditer(lower):
            before = lower[max(0, found.start() - _LONGEST_VERSION_WORD) : found.start()]
            if _is_four(found.group()) and not _VERSION.search(before):
                yield Span(*found.span())
        colons = (found.start() for found in _COLON.finditer(lower))
        for found in text.matches_near(colons, _SIX, reach=_LONGEST_SIX):
            if _is_six(found.group()):
                yield Span(*found.span())
        for found in _MAC.finditer(lower):
            yield Span(*found.span())


def _is_four(written: str) -> bool:
    return all(int(number) <= _LARGEST for number in _NUMBER.findall(written))


def _is_six(written: str) -> bool:
    """Say whether it is an address and not an hour (``10:30``) or a mere ``::``."""
    if written.count(":") < 2 or not any(char.isalnum() for char in written):
        return False
    try:
        IPv6Address(written)
    except AddressValueError:
        return False
    return True
