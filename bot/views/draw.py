"""Turns a delivery into a post: the table of views, and the one function that draws."""

from collections.abc import Mapping

from bot.ports.outbound import Delivery, Post
from bot.tools import Tools
from bot.views import cases, drills, moderating, naming, requests, spaces, talking
from bot.views.scene import View, scene_of

VIEWS: Mapping[str, View] = {
    "request-card": requests.request_card,
    "mentor-notice": requests.mentor_notice,
    "mentor-call": requests.mentor_call,
    "own-card": requests.own_card,
    "thread-opener": requests.thread_opener,
    "moderator-alert": requests.moderator_alert,
    "report-answer": requests.report_answer,
    "handover": requests.handover,
    "backup": requests.backup,
    "joining-question": requests.joining_question,
    "erased": requests.erased,
    "emptied": requests.emptied,
    "gone": requests.gone,
    "message": talking.message,
    "mark": talking.mark,
    "news": talking.news,
    "close-question": talking.close_question,
    "silence-warning": talking.silence_warning,
    "ended": talking.ended,
    "name-question": naming.name_question,
    "names": naming.names,
    "invitation": naming.invitation,
    "consent": cases.consent,
    "review": cases.review,
    "draft-declined": cases.declined,
    "case-published": cases.published,
    "drill": drills.drill,
    "application": cases.application,
    "decision": cases.decision,
    "digest": moderating.digest,
    "joining": spaces.joining,
    "joining-answer": spaces.answer,
    "space-left": spaces.left,
    "mentor-parted": spaces.mentor_parted,
}


async def draw(delivery: Delivery, *, tools: Tools) -> Post | None:
    """Return what to show and where; None when nobody is left to show it to."""
    async with tools.uow() as uow:
        scene = await scene_of(tools, uow, delivery)
        if scene is None:
            return None
        drawing = None if scene.is_over else await VIEWS[delivery.view](scene)
        marked = await talking.message_of(scene) if delivery.view == "mark" else None
        return Post(scene.target, drawing, origin=marked.origin if marked else "")
