from collections.abc import Callable

import pytest

from knowledge.redaction.rules.invite import InviteRule


@pytest.mark.parametrize(
    "link",
    [
        "discord.gg/aB3dE5",
        "https://discord.gg/aB3dE5",
        "https://discord.com/invite/aB3dE5",
        "http://www.discordapp.com/invite/aB3dE5",
        "https://canary.discord.com/invite/aB3dE5",
        ".gg/aB3dE5"[1:],
        "https://join.slack.com/t/lumen/shared_invite/zt-abc",
        "https://t.me/joinchat/AbCd",
        "https://t.me/+AbCd",
        "https://chat.whatsapp.com/AbCdEf",
        "https://lumen.zoom.us/j/123456789",
        "https://meet.google.com/abc-defg-hij",
    ],
)
def test_finds_links_that_let_anyone_in(link: str, finds: Callable[..., list[str]]) -> None:
    assert finds(InviteRule(), f"ils se retrouvent là : {link}, dépêche") == [link]


def test_leaves_the_platforms_themselves(finds: Callable[..., list[str]]) -> None:
    assert finds(InviteRule(), "sur discord.com, discord.gg ou zoom.us, le chat est t'es là") == []
