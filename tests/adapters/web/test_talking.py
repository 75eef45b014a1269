"""Commands and messages, from what was typed to what the other side sees."""

import pytest
from bs4 import BeautifulSoup

from bot.domain.people import Language
from bot.wording import load
from tests.adapters.web.tree import Node, parse
from tests.adapters.web.world import World

SAY = load(strict=True)
STORY = "J’ai posté une blague depuis le compte de Zed, tout le monde fait des captures"


async def claimed(world: World) -> None:
    await world.people.command("camille", "crise")
    await world.people.fill("camille", text=STORY, names="Zed")
    await world.people.press("camille", SAY["fr"]("button-publish"))
    await world.core.settle()
    await world.people.press("nadia", SAY["fr"]("button-claim"))
    await world.core.settle()


async def messages(world: World, who: str) -> list[Node]:
    return (await world.pane(who)).with_class("message")


# --- commands ----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["/crise", "/CRISE", "/crisis", " /crise  ", "/crise maintenant"])
async def test_command_is_known_however_it_is_typed(world: World, typed: str) -> None:
    answer = parse((await world.send("camille", "/compose", text=typed)).text)
    assert answer.one("form").attrs["data-act"] == "request.draft"


async def test_accent_in_a_command_is_no_mistake(world: World) -> None:
    answer = parse((await world.send("camille", "/compose", text="/boîte")).text)
    assert SAY["fr"]("inbox-title") in answer.text


async def test_rest_of_the_line_is_the_question(world: World) -> None:
    typed = "/cas  une fanfare annoncée le mauvais jour ?"
    answer = parse((await world.send("louis", "/compose", text=typed)).text)
    assert answer.all("article") != []
    assert answer.all("form") == []


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_unknown_command_is_told_with_what_to_do(world: World, language: Language) -> None:
    await world.send("camille", "/language", language=language)
    answer = await world.send("camille", "/compose", text="/crisse <b>vite</b>")
    sentence = SAY[language]("web-unknown-command", name="crisse")
    assert sentence in parse(answer.text).text


async def test_words_where_nobody_reads_them_are_kept_and_told_so(world: World) -> None:
    (inbox, *_) = (await world.pane("camille")).with_class("tab")
    place = inbox.attrs["data-place"]
    answer = await world.send("camille", "/compose", place=place, text="Au secours")
    assert SAY["fr"]("web-not-here") in parse(answer.text).text
    assert "hx-trigger" not in answer.headers  # the composer keeps the words


# --- messages ----------------------------------------------------------------------------


async def test_own_message_shows_at_once_and_the_other_side_gets_it_masked(world: World) -> None:
    await claimed(world)
    await world.people.write("camille", "Chez Zed, c’est la panique")
    (mine,) = await messages(world, "camille")
    assert mine.text == f"Camille Chez Zed, c’est la panique {SAY['fr']('web-mark-waiting')}"
    await world.core.settle()
    (mine,), (theirs,) = await messages(world, "camille"), await messages(world, "nadia")
    assert mine.text.endswith(SAY["fr"]("web-mark-delivered"))
    assert "c’est la panique" in theirs.text
    assert "Zed" not in theirs.text
    assert "Camille" not in theirs.text


async def test_co_mentor_sees_what_the_other_one_writes_as_theirs(world: World) -> None:
    await claimed(world)
    await world.people.press("nadia", SAY["fr"]("button-backup"))
    await world.core.settle()
    await world.people.press("yann", SAY["fr"]("button-join"))
    await world.core.settle()
    await world.people.write("nadia", "Bonjour, je suis là.")
    (seen,) = await messages(world, "yann")
    assert seen.text == "Nadia Bonjour, je suis là."
    assert "mine" not in seen.classes


async def test_reproach_comes_back_once_to_reread_and_shows_what_was_sent(world: World) -> None:
    await claimed(world)
    place = await world.talk("nadia")
    harsh = "Franchement vous auriez dû relire, c’est n’importe quoi, quelle faute de débutant."
    answer = await world.send("nadia", "/compose", place=place, text=harsh, origin="o1")
    form = parse(answer.text).one("form")
    assert answer.headers["hx-trigger"] == "taken"  # the words are in the form now
    assert await messages(world, "nadia") == []
    world.people.answers["nadia"] = BeautifulSoup(answer.text, "html.parser")
    await world.people.fill("nadia", text="On respire. Qu’avez-vous déjà fait ?")
    assert form.attrs["data-act"] == "relay.send"
    (mine,) = await messages(world, "nadia")
    assert "On respire." in mine.text
    await world.core.settle()
    (theirs,) = await messages(world, "camille")
    assert theirs.text == "Nadia On respire. Qu’avez-vous déjà fait ?"


async def test_edited_message_says_so_on_both_sides(world: World) -> None:
    await claimed(world)
    message = await world.people.write("nadia", "Bonsoir")
    await world.people.rewrite("nadia", message, "Bonjour")
    await world.core.settle()
    edited = SAY["fr"]("message-edited")
    assert (await messages(world, "camille"))[0].text == f"Nadia Bonjour {edited}"
    assert (await messages(world, "nadia"))[0].text.startswith(f"Nadia Bonjour {edited}")


async def test_edit_that_empties_a_message_is_refused_and_changes_nothing(world: World) -> None:
    await claimed(world)
    message = await world.people.write("nadia", "Bonsoir")
    await world.people.rewrite("nadia", message, "  ")
    await world.core.settle()
    assert (await messages(world, "camille"))[0].text == "Nadia Bonsoir"
    assert (await messages(world, "nadia"))[0].text.startswith("Nadia Bonsoir")


async def test_message_taken_back_is_gone_on_both_sides_with_its_picture(
    world: World, picture: bytes
) -> None:
    await claimed(world)
    message = await world.people.write("camille", "Voici", picture=picture)
    await world.core.settle()
    addresses = [
        image.attrs["src"]
        for who in ("camille", "nadia")
        for post in await messages(world, who)
        for image in post.all("img")
    ]
    assert len(set(addresses)) == 2
    assert [(await world.http.get(a)).status_code for a in addresses] == [200, 200]
    await world.people.unwrite("camille", message)
    await world.core.settle()
    assert await messages(world, "camille") == await messages(world, "nadia") == []
    assert [(await world.http.get(a)).status_code for a in addresses] == [404, 404]


async def test_picture_is_shown_remade_before_it_is_sent(world: World, picture: bytes) -> None:
    headers = {"entraide-person": "camille"}
    answer = await world.http.post("/pictures", content=picture, headers=headers)
    image = parse(answer.text).one("img")
    shown = await world.http.get(image.attrs["src"])
    assert shown.headers["content-type"] == "image/jpeg"
    assert (image.attrs["width"], image.attrs["height"]) == ("60", "40")
    assert shown.content != picture
    assert b"secret comment" in picture
    assert b"secret comment" not in shown.content


# --- languages ---------------------------------------------------------------------------


async def test_whole_page_changes_language_for_everybody(world: World) -> None:
    answer = await world.http.post("/language", data={"language": "en"})
    assert (answer.status_code, answer.headers["hx-refresh"]) == (204, "true")
    page = parse((await world.http.get("/")).text)
    assert page.one("html").attrs["lang"] == "en"
    assert {pane.attrs["lang"] for pane in page.with_class("pane")} == {"en"}


async def test_mentor_gets_what_comes_next_in_their_new_language(world: World) -> None:
    await world.send("nadia", "/language", language="en")
    await world.people.command("camille", "crise")
    await world.people.fill("camille", text=STORY)
    await world.people.press("camille", SAY["fr"]("button-publish"))
    await world.core.settle()
    assert SAY["en"]("button-not-for-me") in (await world.pane("nadia")).text
    assert SAY["fr"]("button-not-for-me") in (await world.pane("yann")).text


async def test_unknown_language_changes_nothing(world: World) -> None:
    answer = await world.send("nadia", "/language", language="tlh")
    assert answer.status_code == 404
    assert (await world.pane("nadia")).attrs["lang"] == "fr"
