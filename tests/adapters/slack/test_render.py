"""Screens keep to Slack's limits, and every word is still there."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.kit.tokens import Meaning, Sheaf
from adapters.slack import rich
from adapters.slack.blocks import block_parts
from adapters.slack.mrkdwn import plain
from adapters.slack.render import NEXT_PAGE, NO_FILES, bubble_blocks, paged, screen_blocks
from bot.domain.ids import RequestId
from bot.ui.screen import (
    Bubble,
    Bullets,
    Button,
    Card,
    Choice,
    Facts,
    Fold,
    Marked,
    Option,
    Quote,
    Quoted,
    Screen,
    Span,
    Table,
    Text,
)
from bot.wording import load
from tests.fakes.slack_wire.check import check_message, check_view
from tests.fakes.slack_wire.sight import lines

SAY = load(strict=True)["fr"]


class Names:
    """Names tokens in order, and remembers what they mean."""

    def __init__(self) -> None:
        self.meanings: dict[str, Meaning] = {}

    def name(self, meaning: Meaning, kept: str) -> str:
        token = f"t{len(self.meanings)}"
        self.meanings[token] = meaning
        return token

    async def keep(self, tokens: object, request: RequestId | None, lasts: object) -> None: ...


def sheaf(names: Names) -> Sheaf:
    return Sheaf(names, "T1", None, None)  # type: ignore[arg-type]


def pages(screen: Screen, room: int) -> list[list[Any]]:
    """Return every page that the last buttons lead to."""
    names = Names()
    found = [screen_blocks(screen, sheaf(names), SAY, room=room)]
    while True:
        last = found[-1][-1]
        buttons = last["elements"] if last["type"] == "actions" else []
        tokens = [b["action_id"] for b in buttons]
        more = [names.meanings[t] for t in tokens if names.meanings[t].act == NEXT_PAGE]
        if not more:
            return found
        rest = json.loads(more[0].payload)
        found.append(paged(rest, sheaf(names), SAY, room=room))


def test_long_screen_is_paged_and_loses_nothing() -> None:
    items = tuple(f"point numéro {n}" for n in range(400))
    controls = tuple(Button(f"Bouton {n}", "act", str(n)) for n in range(60))
    card = Card("Titre", (Bullets(items), Text("mot " * 5000)), controls)
    found = pages(Screen.of(card, card), 50)
    assert len(found) > 1
    for page in found:
        check_message({"text": "x", "blocks": page})
    text = "\n".join(line for page in found for line in lines(page))
    assert all(item in text for item in items)
    assert text.count("mot") == 2 * 5000
    assert all(f"Bouton {n}" in text for n in range(60))


def test_every_kind_of_block_is_a_valid_view() -> None:
    card = Card(
        "T" * 300,
        (
            Quote("ses mots\nsur deux lignes", by="Loutre"),
            Quote("", by="Loutre"),
            Facts((("Urgence", "Maintenant"), ("Vide", ""))),
            Table(("a", "b"), (("1", "2"), ("3", ""))),
            Bullets(("un", "deux"), ordered=True),
            Fold("Plus", (Text("caché"), Bullets(("x",)))),
            Marked("avec [nom] et doute", (Span(5, 10, "masqué"),), (Span(14, 19, "doute"),)),
        ),
        (
            Button("B" * 200, "act"),
            Choice("C", "pick", "", tuple(Option(str(n), f"o{n}", "h" * 99) for n in range(250))),
        ),
        footnote="note",
    )
    blocks = screen_blocks(Screen.of(card), sheaf(Names()), SAY, room=100)
    title = {"type": "plain_text", "text": "t"}
    check_view({"type": "modal", "title": title, "close": title, "blocks": blocks})


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=400))
def test_whatever_is_written_is_shown_letter_for_letter(text: str) -> None:
    blocks = screen_blocks(Screen.of(Card("x", (Text(text),))), sheaf(Names()), SAY, room=50)
    runs = [
        e for b in blocks if b["type"] == "rich_text" for s in b["elements"] for e in s["elements"]
    ]
    assert all(run["type"] == "text" for run in runs)
    assert "".join(run["text"] for run in runs) == text


@given(st.text(max_size=9000), st.integers(min_value=30, max_value=3000))
def test_pieces_are_short_and_lose_no_word(text: str, size: int) -> None:
    found = list(rich.pieces(text, size))
    assert all(len(piece) <= size for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
        ("<@U123> et <!subteam^S1|@equipe>", "@… et @…"),
        ("<#C1|general>", "#general"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("<https://a.example|a.example>", "a.example (https://a.example)"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        (":pray: à 12:30:45 :inconnu:", "🙏 à 12:30:45 :inconnu:"),
        ("< pas un lien", "< pas un lien"),
    ],
)
def test_slacks_markup_reads_as_its_author_sees_it(written: str, read: str) -> None:
    assert plain(written) == read


def test_message_that_answers_another_quotes_its_first_words() -> None:
    bubble = Bubble("Nadia", "Rien.", quoted=Quoted("message", "origin", "Que *dire* ?"))
    (block,) = bubble_blocks(bubble, NO_FILES, named=False)
    assert [(each["type"], each["elements"][0]["text"]) for each in block["elements"]] == [
        ("rich_text_quote", "Que *dire* ?"),
        ("rich_text_section", "Rien."),
    ]


def test_cells_of_a_wide_table_bear_their_headings() -> None:
    table = Table(("Urgence", "Plus large", "Rappel"), (("Maintenant", "3 min", "5 min"),))
    (block,) = block_parts(table, {})
    runs = block["elements"][0]["elements"][0]["elements"]
    assert "".join(run["text"] for run in runs) == "Maintenant · Plus large 3 min · Rappel 5 min"
