"""The App Home is a dashboard: what is mine, what I hold, what waits, and the casebook."""

from bot.domain.vocabulary import Urgency
from tests.adapters.slack.story import SAY, STORY, claimed, publish
from tests.contracts.platforms.slack import Grounds
from tests.contracts.store.people import an_open_request
from tests.fakes.slack_wire.check import BLOCKS_MAX


def home(grounds: Grounds, who: str) -> list[dict[str, object]]:
    view = grounds.workspace.members[f"U{who.upper()}"].home
    assert view is not None
    blocks: list[dict[str, object]] = view["blocks"]
    return blocks


def texts(grounds: Grounds, who: str) -> str:
    return str(home(grounds, who))


async def many_wait(grounds: Grounds, count: int, text: str) -> None:
    async with grounds.tools.uow() as uow:
        for number in range(count):
            facts = {"community": grounds.community, "text": text, "urgency": Urgency.WEEK}
            request = an_open_request(str(number), **facts)
            await uow.requests.add(request)
        await uow.commit()


async def test_mentor_takes_what_waits_from_the_home_and_finds_it_there(grounds: Grounds) -> None:
    driver = grounds.driver
    await publish(driver)
    grounds.workspace.messages.clear()  # nothing but the Home is left to press
    await driver.open_home("nadia")
    assert STORY in await driver.view("nadia")
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
    seen = texts(grounds, "nadia")
    assert SAY("board-held") in seen
    assert SAY("queue-empty") in seen
    await driver.open_home("yann")
    assert SAY("button-claim") not in texts(grounds, "yann")


async def test_who_is_no_mentor_sees_nothing_that_waits(grounds: Grounds) -> None:
    await publish(grounds.driver)
    for who in ("louis", "sacha"):
        await grounds.driver.open_home(who)
        assert STORY not in texts(grounds, who)
        assert SAY("queue-title") not in texts(grounds, who)


async def test_own_request_is_not_offered_to_its_author(grounds: Grounds) -> None:
    await publish(grounds.driver, "yann")
    await grounds.driver.open_home("yann")
    assert SAY("queue-empty") in texts(grounds, "yann")
    assert SAY("button-claim") not in texts(grounds, "yann")


async def test_several_requests_are_listed_with_their_state(grounds: Grounds) -> None:
    await claimed(grounds.driver)
    assert SAY("board-mine") not in texts(grounds, "camille")
    await publish(grounds.driver, text="Un salarié publie des captures de notre messagerie")
    listed = texts(grounds, "camille")
    assert SAY("board-mine") in listed
    assert listed.index(SAY("board-mine")) < listed.index(SAY("button-close"))


async def test_casebook_is_searched_from_the_home(grounds: Grounds) -> None:
    driver = grounds.driver
    await driver.open_home("louis")
    await driver.type_at_home("louis", "blague postée depuis le compte officiel")
    assert SAY("button-read-case") in await driver.view("louis")


async def test_home_of_a_busy_evening_keeps_to_the_limits(grounds: Grounds) -> None:
    driver = grounds.driver
    await many_wait(grounds, 40, "Très longue histoire. " * 130)
    await claimed(driver)
    for _ in range(30):
        await driver.write("nadia", "Je regarde, tenez bon.")
        await driver.settled()
    for who in ("nadia", "camille"):
        await driver.open_home(who)
        assert len(home(grounds, who)) <= BLOCKS_MAX["home"]
    assert SAY("board-waiting", count=40) in texts(grounds, "nadia")
    await driver.choose("nadia", "loutre-2")
    assert "Très longue histoire." in await driver.view("nadia")
    assert grounds.server.refused == []
