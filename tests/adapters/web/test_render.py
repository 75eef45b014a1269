"""Every block, control and message as HTML."""

from base64 import b64decode

import pytest

from adapters.web.render import Renderer
from bot.domain.ids import AttachmentId
from bot.domain.relay import Picture
from bot.ui.screen import (
    Block,
    Bubble,
    Bullets,
    Button,
    Card,
    Change,
    Choice,
    Diff,
    Facts,
    File,
    Fold,
    Heading,
    Image,
    Links,
    Marked,
    Option,
    Quote,
    Quoted,
    Screen,
    Span,
    Step,
    Style,
    Table,
    Text,
    Timeline,
    Tone,
)
from tests.adapters.web.tree import Node, parse

PICTURE = Picture(AttachmentId("p1"), "image/png", 60, 40, b"...")


def block(renderer: Renderer, it: Block) -> Node:
    html = renderer.drawing(Screen.of(Card("Titre", (it,))), "fr")
    return parse(html).with_class("body")[0]


def texts(node: Node, *tags: str) -> list[str]:
    return [each.text for each in node.all(*tags)]


# --- blocks --------------------------------------------------------------------------


def test_text_is_cut_into_paragraphs_at_blank_lines(renderer: Renderer) -> None:
    body = block(renderer, Text("Un\ndeux\n \nTrois"))
    assert texts(body, "p") == ["Un deux", "Trois"]


def test_heading_is_below_the_title_of_its_card(renderer: Renderer) -> None:
    assert texts(block(renderer, Heading("Ce qui a été fait")), "h4") == ["Ce qui a été fait"]


def test_quote_names_who_said_it(renderer: Renderer) -> None:
    body = block(renderer, Quote("Je suis là.", by="Nadia"))
    assert texts(body, "blockquote") == ["Je suis là."]
    assert texts(body, "figcaption") == ["Nadia"]


def test_quote_of_nobody_has_no_caption(renderer: Renderer) -> None:
    assert block(renderer, Quote("Je suis là.")).all("figcaption") == []


def test_marked_shows_masks_and_doubts_in_their_place(renderer: Renderer) -> None:
    marked = Marked(
        "Chez [nom] avec Kerouedan.",
        masks=(Span(5, 10, "ne part jamais"),),
        doubts=(Span(16, 25, "peut trahir"),),
    )
    body = block(renderer, marked)
    (mask,), (doubt,) = body.with_class("mask"), body.with_class("doubt")
    assert (mask.text, mask.attrs["title"]) == ("masqué\u00a0: [nom]", "ne part jamais")
    assert (doubt.text, doubt.attrs["title"]) == ("Kerouedan (à vérifier)", "peut trahir")
    seen = body.with_class("marked")[0]
    assert seen.text == "Chez masqué\u00a0: [nom] avec Kerouedan (à vérifier)."


def test_mask_wins_over_a_doubt_in_the_same_place(renderer: Renderer) -> None:
    body = block(renderer, Marked("[nom]", (Span(0, 5, "m"),), (Span(2, 4, "d"),)))
    assert body.with_class("doubt") == []
    assert len(body.with_class("mask")) == 3


def test_facts_are_a_list_of_names_and_values(renderer: Renderer) -> None:
    body = block(renderer, Facts((("Urgence", "Maintenant"), ("État", "En cours"))))
    assert list(zip(texts(body, "dt"), texts(body, "dd"), strict=True)) == [
        ("Urgence", "Maintenant"),
        ("État", "En cours"),
    ]


@pytest.mark.parametrize(("ordered", "tag"), [(True, "ol"), (False, "ul")])
def test_bullets_are_a_list(renderer: Renderer, ordered: bool, tag: str) -> None:
    (found,) = block(renderer, Bullets(("un", "deux"), ordered=ordered)).all(tag)
    assert texts(found, "li") == ["un", "deux"]


def test_table_says_its_columns_again_in_each_cell_for_narrow_panes(renderer: Renderer) -> None:
    body = block(renderer, Table(("Qui", "Quand"), (("Votre responsable", "tout de suite"),)))
    assert texts(body, "th") == ["Qui", "Quand"]
    assert [(td.attrs["data-label"], td.text) for td in body.all("td")] == [
        ("Qui", "Votre responsable"),
        ("Quand", "tout de suite"),
    ]


def test_timeline_tells_moment_event_and_response(renderer: Renderer) -> None:
    steps = (Step("T+0", "Publié"), Step("T+10", "Captures", "Supprimé"))
    (line,) = block(renderer, Timeline(steps)).all("ol")
    assert texts(line, "li") == ["T+0 Publié", "T+10 Captures Supprimé"]
    assert [each.text for each in line.with_class("response")] == ["Supprimé"]


def test_diff_inserts_and_deletes(renderer: Renderer) -> None:
    pieces = ((Change.SAME, "Retombé "), (Change.REMOVED, "le soir"), (Change.ADDED, "demain"))
    body = block(renderer, Diff(pieces))
    assert (texts(body, "del"), texts(body, "ins")) == (["le soir"], ["demain"])


def test_image_has_its_description_and_its_size(renderer: Renderer) -> None:
    (image,) = block(renderer, Image(PICTURE, "Capture envoyée par Nadia")).all("img")
    assert image.attrs == {
        "src": "/pictures/p1",
        "alt": "Capture envoyée par Nadia",
        "width": "60",
        "height": "40",
        "loading": "lazy",
    }


def test_only_web_addresses_become_links(renderer: Renderer) -> None:
    items = (
        ("Le journal", "https://journal.example/a"),
        ("Un piège", "javascript:alert(1)"),
        ("Un fichier", "file:///etc/passwd"),
        ("Un crochet", "http://[oups"),
    )
    body = block(renderer, Links(items))
    assert texts(body, "li") == [title for title, _ in items]
    (link,) = body.all("a")
    assert link.attrs == {
        "href": "https://journal.example/a",
        "target": "_blank",
        "rel": "noopener noreferrer",
    }


def test_fold_keeps_more_for_who_wants_it(renderer: Renderer) -> None:
    body = block(renderer, Fold("Sources", (Text("Une"), Fold("Encore", (Text("Deux"),)))))
    outer, inner = body.all("details")
    assert texts(outer, "summary") == ["Sources", "Encore"]
    assert inner.text == "Encore Deux"
    assert "open" not in outer.attrs


# --- cards ---------------------------------------------------------------------------


@pytest.mark.parametrize("tone", Tone)
def test_card_shows_its_tone(renderer: Renderer, tone: Tone) -> None:
    (card,) = parse(renderer.drawing(Screen.of(Card("Titre", tone=tone)), "fr")).all("article")
    assert card.classes == {"card", f"tone-{tone.value}"}


def test_line_of_news_is_brief(renderer: Renderer) -> None:
    news, story = Card("loutre", (Text("Nadia prend la suite."),)), Card("loutre", (Heading("x"),))
    cards = parse(renderer.drawing(Screen.of(news, story), "fr")).all("article")
    assert ["brief" in card.classes for card in cards] == [True, False]


def test_cards_come_in_reading_order_with_their_footnotes(renderer: Renderer) -> None:
    screen = Screen.of(Card("Un", footnote="note"), Card("Deux"))
    cards = parse(renderer.drawing(screen, "fr")).all("article")
    assert [card.text for card in cards] == ["Un note", "Deux"]


def test_button_sends_act_subject_and_value(renderer: Renderer) -> None:
    control = Button("Utile", "case.judge", "fanfare|r'1\"", "yes", Style.PRIMARY)
    html = renderer.drawing(Screen.of(Card("Titre", controls=(control,))), "fr")
    (button,) = parse(html).all("button")
    assert button.text == "Utile"
    assert button.classes == {"button", "primary"}
    assert button.attrs["hx-post"] == "/act"
    values = '{"act": "case.judge", "subject": "fanfare|r\\u00271\\"", "value": "yes"}'
    assert button.attrs["hx-vals"] == values


def test_choice_is_a_list_of_buttons_that_act_at_once(renderer: Renderer) -> None:
    options = (Option("2h", "Deux heures"), Option("1d", "Un jour", "jusqu’à demain"))
    choice = Choice("En pause", "mentor.rest", "", options)
    html = renderer.drawing(Screen.of(Card("Titre", controls=(choice,))), "fr")
    (menu,) = parse(html).all("details")
    assert texts(menu, "summary") == ["En pause"]
    assert texts(menu, "button") == ["Deux heures", "Un jour jusqu’à demain"]
    assert menu.all("button")[1].attrs["hx-vals"] == (
        '{"act": "mentor.rest", "subject": "", "value": "1d"}'
    )


def test_of_many_buttons_the_main_one_and_the_first_stay_at_hand(renderer: Renderer) -> None:
    controls = tuple(Button(f"b{n}", "act", str(n)) for n in range(6))
    main = Button("Clore", "request.close", "r", style=Style.PRIMARY)
    html = renderer.drawing(Screen.of(Card("Titre", controls=(*controls, main))), "fr")
    (more,) = parse(html).all("details")
    assert texts(more, "button") == ["b3", "b4", "b5"]
    assert texts(parse(html), "button") == ["b0", "b1", "b2", "Clore", "b3", "b4", "b5"]


def test_mark_up_of_anybody_is_shown_as_text(renderer: Renderer) -> None:
    evil = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"
    card = Card(
        evil,
        (
            Text(evil),
            Marked(evil, (Span(0, 3, evil),)),
            Facts(((evil, evil),)),
            Links(((evil, f"https://x.example/{evil}"),)),
            Diff(((Change.ADDED, evil),)),
            Image(PICTURE, evil),
        ),
        (Button(evil, evil, evil, evil), Choice(evil, evil, evil, (Option(evil, evil, evil),))),
        footnote=evil,
    )
    tree = parse(renderer.drawing(Screen.of(card), "fr"))
    assert tree.all("script") == []
    assert [image.attrs["src"] for image in tree.all("img")] == ["/pictures/p1"]
    assert all(not name.startswith("on") for node in tree.walk() for name in node.attrs)
    assert tree.all("h3")[0].text == evil


# --- messages --------------------------------------------------------------------------


def test_bubble_tells_who_wrote_what(renderer: Renderer) -> None:
    bubble = Bubble("Nadia", "Bonjour.\n\nJe suis là.", (Image(PICTURE, "Image"),), "modifié")
    tree = parse(renderer.drawing(bubble, "fr"))
    assert tree.text == "Nadia Bonjour. Je suis là. modifié"
    assert [image.attrs["alt"] for image in tree.all("img")] == ["Image"]


def test_bubble_that_answers_another_quotes_it(renderer: Renderer) -> None:
    quoted = Quoted("message", "origin", "Que <b>dire</b> ?")
    tree = parse(renderer.drawing(Bubble("Nadia", "Rien.", quoted=quoted), "fr"))
    assert [each.text for each in tree.with_class("answered")] == ["Que <b>dire</b> ?"]


def test_picture_alone_has_no_empty_text(renderer: Renderer) -> None:
    tree = parse(renderer.drawing(Bubble("Nadia", "", (Image(PICTURE, "Image"),)), "fr"))
    assert tree.with_class("text") == []


def test_file_can_be_kept_without_asking_the_page_again(renderer: Renderer) -> None:
    html = block(renderer, File("entraide-my-data.json", '{"é": "<b>"}'))
    [link] = html.all("a")
    kind, _, content = link.attrs["href"].partition(";base64,")
    assert kind == "data:application/json;charset=utf-8"
    assert b64decode(content).decode() == '{"é": "<b>"}'
    assert link.attrs["download"] == "entraide-my-data.json"
    assert html.one("pre").text == '{"é": "<b>"}'
