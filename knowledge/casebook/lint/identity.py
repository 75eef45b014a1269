"""Ids: the file is named after its id, no two files share one, and links lead somewhere."""

from collections import Counter
from collections.abc import Iterator

from knowledge.casebook.finding import Finding
from knowledge.casebook.lint.draft import CaseDraft, Drafts, PlaybookDraft


def case_ids(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """The id is the file's name and nobody else's."""
    if draft.document.path.stem != draft.case.id:
        remedy = f"Rename the file to {draft.case.id}.md."
        yield draft.finding("the file is not named after its id", remedy, ("id",))
    if Counter(d.case.id for d in drafts.cases)[draft.case.id] > 1:
        yield draft.finding("another case has this id", "Give it an id of its own.", ("id",))


def case_categories(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """The further categories are at most two, and differ from the main one."""
    case = draft.case
    if len(case.also) > 2 or len(set(case.categories)) < len(case.categories):
        yield draft.finding("`also` repeats a category or has too many", "Keep 0 to 2.", ("also",))


def playbook_ids(draft: PlaybookDraft, drafts: Drafts) -> Iterator[Finding]:
    """The file is `<id>.md` in French, `<id>.en.md` in English, and the only one."""
    playbook = draft.playbook
    name = f"{playbook.id}.md" if playbook.language == "fr" else f"{playbook.id}.en.md"
    if draft.document.path.name != name:
        yield draft.finding("the file's name does not fit", f"Rename it to {name}.", ("id",))
    same = Counter((d.playbook.id, d.playbook.language) for d in drafts.playbooks)
    if same[playbook.id, playbook.language] > 1:
        yield draft.finding("another playbook has this id", "Choose another id.", ("id",))


def playbook_links(draft: PlaybookDraft, drafts: Drafts) -> Iterator[Finding]:
    """Each case to see exists."""
    known = {d.case.id for d in drafts.cases}
    for index, case in enumerate(draft.playbook.see):
        if case not in known:
            yield draft.finding(f"no case `{case}`", "Link an existing one.", ("see", index))


def translations(draft: PlaybookDraft, drafts: Drafts) -> Iterator[Finding]:
    """Both languages exist and have the same shape."""
    mine = draft.playbook
    others = [d.playbook for d in drafts.playbooks if d.playbook.id == mine.id]
    if {p.language for p in others} != {"fr", "en"}:
        yield draft.finding("one language is missing", "Write the translation.", ("language",))
    for other in others:
        for name in ("steps", "warn", "avoid", "sources"):
            if len(getattr(other, name)) < len(getattr(mine, name)):
                problem = f"the other language has fewer {name}"
                yield draft.finding(problem, "Translate all of them.", (name,))
        if (other.category, other.urgency, other.see) != (mine.category, mine.urgency, mine.see):
            problem = "category, urgency or `see` differ between the languages"
            yield draft.finding(problem, "Make them equal.", ("category",))
