"""No question of any form is cut where people answer it: a cut hint can promise too much."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from adapters.discord.forms import Step, fitting, modal
from adapters.slack.forms import form_view
from bot.domain.case_draft import CaseDraft, CommunityCase, Story
from bot.domain.community import Community
from bot.domain.ids import AttachmentId, CaseId, CommunityId, DraftId, MessageId, RequestId
from bot.domain.people import Actor, Address, Language, Party
from bot.domain.relay import RelayMessage
from bot.domain.request import Request
from bot.domain.vocabulary import Category, Urgency
from bot.ui import (
    asking,
    blocking,
    debriefing,
    drilling,
    finding,
    inbox,
    mentor_page,
    mentoring,
    naming,
    partnering,
    privacy,
    reporting,
    requests,
    setting_up,
    spaces,
)
from bot.ui.forms import ChoiceField, Form
from bot.wording import Wording, load

SAY = load(strict=True)
HOME, WHO = CommunityId("c"), Address("slack", "s", "u")
REQUEST = Request(
    RequestId("r"), HOME, WHO, "fr", date(2026, 3, 2), "texte", code_name="musaraigne-turquoise"
)

MESSAGE = RelayMessage(
    MessageId("m"),
    REQUEST.id,
    HOME,
    Party.REQUESTER,
    "mot " * 99,
    "o",
    pictures=(AttachmentId("a"),),
)
STORY = Story("Titre", "Situation", "Réponse", "Issue", ("Leçon",), Category.BLUNDER, "fr")
DRAFT = CaseDraft(DraftId("d"), REQUEST.id, HOME, STORY, "texte")
CASE = CommunityCase(CaseId("c"), HOME, STORY, "texte", date(2026, 3, 9))


def forms(say: Wording) -> Iterator[Form]:
    """Yield every form that people fill in."""
    community, who = Community(HOME, "Entre pairs"), Actor(WHO, HOME, say.language)
    intro = asking.before_asking(say, say("platform-slack"), "Zoé", administers=True)
    yield asking.crisis_form(say, "s", intro)
    for of_request in (
        asking.details_form,
        asking.urgency_form,
        blocking.block_form,
        naming.name_form,
        requests.release_form,
    ):
        yield of_request(say, REQUEST)
    yield requests.offer_form(say, REQUEST, ())
    yield requests.invite_form(say, REQUEST, ())
    yield reporting.report_form(say, REQUEST, (MESSAGE,), {})
    yield reporting.settle_form(say, REQUEST, Party.MENTOR)
    yield debriefing.story_form(say, "r", {})
    for of_draft in (debriefing.review_form, debriefing.decline_form):
        yield of_draft(say, DRAFT)
    yield debriefing.correction_form(say, CASE)
    yield inbox.reply_form(say, "r|1")
    yield drilling.answer_form(say, "d|0|1")
    yield finding.search_form(say, "s")
    yield mentoring.profile_form(say, None, "Europe/Paris")
    yield mentoring.snippet_form(say, "r")
    yield mentor_page.pause_form(say)
    for of_nobody in (
        partnering.invite_form,
        partnering.accept_form,
        privacy.receipt_form,
        spaces.enter_form,
    ):
        yield of_nobody(say)
    yield setting_up.place_form(say, who, None)
    yield setting_up.retention_form(say, community)
    yield setting_up.local_form(say, community)
    for urgency in Urgency:
        yield setting_up.waves_form(say, community, urgency)


def words(form: Form) -> set[str]:
    """Return what a form says, whole."""
    told = {form.title, form.intro, form.submit}
    for each in form.fields:
        options = each.options if isinstance(each, ChoiceField) else ()
        told |= {each.label, each.hint, *(part for o in options for part in (o.label, o.hint))}
    return told


def shown(payload: Any) -> Iterator[str]:
    """Yield every text of a payload."""
    if isinstance(payload, str):
        yield payload
    elif isinstance(payload, dict):
        for value in payload.values():
            yield from shown(value)
    elif isinstance(payload, list | tuple):
        for value in payload:
            yield from shown(value)


def on_discord(form: Form) -> Iterator[Any]:
    step = Step(fitting(form))
    yield modal(step, "token")
    while not (step := step.after({})).is_done:
        yield modal(step, "token")


def on_slack(form: Form) -> Iterator[Any]:
    yield form_view(form, "token", close="×")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("platform", [on_discord, on_slack])
def test_every_question_is_shown_whole(platform: Any, language: Language) -> None:
    cut = [
        (form.act, text)
        for form in forms(SAY[language])
        for payload in platform(form)
        for text in shown(payload)
        if text.endswith("…") and text not in words(form)
    ]
    assert cut == []
