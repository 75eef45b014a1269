"""What somebody who asked for help reads after the click."""

from datetime import date

import pytest

from bot.domain.ids import CommunityId, RequestId
from bot.domain.people import Address, Language
from bot.domain.request import Request
from bot.domain.vocabulary import Urgency
from bot.ui.asking import published
from bot.ui.screen import Text
from bot.wording import load

SAY = load(strict=True)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nobody_reads_that_mentors_were_told_of_what_is_not_yet_public(language: Language) -> None:
    say, camille = SAY[language], Address("web", "sandbox", "camille")
    request = Request(
        RequestId("r"),
        CommunityId("c"),
        camille,
        language,
        date(2026, 3, 2),
        text="[nom] a posté",
        urgency=Urgency.TODAY,
        discreet=True,
    )
    request.prepare(code_name="loutre-bleue", receipt="AAAA")
    card = published(say, request)
    assert card.title == say("published-later-title", name="loutre-bleue")
    assert Text(say("published-later-next")) in card.blocks
    assert Text(say("published-next")) not in card.blocks
    labels = [control.label for control in card.controls]
    assert labels == [say("button-urgency"), say("button-edit"), say("button-cancel")]
