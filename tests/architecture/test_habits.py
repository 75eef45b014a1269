"""Habits that no import tells: sizes, clocks, environment, broad excepts, logs, words in code."""

import ast
import re
from collections.abc import Iterator
from statistics import median, quantiles

from adapters.logs import FIELDS
from tests.architecture.sources import Source, sources

# Where anything may be caught, because everything else must go on.
BROAD_EXCEPT = {
    "adapters/dispatcher.py": "one delivery must not stop the others",
    "adapters/scheduler.py": "one timer must not stop the others",
    "adapters/kit/guard.py": "one event must not end the others",
    "adapters/web/errors.py": "one request must not end without an answer",
}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
ENVIRONMENT = {"os.environ", "os.getenv", "environ", "getenv"}

FRENCH = re.compile(r"[àâçéèêëîïôûùœ]|\b(?:une?|les|des|est|votre|vous|avec|pour)\b", re.IGNORECASE)
# French that is no wording: what the memory reads in texts, code names, examples of commands.
FRENCH_IN_CODE = ("knowledge/", "bot/domain/code_names.py")
EXAMPLE = "entraide "
# What screens are made of: the words in them come from the wording.
SCREENS = {"Button", "Card", "Facts", "Form", "Notice", "Option", "Screen", "Text", "TextField"}


def lengths() -> dict[str, int]:
    """Return the lines of each function, from its `def` to its end."""
    return {
        f"{source.file}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for source in sources()
        for function in source.functions()
    }


def test_functions_stay_small() -> None:
    longest = {name: lines for name, lines in lengths().items() if lines > 50}
    assert longest == {}, "look at the structure, do not split to please this test"
    assert median(lengths().values()) <= 8
    assert quantiles(lengths().values(), n=10)[-1] <= 25


def test_files_stay_small() -> None:
    files = {source.file: len(source.text.splitlines()) for source in sources()}
    longest = {name: lines for name, lines in files.items() if lines > 300}
    assert longest == {}, "look at the structure, do not split to please this test"
    assert quantiles(files.values(), n=10)[-1] <= 200


def test_every_module_starts_with_its_job() -> None:
    assert [source.file for source in sources() if not ast.get_docstring(source.tree)] == []


def test_no_module_is_named_for_nothing() -> None:
    vague = re.compile(r"(^|/)(utils?|helpers?|common|managers?|misc)(\.py|/)")
    assert [source.file for source in sources() if vague.search(source.file)] == []


def test_only_one_module_reads_the_clock() -> None:
    readers = [source.file for source in sources() if CLOCKS & set(source.names())]
    assert readers == ["adapters/clock.py"]


def test_only_the_settings_read_the_environment() -> None:
    readers = [source.file for source in sources() if ENVIRONMENT & set(source.names())]
    assert readers == ["bot/settings.py"]


def test_everything_is_caught_in_few_places_only() -> None:
    catchers = [source.file for source in sources() if any(swallows(source))]
    assert sorted(set(catchers) - set(BROAD_EXCEPT)) == []


def swallows(source: Source) -> Iterator[ast.ExceptHandler]:
    """Yield the handlers that take anything and do not raise it again."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        caught = ast.unparse(node.type) if node.type else "BaseException"
        again = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
        if re.search(r"\b(Base)?Exception\b", caught) and not again:
            yield node


def test_logs_say_only_what_is_on_the_list() -> None:
    dropped = [
        f"{source.file}:{node.lineno}: {keyword.arg}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and re.search(r"\b_?log\.\w+$", ast.unparse(node.func))
        for keyword in node.keywords
        if keyword.arg and keyword.arg not in FIELDS | {"exc_info"}
    ]
    assert dropped == [], "these would be dropped: adapters/logs.py lists what may be said"


def test_what_people_read_is_in_the_wording() -> None:
    found = [
        f"{source.file}:{line}: {text!r}"
        for source in sources()
        if not source.file.startswith(FRENCH_IN_CODE)
        for line, text in source.strings()
        if len(text) > 12 and FRENCH.search(text) and not text.startswith(EXAMPLE)
    ]
    assert found == []


def test_screens_are_made_of_sentences_from_the_wording() -> None:
    found = [
        f"{source.file}:{node.lineno}: {ast.unparse(value)}"
        for source in sources()
        if source.file.startswith(("bot/", "adapters/")) and "/cli/" not in source.file
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SCREENS
        for value in (*node.args, *(keyword.value for keyword in node.keywords))
        if isinstance(value, ast.Constant) and re.search(r"[a-z]{2} [a-z]", str(value.value))
    ]
    assert found == []
