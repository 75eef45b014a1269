"""The fields of the two kinds of file, and what may stand in each."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.casebook.document import Document, Key
from knowledge.casebook.finding import Finding
from knowledge.model import CATEGORIES, CONFIDENCES, LANGUAGES, OUTCOMES, URGENCIES

# Says what a value has to be, or None when it is right.
Check = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Text:
    """One string."""

    name: str
    check: Check
    required: bool = False


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of strings."""

    name: str
    check: Check
    required: bool = False


@dataclass(frozen=True, slots=True)
class Records:
    """A list of small mappings of strings."""

    name: str
    fields: tuple[Text, ...]
    required: bool = False


Field = Text | Texts | Records


def filled(value: str) -> str | None:
    """Accept any text that says something."""
    return None if value.strip() else "a text that is not empty"


def anything(value: str) -> str | None:
    """Accept any text, even an empty one."""
    return None


def one_of(*allowed: str) -> Check:
    """Accept one of these words."""
    return lambda value: None if value in allowed else f"one of {', '.join(allowed)}"


def matching(pattern: str, what: str) -> Check:
    """Accept what matches ``pattern`` whole."""
    compiled = re.compile(pattern)
    return lambda value: None if compiled.fullmatch(value) else what


ID = matching(r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and single hyphens")
DATE = matching(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", "a date such as 2009-04")
URL = matching(r"https?://[^\s/]+\.[^\s]+", "an address that begins with http:// or https://")

SOURCES = Records(
    "sources",
    (
        Text("title", filled, required=True),
        Text("url", URL, required=True),
        Text("date", anything),
        Text("recheck", one_of("true", "false")),
    ),
)

CASE: tuple[Field, ...] = (
    Text("id", ID, required=True),
    Text("kind", one_of("case"), required=True),
    Text("language", one_of(*LANGUAGES), required=True),
    Text("community", filled),
    Text("title", filled, required=True),
    Text("title_en", filled),
    Text("category", one_of(*CATEGORIES), required=True),
    Texts("also", one_of(*CATEGORIES)),
    Text("sector", filled),
    Text("country", filled),
    Text("date", DATE),
    Texts("platforms", filled),
    Text("organisation", filled),
    Text("outcome", one_of(*OUTCOMES)),
    Text("confidence", one_of(*CONFIDENCES)),
    Texts("formulations", filled),
    Texts("formulations_en", filled),
    Records(
        "timeline",
        (
            Text("at", filled, required=True),
            Text("event", filled, required=True),
            Text("response", filled),
        ),
    ),
    Text("summary_en", filled),
    SOURCES,
)

PLAYBOOK: tuple[Field, ...] = (
    Text("id", ID, required=True),
    Text("kind", one_of("playbook"), required=True),
    Text("language", one_of(*LANGUAGES), required=True),
    Text("title", filled, required=True),
    Text("category", one_of(*CATEGORIES), required=True),
    Texts("also", one_of(*CATEGORIES)),
    Text("urgency", one_of(*URGENCIES), required=True),
    Text("summary", filled, required=True),
    Texts("formulations", filled),
    Records(
        "steps",
        (Text("at", filled, required=True), Text("do", filled, required=True)),
        required=True,
    ),
    Records(
        "warn",
        (
            Text("who", filled, required=True),
            Text("when", filled, required=True),
            Text("how", filled, required=True),
            Text("contact", anything),
        ),
    ),
    Texts("avoid", filled),
    SOURCES,
    Texts("see", ID),
    Text("reviewed", DATE),
)


def findings(document: Document, fields: tuple[Field, ...]) -> Iterator[Finding]:
    """Yield what keeps ``document`` from being built."""
    yield from _mapping(document, document.values, fields, ())


def _mapping(
    document: Document, values: Mapping[str, object], fields: tuple[Field, ...], key: Key
) -> Iterator[Finding]:
    known = {field.name for field in fields}
    for name in values:
        if name not in known:
            remedy = f"Known fields: {', '.join(sorted(known))}."
            yield document.finding(f"unknown field `{name}`", remedy, *key, name)
    for field in fields:
        if field.name in values:
            yield from _field(document, values[field.name], field, (*key, field.name))
        elif field.required:
            yield document.finding(f"`{field.name}` is missing", "Add the field.", *key)


def _field(document: Document, value: object, field: Field, key: Key) -> Iterator[Finding]:
    if isinstance(field, Text):
        yield from _text(document, value, field, key)
    elif not isinstance(value, list):
        yield document.finding(f"`{field.name}` is not a list", "Write one `- item` a line.", *key)
    elif isinstance(field, Texts):
        for index, item in enumerate(value):
            yield from _text(document, item, field, (*key, index))
    else:
        for index, item in enumerate(value):
            yield from _record(document, item, field, (*key, index))


def _text(document: Document, value: object, field: Text | Texts, key: Key) -> Iterator[Finding]:
    if not isinstance(value, str):
        yield document.finding(f"`{field.name}` is not a text", "Put it in quotes.", *key)
    elif wanted := field.check(value):
        yield document.finding(f"`{field.name}` is {value!r}", f"It must be {wanted}.", *key)


def _record(document: Document, item: object, field: Records, key: Key) -> Iterator[Finding]:
    if isinstance(item, dict):
        yield from _mapping(document, item, field.fields, key)
    else:
        names = ", ".join(f.name for f in field.fields)
        yield document.finding(f"`{field.name}` holds a bare value", f"Give it {names}.", *key)
