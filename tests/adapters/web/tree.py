"""A page as a tree, so that tests look at what a browser would show."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "hr", "img", "input", "link", "meta"}
_INLINE = {"a", "abbr", "em", "mark", "small", "span", "strong"} | {"ins", "del"}
_UNREAD = {"script", "style", "template", "svg"}


@dataclass
class Node:
    """An element, with its attributes and what is in it."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    def walk(self) -> Iterator["Node"]:
        """Yield every element below, in document order; templates are not part of the page."""
        for child in self.children:
            if isinstance(child, Node) and child.tag != "template":
                yield child
                yield from child.walk()

    def all(self, *tags: str, where: Callable[["Node"], bool] = lambda node: True) -> list["Node"]:
        return [node for node in self.walk() if (not tags or node.tag in tags) and where(node)]

    def with_class(self, name: str) -> list["Node"]:
        return self.all(where=lambda node: name in node.classes)

    def one(self, *tags: str, where: Callable[["Node"], bool] = lambda node: True) -> "Node":
        (found,) = self.all(*tags, where=where)
        return found

    @property
    def text(self) -> str:
        """Return what is read, white space as a browser shows it."""
        return re.sub(r"[ \t\n]+", " ", "".join(self._texts())).strip(" ")

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in _UNREAD:
                gap = "" if child.tag in _INLINE else " "
                yield from (gap, *child._texts(), gap)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def finished(self) -> Node:
        self.close()
        assert self._open == [self.root], f"<{self._open[-1].tag}> is never closed"
        return self.root


def parse(html: str) -> Node:
    """Return the tree of a page or of a piece of one; an unclosed element is a fault."""
    builder = _Builder()
    builder.feed(html)
    return builder.finished()
