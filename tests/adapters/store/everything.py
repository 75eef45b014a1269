"""A store with something in every table that keys protect, and how to read all of it again."""

from collections.abc import Sequence
from datetime import timedelta

from adapters.slack.notes import Notes, Upload
from adapters.store.sql import SqlStore
from bot.domain.community import Channel
from bot.domain.drill import Drill
from bot.domain.ids import AttachmentId, CaseId, DrillId, MentorId, RequestId, SnippetId
from bot.domain.snippet import Snippet
from bot.domain.trail import By, Entry
from bot.domain.vocabulary import Urgency
from bot.ports.outbound import Delivery, QueuedDelivery, ToMentor, ToRequester, ToRoom
from bot.ports.store import UnitOfWork
from tests.contracts.store.people import (
    HERE,
    LEA,
    MAX,
    a_block,
    a_case,
    a_community,
    a_draft,
    a_held_request,
    a_mentor,
    a_message,
    a_picture,
)
from tests.fakes.clock import FakeClock

REQUEST, NADIA = RequestId("request"), MentorId("nadia")
DAY = timedelta(days=1)
POSTS = tuple(
    Delivery(HERE, to, "request-card", "card", REQUEST)
    for to in (ToRoom(0, Channel.HELP), ToRequester(REQUEST), ToMentor(NADIA))
)
ROOM_POST = Delivery(HERE, ToRoom(1, Channel.MODERATORS), "digest", "digest")
UPLOAD = Upload("team-1", "picture", "F1", REQUEST)


async def fill(store: SqlStore, clock: FakeClock) -> None:
    """Write something everywhere."""
    async with store.uow() as unit:
        await _write(unit, clock)
        await unit.commit()
    await _post(store, clock)
    until = clock.now() + 30 * DAY
    await store.platform_memory.put("c" * 64, "free", request=None, expires_at=until)
    await store.platform_memory.put("d" * 64, "bound", request=REQUEST, expires_at=until)
    await notes(store, clock).keep_upload(UPLOAD)
    await notes(store, clock).choose_notice("team-1", "max", wanted=True)


async def _write(unit: UnitOfWork, clock: FakeClock) -> None:
    now = clock.now()
    await unit.communities.add(a_community())
    await unit.mentors.add(a_mentor())
    await unit.requests.add(a_held_request())
    await unit.relay.add_picture(REQUEST, a_picture())
    await unit.relay.add(a_message(pictures=(AttachmentId("picture"),)))
    await unit.drafts.add(a_draft())
    await unit.cases.add(a_case())
    await unit.snippets.add(Snippet(SnippetId("snippet"), HERE, NADIA, "Bonjour", "Respirez."))
    await unit.drills.add(Drill(DrillId("drill"), HERE, MAX, "fr", CaseId("case"), length=2))
    await unit.trail.note(1, Entry(HERE, now, "request-claimed", By.MENTOR, REQUEST, NADIA))
    await unit.blocks.block(LEA, a_block("block", now + DAY, REQUEST))
    await unit.blocks.block(MAX, a_block("other", now + DAY))
    await unit.blocks.part(HERE, LEA, NADIA, now + DAY)
    await unit.limits.hit(HERE, LEA, "request", now - DAY, now)
    await unit.notices.invite_once(HERE, MAX, now + DAY)


async def _post(store: SqlStore, clock: FakeClock) -> None:
    for queued in await posted(store, clock, Urgency.NOW):
        await store.outbox.delivered(queued, f"handle of {queued.delivery.recipient}")


async def posted(store: SqlStore, clock: FakeClock, urgency: Urgency) -> Sequence[QueuedDelivery]:
    """Change the request, and return what is to be posted of it."""
    async with store.uow() as unit:
        request = await unit.requests.get(REQUEST)
        request.change_urgency(urgency)
        await unit.requests.save(request)
        await unit.commit()
    [event] = await store.outbox.events(10)
    await store.outbox.fan_out(event, [*POSTS, ROOM_POST])
    return await store.outbox.take(clock.now(), 20)


def notes(store: SqlStore, clock: FakeClock) -> Notes:
    """Return Slack's notes, whose keys are joined of shortened pseudonyms."""
    return Notes(memory=store.platform_memory, vault=store.vault, clock=clock)


async def read_all(store: SqlStore, clock: FakeClock) -> dict[str, object]:
    """Return everything that was written, found in every way that there is."""
    async with store.uow() as unit:
        found = {**await _of_requests(unit), **await _of_people(unit, clock)}
    memory, slack = store.platform_memory, notes(store, clock)
    found["notes"] = [await memory.get(store.vault.blinded(key * 64, since=1)) for key in "cd"]
    found["uploads"] = [await slack.uploads(), await slack.uploads(REQUEST)]
    found["wants notice"] = await slack.wants_notice("team-1", "max")
    return found


async def _of_requests(unit: UnitOfWork) -> dict[str, object]:
    return {
        "request": await unit.requests.get(REQUEST),
        "of": await unit.requests.of(HERE, LEA),
        "by receipt": await unit.requests.by_receipt(HERE, "ABCD-request"),
        "conversation": await unit.relay.of(REQUEST),
        "by origin": await unit.relay.by_origin(REQUEST, "origin-message"),
        "picture": await unit.relay.picture(AttachmentId("picture")),
        "draft": await unit.drafts.of(REQUEST),
        "drills": await unit.drills.of(HERE, MAX),
    }


async def _of_people(unit: UnitOfWork, clock: FakeClock) -> dict[str, object]:
    now, nadia = clock.now(), a_mentor()
    return {
        "community": await unit.communities.at("slack", "team-here"),
        "mentors": [await unit.mentors.at(HERE, each) for each in nadia.addresses],
        "cases": await unit.cases.all(),
        "snippets": await unit.snippets.available(HERE, NADIA),
        "trail": await unit.trail.of(HERE, now - DAY, now + DAY),
        "blocks": await unit.blocks.all(HERE, now),
        "blocked": await unit.blocks.blocked_among(HERE, [LEA, MAX], now),
        "parted": await unit.blocks.parted(HERE, LEA, [NADIA], now),
    }
