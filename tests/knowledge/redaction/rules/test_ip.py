from collections.abc import Callable

import pytest

from knowledge.redaction.rules.ip import IpRule


@pytest.mark.parametrize(
    "address",
    [
        "192.0.2.14",
        "192.0.2.xxx",
        "192[.]0[.]2[.]14",
        "192 point 0 point 2 point 14",
        "2001:db8:4f2::91",
        "fe80::1ff:fe23:4567:890a",
        "aa:bb:cc:dd:ee:ff",
    ],
)
def test_finds_addresses_of_machines(address: str, finds: Callable[..., list[str]]) -> None:
    assert finds(IpRule(), f"connexion depuis {address}, à 3h12") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "version 10.0.0.1, v1.2.3.4, Android 13.0.0.1",
        "à 10:30:00, durée 00:42:17",
        "999.999.999.999 et 1.2.3",
        "std::vector, ratio 3:2:1",
    ],
)
def test_leaves_versions_hours_and_ratios(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(IpRule(), text) == []
