"""Splits a file into front matter and body, and remembers the line of every value."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge.casebook.finding import Finding, InvalidFile

FENCE = "---"
# Everything stays a string (2009-04 is no date, "oui" is no boolean): the schema decides.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: nested str, list and dict values, and the Markdown body."""

    path: Path
    values: Mapping[str, object]
    lines: Mapping[Key, int]
    body: str
    body_line: int

    def line(self, *key: str | int) -> int:
        """Return the line of a value, or of its nearest parent."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def finding(self, problem: str, remedy: str, *key: str | int) -> Finding:
        """Return a finding at the line of a front matter value."""
        return Finding(self.path, self.line(*key), problem, remedy)

    def body_finding(self, problem: str, remedy: str, line: int = 0) -> Finding:
        """Return a finding ``line`` lines below the start of the body."""
        return Finding(self.path, self.body_line + line, problem, remedy)


class _Refused(Exception):
    """The YAML holds something that a case has no use for."""

    def __init__(self, line: int, problem: str, remedy: str) -> None:
        self.line, self.problem, self.remedy = line, problem, remedy


def parse(text: str, *, path: Path) -> Document:
    """Read ``text``; raise ``InvalidFile`` when it has no readable front matter."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    end = _closing_fence(lines, path)
    # The opening fence stays as an empty line, so that YAML counts lines as the file does.
    reader = _Reader()
    try:
        values = reader.read("\n".join(["", *lines[1:end]]))
    except _Refused as refused:
        finding = Finding(path, refused.line, refused.problem, refused.remedy)
        raise InvalidFile([finding]) from None
    body = "\n".join(lines[end + 1 :])
    return Document(path, values, reader.lines, body, end + 2)


def _closing_fence(lines: list[str], path: Path) -> int:
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) < 2 or fences[0] != 0:
        remedy = "Begin the file with ---, the fields, and a second --- before the text."
        raise InvalidFile([Finding(path, 1, "the front matter is missing", remedy)])
    return fences[1]


class _Reader:
    """Turns YAML nodes into plain values and notes their lines."""

    def __init__(self) -> None:
        self.lines: dict[Key, int] = {}
        self._seen: set[int] = set()

    def read(self, text: str) -> dict[str, object]:
        try:
            root = yaml.compose(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            raise _Refused(line, f"not YAML: {error.problem}", "Put the value in quotes.") from None
        except yaml.YAMLError as error:
            raise _Refused(1, f"not YAML: {error}", "Remove the character.") from None
        if not isinstance(root, yaml.MappingNode):
            raise _Refused(1, "the front matter has no fields", "Write one `name: value` a line.")
        return self._mapping(root, ())

    def _value(self, node: yaml.Node, key: Key) -> object:
        self.lines[key] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        # An alias shows the same node twice; a few of them can grow without bound.
        if id(node) in self._seen:
            raise _Refused(self.lines[key], "a YAML alias", "Write the value out.")
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*key, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return self._mapping(node, key)

    def _mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, object]:
        values: dict[str, object] = {}
        for name_node, value_node in node.value:
            name, line = str(name_node.value), name_node.start_mark.line + 1
            if name in values:
                raise _Refused(line, f"`{name}` appears twice", "Keep one.")
            values[name] = self._value(value_node, (*key, name))
            self.lines[(*key, name)] = line
        return values
