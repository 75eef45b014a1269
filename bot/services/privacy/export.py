"""Give a person everything that is stored about them, as plain data."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, time
from typing import Any

from bot.domain.drill import Drill
from bot.domain.mentor import Mentor
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.store import UnitOfWork


async def export(actor: Actor, *, uow: UnitOfWork) -> Mapping[str, Any]:
    """Return the actor's requests, rehearsals and profile as a mentor, ready for JSON."""
    async with uow:
        requests = await uow.requests.of(actor.community, actor.address)
        drills = await uow.drills.of(actor.community, actor.address)
        mentor = await uow.mentors.at(actor.community, actor.address)
        return {
            "requests": [await _request(uow, request) for request in requests],
            "rehearsals": [_drill(drill) for drill in drills],
            "mentor": await _mentor(uow, mentor) if mentor else None,
        }


def _drill(drill: Drill) -> Mapping[str, Any]:
    own = () if drill.is_team else drill.answers  # a team's answers are everybody's
    answers = [{"moment": each.scene, "text": each.text} for each in own]
    return {"case": drill.case, "team": drill.is_team, "answers": answers}


async def _mentor(uow: UnitOfWork, mentor: Mentor) -> Mapping[str, Any]:
    known = await uow.snippets.available(mentor.community, mentor.id)
    own = [each for each in known if each.mentor == mentor.id]
    return {
        "standing": mentor.standing.value,
        "language": mentor.language,
        "profile": _plain(asdict(mentor.profile)),
        "record": asdict(mentor.record),
        "ready_made_replies": [{"title": each.title, "text": each.text} for each in own],
    }


def _plain(value: Any) -> Any:
    """Return a value as JSON knows it; days and hours as ISO writes them."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date | time) else value


async def _request(uow: UnitOfWork, request: Request) -> Mapping[str, Any]:
    messages = await uow.relay.of(request.id)
    return {
        "code_name": request.code_name,
        "created_on": request.created_on.isoformat(),
        "state": request.state.value,
        "urgency": request.urgency.value,
        "category": request.category.value if request.category else None,
        "text": request.text,
        "names_to_hide": list(request.hidden_names),
        "whom_not_to_ask": request.excluded,
        "name_given": request.naming.requester,
        "messages": [
            {"from": message.author.value, "text": message.text, "deleted": message.deleted}
            for message in messages
        ],
    }
