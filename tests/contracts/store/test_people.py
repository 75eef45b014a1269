"""Communities, mentors, snippets, blocks and limits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.community import Channel, Space
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CommunityId, MentorId, SnippetId
from bot.domain.mentor import Standing
from bot.domain.people import Address
from bot.domain.snippet import Snippet
from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.grounds import Ground
from tests.contracts.store.people import (
    ELSEWHERE,
    HERE,
    LEA,
    MAX,
    MINUTE,
    NOW,
    a_community,
    a_mentor,
)

NADIA = MentorId("nadia")
AT_DISCORD = Address("discord", "guild-1", "nadia")
AT_SLACK = Address("slack", "team-1", "nadia")


async def test_a_community_comes_back_whole(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.communities.add(a_community())
        await unit.commit()
    async with uow() as unit:
        assert await unit.communities.get(HERE) == a_community()
        with pytest.raises(NotFound):
            await unit.communities.get(ELSEWHERE)


async def test_a_community_is_found_by_any_of_its_spaces(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.communities.add(a_community())
        await unit.communities.add(a_community(ELSEWHERE))
        await unit.commit()
    async with uow() as unit:
        assert await unit.communities.at("discord", "guild-here") == a_community()
        assert await unit.communities.at("slack", "team-elsewhere") == a_community(ELSEWHERE)
        assert await unit.communities.at("slack", "guild-here") is None
        assert await unit.communities.all() == [a_community(), a_community(ELSEWHERE)]


async def test_a_community_may_move(uow: UnitOfWorkFactory) -> None:
    moved = (Space("discord", "guild-new", {Channel.HELP: "789"}),)
    async with uow() as unit:
        await unit.communities.add(a_community())
        community = await unit.communities.get(HERE)
        community.spaces = moved
        await unit.communities.save(community)
        await unit.commit()
    async with uow() as unit:
        found = await unit.communities.at("discord", "guild-new")
        assert found == a_community(spaces=moved, version=1)
        assert await unit.communities.at("discord", "guild-here") is None


async def test_a_space_belongs_to_one_community(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.communities.add(a_community())
        await unit.commit()
    async with uow() as unit:
        with pytest.raises(Conflict):
            await unit.communities.add(a_community(ELSEWHERE, spaces=a_community().spaces))


async def test_a_community_is_saved_by_one_at_a_time(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.communities.add(a_community())
        first = await unit.communities.get(HERE)
        second = await unit.communities.get(HERE)
        await unit.communities.save(first)
        with pytest.raises(Conflict):
            await unit.communities.save(second)


async def test_a_mentor_comes_back_whole(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.mentors.add(a_mentor())
        await unit.commit()
    async with uow() as unit:
        assert await unit.mentors.get(NADIA) == a_mentor()
        with pytest.raises(NotFound):
            await unit.mentors.get(MentorId("yann"))


async def test_a_mentor_is_found_by_each_account_in_their_community(
    uow: UnitOfWorkFactory,
) -> None:
    async with uow() as unit:
        await unit.mentors.add(a_mentor())
        await unit.mentors.add(a_mentor("there", community=ELSEWHERE, addresses=(AT_SLACK,)))
        await unit.commit()
    async with uow() as unit:
        assert await unit.mentors.at(HERE, AT_DISCORD) == a_mentor()
        assert await unit.mentors.at(HERE, AT_SLACK) == a_mentor()
        there = await unit.mentors.at(ELSEWHERE, AT_SLACK)
        assert there is not None
        assert there.id == "there"
        assert await unit.mentors.at(ELSEWHERE, AT_DISCORD) is None
        assert await unit.mentors.at(HERE, LEA) is None


async def test_the_mentors_of_a_community_come_in_the_order_of_their_coming(
    uow: UnitOfWorkFactory,
) -> None:
    async with uow() as unit:
        for name in ("yann", "nadia"):
            await unit.mentors.add(a_mentor(name))
        await unit.mentors.add(a_mentor("there", community=ELSEWHERE))
        nadia = await unit.mentors.get(NADIA)
        await unit.mentors.save(nadia)
        await unit.commit()
    async with uow() as unit:
        assert [mentor.id for mentor in await unit.mentors.all(HERE)] == ["yann", "nadia"]


async def test_a_changed_mentor_is_kept_and_their_old_account_forgotten(
    uow: UnitOfWorkFactory,
) -> None:
    async with uow() as unit:
        await unit.mentors.add(a_mentor())
        await unit.commit()
    async with uow() as unit:
        mentor = await unit.mentors.get(NADIA)
        mentor.addresses, mentor.standing, mentor.paused_until = (AT_SLACK,), Standing.LEFT, None
        mentor.profile = replace(mentor.profile, display_name="Nadia B.")
        await unit.mentors.save(mentor)
        await unit.commit()
    async with uow() as unit:
        assert await unit.mentors.at(HERE, AT_SLACK) == replace(mentor, version=1)
        assert await unit.mentors.at(HERE, AT_DISCORD) is None


async def test_an_account_is_one_mentor_of_a_community(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.mentors.add(a_mentor())
        await unit.commit()
    async with uow() as unit:
        with pytest.raises(Conflict):
            await unit.mentors.add(a_mentor("twin", addresses=(AT_SLACK,)))


async def test_a_mentor_is_saved_by_one_at_a_time(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.mentors.add(a_mentor())
        first, second = await unit.mentors.get(NADIA), await unit.mentors.get(NADIA)
        await unit.mentors.save(first)
        with pytest.raises(Conflict):
            await unit.mentors.save(second)


def a_snippet(name: str, mentor: MentorId | None, community: CommunityId = HERE) -> Snippet:
    return Snippet(SnippetId(name), community, mentor, f"Titre {name}", "Bonjour {name}.")


async def test_a_mentor_has_their_own_snippets_and_everybodys(uow: UnitOfWorkFactory) -> None:
    mine, shared = a_snippet("mine", NADIA), a_snippet("shared", None)
    async with uow() as unit:
        for snippet in (
            shared,
            mine,
            a_snippet("yanns", MentorId("yann")),
            a_snippet("there", None, ELSEWHERE),
        ):
            await unit.snippets.add(snippet)
        await unit.commit()
    async with uow() as unit:
        assert await unit.snippets.available(HERE, NADIA) == [shared, mine]
        await unit.snippets.remove(shared.id)
        assert await unit.snippets.available(HERE, NADIA) == [mine]


async def hit(
    uow: UnitOfWorkFactory,
    minutes: float,
    person: Address = LEA,
    what: str = "message",
    here: CommunityId = HERE,
) -> int:
    now = NOW + timedelta(minutes=minutes)
    async with uow() as unit:
        count = await unit.limits.hit(here, person, what, now - MINUTE, now)
        await unit.commit()
        return count


async def test_hits_are_counted_within_the_window(uow: UnitOfWorkFactory) -> None:
    counts = [await hit(uow, minutes) for minutes in (0, 0.5, 1, 1.5, 1.75, 9)]
    assert counts == [1, 2, 3, 3, 3, 1]


async def test_hits_are_counted_apart(uow: UnitOfWorkFactory) -> None:
    await hit(uow, 0)
    assert await hit(uow, 0, person=MAX) == 1
    assert await hit(uow, 0, what="request") == 1
    assert await hit(uow, 0, here=ELSEWHERE) == 1
    assert await hit(uow, 0) == 2


async def test_a_hit_that_is_not_committed_does_not_count(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.limits.hit(HERE, LEA, "message", NOW - MINUTE, NOW)
    assert await hit(uow, 0) == 1


async def test_hits_are_remembered_after_a_restart(ground: Ground) -> None:
    counts = [await hit(ground.open().uow, 0) for _ in range(3)]
    assert counts == [1, 2, 3]
