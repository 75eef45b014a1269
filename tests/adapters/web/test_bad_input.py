"""What the page does with what nobody should send: a kind sentence, nothing lost, no crash."""

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from adapters.web.live import stream
from adapters.web.people import PEOPLE
from bot.domain.people import Language
from bot.wording import load
from tests.adapters.web.tree import Node, parse
from tests.adapters.web.world import World, open_world
from tests.contracts.platforms.stages import Memory
from tests.fakes.stubborn import open_stubborn

SAY = load(strict=True)
MEGABYTE = 1024 * 1024
STORY = "J’ai posté une blague depuis le compte de la mairie, tout le monde fait des captures"


async def opened_form(world: World, who: str = "camille") -> Node:
    answer = await world.send(who, "/compose", text="/crise")
    return parse(answer.text).one("form")


async def submitted(world: World, text: str, subject: str = "s1") -> httpx.Response:
    headers = {"entraide-person": "camille", "entraide-from": "form"}
    fields = {"act": "request.draft", "subject": subject, "answer.text": text}
    return await world.http.post("/act", data=fields, headers=headers)


async def claimed(world: World) -> None:
    await world.people.command("camille", "crise")
    await world.people.fill("camille", text=STORY, names="Zed")
    await world.people.press("camille", SAY["fr"]("button-publish"))
    await world.core.settle()
    await world.people.press("nadia", SAY["fr"]("button-claim"))
    await world.core.settle()


# --- texts -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "fault-empty"),
        (" \u200b\u00a0\n", "fault-empty"),
        ("x" * 50_000, "fault-too-long"),
        ("😱" * 20_000, "fault-too-long"),
        ("😱🔥💀", "fault-no-words"),
    ],
    ids=["empty", "white space", "50,000 characters", "20,000 emoji", "only emoji"],
)
async def test_story_that_cannot_be_used_comes_back_with_its_text(
    world: World, text: str, fault: str, language: Language
) -> None:
    await world.send("camille", "/language", language=language)
    form = parse((await submitted(world, text)).text).one("form")
    area = form.one("textarea")
    assert area.attrs["aria-invalid"] == "true"
    assert "".join(map(str, area.children)) == "\n" + text.strip()
    assert SAY[language](fault, maximum=3000) in form.text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('x')</script><b>on se fait insulter</b>",
        "**gras** [lien](javascript:alert(1)) on se fait insulter",
        "{{ 7 * 7 }} {% raw %} on se fait insulter",
        "\u202eمرحبا\u202c on se fait insulter",
        "on se\u200b fait\u2060 insulter\u200d",
        "e\u0301te\u0301\u0300 on se fait insulter",
        "\x00\x01\x1b[31m on se fait insulter",
    ],
    ids=["html", "markdown", "template", "right-to-left", "zero-width", "combining", "control"],
)
async def test_odd_text_is_published_as_text(world: World, text: str) -> None:
    await world.people.command("camille", "crise")
    await world.people.fill("camille", text=text)
    await world.people.press("camille", SAY["fr"]("button-publish"))
    await world.core.settle()
    card = (await world.pane("louis")).all("article")[-1]
    assert "insulter" in card.text
    assert {node.tag for node in card.walk()} & {"script", "b", "a"} == set()
    assert "49" not in card.text
    assert not set(card.text) & set("\x00\x01\x1b\u202e\u200b")


async def test_body_larger_than_any_text_is_refused_kindly(world: World) -> None:
    answer = await submitted(world, "x" * (2 * MEGABYTE))
    assert answer.status_code == 409
    assert SAY["fr"]("refusal-too-many") in parse(answer.text).text
    assert answer.headers["hx-reswap"] == "afterend"  # the form stays as it is


async def test_refusal_never_takes_the_place_of_a_form(world: World) -> None:
    for number in range(6):
        answer = await submitted(world, STORY, subject=f"s{number}")
    assert SAY["fr"]("refusal-too-many-requests", maximum=5) in parse(answer.text).text
    assert answer.headers["hx-reswap"] == "afterend"


# --- files -----------------------------------------------------------------------------


async def upload(world: World, data: bytes | AsyncIterator[bytes]) -> httpx.Response:
    return await world.http.post("/pictures", content=data, headers={"entraide-person": "camille"})


async def in_pieces(megabytes: int) -> AsyncIterator[bytes]:
    yield b"\x89PNG\r\n\x1a\n"
    for _ in range(megabytes):
        yield bytes(MEGABYTE)


def png() -> bytes:
    output = io.BytesIO()
    Image.effect_noise((60, 40), 50).save(output, "PNG")
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7 ...", "refusal-file-document"),
        (b"PK\x03\x04 docx", "refusal-file-document"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "refusal-file-heic"),
        (b"<svg onload='alert(1)'></svg>", "refusal-bad-file"),
        (png()[:-40], "refusal-file-broken"),
        (b"", "refusal-bad-file"),
    ],
    ids=["pdf", "office", "heic", "svg", "broken", "empty"],
)
async def test_file_that_cannot_be_taken_says_what_to_send_instead(
    world: World, data: bytes, sentence: str
) -> None:
    answer = await upload(world, data)
    assert answer.status_code == 422
    assert SAY["fr"](sentence) in parse(answer.text).text


@pytest.mark.parametrize("megabytes", [11, 30])
async def test_picture_that_is_too_heavy_is_refused_while_it_streams(
    world: World, megabytes: int
) -> None:
    answer = await upload(world, in_pieces(megabytes))
    assert answer.status_code == 422
    assert SAY["fr"]("refusal-file-too-big", maximum=10) in parse(answer.text).text


async def test_message_with_a_picture_that_is_gone_says_so_and_is_not_taken(world: World) -> None:
    await claimed(world)
    place = await world.talk("camille")
    answer = await world.send("camille", "/compose", place=place, text="voici", picture="inconnue")
    assert answer.status_code == 404
    assert "hx-trigger" not in answer.headers


# --- twice, late, in between --------------------------------------------------------------


async def test_form_sent_twice_makes_one_request(world: World) -> None:
    both = await asyncio.gather(*(submitted(world, STORY, subject="once") for _ in range(2)))
    assert [answer.status_code for answer in both] == [200, 200]
    assert (
        len(parse((await world.send("camille", "/compose", text="/boite")).text).all("article"))
        == 1
    )


async def test_message_sent_twice_arrives_once_on_both_sides(world: World) -> None:
    await claimed(world)
    place = await world.talk("camille")
    for _ in range(2):
        answer = await world.send("camille", "/compose", place=place, text="Allô ?", origin="o1")
        assert (answer.status_code, answer.headers["hx-trigger"]) == (204, "taken")
    await world.core.settle()
    for who in ("camille", "nadia"):
        assert (await world.pane(who)).text.count("Allô ?") == 1


async def test_ready_made_reply_pressed_twice_arrives_once_on_both_sides(world: World) -> None:
    await claimed(world)
    await world.people.press("nadia", SAY["fr"]("button-snippets"))
    label = SAY["fr"]("button-send-snippet", title=SAY["fr"]("demo-snippet-pause-title"))
    answer = world.people.answers["nadia"]
    (button,) = [each for each in answer.select("button[data-act]") if label in each.text]
    for _ in range(2):
        await world.send("nadia", "/act", **json.loads(str(button["hx-vals"])))
    await world.core.settle()
    for who in ("nadia", "camille"):
        (message,) = (await world.pane(who)).with_class("message")
        assert SAY["fr"]("demo-snippet-pause") in message.text


async def test_button_pressed_after_the_state_changed_is_told_the_present_one(world: World) -> None:
    await claimed(world)
    opener = next(
        button.attrs["hx-vals"]
        for button in (await world.pane("nadia")).all("button")
        if button.attrs.get("data-act") == "request.release.form"
    )
    request = opener.split('"subject": "')[1].split('"')[0]
    await world.send("nadia", "/act", act="request.close", subject=request)
    await world.send("camille", "/act", act="request.close.yes", subject=request)
    answer = await world.send("nadia", "/act", act="request.release", subject=request)
    assert answer.status_code == 200
    state = SAY["fr"]("state-resolved")
    assert SAY["fr"]("refusal-too-late", state=state) in parse(answer.text).text


async def test_answer_that_was_lost_can_be_asked_for_again(world: World) -> None:
    """The server is killed between the click and the answer; the page clicks again."""
    await submitted(world, STORY, subject="lost")
    first = await world.send("camille", "/act", act="request.publish", subject="lost")
    again = await world.send("camille", "/act", act="request.publish", subject="lost")
    assert parse(again.text).one("article").text == parse(first.text).one("article").text
    await world.core.settle()
    assert (await world.pane("louis")).text.count("compte de la mairie") == 1


async def test_form_that_was_begun_opens_again_under_its_own_number(world: World) -> None:
    answer = await world.send("camille", "/compose", text="/crise", subject="begun")
    assert parse(answer.text).one("form").attrs["data-subject"] == "begun"


# --- addresses and people that do not exist -------------------------------------------------


@pytest.mark.parametrize("who", ["", "personne", "Camille", "camille,nadia"])
async def test_nobody_acts_in_the_name_of_nobody(world: World, who: str) -> None:
    answer = await world.send(who, "/act", act="request.ask")
    assert answer.status_code == 404
    assert SAY["fr"]("refusal-not-found") in parse(answer.text).text


async def test_unknown_person_has_a_page_that_leads_back(world: World) -> None:
    answer = await world.http.get("/as/personne")
    assert answer.status_code == 404
    assert parse(answer.text).one("a").attrs["href"] == "/"


@pytest.mark.parametrize("after", ["-1", "x", "1e9", "٣"])
async def test_stream_from_nowhere_is_refused(world: World, after: str) -> None:
    answer = await world.http.get("/events", params={"person": "camille", "after": after})
    assert answer.status_code == 404


async def test_unknown_act_is_told_kindly(world: World) -> None:
    answer = await world.send("camille", "/act", act="request.explode")
    assert SAY["fr"]("refusal-unknown-act") in parse(answer.text).text


async def test_place_of_somebody_else_is_closed(world: World) -> None:
    await claimed(world)
    place = await world.talk("camille")
    answer = await world.send("louis", "/compose", place=place, text="coucou")
    assert answer.status_code == 404
    await world.core.settle()
    assert "coucou" not in (await world.pane("nadia")).text


async def test_message_of_somebody_else_cannot_be_changed_or_taken_back(world: World) -> None:
    await claimed(world)
    await world.people.write("camille", "C’est moi")
    await world.core.settle()
    key = next(post.attrs["data-key"] for post in (await world.pane("camille")).with_class("mine"))
    for path in ("/edit", "/delete"):
        answer = await world.send("nadia", path, key=key, text="autre chose")
        assert answer.status_code == 404
    await world.core.settle()
    assert "C’est moi" in (await world.pane("nadia")).text


# --- our own faults ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_our_own_fault_is_excused_with_a_code_that_the_log_knows(
    log: io.StringIO, world: World, language: Language
) -> None:
    world.http.headers["entraide-language"] = language
    await world.site.close()  # the page's file is gone under its feet
    answer = await submitted(world, STORY)
    assert answer.status_code == 500
    said = parse(answer.text).text
    code = re.findall(r"[\w-]+", said)[-1]
    assert said.endswith(SAY[language]("incident", code=code))
    assert answer.headers["hx-reswap"] == "afterend"  # the form stays as it is
    assert code in log.getvalue()
    assert "blague" not in log.getvalue()


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_words_that_the_store_refuses_stay_where_they_were_typed(
    memory: Memory, tmp_path: Path, language: Language
) -> None:
    async with open_stubborn(tmp_path) as database, open_world(memory, tmp_path, database) as world:
        world.http.headers["entraide-language"] = language
        await claimed(world)
        await world.people.write("camille", "Bonjour")
        key = next(p.attrs["data-key"] for p in (await world.pane("camille")).with_class("mine"))
        place = await world.talk("camille")
        database.refuse("messages")
        for path, fields in (
            ("/compose", {"place": place, "text": "Vous êtes là ?", "origin": "1"}),
            ("/edit", {"key": key, "text": "Bonsoir"}),
            ("/delete", {"key": key}),
        ):
            answer = await world.send("camille", path, **fields)
            assert answer.status_code == 500
            assert "hx-trigger" not in answer.headers  # what tells the composer to forget
            assert SAY[language]("incident-title") in parse(answer.text).text
        database.accept("messages")
        for _ in range(2):  # the page sends it again under the same number
            await world.send("camille", "/compose", place=place, text="Vous êtes là ?", origin="1")
        await world.core.settle()
        assert (await world.pane("nadia")).text.count("Vous êtes là ?") == 1
        assert (await world.pane("camille")).text.count("Vous êtes là ?") == 1


async def test_stream_of_somebody_who_reads_along_ends_with_the_server(world: World) -> None:
    events = stream(world.site, [PEOPLE["camille"]], world.site.file.revision)
    assert await anext(events) == "retry: 1000\n\n"
    world.site.file.hang_up()
    assert [each async for each in events if not each.startswith(":")] == []
