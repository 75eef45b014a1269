"""The door that adapters enter by, and the contents page of what Entraide can do."""

from collections.abc import Mapping

from bot.desk import (
    asking,
    drilling,
    finding,
    helping,
    linking,
    mentoring,
    moderating,
    naming,
    partnering,
    privacy,
    remembering,
    reporting,
    resting,
    setting_up,
    talking,
)
from bot.desk.conversing import Conversing, retried
from bot.domain.errors import InvalidAnswers, NotFound, Refusal
from bot.domain.people import Actor
from bot.services.communities.close_space import close_space
from bot.tools import Door
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import refused
from bot.ui.screen import Screen

ACTS: Mapping[str, Door] = {
    # asking
    "request.ask": asking.open_form,
    "request.draft": asking.submit,
    "request.edit": asking.edit,
    "request.publish": asking.confirm,
    "request.cancel": asking.cancel,
    "request.details.form": asking.details_form,
    "request.details": asking.add_details,
    "request.urgency.form": asking.urgency_form,
    "request.urgency": asking.change_urgency,
    "request.withdraw": asking.take_back,
    "request.reopen": asking.ask_again,
    # helping
    "request.look": helping.look,
    "request.claim": helping.take,
    "request.unclaim": helping.undo,
    "request.pass": helping.not_for_me,
    "request.release.form": helping.release_form,
    "request.release": helping.give_back,
    "request.offer.form": helping.offer_form,
    "request.offer": helping.offer,
    "request.accept": helping.accept,
    "request.decline": helping.decline,
    "request.backup": helping.backup,
    "request.invite.form": helping.invite_form,
    "request.invite": helping.invite,
    "request.join": helping.join,
    "request.snippets": helping.snippets,
    "request.snippet": helping.send_snippet,
    # talking
    "inbox.list": talking.inbox,
    "inbox.read": talking.read,
    "inbox.reply.form": talking.reply_form,
    "inbox.reply": talking.reply,
    "relay.form": talking.reread_form,
    "relay.send": talking.send_reread,
    "request.close": talking.propose_close,
    "request.close.yes": talking.confirm_close,
    "request.close.no": talking.keep_open,
    "request.rate": talking.rate,
    "request.another": talking.another,
    "request.part": talking.part,
    "request.report.form": reporting.report_form,
    "request.report": reporting.report,
    "request.name.form": naming.form,
    "request.name": naming.give,
    "request.name.keep": naming.keep,
    # the memory
    "case.find": finding.find,
    "case.search.form": finding.form,
    "case.search": finding.search,
    "case.show": finding.show,
    "case.judge": finding.judge,
    "case.correct.form": remembering.correct_form,
    "case.correct": remembering.correct,
    "case.retract": finding.retract,
    "playbook.find": finding.playbook,
    "playbook.show": finding.show_playbook,
    # rehearsals
    "drill.choose": drilling.choose,
    "drill.kind": drilling.of_kind,
    "drill.any": drilling.any_case,
    "drill.open": drilling.open_case,
    "drill.begin": drilling.begin,
    "drill.resume": drilling.resume,
    "drill.answer.form": drilling.answer_form,
    "drill.answer": drilling.answer,
    "drill.show": drilling.show,
    "drill.next": drilling.go_on,
    # from a request to a case
    "debrief.form": remembering.debrief_form,
    "debrief.submit": remembering.submit,
    "draft.rewrite": remembering.rewrite,
    "draft.agree": remembering.agree,
    "draft.refuse": remembering.refuse,
    "review.queue": remembering.queue,
    "review.show": remembering.show,
    "review.edit.form": remembering.edit_form,
    "review.edit": remembering.edit,
    "review.publish": remembering.publish,
    "review.decline.form": remembering.decline_form,
    "review.decline": remembering.decline,
    # mentors
    "mentor.home": resting.home,
    "mentor.form": mentoring.form,
    "mentor.apply": mentoring.submit,
    "mentor.rest": resting.rest,
    "mentor.pause.form": resting.pause_form,
    "mentor.pause": resting.pause,
    "mentor.link": resting.link,
    "mentor.leave": resting.leave,
    "mentor.review": mentoring.review,
    "mentor.decide": mentoring.decide,
    "snippet.form": mentoring.snippet_form,
    "snippet.keep": mentoring.keep,
    "snippet.remove": mentoring.drop_snippet,
    # moderators, privacy, language
    "person.speak": privacy.speak,
    "moderation.desk": moderating.desk,
    "moderation.trail": moderating.trail,
    "moderation.trail.csv": moderating.trail_file,
    "moderation.weeks": moderating.weeks,
    "moderation.weeks.csv": moderating.weeks_file,
    "request.block.form": moderating.block_form,
    "request.block": moderating.block,
    "moderation.look": moderating.look,
    "moderation.reports": reporting.queue,
    "report.show": reporting.show,
    "report.settle.form": reporting.form,
    "report.settle": reporting.settle,
    "moderation.blocks": moderating.blocks,
    "moderation.lift": moderating.lift,
    "setup.home": setting_up.home,
    "setup.place.form": setting_up.place_form,
    "setup.place": setting_up.place,
    "setup.role.form": setting_up.role_form,
    "setup.role": setting_up.role,
    "setup.waves.form": setting_up.waves_form,
    "setup.waves": setting_up.waves,
    "setup.local.form": setting_up.local_form,
    "setup.local": setting_up.local,
    "setup.retention.form": setting_up.retention_form,
    "setup.retention": setting_up.retention,
    "partner.home": partnering.home,
    "partner.invite.form": partnering.invite_form,
    "partner.invite": partnering.invite,
    "partner.accept.form": partnering.accept_form,
    "partner.accept": partnering.accept,
    "partner.end": partnering.end,
    "space.home": linking.home,
    "space.code": linking.code,
    "space.enter.form": linking.enter_form,
    "space.enter": linking.enter,
    "space.join": linking.join,
    "space.welcome": linking.welcome,
    "space.refuse": linking.refuse,
    "space.leave.ask": linking.ask_leave,
    "space.leave": linking.leave,
    "privacy.show": privacy.show,
    "privacy.export": privacy.export,
    "privacy.erase.ask": privacy.ask_erase,
    "privacy.erase": privacy.erase_all,
    "request.erase.ask": privacy.ask_erase,
    "request.erase": privacy.erase_one,
    "privacy.receipt.form": privacy.receipt_form,
    "privacy.receipt": privacy.use_receipt,
}

# A form whose answers have faults comes back, opened by this act and filled in.
OPENERS: Mapping[str, str] = {
    **{act: f"{act}.form" for act in ACTS if f"{act}.form" in ACTS},
    "request.draft": "request.ask",
    "case.find": "case.search.form",
    "relay.send": "relay.form",
    "debrief.submit": "debrief.form",
    "mentor.apply": "mentor.form",
    "snippet.keep": "snippet.form",
}

# What can be done where no community lives yet: read a form, found one, or join one.
_FOUNDING = frozenset({"setup.place.form", "setup.place"})
_JOINING = frozenset({"space.enter.form", "space.enter", "space.join"})
HOMELESS = frozenset({"request.ask", "moderation.desk"}) | _FOUNDING | _JOINING


class HelpDesk(Conversing):
    """Takes what people do, from any platform, and answers with neutral screens.

    Every refusal is an answer: a kind sentence in the person's language. Only what we
    did not foresee leaves as an exception, for the adapter to log and excuse.
    """

    async def handle(self, who: Actor, gesture: Gesture) -> Answer:
        """Do what a button, a form or a command asks; the answer is for ``who`` alone."""
        say = self._tools.say(who)
        try:
            door = ACTS.get(gesture.act)
            if door is None:
                raise NotFound("refusal-unknown-act")
            gesture.require_bounded()
            if not who.community and gesture.act not in HOMELESS:
                raise NotFound("refusal-no-community")
            return await retried(lambda: door(self._tools, who, gesture))
        except InvalidAnswers as faults:
            return await self._form_again(who, gesture, faults)
        except Refusal as refusal:
            return Screen.of(refused(say, refusal))

    async def space_removed(self, platform: str, space: str) -> None:
        """Let go of a guild or a workspace that removed the bot."""
        t = self._tools
        await retried(lambda: close_space(platform, space, uow=t.uow(), clock=t.clock))

    async def _form_again(self, who: Actor, gesture: Gesture, faults: InvalidAnswers) -> Answer:
        """Open the form again with all that was typed and a sentence beside each fault."""
        say, opener = self._tools.say(who), OPENERS.get(gesture.act, "")
        try:
            form = await ACTS[opener](self._tools, who, Gesture(opener, gesture.subject))
        except (Refusal, KeyError):  # not theirs to open, or sent without any form
            return Screen.of(refused(say, faults.first))
        if not isinstance(form, Form):
            return form
        told = {
            name: say(key, **{**faults.arguments, **form.bound(name)})
            for name, key in faults.faults.items()
        }
        return form.refilled(gesture).with_faults(say(faults.key, **faults.arguments), told)
