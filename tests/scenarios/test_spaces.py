"""One community in two spaces: how they are linked by both sides, and what an end leaves behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.community import Channel, Space
from bot.domain.ids import CommunityId
from bot.domain.mentor import Standing
from bot.domain.people import NOBODY, Actor, Address
from bot.services.communities.link_space import TRIES
from bot.ui.forms import Gesture
from bot.wording import load
from tests.contracts.platforms.stage import Shown, StageDriver, StageMessenger
from tests.contracts.platforms.stages import Core, open_core
from tests.scenarios.test_time import DAY, HOUR, MINUTE, STORY

SAY = load(strict=True)["fr"]
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
WHERE = ("web", "annexe")
ROOMS = {channel.value: channel.value for channel in Channel}


class Here(StageDriver):
    """People who see what is shown in their own space only."""

    def _visible(self, who: str) -> Iterator[Shown]:
        space = self.actor(who).address.space
        return (post for post in super()._visible(who) if post.target.space == space)


class Annexe(Here):
    """The people of a space that has no community yet: same names, other accounts."""

    def actor(self, who: str) -> Actor:
        return replace(super().actor(who), address=Address(*WHERE, f"{who}-annexe"))


@dataclass
class Both:
    """A community, and a space that would join it, on one stage."""

    core: Core
    messenger: StageMessenger
    here: Here
    there: Annexe

    async def community_there(self) -> None:
        """Act as an adapter does: whose space is it now?"""
        async with self.core.tools.uow() as uow:
            found = await uow.communities.at(*WHERE)
        self.there.community = found.id if found else CommunityId("")

    def room(self, channel: str) -> list[str]:
        """Return the titles that stand in a channel of the second space."""
        posts = self.messenger.posts.values()
        ours = [p for p in posts if (p.target.space, p.target.channel) == ("annexe", channel)]
        return [title for post in ours for title in _titles(post)]


@pytest.fixture
async def both(memory: tuple[KnowledgeSearch, KnowledgeTriage]) -> Both:
    messenger = StageMessenger()
    core = await open_core(memory, {"web": messenger})
    await core.settle()
    parts = (core.settle, core.pass_time, core.clock)
    here = Here(core.desk, messenger, core.community, *parts)
    return Both(core, messenger, here, Annexe(core.desk, messenger, CommunityId(""), *parts))


async def code_of(both: Both) -> str:
    await both.here.command("sacha", "entraide")
    await both.here.press("sacha", SAY("button-spaces"))
    await both.here.press("sacha", SAY("button-space-code"))
    found = CODE.search(both.here.last_answer("sacha"))
    assert found is not None
    return found.group(0)


async def enter(both: Both, code: str) -> str:
    await both.there.command("sacha", "entraide")
    await both.there.press("sacha", SAY("button-enter-code"))
    await both.there.fill("sacha", code=code)
    return both.there.last_answer("sacha")


async def asked(both: Both) -> None:
    await enter(both, (await code_of(both)).lower().replace("-", " "))
    await both.there.press("sacha", SAY("button-ask-in"))
    await both.core.settle()


async def linked(both: Both) -> None:
    await asked(both)
    await both.here.press("sacha", SAY("button-welcome"))
    await both.core.settle()
    await both.community_there()


async def living(both: Both) -> None:
    """Link the space, choose its channels, and let Yann mentor from there only."""
    await linked(both)
    await both.there.command("sacha", "entraide")
    await both.there.press("sacha", SAY("button-channels"))
    await both.there.fill("sacha", **ROOMS)
    await both.core.settle()
    async with both.core.tools.uow() as uow:
        for mentor in await uow.mentors.all(both.here.community):
            if mentor.name == "Yann":
                mentor.addresses = (both.there.actor("yann").address,)
                await uow.mentors.save(mentor)
        await uow.commit()


async def spaces(both: Both) -> list[tuple[str, bool]]:
    async with both.core.tools.uow() as uow:
        community = await uow.communities.get(both.here.community)
    return [(space.id, space.has_left) for space in community.spaces]


async def unlink(both: Both, side: StageDriver | None = None) -> None:
    driver = side or both.here
    await driver.command("sacha", "entraide")
    await driver.press("sacha", SAY("button-spaces"))
    answer = await both.core.desk.handle(
        driver.actor("sacha"), Gesture("space.leave.ask", "", {"value": "1"})
    )
    driver.answers["sacha"].append(answer)
    await driver.press("sacha", SAY("button-unlink"))
    await both.core.settle()
    await both.community_there()


# --- coming together ------------------------------------------------------------------------


async def test_a_space_joins_when_both_sides_said_yes(both: Both) -> None:
    seen = await enter(both, await code_of(both))
    name = both.core.tools.wordings["fr"]("demo-community")
    assert SAY("look-in-title", name=name) in seen
    assert await spaces(both) == [("sandbox", False)]
    await both.there.press("sacha", SAY("button-ask-in"))
    assert SAY("joining-sent", name=name) in both.there.last_answer("sacha")
    await both.core.settle()
    assert await spaces(both) == [("sandbox", False)]
    await both.here.press("sacha", SAY("button-welcome"))
    assert await spaces(both) == [("sandbox", False), ("annexe", False)]
    await both.core.settle()
    assert SAY("button-welcome") not in await both.here.buttons("sacha")
    assert SAY("joining-joined-title") in await both.here.view("sacha")


async def test_a_linked_space_sees_nothing_until_its_channels_are_chosen(both: Both) -> None:
    await linked(both)
    await both.there.command("sacha", "entraide")
    assert SAY("space-unset-title") in both.there.last_answer("sacha")
    await both.here.command("camille", "crise")
    await both.here.fill("camille", text=STORY, urgency="now")
    await both.here.press("camille", SAY("button-publish"))
    await both.core.settle()
    assert both.room("help") == []


async def test_requests_of_either_side_appear_on_both(both: Both) -> None:
    await living(both)
    for side in (both.here, both.there):
        await side.command("camille", "crise")
        await side.fill("camille", text=STORY, urgency="now")
        await side.press("camille", SAY("button-publish"))
        await both.core.settle()
    assert len(both.room("help")) == 2
    posts = both.messenger.posts.values()
    spaces_of = [p.target.space for p in posts if p.target.channel == "help"]
    assert sorted(spaces_of) == ["annexe", "annexe", "sandbox", "sandbox"]


async def test_changing_channels_changes_no_place(both: Both) -> None:
    await living(both)
    both.there.answers.clear()
    gesture = Gesture("setup.place", "", {"name": "Ensemble", "language": "fr", "help": "help"})
    await both.core.desk.handle(both.here.actor("sacha"), gesture)
    assert await spaces(both) == [("sandbox", False), ("annexe", False)]


# --- codes ----------------------------------------------------------------------------------


async def test_a_code_serves_once(both: Both) -> None:
    code = await code_of(both)
    await enter(both, code)
    assert SAY("fault-space-code") in await enter(both, code)


async def test_a_new_code_makes_the_former_one_worthless(both: Both) -> None:
    former = await code_of(both)
    await code_of(both)
    assert SAY("fault-space-code") in await enter(both, former)


@pytest.mark.parametrize(("minutes", "holds"), [(14, True), (15, False)])
async def test_a_code_holds_a_quarter_of_an_hour(both: Both, minutes: int, holds: bool) -> None:
    code = await code_of(both)
    await both.here.jump(minutes * MINUTE)
    assert (SAY("fault-space-code") not in await enter(both, code)) is holds


async def test_a_wrong_code_can_be_corrected_in_the_same_form(both: Both) -> None:
    code = await code_of(both)
    await enter(both, "2222-2222-2222-2222")
    assert await both.there.form_values("sacha") == {"code": "2222-2222-2222-2222"}
    await both.there.fill("sacha", code=code)
    assert SAY("button-ask-in") in await both.there.buttons("sacha")


async def test_who_guesses_has_to_wait_even_with_the_right_code(both: Both) -> None:
    code = await code_of(both)
    for _ in range(TRIES):
        await enter(both, "2222-2222-2222-2222")
    assert SAY("refusal-too-many-codes", minutes=15) in await enter(both, code)
    await both.here.jump(16 * MINUTE)
    assert SAY("button-ask-in") not in await both.there.buttons("sacha")
    assert SAY("refusal-too-many-codes", minutes=15) not in await enter(both, await code_of(both))


async def test_the_store_keeps_no_code(both: Both) -> None:
    code = await code_of(both)
    async with both.core.tools.uow() as uow:
        kept = repr(await uow.communities.get(both.here.community))
    assert code not in kept
    assert code.replace("-", "") not in kept


async def test_a_space_with_a_community_joins_no_other(both: Both) -> None:
    code = await code_of(both)
    gesture = Gesture("space.enter", "", {"code": code})
    answer = await both.core.desk.handle(both.here.actor("sacha"), gesture)
    both.here.answers["sacha"].append(answer)
    assert SAY("refusal-has-community") in both.here.last_answer("sacha")


# --- answers --------------------------------------------------------------------------------


async def test_a_refusal_leaves_everything_as_it_was(both: Both) -> None:
    await asked(both)
    await both.here.press("sacha", SAY("button-turn-away"))
    await both.core.settle()
    assert await spaces(both) == [("sandbox", False)]
    assert SAY("joining-refused-title") in await both.here.view("sacha")
    await both.there.command("sacha", "entraide")
    assert SAY("button-found") in await both.there.buttons("sacha")


async def test_who_asked_sees_that_it_is_being_decided(both: Both) -> None:
    await asked(both)
    await both.there.command("sacha", "entraide")
    name = both.core.tools.wordings["fr"]("demo-community")
    assert SAY("threshold-waiting", name=name) in both.there.last_answer("sacha")


@pytest.mark.parametrize(
    ("button", "key"),
    [("button-welcome", "asked-in-joined"), ("button-turn-away", "asked-in-refused")],
)
async def test_who_asked_is_told_the_answer_in_private(both: Both, button: str, key: str) -> None:
    await asked(both)
    name = both.core.tools.wordings["fr"]("demo-community")
    await both.here.press("sacha", SAY(button))
    await both.core.settle()
    title = SAY(f"{key}-title", name=name)
    posts = both.messenger.posts.values()
    told = [post.target for post in posts if title in _titles(post)]
    assert [(each.place, each.space, each.user) for each in told] == [
        ("inbox", "annexe", "sacha-annexe")
    ]
    await answered(both, "space.welcome", await joining_of(both))
    assert SAY("refusal-joining-over") in both.here.last_answer("sacha")


def _titles(shown: Shown) -> list[str]:
    return [card.title for card in getattr(shown.drawing, "cards", ())]


async def joining_of(both: Both) -> str:
    async with both.core.tools.uow() as uow:
        (joining,) = (await uow.communities.get(both.here.community)).joinings
    return joining.id


async def test_who_asked_is_forgotten_with_the_next_week(both: Both) -> None:
    await asked(both)
    await both.here.press("sacha", SAY("button-welcome"))
    await both.core.settle()
    await both.here.jump(8 * DAY)
    async with both.core.tools.uow() as uow:
        assert (await uow.communities.get(both.here.community)).joinings == ()


async def test_nobody_can_answer_before_the_other_side_is_sure(both: Both) -> None:
    await enter(both, await code_of(both))
    async with both.core.tools.uow() as uow:
        (joining,) = (await uow.communities.get(both.here.community)).joinings
    await answered(both, "space.welcome", joining.id)
    assert SAY("refusal-joining-over") in both.here.last_answer("sacha")
    assert await spaces(both) == [("sandbox", False)]


async def answered(both: Both, act: str, joining: str) -> None:
    answer = await both.core.desk.handle(both.here.actor("sacha"), Gesture(act, joining))
    both.here.answers["sacha"].append(answer)


async def test_a_question_without_an_answer_expires_after_a_day(both: Both) -> None:
    await asked(both)
    await both.here.jump(DAY)
    await answered(both, "space.welcome", await joining_of(both))
    assert SAY("refusal-joining-over") in both.here.last_answer("sacha")
    assert await spaces(both) == [("sandbox", False)]


async def test_both_sides_are_told_that_nobody_answered(both: Both) -> None:
    await asked(both)
    name = both.core.tools.wordings["fr"]("demo-community")
    await both.here.jump(DAY)
    posts = both.messenger.posts.values()
    answer = SAY("asked-in-unanswered-title", name=name)
    told = [post.target for post in posts if answer in _titles(post)]
    assert [(each.place, each.space, each.user) for each in told] == [
        ("inbox", "annexe", "sacha-annexe")
    ]
    assert SAY("joining-unanswered-title") in await both.here.view("sacha")
    assert SAY("button-welcome") not in await both.here.buttons("sacha")
    await both.here.jump(7 * DAY)
    assert [post.target for post in posts if answer in _titles(post)] == told
    async with both.core.tools.uow() as uow:
        assert (await uow.communities.get(both.here.community)).joinings == ()


async def test_an_outage_of_days_keeps_nobody_from_being_told(both: Both) -> None:
    await asked(both)
    both.core.clock.advance(days=9)
    await both.core.scheduler.run_due()
    await both.core.settle()
    name = both.core.tools.wordings["fr"]("demo-community")
    titles = [title for post in both.messenger.posts.values() for title in _titles(post)]
    assert SAY("asked-in-unanswered-title", name=name) in titles


async def test_whoever_was_answered_hears_of_no_expiry(both: Both) -> None:
    await asked(both)
    await both.here.press("sacha", SAY("button-turn-away"))
    await both.core.settle()
    await both.here.jump(2 * DAY)
    titles = [title for post in both.messenger.posts.values() for title in _titles(post)]
    assert SAY("joining-unanswered-title") not in titles


async def test_a_look_that_is_not_confirmed_expires(both: Both) -> None:
    await enter(both, await code_of(both))
    await both.here.jump(15 * MINUTE)
    await both.there.press("sacha", SAY("button-ask-in"))
    assert SAY("refusal-joining-over") in both.there.last_answer("sacha")


async def test_another_space_cannot_confirm_in_its_place(both: Both) -> None:
    await enter(both, await code_of(both))
    async with both.core.tools.uow() as uow:
        (joining,) = (await uow.communities.get(both.here.community)).joinings
    stranger = Actor(Address("web", "third", "sacha"), CommunityId(""), "fr", "Sacha", True)
    await both.core.desk.handle(stranger, Gesture("space.join", joining.id))
    async with both.core.tools.uow() as uow:
        assert (await uow.communities.get(both.here.community)).joinings == (joining,)


async def test_a_space_that_found_another_community_meanwhile_stays_there(both: Both) -> None:
    await asked(both)
    values = {"name": "Ailleurs", "language": "fr", "help": "x"}
    await both.core.desk.handle(both.there.actor("sacha"), Gesture("setup.place", "", values))
    await both.here.press("sacha", SAY("button-welcome"))
    assert SAY("refusal-space-taken") in both.here.last_answer("sacha")
    await both.community_there()
    assert both.there.community != both.here.community


SPACE_ACTS = ("space.home", "space.code", "space.welcome", "space.refuse", "space.leave")


@pytest.mark.parametrize("act", SPACE_ACTS)
async def test_spaces_are_for_moderators(both: Both, act: str) -> None:
    await asked(both)
    async with both.core.tools.uow() as uow:
        (joining,) = (await uow.communities.get(both.here.community)).joinings
    answer = await both.core.desk.handle(both.here.actor("louis"), Gesture(act, joining.id))
    both.here.answers["louis"] = [answer]
    assert SAY("refusal-not-a-moderator") in both.here.last_answer("louis")
    assert await spaces(both) == [("sandbox", False)]


async def test_the_trail_tells_each_step(both: Both) -> None:
    await living(both)
    await unlink(both)
    await both.here.command("sacha", "entraide")
    await both.here.press("sacha", SAY("button-trail"))
    seen, web = both.here.last_answer("sacha"), SAY("platform-web")
    assert SAY("trail-space-invited") in seen
    steps = ("asked", "joined", "left")
    assert [s for s in steps if SAY(f"trail-space-{s}", platform=web) not in seen] == []


# --- going apart ----------------------------------------------------------------------------


async def test_the_only_space_cannot_be_unlinked(both: Both) -> None:
    gesture = Gesture("space.leave", "0")
    both.here.answers["sacha"] = [await both.core.desk.handle(both.here.actor("sacha"), gesture)]
    assert SAY("refusal-only-space") in both.here.last_answer("sacha")
    assert await spaces(both) == [("sandbox", False)]


Side = Literal["here", "there"]


@pytest.mark.parametrize("side", ["here", "there"])
async def test_a_moderator_of_either_side_unlinks(both: Both, side: Side) -> None:
    await living(both)
    await unlink(both, both.here if side == "here" else both.there)
    assert await spaces(both) == [("sandbox", False), ("annexe", True)]
    assert both.there.community == ""
    assert SAY("space-left-title") in await both.here.view("sacha")


async def test_who_asked_there_is_told_and_so_is_their_mentor(both: Both) -> None:
    await living(both)
    await both.there.command("camille", "crise")
    await both.there.fill("camille", text=STORY, urgency="now")
    await both.there.press("camille", SAY("button-publish"))
    await both.core.settle()
    await both.here.press("nadia", SAY("button-claim"))
    await both.core.settle()
    await unlink(both)
    assert SAY("news-space-parted") in await both.there.view("camille")
    assert SAY("ended-text") not in await both.there.view("camille")
    assert SAY("news-requester-parted") in await both.here.view("nadia")
    async with both.core.tools.uow() as uow:
        (request,) = await uow.requests.resolved(both.here.community)
    assert request.requester != NOBODY
    await both.here.jump(HOUR)
    async with both.core.tools.uow() as uow:
        assert (await uow.requests.get(request.id)).requester == NOBODY


async def test_what_a_mentor_held_from_there_is_offered_again(both: Both) -> None:
    await living(both)
    await both.here.command("camille", "crise")
    await both.here.fill("camille", text=STORY, urgency="now")
    await both.here.press("camille", SAY("button-publish"))
    await both.core.settle()
    await both.there.press("yann", SAY("button-claim"))
    await both.core.settle()
    await unlink(both)
    assert SAY("mentor-parted-title") in await both.there.view("yann")
    assert SAY("button-claim") in await both.here.buttons("nadia")
    async with both.core.tools.uow() as uow:
        mentors = {m.name: m.standing for m in await uow.mentors.all(both.here.community)}
    assert mentors == {"Nadia": Standing.APPROVED, "Yann": Standing.LEFT}


async def test_a_mentor_with_an_account_on_both_sides_goes_on(both: Both) -> None:
    await living(both)
    async with both.core.tools.uow() as uow:
        for mentor in await uow.mentors.all(both.here.community):
            here = both.here.actor(mentor.name.lower()).address
            there = both.there.actor(mentor.name.lower()).address
            mentor.addresses = (there, here)
            await uow.mentors.save(mentor)
        await uow.commit()
    await both.here.command("camille", "crise")
    await both.here.fill("camille", text=STORY, urgency="now")
    await both.here.press("camille", SAY("button-publish"))
    await both.core.settle()
    await both.there.press("nadia", SAY("button-claim"))
    await both.core.settle()
    await unlink(both)
    await both.here.write("nadia", "Je suis toujours là.")
    await both.core.settle()
    assert "Je suis toujours là." in await both.here.view("camille")


async def test_cards_are_taken_down_there_and_stay_here(both: Both) -> None:
    await living(both)
    await both.here.command("camille", "crise")
    await both.here.fill("camille", text=STORY, urgency="now")
    await both.here.press("camille", SAY("button-publish"))
    await both.core.settle()
    assert len(both.room("help")) == len(both.room("mentors")) == 1
    await unlink(both)
    assert both.room("help") == both.room("mentors") == []
    assert STORY in await both.here.view("louis")
    await both.here.press("nadia", SAY("button-claim"))
    await both.core.settle()
    assert both.room("help") == []


@pytest.mark.parametrize("end", ["withdrawn", "expired"])
async def test_cards_of_requests_that_ended_are_taken_down_there_too(both: Both, end: str) -> None:
    await living(both)
    await both.there.command("camille", "crise")
    await both.there.fill("camille", text=STORY, urgency="now")
    await both.there.press("camille", SAY("button-publish"))
    await both.core.settle()
    if end == "withdrawn":
        await both.there.press("camille", SAY("button-withdraw"))
        await both.core.settle()
    else:
        for _ in range(3):
            await both.here.jump(4 * DAY)
    async with both.core.tools.uow() as uow:
        (request,) = await uow.requests.ended(both.here.community)
    assert request.state.value == end
    await unlink(both)
    assert both.room("help") == both.room("mentors") == []
    await both.here.jump(HOUR)
    async with both.core.tools.uow() as uow:
        assert (await uow.requests.get(request.id)).requester == NOBODY


async def test_a_space_that_left_may_come_back_to_its_place(both: Both) -> None:
    await living(both)
    await unlink(both)
    await linked(both)
    assert await spaces(both) == [("sandbox", False), ("annexe", False)]
    async with both.core.tools.uow() as uow:
        community = await uow.communities.get(both.here.community)
    assert community.spaces[1] == Space(*WHERE)
