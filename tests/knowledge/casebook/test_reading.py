"""Reading: a file becomes a value, or says line by line why it cannot."""

from pathlib import Path

import pytest

from knowledge.casebook import Finding, InvalidFile, read_case, read_playbook
from knowledge.model import Source, Step, TimelineStep, WarnRow
from tests.knowledge.casebook.examples import CASE, PLAYBOOK_FR

PATH = Path("fanfare-2020.md")


def _findings(text: str) -> tuple[Finding, ...]:
    with pytest.raises(InvalidFile) as caught:
        read_case(text, path=PATH)
    return caught.value.findings


def test_a_case_is_read_whole() -> None:
    case = read_case(CASE, path=PATH)

    assert (case.id, case.community, case.category, case.also) == (
        "fanfare-2020",
        None,
        "boulette",
        ("bad-buzz",),
    )
    assert case.date == "2020-03"
    assert case.formulations[1] == "mauvais compte blague"
    assert case.timeline[2] == TimelineStep(
        "T+20 min", "Les captures tournent.", "Un mot d’excuse, avec humour."
    )
    assert case.sources == (Source("La fanfare et son message", "https://example.org/fanfare"),)
    assert case.trigger.startswith("Un dimanche soir")
    assert "\n" not in case.trigger
    assert case.response[1] == "Le lendemain, les deux comptes sont séparés."
    assert case.lessons[-1] == "Faites relire."


def test_a_playbook_is_read_whole() -> None:
    playbook = read_playbook(PLAYBOOK_FR, path=PATH)

    assert playbook.steps[0] == Step("0–2 min", "Respirez.")
    assert playbook.warn[0] == WarnRow("Direction", "tout de suite", "téléphone")
    assert playbook.sources[0].date == "2004-06-21"
    assert playbook.see == ("fanfare-2020", "fanfare-2020")
    assert playbook.body.startswith("## Les mots\n\nDites ce qui est arrivé")


def test_headings_are_understood_with_either_apostrophe() -> None:
    straight = CASE.replace("## Comment c’est monté", "## Comment c'est monté")
    assert read_case(straight, path=PATH) == read_case(CASE, path=PATH)


def test_a_case_of_few_words_is_enough_for_a_community() -> None:
    text = "---\nid: a\nkind: case\nlanguage: en\ntitle: T\ncategory: ethique\n---\n"
    case = read_case(f"{text}\n## What set it off\nThis.\n", path=PATH)
    assert (case.trigger, case.lessons, case.outcome) == ("This.", (), "")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert read_case("\ufeff" + CASE.replace("\n", "\r\n"), path=PATH) == read_case(CASE, path=PATH)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("---\nid", "id", 1, "the front matter is missing"),
        ("kind: case\n", "kind: carte\n", 3, "`kind` is 'carte'"),
        ("category: boulette", "category: gaffe", 7, "`category` is 'gaffe'"),
        ("also: [bad-buzz]", "also: bad-buzz", 8, "`also` is not a list"),
        ("also: [bad-buzz]", "also: [[bad-buzz]]", 8, "`also` is not a text"),
        ("date: 2020-03", "date: 2020-13", 11, "`date` is '2020-13'"),
        ("country: France", "contry: France", 10, "unknown field `contry`"),
        ("country: France", "sector: Sport", 10, "`sector` appears twice"),
        ("date: 2020-03", "date: a: b", 11, "not YAML: mapping values are not allowed"),
        (
            "also: [bad-buzz]\nsector: Culture\ncountry: France",
            "country: &a [1]\nalso: *a",
            8,
            "a YAML alias",
        ),
        ('    event: "Le message part."\n', "", 30, "`event` is missing"),
        ("https://example.org", "ftp://example.org", 45, "`url` is 'ftp://example.org/f"),
        ("## À retenir", "## Ending", 67, "section `Ending`"),
        ("## À retenir", "## Ce qui a été fait", 67, "section `Ce qui a été fait`"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, line: int, problem: str) -> None:
    finding = _findings(CASE.replace(old, new, 1))[0]
    assert (finding.line, finding.problem[: len(problem)]) == (line, problem)


def test_every_reason_is_given_at_once() -> None:
    spoilt = CASE.replace("category: boulette", "category: gaffe").replace("kind: case", "kind: x")
    assert [f.line for f in _findings(spoilt)] == [3, 7]


def test_a_finding_reads_like_a_compiler_message() -> None:
    finding = _findings(CASE.replace("category: boulette\n", ""))[0]
    assert str(finding) == "fanfare-2020.md:1: `category` is missing. Add the field."
