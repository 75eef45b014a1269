from collections.abc import Callable

import pytest

from knowledge.redaction.rules.permalink import PermalinkRule


@pytest.mark.parametrize(
    "link",
    [
        "https://discord.com/channels/318273645546372819/402938475610293847/1190283746501928374",
        "https://ptb.discord.com/channels/318273645546372819/402938475610293847",
        "https://discordapp.com/channels/@me/402938475610293847",
        "https://lumen.slack.com/archives/C0123ABCD/p1699999999999999?thread_ts=1699999999.9999",
        "https://lumen.slack.com/team/U0123ABCD",
        "https://app.slack.com/client/T0123/C0123",
    ],
)
def test_finds_links_to_messages(link: str, finds: Callable[..., list[str]]) -> None:
    assert finds(PermalinkRule(), f"le message : {link}.") == [link]


def test_leaves_other_pages_of_the_platforms(finds: Callable[..., list[str]]) -> None:
    text = "https://discord.com/safety et https://slack.com/help sont utiles, l'app aussi"
    assert finds(PermalinkRule(), text) == []
