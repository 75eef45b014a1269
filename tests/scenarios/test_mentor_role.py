"""A space may ask its mentors for a role: who lacks it is no mentor there, without blame."""

from dataclasses import dataclass, field

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.people import Address
from bot.ui.forms import Form, Gesture
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger
from tests.contracts.platforms.stages import Core, open_core
from tests.scenarios.test_time import claimed, publish

SAY = load(strict=True)["fr"]
ROLE = "mentors"


@dataclass
class Book:
    """Who bears the one role that there is; a book that is closed tells nothing."""

    bearers: set[str] = field(default_factory=lambda: {"nadia", "yann"})
    is_closed: bool = False

    async def exists(self, space: str, role: str) -> bool:
        return role == ROLE

    async def bears(self, address: Address, role: str) -> bool | None:
        return None if self.is_closed else address.user in self.bearers


@pytest.fixture
async def core(memory: tuple[KnowledgeSearch, KnowledgeTriage]) -> Core:
    core = await open_core(memory, {"web": StageMessenger()})
    core.tools.roles["web"] = Book()
    await core.settle()
    return core


@pytest.fixture
def book(core: Core) -> Book:
    found = core.tools.roles["web"]
    assert isinstance(found, Book)
    return found


@pytest.fixture
async def stage(core: Core) -> StageDriver:
    messenger = core.dispatcher._messengers["web"]
    assert isinstance(messenger, StageMessenger)
    driver = StageDriver(
        core.desk, messenger, core.community, core.settle, core.pass_time, core.clock
    )
    await ask_for(driver, ROLE)
    return driver


async def ask_for(stage: StageDriver, role: str) -> None:
    answer = await stage.desk.handle(
        stage.actor("sacha"), Gesture("setup.role", "", {"role": role})
    )
    assert not isinstance(answer, Form), answer.fault


async def standings(core: Core) -> dict[str, str]:
    async with core.tools.uow() as uow:
        mentors = await uow.mentors.all(core.community)
    return {mentor.addresses[0].user: mentor.standing.value for mentor in mentors}


async def test_only_who_bears_the_role_may_offer_to_help(stage: StageDriver, book: Book) -> None:
    await stage.command("louis", "mentor")
    assert SAY("refusal-role-needed") in stage.last_answer("louis")
    book.bearers.add("louis")
    await stage.command("louis", "mentor")
    book.bearers.remove("louis")
    await stage.fill("louis", display_name="Louis")
    assert SAY("refusal-role-needed") in stage.last_answer("louis")


async def test_nobody_new_is_taken_while_nobody_can_tell(stage: StageDriver, book: Book) -> None:
    book.is_closed = True
    await stage.command("louis", "mentor")
    assert SAY("refusal-role-needed") in stage.last_answer("louis")


async def test_where_no_role_is_asked_for_everybody_may_offer(stage: StageDriver) -> None:
    await ask_for(stage, "")
    await stage.command("louis", "mentor")
    assert await stage.form_values("louis")


async def test_role_that_does_not_exist_is_refused(stage: StageDriver) -> None:
    wanted = Gesture("setup.role", "", {"role": "nothing"})
    form = await stage.desk.handle(stage.actor("sacha"), wanted)
    assert isinstance(form, Form)
    assert form.fields[0].fault == SAY("fault-role")


async def test_arranging_the_channels_again_keeps_the_role(stage: StageDriver) -> None:
    await stage.desk.handle(stage.actor("sacha"), Gesture("setup.place.form"))
    answers = {"name": "Entre pairs", "language": "fr", "help": "help", "mentors": "mentors"}
    await stage.desk.handle(stage.actor("sacha"), Gesture("setup.place", "", answers))
    await stage.command("louis", "mentor")
    assert SAY("refusal-role-needed") in stage.last_answer("louis")


async def test_mentor_who_lost_the_role_is_asked_no_more_and_the_next_one_is(
    stage: StageDriver, core: Core, book: Book
) -> None:
    book.bearers = {"yann"}
    stage.messenger.sent.clear()
    await publish(stage)
    told = {s.target.user for s in stage.messenger.sent if s.target.place == "inbox"}
    assert "nadia" not in told
    assert "yann" in told
    assert await standings(core) == {"nadia": "left", "yann": "approved"}


async def test_mentor_who_lost_the_role_cannot_claim_and_is_told_why(
    stage: StageDriver, core: Core, book: Book
) -> None:
    await publish(stage)
    book.bearers = {"yann"}
    await stage.press("nadia", SAY("button-claim"))
    assert SAY("refusal-role-lost") in stage.last_answer("nadia")
    assert await standings(core) == {"nadia": "left", "yann": "approved"}
    await stage.press("yann", SAY("button-claim"))
    await stage.settled()
    assert SAY("state-claimed") in await stage.view("louis")


async def test_what_they_held_is_offered_again_without_blame(
    stage: StageDriver, core: Core, book: Book
) -> None:
    await claimed(stage)
    book.bearers = {"yann"}
    await publish(stage)  # the search for a second request finds out
    await stage.settled()
    assert await standings(core) == {"nadia": "left", "yann": "approved"}
    assert SAY("news-released-left") in await stage.view("camille")
    async with core.tools.uow() as uow:
        live = await uow.requests.live(core.community)
    assert [request.state.value for request in live] == ["open", "open"]


async def test_words_reach_nobody_who_lost_the_role_meanwhile(
    stage: StageDriver, core: Core, book: Book
) -> None:
    await claimed(stage)
    book.bearers = {"yann"}
    await stage.write("camille", "Ceci est pour la personne suivante")
    await stage.settled()
    assert SAY("refusal-nobody-reads") in stage.last_answer("camille")
    assert "personne suivante" not in await stage.view("nadia")
    assert await standings(core) == {"nadia": "left", "yann": "approved"}
    await stage.press("yann", SAY("button-claim"))
    await stage.settled()
    await stage.write("camille", "Ceci est pour la suite")
    await stage.settled()
    assert "Ceci est pour la suite" in await stage.view("yann")


async def test_words_changed_after_the_role_was_lost_reach_nobody(
    stage: StageDriver, book: Book
) -> None:
    await claimed(stage)
    message = await stage.write("camille", "Bonjour")
    await stage.settled()
    book.bearers = {"yann"}
    await stage.rewrite("camille", message, "Ceci est pour la personne suivante")
    await stage.settled()
    assert "personne suivante" not in await stage.view("nadia")


async def test_who_lost_the_role_writes_no_more(stage: StageDriver, book: Book) -> None:
    await claimed(stage)
    book.bearers = {"yann"}
    await stage.write("nadia", "Je suis là")
    await stage.settled()
    assert SAY("refusal-role-lost") in stage.last_answer("nadia")
    assert "Je suis là" not in await stage.view("camille")


async def test_co_mentor_goes_on_with_whoever_asked(
    stage: StageDriver, core: Core, book: Book
) -> None:
    await claimed(stage)
    await stage.press("nadia", SAY("button-backup"))
    await stage.settled()
    await stage.press("yann", SAY("button-join"))
    await stage.settled()
    book.bearers = {"yann"}
    await stage.write("camille", "Qui me lit ?")
    await stage.settled()
    assert "Qui me lit ?" in await stage.view("yann")
    assert "Qui me lit ?" not in await stage.view("nadia")
    assert await standings(core) == {"nadia": "left", "yann": "approved"}


async def test_words_pass_while_nobody_can_tell(stage: StageDriver, book: Book) -> None:
    await claimed(stage)
    book.is_closed = True
    await stage.write("camille", "Vous êtes là ?")
    await stage.settled()
    assert "Vous êtes là ?" in await stage.view("nadia")


async def test_doubt_speaks_for_a_mentor(stage: StageDriver, core: Core, book: Book) -> None:
    await publish(stage)
    book.is_closed = True
    await stage.press("nadia", SAY("button-claim"))
    await stage.settled()
    assert SAY("state-claimed") in await stage.view("louis")
    assert await standings(core) == {"nadia": "approved", "yann": "approved"}
