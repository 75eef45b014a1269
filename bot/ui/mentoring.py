"""Becoming a mentor: the profile and the approval; ready-made replies."""

from dataclasses import replace

from bot.domain.limits import NAMES_MAX
from bot.domain.mentor import Mentor, Notice, Profile, Standing
from bot.domain.people import LANGUAGES
from bot.ui.fields import question
from bot.ui.forms import ChoiceField, Form, TextField, TickField
from bot.ui.holidays import holidays_in_words
from bot.ui.hours import hours_in_words
from bot.ui.screen import Button, Card, Facts, Option, Style, Text
from bot.ui.words import category_name, category_options
from bot.wording import Wording

NEWCOMER = Profile("")


def profile_form(say: Wording, mentor: Mentor | None, time_zone: str) -> Form:
    """Return the form of `/mentor`, filled in with what is known."""
    newcomer = replace(NEWCOMER, languages=(say.language,), time_zone=time_zone)
    profile = mentor.profile if mentor else newcomer

    def line(name: str, value: str, *, required: bool = False) -> TextField:
        return question(say, "profile", name, value, required=required)

    return Form(
        title=say("profile-title"),
        intro=say("profile-intro"),
        act="mentor.apply",
        subject=mentor.id if mentor else "new",
        submit=say("button-save"),
        fields=(
            line("display_name", profile.display_name, required=True),
            *_profile_choices(say, profile),
            line("sectors", ", ".join(profile.sectors)),
            line("hours", hours_in_words(profile, say.language)),
            line("time_zone", profile.time_zone),
            TickField(
                "quiet", say("profile-quiet"), hint=say("profile-quiet-hint"), value=profile.quiet
            ),
            line("holidays", holidays_in_words(profile)),
            line("capacity", str(profile.capacity)),
            line("conflicts", ", ".join(profile.conflicts)),
            question(
                say, "profile", "experience", profile.experience, long=True, max_length=NAMES_MAX
            ),
            *((line("code", ""),) if mentor is None else ()),
        ),
    )


def _profile_choices(say: Wording, profile: Profile) -> tuple[ChoiceField, ...]:
    languages = tuple(Option(code, say(f"language-{code}")) for code in LANGUAGES)
    notices = tuple(Option(each.value, say(f"notice-{each.value}")) for each in Notice)
    known = tuple(category.value for category in profile.categories)
    return (
        ChoiceField(
            "categories", say("profile-categories"), category_options(say), value=known, many=True
        ),
        ChoiceField(
            "languages",
            say("profile-languages"),
            languages,
            value=profile.languages,
            many=True,
            required=True,
        ),
        ChoiceField("notice", say("profile-notice"), notices, value=(profile.notice.value,)),
    )


def application_card(say: Wording, mentor: Mentor) -> Card:
    """Return what a moderator decides upon."""
    profile = mentor.profile
    topics = ", ".join(category_name(say, c) for c in profile.categories)
    rows = (
        (say("label-standing"), say(f"standing-{mentor.standing.value}")),
        (say("application-categories"), topics or "–"),
        (say("profile-languages"), ", ".join(say(f"language-{c}") for c in profile.languages)),
        (say("profile-sectors"), ", ".join(profile.sectors) or "–"),
    )
    waits = mentor.standing is Standing.APPLIED
    controls = (
        Button(say("button-approve"), "mentor.decide", mentor.id, "yes", Style.PRIMARY),
        Button(say("button-decline"), "mentor.decide", mentor.id, "no", Style.DANGER),
    )
    return Card(
        title=say(f"application-{mentor.standing.value}-title", name=mentor.name),
        blocks=(Text(profile.experience or say("application-no-words")), Facts(rows)),
        controls=controls if waits else (),
    )


def decision_card(say: Wording, mentor: Mentor) -> Card:
    """Tell a volunteer what the moderators decided."""
    approved = mentor.standing is Standing.APPROVED
    key = "decision-approved" if approved else "decision-declined"
    return Card(say(f"{key}-title"), (Text(say(key)),))


def snippet_form(say: Wording, request: str) -> Form:
    """Return the form that keeps a ready-made reply."""
    return Form(
        say("snippet-form-title"),
        "snippet.keep",
        request,
        (
            TextField("title", say("snippet-form-name"), required=True, max_length=60),
            TextField(
                "text",
                say("snippet-form-text"),
                hint=say("snippet-form-hint"),
                required=True,
                long=True,
                max_length=1500,
            ),
            TickField("shared", say("snippet-form-shared"), hint=say("snippet-form-shared-hint")),
        ),
        say("button-save"),
    )
