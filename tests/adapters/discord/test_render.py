import json
from pathlib import Path

import pytest

import bot.wording
from adapters.discord.blocks import block_text
from adapters.discord.forms import HINT_MAX
from adapters.discord.render import NEXT_PAGE, Enclosed, bubble_page, file_name, screen_page
from adapters.kit.tokens import Meaning, Sheaf
from bot.domain.ids import AttachmentId, RequestId
from bot.domain.people import Language
from bot.domain.relay import Picture
from bot.ui.screen import (
    Bubble,
    Button,
    Card,
    Choice,
    File,
    Image,
    Option,
    Quoted,
    Screen,
    Table,
    Text,
    Tone,
)
from bot.wording import load
from tests.fakes.discord_wire.eyes import parts

SAY = load(strict=True)["fr"]


class Numbered:
    """Names meanings by number, and can be read."""

    def __init__(self) -> None:
        self.meanings: list[Meaning] = []

    def name(self, meaning: Meaning, kept: str) -> str:
        self.meanings.append(meaning)
        return str(len(self.meanings) - 1)

    async def keep(self, *_: object) -> None:
        raise AssertionError("nothing is kept while drawing")


def sheaf() -> tuple[Numbered, Sheaf]:
    keeper = Numbered()
    return keeper, Sheaf(keeper, "server", None, lasts=None)  # type: ignore[arg-type]


def test_a_card_is_a_coloured_container_with_its_buttons() -> None:
    keeper, own = sheaf()
    button = Button("Je prends", "request.claim", "r1")
    page = screen_page(Screen.of(Card("Titre", (Text("Mot"),), (button,), Tone.NOW)), own, SAY)
    row = {"type": 2, "style": 2, "custom_id": "0", "label": "Je prends"}
    assert page.components == [
        {
            "type": 17,
            "accent_color": 0xD83C3E,
            "components": [
                {"type": 10, "content": "### Titre"},
                {"type": 10, "content": "Mot"},
                {"type": 1, "components": [row]},
            ],
        }
    ]
    assert keeper.meanings == [Meaning("request.claim", "r1", "", "server")]


def test_values_of_a_list_stay_on_our_side() -> None:
    keeper, own = sheaf()
    choice = Choice("Choisir", "review.show", "", (Option("secret-1", "Un"), Option("s2", "Deux")))
    page = screen_page(Screen.of(Card("Titre", (), (choice,))), own, SAY)
    assert "secret" not in json.dumps(page.components)
    assert keeper.meanings[0].payload == '["secret-1", "s2"]'


def test_long_screens_are_cut_into_pages_within_the_limits() -> None:
    keeper, own = sheaf()
    cards = tuple(
        Card(f"Carte {n}", (Text("mot * " * 300),), (Button("Lire", "case.show", f"c{n}"),))
        for n in range(12)
    )
    page = screen_page(Screen(cards), own, SAY)
    following = [json.loads(m.payload) for m in keeper.meanings if m.act == NEXT_PAGE]
    pages = [page.components, *following]
    assert len(pages) > 5
    for each in pages:
        found = list(parts(each))
        assert len(found) <= 40
        assert sum(len(part.get("content", "")) for part in found) <= 4000
    titles = json.dumps(pages)
    assert [n for n in range(12) if f'### Carte {n}"' not in titles] == []


def test_a_message_has_its_author_in_bold_and_no_markup_of_others() -> None:
    _, own = sheaf()
    page = bubble_page(Bubble("loutre_bleue", "**au secours**", note="modifié"), (), own, SAY)
    assert [part["content"] for part in page.components] == [
        "**loutre\\_bleue**\n\\*\\*au secours\\*\\*",
        "-# modifié",
    ]


def test_a_message_that_answers_another_quotes_its_first_words() -> None:
    _, own = sheaf()
    quoted = Quoted("message", "elsewhere", "**Que** dire ?")
    page = bubble_page(Bubble("loutre", "Rien", quoted=quoted), (), own, SAY)
    assert [part["content"] for part in page.components] == [
        "**loutre**\n> \\*\\*Que\\*\\* dire ?\nRien"
    ]


def test_pictures_have_neutral_names_and_a_description() -> None:
    _, own = sheaf()
    picture = Picture(AttachmentId("a"), "image/png", 1, 1, b"png")
    bubble = Bubble("loutre", "", images=(Image(picture, "Image de loutre"),))
    page = bubble_page(bubble, (Button("Répondre", "x", RequestId("r")),), own, SAY)
    gallery = page.components[1]
    item = {"media": {"url": "attachment://image-1.png"}, "description": "Image de loutre"}
    assert gallery == {"type": 12, "items": [item]}
    assert file_name(1, picture) == "image-1.png"
    assert page.enclosed == [Enclosed("image-1.png", b"png")]


def test_a_file_comes_with_the_first_page_however_long_the_screen_is() -> None:
    _, own = sheaf()
    long = tuple(Text("mot " * 400) for _ in range(6))
    screen = Screen.of(Card("Journal", (*long, File("entraide-trail.csv", "é"))))
    page = screen_page(screen, own, SAY)
    assert page.components[-1] == {"type": 13, "file": {"url": "attachment://entraide-trail.csv"}}
    assert page.enclosed == [Enclosed("entraide-trail.csv", "é".encode())]


def test_cells_of_a_wide_table_bear_their_headings() -> None:
    table = Table(("Urgence", "Plus large", "Rappel"), (("Maintenant", "3 min", "5 min"),))
    assert block_text(table) == "- **Maintenant** · Plus large **3 min** · Rappel **5 min**"
    assert block_text(Table(("Qui", "Combien"), (("Nadia", "2"),))) == "- **Nadia** · 2"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_hints_of_forms_are_short_enough_to_be_read_whole(language: Language) -> None:
    """Discord takes a hundred characters under a question."""
    folder = Path(bot.wording.__file__).parent / language
    lines = [line for file in folder.glob("*.ftl") for line in file.read_text().splitlines()]
    hints = [line.partition(" = ")[2] for line in lines if "-hint = " in line]
    spoken = [hint for hint in hints if hint != load()[language]("discord-thread-hint")]
    assert [hint for hint in spoken if len(hint) > HINT_MAX] == []
