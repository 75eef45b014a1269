"""The promises of the privacy page: nobody else learns who asked, nothing crosses communities."""

import logging
from dataclasses import dataclass, replace

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot import demo
from bot.domain.errors import NotFound
from bot.domain.ids import CommunityId, RequestId, new_id
from bot.domain.people import Actor, Address
from bot.domain.policy import State
from bot.helpdesk import ACTS
from bot.ui.forms import Gesture
from bot.ui.screen import Screen
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger, shown_text
from tests.contracts.platforms.stages import Core, open_core

SAY = load(strict=True)["fr"]
CANARY = "canari4711"
# Acts that give somebody back their own words, which are the story's in this test.
ECHOES = ("request.draft", "relay.form", "snippet.keep")
STORY = "On se fait insulter sous notre publication."


class Canary(StageDriver):
    """The stage, where Camille's account carries a mark in every field."""

    def actor(self, who: str) -> Actor:
        actor = super().actor(who)
        if who != "camille":
            return actor
        marked = Address(actor.address.platform, actor.address.space, f"{CANARY}-user")
        return replace(actor, address=marked, name=f"{CANARY}-name")


@dataclass
class Watched:
    """A stage with everything that left it, edits included."""

    driver: Canary
    messenger: StageMessenger
    core: Core


@pytest.fixture
async def watched(memory: tuple[KnowledgeSearch, KnowledgeTriage]) -> Watched:
    messenger = StageMessenger()
    core = await open_core(memory, {"web": messenger})
    await core.settle()
    driver = Canary(core.desk, messenger, core.community, core.settle, core.pass_time, core.clock)
    return Watched(driver, messenger, core)


async def whole_journey(driver: StageDriver) -> None:
    await until_review(driver)
    await driver.press("sacha", SAY("button-publish-case"))
    await driver.settled()


async def until_review(driver: StageDriver) -> None:
    await driver.command("camille", "crise")
    await driver.fill("camille", text=STORY)
    await driver.press("camille", SAY("button-publish"))
    await driver.settled()
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
    await driver.write("nadia", "Bonjour.")
    message = await driver.write("camille", "Bonsoir.")
    await driver.settled()
    await driver.rewrite("camille", message, "Bonsoir à vous.")
    await driver.press("nadia", SAY("button-report"))
    await driver.settled()
    await driver.press("nadia", SAY("button-close"))
    await driver.settled()
    await driver.press("camille", SAY("button-close-yes"))
    await driver.settled()
    await driver.press("camille", SAY("button-debrief"))
    await driver.fill(
        "camille", title="Insultes", response="Rien.", outcome="Calmé.", lessons="Dormir."
    )
    await driver.press("camille", SAY("button-agree"))
    await driver.settled()


async def test_no_mark_of_the_requester_is_in_anything_sent_or_logged(
    watched: Watched, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await whole_journey(watched.driver)
    others = [shown for shown in watched.messenger.sent if CANARY not in shown.target.user]
    assert others
    for shown in others:
        assert CANARY not in shown_text(shown.drawing)
        assert CANARY not in repr(replace(shown.target, user=""))
    assert CANARY not in caplog.text
    assert CANARY not in "".join(capfd.readouterr())


async def test_two_requests_of_one_person_share_no_name(watched: Watched) -> None:
    names = set()
    for _ in range(2):
        await watched.driver.command("camille", "crise")
        await watched.driver.fill("camille", text=STORY)
        await watched.driver.press("camille", SAY("button-publish"))
        await watched.driver.settled()
    async with watched.core.tools.uow() as uow:
        names = {request.code_name for request in await uow.requests.live(watched.core.community)}
    assert len(names) == 2


async def subjects_of(core: Core) -> dict[str, str]:
    """Return the ids of one community's things, of each kind."""
    async with core.tools.uow() as uow:
        request = next(iter(await uow.requests.live(core.community)))
        mentors = await uow.mentors.all(core.community)
        return {"request": request.id, "mentor": mentors[0].id}


@pytest.mark.parametrize("act", sorted(ACTS))
@pytest.mark.parametrize("user", ["camille", "sacha"])
async def test_nobody_of_another_community_can_see_or_change_anything(
    watched: Watched, act: str, user: str
) -> None:
    driver, core = watched.driver, watched.core
    await driver.command("camille", "crise")
    await driver.fill("camille", text=STORY)
    await driver.press("camille", SAY("button-publish"))
    await driver.settled()
    elsewhere = CommunityId(new_id())
    await demo.found_community(core.desk, core.tools, elsewhere, space="elsewhere")
    await driver.settled()
    before = await snapshot(core)
    address = Address("web", "elsewhere", user)
    stranger = Actor(address, elsewhere, "fr", user.title(), user == "sacha")
    for subject in (await subjects_of(core)).values():
        values = {"text": STORY, "value": subject, "mentor": subject, "urgency": "week"}
        answer = await core.desk.handle(stranger, Gesture(act, subject, values))
        shown = shown_text(answer) if isinstance(answer, Screen) else repr(answer)
        assert act in ECHOES or STORY not in shown
    assert await snapshot(core) == before


async def snapshot(core: Core) -> str:
    """Return everything that the first community has, as text."""
    async with core.tools.uow() as uow:
        things = [
            *await uow.requests.live(core.community),
            *await uow.mentors.all(core.community),
            *await uow.drafts.awaiting_review(core.community),
        ]
    return "\n".join(repr(thing) for thing in things)


async def test_an_erased_request_loses_its_words_at_once_and_its_keys_within_the_hour(
    watched: Watched,
) -> None:
    driver, uow = watched.driver, watched.core.tools.uow
    await driver.command("camille", "crise")
    await driver.fill("camille", text=STORY)
    await driver.press("camille", SAY("button-publish"))
    await driver.settled()
    async with uow() as unit:
        (request,) = await unit.requests.of(watched.core.community, driver.actor("camille").address)
    await driver.press("camille", SAY("button-erase"))
    await driver.press("camille", SAY("button-erase-yes"))
    await driver.settled()
    async with uow() as unit:
        left = await unit.requests.get(request.id)
    assert (left.text, left.hidden_names, left.receipt) == ("", (), None)
    await driver.later(61 * 60)
    async with uow() as unit:
        with pytest.raises(NotFound):
            await unit.requests.get(request.id)


async def test_a_rehearsal_is_forgotten_after_seven_days(watched: Watched) -> None:
    driver, louis = watched.driver, watched.driver.actor("louis")
    await driver.command("louis", "scenario", case="3-suisses-je-suis-charlie-2015")
    await driver.press("louis", SAY("button-drill-alone"))
    async with watched.core.tools.uow() as unit:
        assert len(await unit.drills.of(watched.core.community, louis.address)) == 1
    watched.core.clock.advance(days=7, minutes=1)
    await driver.settled()
    async with watched.core.tools.uow() as unit:
        assert await unit.drills.of(watched.core.community, louis.address) == []


async def test_nobody_of_another_community_gets_at_anything_of_a_long_story(
    watched: Watched,
) -> None:
    """One walk over every act with every kind of thing that a community can have."""
    driver, core = watched.driver, watched.core
    subjects = await long_story(driver, core)
    elsewhere = CommunityId(new_id())
    await demo.found_community(core.desk, core.tools, elsewhere, space="elsewhere")
    await driver.settled()
    before = await everything(core, subjects)
    # Leaving and resting come last: who left is refused for another reason.
    walk = sorted(set(ACTS) - set(ECHOES), key=lambda act: (act.startswith("mentor."), act))
    for user in ("camille", "nadia", "sacha"):
        address = Address("web", "elsewhere", user)
        stranger = Actor(address, elsewhere, "fr", user.title(), user == "sacha")
        for act in walk:
            for subject in subjects.values():
                values = {"value": subject, "mentor": subject, "receipt": subjects["receipt"]}
                answer = await core.desk.handle(stranger, Gesture(act, subject, values))
                shown = shown_text(answer) if isinstance(answer, Screen) else repr(answer)
                assert not any(word in shown for word in (STORY, WORDS)), (user, act)
                assert await everything(core, subjects) == before, (user, act)


WORDS = "Un mot entre nous deux."


async def long_story(driver: StageDriver, core: Core) -> dict[str, str]:
    """Play until a story waits for review, beside a conversation and an open request."""
    await until_review(driver)
    await driver.command("louis", "crise")
    await driver.fill("louis", text=STORY)
    await driver.press("louis", SAY("button-publish"))
    await driver.settled()
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
    origin = await driver.write("louis", WORDS)
    await driver.settled()
    await driver.command("alix", "crise")
    await driver.fill("alix", text=STORY)
    await driver.press("alix", SAY("button-publish"))
    await driver.settled()
    async with core.tools.uow() as uow:
        live = {each.state: each for each in await uow.requests.live(core.community)}
        request = live[State.CLAIMED]
        message = await uow.relay.by_origin(request.id, origin)
        [mentor, *_] = await uow.mentors.all(core.community)
        [story] = await uow.drafts.awaiting_review(core.community)
    assert message is not None
    return {
        "request": request.id,
        "open": live[State.OPEN].id,
        "mentor": mentor.id,
        "message": message.id,
        "draft": story.id,
        "ended": story.request,
        "pair": f"{request.id}|{origin}",
        "receipt": request.receipt or "",
    }


async def everything(core: Core, subjects: dict[str, str]) -> str:
    async with core.tools.uow() as uow:
        words = await uow.relay.of(RequestId(subjects["request"]))
    return f"{await snapshot(core)}\n{words}"
