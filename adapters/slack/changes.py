"""What was changed or deleted in a thread while nobody listened: compared with what stands."""

from collections.abc import Awaitable, Callable, Mapping

from adapters.slack.events import Payload, origin_of
from adapters.slack.notes import Notes, Spoken, Talk
from adapters.slack.web import Json, Web

PAGES_MAX = 10  # what was written after them stays as it was passed on
AT_ONCE = "200"  # what Slack recommends at most

Take = Callable[[Payload], Awaitable[object]]  # takes an event, or says why not


class Changes:
    """Lets changes and deletions follow that no event told, as if one did."""

    def __init__(self, *, web: Web, notes: Notes, take: Take) -> None:
        self._web, self._notes, self._take = web, notes, take

    async def catch_up(self, talk: Talk) -> None:
        """Compare what was heard in a thread with what stands there now."""
        if not talk.said:
            return
        there, until = await self._standing(talk)
        for ts in talk.said:
            spoken = await self._notes.spoken(origin_of(talk.space, talk.channel, ts))
            if spoken is None or spoken.gone:
                continue
            if ts not in there and (not until or ts <= until):
                await self._take(_deletion(talk, ts, spoken))
            elif ts in there and _edited(there[ts]) not in ("", spoken.edited):
                await self._take(_change(talk, there[ts]))

    async def _standing(self, talk: Talk) -> tuple[Mapping[str, Json], str]:
        """Return the messages of a thread, and until which one they are all there, if not all."""
        found: dict[str, Json] = {}
        cursor = ""
        for _ in range(PAGES_MAX):
            page = await self._web.ask(
                talk.space,
                "conversations.replies",
                channel=talk.channel,
                ts=talk.ts,
                oldest=min(talk.said),
                inclusive="true",
                limit=AT_ONCE,
                cursor=cursor,
            )
            found |= {message["ts"]: message for message in page["messages"]}
            cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
            if not cursor:
                return found, ""
        return found, max(found)


def _edited(message: Json) -> str:
    return str((message.get("edited") or {}).get("ts", ""))


def _change(talk: Talk, message: Json) -> Payload:
    event = {"subtype": "message_changed", "channel": talk.channel, "message": message}
    return {"team_id": talk.space, "event": event}


def _deletion(talk: Talk, ts: str, spoken: Spoken) -> Payload:
    message = {"user": spoken.user, "ts": ts, "thread_ts": talk.ts}
    event = {"subtype": "message_deleted", "channel": talk.channel, "deleted_ts": ts}
    return {"team_id": talk.space, "event": {**event, "previous_message": message}}
