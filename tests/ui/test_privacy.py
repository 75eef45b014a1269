"""Who can know, as it is put before somebody writes."""

import pytest

from bot.domain.community import Delays
from bot.domain.people import Language
from bot.ui.asking import before_asking
from bot.ui.privacy import confidentiality
from bot.ui.screen import Text
from bot.wording import load

SAY = load(strict=True)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_platform_and_host_are_named_before_the_form(language: Language) -> None:
    say = SAY[language]
    alone = before_asking(say, "Discord", "Les Veilleurs", administers=False)
    both = before_asking(say, "Discord", "Les Veilleurs", administers=True)
    assert "Discord" in alone
    assert "Les Veilleurs" in alone
    assert both == f"{alone} {say('host-administers')}"


@pytest.mark.parametrize(
    ("administers", "key"), [(True, "host-administers"), (False, "host-administers-not")]
)
def test_the_page_says_whether_the_host_administers_too(administers: bool, key: str) -> None:
    card = confidentiality(
        SAY["fr"], platform="Slack", host="Zoé", administers=administers, delays=Delays()
    )
    assert Text(SAY["fr"](key)) in card.blocks
