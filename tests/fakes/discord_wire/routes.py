"""What each REST route does to the town."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.fakes.discord_wire.town import (
    BOT,
    DM_CHANNEL,
    EPHEMERAL,
    FORUM,
    GUILD,
    PRIVATE_THREAD,
    READ_HISTORY,
    User,
    read_by_bot,
)

if TYPE_CHECKING:
    from tests.fakes.discord_wire.wire import Wire

Answer = tuple[int, Any]


class Refused(Exception):
    """An answer of Discord's that is an error."""

    def __init__(self, status: int, code: int) -> None:
        self.status, self.code = status, code
        super().__init__(f"{status} {code}")


Handler = Callable[..., Answer]


def _me(wire: "Wire", **_: Any) -> Answer:
    return 200, wire.town.bot()


def _application(wire: "Wire", **_: Any) -> Answer:
    return 200, {
        "id": BOT, "name": "Entraide", "description": "", "icon": None, "bot_public": True,
        "bot_require_code_grant": False, "verify_key": "", "owner": wire.town.bot(),
        "flags": wire.town.flags, "summary": "", "hook": True, "team": None,
    }  # fmt: skip


def _gateway(wire: "Wire", **_: Any) -> Answer:
    limit = {"total": 1000, "remaining": 999, "reset_after": 1000, "max_concurrency": 1}
    return 200, {"url": wire.gateway.address, "shards": 1, "session_start_limit": limit}


def _commands(wire: "Wire", application: str, body: Any, **_: Any) -> Answer:
    wire.town.commands = [{**each, "id": wire.town.number()} for each in body]
    return 200, wire.town.commands


def _open_private(wire: "Wire", body: Any, **_: Any) -> Answer:
    user = wire.town.users.get(body["recipient_id"])
    if user is None:
        raise Refused(404, 10013)
    return 200, wire.town.private_with(user.id).json


def _send(wire: "Wire", channel: str, body: Any, **_: Any) -> Answer:
    place = wire.place(channel)
    if place.kind == DM_CHANNEL:
        (user,) = place.members or set()
        _check_open(wire.town.users[user])
    nonce = (channel, str(body.get("nonce")))
    if body.get("enforce_nonce") and nonce in wire.town.nonces:
        return 200, place.messages[wire.town.nonces[nonce]]
    message = wire.town.add_message(place, wire.town.bot(), body)
    wire.town.nonces[nonce] = message["id"]
    return 200, message


def _check_open(user: User) -> None:
    if not user.is_member:
        raise Refused(403, 50278)
    if not user.is_open:
        raise Refused(403, user.refusal)


def _change(wire: "Wire", channel: str, number: str, body: Any, **_: Any) -> Answer:
    message = wire.message(channel, number)
    message.update({name: body[name] for name in ("components", "flags") if name in body})
    return 200, message


def _read(wire: "Wire", channel: str, number: str, **_: Any) -> Answer:
    return 200, wire.message(channel, number)


def _history(wire: "Wire", channel: str, query: dict[str, str], **_: Any) -> Answer:
    place, limit = wire.place(channel), int(query.get("limit", "50"))
    if not wire.town.bot_may & READ_HISTORY and place.kind != DM_CHANNEL:
        return 200, []
    ids = {"after": int(query.get("after", "0")), "before": int(query.get("before", 1 << 64))}
    found = [m for n, m in place.messages.items() if ids["after"] < int(n) < ids["before"]]
    read = [read_by_bot(place, message) for message in found]
    read = read[:limit] if "after" in query else read[-limit:]
    return 200, read[::-1]


def _delete(wire: "Wire", channel: str, number: str, **_: Any) -> Answer:
    wire.message(channel, number)
    del wire.place(channel).messages[number]
    return 204, None


def _react(wire: "Wire", channel: str, number: str, emoji: str, **_: Any) -> Answer:
    wire.message(channel, number)
    wire.town.reactions.setdefault((channel, number), []).append(emoji)
    return 204, None


def _unreact(wire: "Wire", channel: str, number: str, emoji: str, **_: Any) -> Answer:
    wire.town.reactions[channel, number].remove(emoji)
    return 204, None


def _thread(wire: "Wire", channel: str, body: Any, **_: Any) -> Answer:
    parent = wire.place(channel)
    if parent.kind == FORUM:
        thread = wire.town.add_place(11, body["name"], parent=channel)
        thread.applied = body["applied_tags"]
        message = wire.town.message(thread, wire.town.bot(), body["message"])
        message["id"] = thread.id
        thread.messages[thread.id] = message
        return 201, {**thread.json, "message": message}
    members = set[str]() if body["type"] == PRIVATE_THREAD else None
    return 201, wire.town.add_place(
        body["type"], body["name"], parent=channel, members=members
    ).json


def _channel(wire: "Wire", channel: str, **_: Any) -> Answer:
    return 200, wire.place(channel).json


def _change_channel(wire: "Wire", channel: str, body: Any, **_: Any) -> Answer:
    wire.place(channel).applied = body["applied_tags"]
    return 200, wire.place(channel).json


def _delete_channel(wire: "Wire", channel: str, **_: Any) -> Answer:
    return 200, wire.town.places.pop(wire.place(channel).id).json


def _let_in(wire: "Wire", channel: str, user: str, **_: Any) -> Answer:
    members = wire.place(channel).members
    if members is not None:
        members.add(user)
    return 204, None


def _put_out(wire: "Wire", channel: str, user: str, **_: Any) -> Answer:
    members = wire.place(channel).members
    if members is not None:
        members.discard(user)
    return 204, None


def _active(wire: "Wire", guild: str, **_: Any) -> Answer:
    threads = [place.json for place in wire.town.places.values() if place.parent]
    return 200, {"threads": threads, "members": []}


def _guild(wire: "Wire", guild: str, query: dict[str, str], **_: Any) -> Answer:
    if guild != GUILD:
        raise Refused(404, 10004)
    is_counted = query.get("with_counts") in ("1", "true")
    counts = {"approximate_member_count": wire.town.crowd} if is_counted else {}
    return 200, wire.town.guild() | counts


def _channels(wire: "Wire", guild: str, **_: Any) -> Answer:
    return 200, wire.town.guild()["channels"]


def _member(wire: "Wire", guild: str, user: str, **_: Any) -> Answer:
    if user == BOT:
        return 200, wire.town.us()
    if user in wire.town.bots:
        return 200, wire.town.bots[user]
    if user not in wire.town.users or not wire.town.users[user].is_member:
        raise Refused(404, 10007)
    member = wire.town.users[user]
    return 200, {"user": member.json, "roles": member.roles, "flags": 0}


def _roles(wire: "Wire", guild: str, **_: Any) -> Answer:
    return 200, wire.town.guild()["roles"]


def _call_back(wire: "Wire", number: str, token: str, body: Any, **_: Any) -> Answer:
    interaction = wire.interactions[token]
    if interaction.callbacks:
        raise Refused(400, 40060)
    kind, data = body["type"], body["data"]
    interaction.callbacks.append(kind)
    interaction.acknowledged_at = asyncio.get_running_loop().time()
    if kind == 9:
        interaction.modal = data
    elif kind in (4, 7):
        assert kind == 7 or data["flags"] & EPHEMERAL, "an answer that everybody would see"
        interaction.message = data
    else:
        assert data["flags"] == EPHEMERAL, "a deferral that can never be private again"
    interaction.answered.set()
    if kind != 5:
        interaction.done.set()
    return 204, None


def _complete(wire: "Wire", application: str, token: str, body: Any, **_: Any) -> Answer:
    wire.interactions[token].message = body
    wire.interactions[token].done.set()
    return 200, {}


def _follow_up(wire: "Wire", application: str, token: str, body: Any, **_: Any) -> Answer:
    assert wire.interactions[token].callbacks, "nothing was answered yet"
    assert body["flags"] & EPHEMERAL, "a message that everybody would see"
    wire.interactions[token].later.append(body)
    return 200, {"id": wire.town.number()}


_N = r"(\d+)"
_MESSAGE = rf"/channels/{_N}/messages/{_N}"
ROUTES: list[tuple[str, str, Handler]] = [
    ("GET", "/users/@me", _me),
    ("GET", "/oauth2/applications/@me", _application),
    ("GET", "/gateway/bot", _gateway),
    ("PUT", rf"/applications/{_N}/commands", _commands),
    ("POST", "/users/@me/channels", _open_private),
    ("POST", rf"/channels/{_N}/messages", _send),
    ("GET", rf"/channels/{_N}/messages", _history),
    ("GET", _MESSAGE, _read),
    ("PATCH", _MESSAGE, _change),
    ("DELETE", _MESSAGE, _delete),
    ("PUT", rf"{_MESSAGE}/reactions/([^/]+)/@me", _react),
    ("DELETE", rf"{_MESSAGE}/reactions/([^/]+)/@me", _unreact),
    ("POST", rf"/channels/{_N}/threads", _thread),
    ("GET", rf"/channels/{_N}", _channel),
    ("PATCH", rf"/channels/{_N}", _change_channel),
    ("DELETE", rf"/channels/{_N}", _delete_channel),
    ("PUT", rf"/channels/{_N}/thread-members/{_N}", _let_in),
    ("DELETE", rf"/channels/{_N}/thread-members/{_N}", _put_out),
    ("GET", rf"/guilds/{_N}/threads/active", _active),
    ("GET", rf"/guilds/{_N}", _guild),
    ("GET", rf"/guilds/{_N}/channels", _channels),
    ("GET", rf"/guilds/{_N}/members/{_N}", _member),
    ("GET", rf"/guilds/{_N}/roles", _roles),
    ("POST", rf"/interactions/{_N}/([^/]+)/callback", _call_back),
    ("PATCH", rf"/webhooks/{_N}/([^/]+)/messages/@original", _complete),
    ("POST", rf"/webhooks/{_N}/([^/]+)", _follow_up),
]
