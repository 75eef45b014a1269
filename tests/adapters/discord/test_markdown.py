import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.markdown import changed, marked, plain, quoted, small, split
from bot.ui.screen import Change, Span
from tests.fakes.discord_wire.eyes import displayed


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("**gras** et _italique_", r"\*\*gras\*\* et \_italique\_"),
        ("<@123> et @everyone", r"\<@123> et @everyone"),
        ("# titre\n- point\n1. un\n> dit", "\\# titre\n\\- point\n1\\. un\n\\> dit"),
        ("[ici](https://mal.example)", r"\[ici\](https://mal.example)"),
        ("voir https://ex.example/a_b_c fin", "voir https://ex.example/a_b_c fin"),
        (r"C:\temp", r"C:\\temp"),
    ],
)
def test_text_is_shown_letter_for_letter(text: str, markup: str) -> None:
    assert plain(text) == markup


@given(st.text(alphabet="ab*_~|`[]<>#-. \n\\"))
def test_what_is_escaped_displays_as_what_was_written(text: str) -> None:
    assert displayed(plain(text)) == text


def test_masks_are_bold_and_doubts_underlined() -> None:
    text = "Chez [marque], Zoé crie"
    spans = marked(text, (Span(5, 13, "mask"),), (Span(15, 18, "doubt"),))
    assert spans == "Chez **\\[marque\\]**, __Zoé__ crie"


def test_changes_are_marked_around_words() -> None:
    pieces = ((Change.SAME, "le "), (Change.REMOVED, "lundi "), (Change.ADDED, "mardi "))
    assert changed(pieces) == "le ~~lundi~~ __mardi__ "


def test_quotes_and_footnotes_mark_each_line() -> None:
    assert quoted("un\ndeux") == "> un\n> deux"
    assert small("un\n\ndeux") == "-# un\n-# deux"


@given(st.text(alphabet="abc \n\\*", min_size=1, max_size=400), st.integers(20, 90))
def test_cut_pieces_are_short_and_lose_no_letter(text: str, size: int) -> None:
    pieces = split(text, size)
    assert all(len(piece) <= size for piece in pieces)
    squeezed = "".join("".join(pieces).split())
    assert squeezed == "".join(text.split())


def test_a_cut_never_parts_an_escape() -> None:
    assert split("a" * 19 + r"\*" + "b" * 10, 20) == ["a" * 19, r"\*" + "b" * 10]
