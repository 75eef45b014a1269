"""Formulations: a stranger's everyday words, without brands and not copied from the case."""

from collections.abc import Iterator, Sequence
from itertools import chain

from knowledge.casebook.finding import Finding
from knowledge.casebook.lint.brands import Brand, brands
from knowledge.casebook.lint.draft import CaseDraft, Drafts
from knowledge.words import words

COPIED_WORDS = 5


def no_brand(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """No formulation names the organisation of this case or of another."""
    own = brands(draft.case)
    others = frozenset(chain.from_iterable(brands(d.case) for d in drafts.cases))
    platforms = {Brand(platform) for d in drafts.cases for platform in d.case.platforms}
    for key, text in draft.formulations():
        for brand in sorted(own | (others - platforms)):
            if brand.within(text):
                problem = f"a formulation names {brand.name!r}"
                yield draft.finding(problem, "Say it without a brand.", key)


def own_words(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """No formulation takes five words in a row from the case's own text."""
    text = set(chain.from_iterable(_runs(words(prose)) for _, prose in draft.prose()))
    for key, formulation in draft.formulations():
        copied = next((run for run in _runs(words(formulation)) if run in text), None)
        if copied:
            problem = f"a formulation copies the case: {' '.join(copied)!r}"
            yield draft.finding(problem, "Say it in other words.", key)


def all_different(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """No formulation appears twice in the book."""
    seen: set[tuple[str, ...]] = set()
    for other in drafts.cases:
        if other.case.id != draft.case.id:
            seen.update(tuple(words(text)) for _, text in other.formulations())
    for key, text in draft.formulations():
        if tuple(words(text)) in seen:
            yield draft.finding("this formulation appears twice", "Replace one.", key)
        seen.add(tuple(words(text)))


def _runs(text: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(len(text) - COPIED_WORDS + 1):
        yield tuple(text[start : start + COPIED_WORDS])
