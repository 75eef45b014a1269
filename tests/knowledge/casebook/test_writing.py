"""Writing: what is written is read back equal, whatever people type."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from knowledge.casebook import read_case, read_playbook, write_case, write_playbook
from knowledge.model import (
    CATEGORIES,
    LANGUAGES,
    OUTCOMES,
    Case,
    CaseId,
    Playbook,
    PlaybookId,
    Source,
    Step,
    TimelineStep,
    WarnRow,
)
from tests.knowledge.casebook.examples import CASE

PATH = Path("a.md")
_ANY = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("#-.1 '\"\\:&*[]{}|>"), min_size=1
)
_FILLED = _ANY.filter(str.strip)
# A section keeps its words; how they were broken into lines is not part of it.
_PARAGRAPH = _FILLED.map(lambda text: " ".join(text.split()))
_CASES = st.builds(
    Case,
    id=st.just(CaseId("un-cas-2")),
    title=_FILLED,
    category=st.sampled_from(CATEGORIES),
    language=st.sampled_from(LANGUAGES),
    community=st.none() | _FILLED,
    title_en=st.just("") | _FILLED,
    also=st.lists(st.sampled_from(CATEGORIES)).map(tuple),
    sector=st.just("") | _FILLED,
    date=st.sampled_from(["", "2009", "2009-04", "2009-04-30"]),
    platforms=st.lists(_FILLED).map(tuple),
    outcome=st.sampled_from(["", *OUTCOMES]),
    formulations=st.lists(_FILLED).map(tuple),
    timeline=st.lists(st.builds(TimelineStep, _FILLED, _FILLED, st.just("") | _FILLED)).map(tuple),
    summary_en=st.just("") | _FILLED,
    sources=st.lists(
        st.builds(Source, _FILLED, st.just("https://a.fr/b"), st.just("2024"), st.booleans())
    ).map(tuple),
    trigger=_PARAGRAPH,
    response=st.lists(_PARAGRAPH).map(tuple),
    lessons=st.lists(_PARAGRAPH).map(tuple),
)
_PLAYBOOKS = st.builds(
    Playbook,
    id=st.just(PlaybookId("fiche")),
    title=_FILLED,
    category=st.sampled_from(CATEGORIES),
    summary=_FILLED,
    steps=st.lists(st.builds(Step, _FILLED, _FILLED), min_size=1).map(tuple),
    warn=st.lists(st.builds(WarnRow, _FILLED, _FILLED, _FILLED, _ANY)).map(tuple),
    avoid=st.lists(_FILLED).map(tuple),
    body=st.just("## Titre\n\n> Bonjour"),
)


@given(_CASES)
def test_any_case_comes_back(case: Case) -> None:
    assert read_case(write_case(case), path=PATH) == case


@given(_PLAYBOOKS)
def test_any_playbook_comes_back(playbook: Playbook) -> None:
    assert read_playbook(write_playbook(playbook), path=PATH) == playbook


def test_a_story_of_several_paragraphs_keeps_them() -> None:
    case = replace(read_case(CASE, path=PATH), trigger="Un.\n\n# deux\n\n1. trois\n\n\\# quatre")
    assert read_case(write_case(case), path=PATH) == case


def test_writing_twice_gives_the_same_file() -> None:
    once = write_case(read_case(CASE, path=PATH))
    assert write_case(read_case(once, path=PATH)) == once


def test_a_community_case_says_whose_it_is() -> None:
    case = replace(read_case(CASE, path=PATH), community="pairs-de-lyon")
    assert "\ncommunity: pairs-de-lyon\n" in write_case(case).replace('"', "")
