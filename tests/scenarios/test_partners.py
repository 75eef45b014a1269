"""Two communities that agreed to help each other, and what never crosses between them."""

import re
from dataclasses import dataclass, replace

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot import demo
from bot.domain.community import Partnership
from bot.domain.ids import CommunityId, new_id
from bot.domain.people import Actor, Address
from bot.helpdesk import ACTS
from bot.ui.forms import Gesture
from bot.ui.screen import Choice, Screen
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger, shown_text
from tests.contracts.platforms.stages import Core, open_core
from tests.scenarios.test_time import MINUTE, STORY

SAY = load(strict=True)["fr"]
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")


class There(StageDriver):
    """The people of the other community: same first names, other accounts."""

    def actor(self, who: str) -> Actor:
        here = super().actor(who)
        return replace(here, address=Address("web", "elsewhere", f"{who}-there"))


@dataclass
class Two:
    """Two communities on one stage."""

    core: Core
    messenger: StageMessenger
    here: StageDriver
    there: There

    async def settle(self) -> None:
        await self.core.settle()


@pytest.fixture
async def two(memory: tuple[KnowledgeSearch, KnowledgeTriage]) -> Two:
    messenger = StageMessenger()
    core = await open_core(memory, {"web": messenger})
    elsewhere = CommunityId(new_id())
    await demo.found_community(core.desk, core.tools, elsewhere, space="elsewhere")
    await _move(core, elsewhere)
    await core.settle()
    parts = (core.settle, core.pass_time, core.clock)
    here = StageDriver(core.desk, messenger, core.community, *parts)
    return Two(core, messenger, here, There(core.desk, messenger, elsewhere, *parts))


async def _move(core: Core, elsewhere: CommunityId) -> None:
    """Give the other community's mentors accounts of their own."""
    async with core.tools.uow() as uow:
        for mentor in await uow.mentors.all(elsewhere):
            mentor.addresses = tuple(replace(a, user=f"{a.user}-there") for a in mentor.addresses)
            await uow.mentors.save(mentor)
        await uow.commit()


async def partners(two: Two, *, requests: bool = True, cases: bool = False) -> None:
    """Let both moderators agree, through the desk."""
    await two.here.command("sacha", "entraide")
    await two.here.press("sacha", SAY("button-partners"))
    await two.here.press("sacha", SAY("button-invite-partner"))
    await two.here.fill("sacha", requests="on" if requests else "", cases="on" if cases else "")
    found = CODE.search(two.here.last_answer("sacha"))
    assert found is not None
    await two.there.command("sacha", "entraide")
    await two.there.press("sacha", SAY("button-partners"))
    await two.there.press("sacha", SAY("button-accept-partner"))
    await two.there.fill("sacha", code=found.group(0))
    assert SAY("partner-accepted-title") in two.there.last_answer("sacha")


async def published(two: Two, **answers: str) -> None:
    await two.here.command("camille", "crise")
    await two.here.fill("camille", **{"text": STORY, "urgency": "now"} | answers)
    await two.here.press("camille", SAY("button-publish"))
    await two.settle()


def of_there(two: Two, user: str) -> str:
    """Return what somebody of the other community sees now."""
    posts = two.messenger.posts.values()
    return "\n".join(
        shown_text(post.drawing)
        for post in posts
        if post.target.space == "elsewhere"
        and (post.target.channel == "mentors" or user in (post.target.user, *post.target.members))
    )


async def test_what_nobody_could_take_is_offered_to_the_partners_mentors(two: Two) -> None:
    await partners(two)
    await published(two)
    await two.here.jump(14 * MINUTE)
    assert STORY not in of_there(two, "nadia-there")
    await two.here.jump(MINUTE)
    seen = of_there(two, "nadia-there")
    assert STORY in seen
    assert SAY("reason-partner") in seen


async def test_what_is_offered_stands_on_the_partners_mentors_page_until_it_is_taken(
    two: Two,
) -> None:
    await partners(two)
    await published(two)
    async with two.core.tools.uow() as uow:
        (request,) = await uow.requests.live(two.here.community)
    await two.here.jump(14 * MINUTE)
    await two.there.command("nadia", "mentor")
    assert request.code_name not in two.there.last_answer("nadia")
    await two.here.jump(MINUTE)
    await two.there.command("nadia", "mentor")
    assert request.code_name in two.there.last_answer("nadia")
    await take_there(two)
    await two.there.command("yann", "mentor")
    assert request.code_name not in two.there.last_answer("yann")


async def test_a_partners_mentor_takes_it_and_talks_until_the_end(two: Two) -> None:
    await partners(two)
    await published(two)
    await two.here.jump(15 * MINUTE)
    await take_there(two)
    assert "Nadia" in await two.here.view("camille")
    await two.there.write("nadia", "Bonjour, je suis là.")
    await two.settle()
    assert "Bonjour, je suis là." in await two.here.view("camille")
    await two.here.write("camille", "Merci d'être là.")
    await two.settle()
    assert "Merci d'être là." in of_there(two, "nadia-there")
    assert SAY("button-claim") not in await two.here.buttons("yann")
    await two.here.press("camille", SAY("button-close"))
    await two.settle()
    async with two.core.tools.uow() as uow:
        (held,) = await uow.requests.live(two.here.community)
    actor = two.there.actor("nadia")
    await two.core.desk.handle(actor, Gesture("request.close.yes", held.id))
    await two.settle()
    assert SAY("ended-text") in await two.here.view("camille")


async def take_there(two: Two) -> None:
    async with two.core.tools.uow() as uow:
        (request,) = await uow.requests.live(two.here.community)
    answer = await two.core.desk.handle(
        two.there.actor("nadia"), Gesture("request.claim", request.id)
    )
    assert isinstance(answer, Screen)
    assert SAY("claimed-title", name=request.code_name) in shown_text(answer)
    await two.settle()


async def test_who_stays_home_is_offered_to_nobody_else(two: Two) -> None:
    await partners(two)
    await published(two, stays_home="on")
    await two.here.jump(15 * MINUTE)
    assert STORY not in of_there(two, "nadia-there")


async def test_a_community_that_shares_no_requests_shares_none(two: Two) -> None:
    await partners(two, requests=False)
    await published(two)
    await two.here.jump(15 * MINUTE)
    assert STORY not in of_there(two, "nadia-there")


async def test_an_erased_request_is_taken_down_at_the_partners_too(two: Two) -> None:
    await partners(two)
    await published(two)
    await two.here.jump(15 * MINUTE)
    await two.here.command("camille", "boite")
    await two.here.press("camille", SAY("button-erase"))
    await two.here.press("camille", SAY("button-erase-yes"))
    await two.settle()
    assert STORY not in of_there(two, "nadia-there")


async def test_one_who_asks_here_is_not_asked_there(two: Two) -> None:
    async with two.core.tools.uow() as uow:
        for mentor in await uow.mentors.all(two.there.community):
            if mentor.name == "Nadia":
                mentor.addresses = (Address("web", "elsewhere", "camille"),)
                await uow.mentors.save(mentor)
        await uow.commit()
    await partners(two)
    await published(two)
    await two.here.jump(15 * MINUTE)
    posts = two.messenger.posts.values()
    asked = {post.target.user for post in posts if post.target.place == "inbox"}
    assert "yann-there" in asked
    assert "camille" not in asked


async def test_a_code_serves_once_and_not_for_oneself(two: Two) -> None:
    await two.here.command("sacha", "entraide")
    await two.here.press("sacha", SAY("button-partners"))
    await two.here.press("sacha", SAY("button-invite-partner"))
    await two.here.fill("sacha")
    found = CODE.search(two.here.last_answer("sacha"))
    assert found is not None
    gesture = Gesture("partner.accept", "", {"code": found.group(0), "requests": "on"})
    answers = []
    for driver in (two.here, two.there, two.there):
        answer = await two.core.desk.handle(driver.actor("sacha"), gesture)
        assert isinstance(answer, Screen)
        answers.append(shown_text(answer))
    assert SAY("refusal-own-invitation") in answers[0]
    assert SAY("partner-accepted-title") in answers[1]
    assert SAY("refusal-unknown-invitation") in answers[2]


async def test_an_end_is_an_end_for_both(two: Two) -> None:
    await partners(two)
    await two.there.command("sacha", "entraide")
    await two.there.press("sacha", SAY("button-partners"))
    name = two.core.tools.wordings["fr"]("demo-community")
    await two.there.choose("sacha", name)
    await published(two)
    await two.here.jump(15 * MINUTE)
    assert STORY not in of_there(two, "nadia-there")


TALE = "Une plaisanterie de karaoké publiée au nom de la commune"
ASKED = "plaisanterie de karaoké partie du mauvais compte, celui de la commune"


async def told(two: Two) -> None:
    """Let a case be published by the first community."""
    here, who = two.here, "camille"
    await published(two, text=f"J'ai fait {ASKED}, tout le monde fait des captures")
    for person, button in (("nadia", "claim"), ("nadia", "close"), (who, "close-yes")):
        await here.press(person, SAY(f"button-{button}"))
        await two.settle()
    await here.press(who, SAY("button-debrief"))
    words = {
        "situation": TALE,
        "response": "Des excuses.",
        "outcome": "Calmé.",
        "lessons": "Sangler.",
    }
    await here.fill(who, title=TALE, **words)
    await here.press(who, SAY("button-agree"))
    await two.settle()
    await here.press("sacha", SAY("button-publish-case"))
    await two.settle()


@pytest.mark.parametrize("cases", [True, False], ids=["shared", "not shared"])
async def test_cases_are_found_by_partners_as_their_community_decided(
    two: Two, cases: bool
) -> None:
    await partners(two, cases=cases)
    await told(two)
    await two.there.command("louis", "cas", question=ASKED)
    assert (TALE in two.there.last_answer("louis")) is cases
    async with two.core.tools.uow() as uow:
        (case,) = await uow.cases.all()
    answer = await two.core.desk.handle(two.there.actor("louis"), Gesture("case.show", case.id))
    assert isinstance(answer, Screen)
    assert (TALE in shown_text(answer)) is cases


@pytest.mark.parametrize("cases", [True, False], ids=["shared", "not shared"])
async def test_cases_are_shown_to_a_partners_mentors_as_their_community_decided(
    two: Two, cases: bool
) -> None:
    await partners(two, cases=cases)
    await told(two)
    await two.there.command("camille", "crise")
    await two.there.fill("camille", text=ASKED, urgency="now")
    assert (TALE in two.there.last_answer("camille")) is cases
    await two.there.press("camille", SAY("button-publish"))
    await two.settle()
    assert (TALE in of_there(two, "nadia-there")) is cases


@pytest.mark.parametrize("cases", [True, False], ids=["shared", "not shared"])
async def test_cases_are_rehearsed_by_partners_as_their_community_decided(
    two: Two, cases: bool
) -> None:
    await partners(two, cases=cases)
    await told(two)
    await two.there.command("louis", "scenario", case=ASKED)
    assert (SAY("drill-case-title", title=TALE) in two.there.last_answer("louis")) is cases
    await two.there.command("louis", "scenario")
    await two.there.choose("louis", SAY("category-boulette"))
    assert (TALE in await offered(two.there, "louis")) is cases
    async with two.core.tools.uow() as uow:
        (case,) = await uow.cases.all()
    answer = await two.core.desk.handle(two.there.actor("louis"), Gesture("drill.open", case.id))
    assert isinstance(answer, Screen)
    assert (TALE in shown_text(answer)) is cases


async def offered(side: StageDriver, who: str) -> list[str]:
    """Return what the lists of the last answer offer."""
    lists = [control for control in side._controls(who) if isinstance(control, Choice)]
    return [option.label for each in lists for option in each.options]


async def test_a_rehearsal_ends_with_the_sharing(two: Two) -> None:
    await partners(two, cases=True)
    await told(two)
    for who, button in (("louis", "button-drill-alone"), ("sacha", "button-drill-team")):
        await two.there.command(who, "scenario", case=ASKED)
        await two.there.press(who, SAY(button))
    await two.settle()
    assert "Une plaisanterie de karaoké" in await two.there.view("louis")
    assert TALE in "".join(in_channel(two))
    await stop_sharing(two)
    await two.there.command("louis", "scenario")
    assert SAY("drill-title") in two.there.last_answer("louis")
    assert SAY("button-resume") not in await two.there.buttons("louis")
    await two.there.press("louis", SAY("button-drill-answer"))
    await two.there.fill("louis", text="Je m'excuse.")
    await two.settle()
    assert TALE not in "".join(in_channel(two))


def in_channel(two: Two) -> list[str]:
    """Return what stands in the help channel of the other community."""
    rooms = [p for p in two.messenger.posts.values() if p.target.space == "elsewhere"]
    return [shown_text(post.drawing) for post in rooms if post.target.channel == "help"]


async def stop_sharing(two: Two) -> None:
    """Let the community that told the story keep its cases to itself again."""
    async with two.core.tools.uow() as uow:
        community = await uow.communities.get(two.here.community)
        community.agree_with(Partnership(two.there.community, cases=False))
        await uow.communities.save(community)
        await uow.commit()


# What a partner's mentor may do to a request that was offered to them; all else is refused.
OPEN_TO_PARTNERS = {"request.look", "request.claim"}


@pytest.mark.parametrize("act", sorted(ACTS))
@pytest.mark.parametrize("who", ["louis", "sacha", "nadia"])
async def test_partners_cross_nowhere_but_where_they_agreed(two: Two, act: str, who: str) -> None:
    await partners(two)
    await published(two)
    await two.here.jump(15 * MINUTE)
    async with two.core.tools.uow() as uow:
        (request,) = await uow.requests.live(two.here.community)
        mentors = await uow.mentors.all(two.here.community)
    values = {"text": "Un texte.", "value": mentors[0].id, "urgency": "week", "name": "X"}
    actor = two.there.actor(who)
    answer = await two.core.desk.handle(actor, Gesture(act, request.id, values))
    if who == "nadia" and act in OPEN_TO_PARTNERS:
        return
    shown = shown_text(answer) if isinstance(answer, Screen) else repr(answer)
    assert STORY not in shown
    async with two.core.tools.uow() as uow:
        assert await uow.requests.get(request.id) == request
        assert await uow.mentors.all(two.here.community) == mentors
