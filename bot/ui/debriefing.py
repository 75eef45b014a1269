"""From a resolved request to a case: the debrief, the two consents, the review."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.domain.case_draft import CaseDraft, CommunityCase, Stage, Story
from bot.domain.limits import LINE_MAX, STORY_MAX
from bot.ui.forms import ChoiceField, Field, Form, TextField
from bot.ui.screen import (
    Block,
    Bullets,
    Button,
    Card,
    Change,
    Choice,
    Diff,
    Facts,
    Heading,
    Option,
    Style,
    Text,
)
from bot.ui.words import category_name, category_options
from bot.wording import Wording

# Each part of a story, and its name for those who did not live it.
_PARTS: Mapping[str, str] = {
    "title": "debrief-title",
    "situation": "debrief-situation",
    "response": "case-response",
    "outcome": "case-ending",
    "lessons": "case-lessons",
}


def story_form(say: Wording, request: str, filled: Mapping[str, str]) -> Form:
    """Return the form of a story for who lived it."""
    fields = tuple(
        replace(
            _part(say, part, filled), label=say(f"debrief-{part}"), hint=say(f"debrief-{part}-hint")
        )
        for part in _PARTS
    )
    return Form(
        say("debrief-form-title"),
        "debrief.submit",
        request,
        (*fields, _category(say, filled)),
        say("debrief-submit"),
        intro=say("debrief-intro"),
    )


def review_form(say: Wording, draft: CaseDraft) -> Form:
    """Return the form that changes words of a story; who lived it is asked again."""
    fields, intro = _parts(say, draft.story), say("review-footnote")
    title, submit = say("review-card-title"), say("review-edit-submit")
    return Form(title, "review.edit", draft.id, fields, submit, intro=intro)


def correction_form(say: Wording, case: CommunityCase) -> Form:
    """Return the form that changes words of a published case."""
    fields, title = _parts(say, case.story), say("button-correct")
    return Form(title, "case.correct", case.id, fields, say("button-save"))


def _parts(say: Wording, story: Story) -> tuple[Field, ...]:
    filled = answers_of(story)
    return (*(_part(say, part, filled) for part in _PARTS), _category(say, filled))


def _part(say: Wording, part: str, filled: Mapping[str, str]) -> TextField:
    return TextField(
        part,
        say(_PARTS[part]),
        value=filled.get(part, ""),
        required=True,
        long=part != "title",
        max_length=LINE_MAX if part == "title" else STORY_MAX,
    )


def _category(say: Wording, filled: Mapping[str, str]) -> ChoiceField:
    return ChoiceField(
        "category",
        say("label-category"),
        category_options(say),
        value=tuple(filter(None, (filled.get("category", ""),))),
        required=True,
    )


def answers_of(story: Story) -> Mapping[str, str]:
    """Return a story as the answers that made it."""
    return {
        "title": story.title,
        "situation": story.situation,
        "response": story.response,
        "outcome": story.outcome,
        "lessons": "\n".join(story.lessons),
        "category": story.category.value,
    }


def consent_card(say: Wording, draft: CaseDraft) -> Card:
    """Show the requester the exact words; with the moderator's changes where there are any."""
    edited = draft.agreed is not None and draft.agreed != draft.story
    body = (
        changes(say, draft.agreed, draft.story)
        if edited and draft.agreed
        else story_blocks(say, draft.story)
    )
    rewrite = () if edited else (Button(say("button-edit"), "draft.rewrite", draft.id),)
    return Card(
        title=say("consent-edited-title" if edited else "consent-title"),
        blocks=(Text(say("consent-edited" if edited else "consent-text")), *body),
        controls=(
            Button(say("button-agree"), "draft.agree", draft.id, style=Style.PRIMARY),
            *rewrite,
            Button(say("button-refuse"), "draft.refuse", draft.id, style=Style.DANGER),
        ),
        footnote=say("consent-footnote"),
    )


def review_queue(say: Wording, drafts: Sequence[CaseDraft]) -> Card:
    """Return the stories that wait for a moderator."""
    if not drafts:
        return Card(say("review-title"), (Text(say("review-empty")),))
    options = tuple(Option(draft.id, draft.story.title) for draft in drafts)
    choice = Choice(say("review-choose"), "review.show", "", options)
    return Card(say("review-title"), (Text(say("review-count", count=len(drafts))),), (choice,))


def review_card(say: Wording, draft: CaseDraft, *, previous: Story | None = None) -> Card:
    """Return a story for review, with the difference to an earlier version if any.

    Nothing can be done about it while the person who lived it has not answered.
    """
    differs = previous is not None and previous != draft.story
    body = (
        changes(say, previous, draft.story)
        if differs and previous
        else story_blocks(say, draft.story)
    )
    if draft.stage is Stage.EDITED:
        return Card(say("review-card-title"), (Text(say("review-waits")), *body))
    return Card(
        title=say("review-card-title"),
        blocks=(Text(say("review-text")), *body),
        controls=(
            Button(say("button-publish-case"), "review.publish", draft.id, style=Style.PRIMARY),
            Button(say("button-edit"), "review.edit.form", draft.id),
            Button(say("button-decline"), "review.decline.form", draft.id, style=Style.DANGER),
        ),
        footnote=say("review-footnote"),
    )


def decline_form(say: Wording, draft: CaseDraft) -> Form:
    """Return the form with the reason for a no."""
    field = TextField(
        "reason",
        say("decline-reason"),
        hint=say("decline-hint"),
        required=True,
        long=True,
        max_length=STORY_MAX,
    )
    return Form(say("decline-title"), "review.decline", draft.id, (field,), say("button-decline"))


def story_blocks(say: Wording, story: Story) -> tuple[Block, ...]:
    """Return a story part by part."""
    return (
        Heading(story.title),
        Facts(((say("label-category"), category_name(say, story.category)),)),
        Heading(say(_PARTS["situation"])),
        Text(story.situation),
        Heading(say(_PARTS["response"])),
        Text(story.response),
        Heading(say(_PARTS["outcome"])),
        Text(story.outcome),
        Heading(say(_PARTS["lessons"])),
        Bullets(story.lessons),
    )


def changes(say: Wording, before: Story, after: Story) -> tuple[Block, ...]:
    """Return what differs between two versions, part by part."""
    old, new = answers_of(before), answers_of(after)
    blocks: list[Block] = []
    for part in _PARTS:
        blocks.append(Heading(say(_PARTS[part])))
        same = old[part] == new[part]
        blocks.append(Text(new[part]) if same else Diff(word_diff(old[part], new[part])))
    return tuple(blocks)


def word_diff(before: str, after: str) -> tuple[tuple[Change, str], ...]:
    """Return the pieces of two texts, word by word."""
    old, new = (re.findall(r"\S+\s*|\s+", text) for text in (before, after))
    pieces: list[tuple[Change, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append((Change.SAME, "".join(old[a:b])))
            continue
        pieces += [(Change.REMOVED, "".join(old[a:b]))] * (b > a)
        pieces += [(Change.ADDED, "".join(new[c:d]))] * (d > c)
    return tuple(pieces)
