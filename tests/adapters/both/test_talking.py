"""A requester of one platform and a mentor of the other: neither notices."""

import asyncio
import io
import json
from typing import Any

import pytest
from PIL import Image

from tests.adapters.slack.story import STORY, publish
from tests.contracts.platforms.both import CODE, SAY, Both
from tests.contracts.platforms.test_conversations import ask
from tests.fakes.slack_wire.events import message_event
from tests.fakes.slack_wire.sight import opens_thread

MINUTE = 60


@pytest.fixture
def picture() -> bytes:
    """A picture that would give its author away, on each platform in its way."""
    output, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = "exif-canary"
    Image.new("RGB", (60, 40), "teal").save(output, "JPEG", exif=exif, comment=b"exif-canary")
    return output.getvalue()


async def asked_on_slack(both: Both) -> None:
    await publish(both.slack)
    await both.discord.press("nadia", SAY("button-claim"))
    await both.settled()


async def asked_on_discord(both: Both) -> None:
    await published_on_discord(both)
    await both.slack.press("yann", SAY("button-claim"))
    await both.settled()


async def published_on_discord(both: Both) -> None:
    await ask(both.discord, SAY, text=STORY)
    await both.discord.press("camille", SAY("button-publish"))
    await both.settled()


# --- words ---


async def test_words_of_slack_reach_discord_without_marks_of_slack(both: Both) -> None:
    await asked_on_discord(both)
    slack = both.slack
    said = "*Bonjour* :pray: <@UCAMILLE> voyez <https://ex.example/a?b=c|le guide> & <i>"
    root = [m for m in slack.workspace.messages.values() if opens_thread(m)][-1]
    written = slack.workspace.write(root.channel, "UYANN", {"text": said}, thread=root.ts)
    event = message_event(slack.workspace.team, written, "")
    await slack.event({**event, "text": said.replace("& <i>", "&amp; &lt;i&gt;")})
    await both.settled()
    read = "*Bonjour* 🙏 @… voyez le guide (https://ex.example/a?b=c) & <i>"
    assert read in await both.discord.view("camille")


async def test_words_of_discord_reach_slack_without_marks_of_discord(both: Both) -> None:
    await asked_on_slack(both)
    louis = both.discord.people["louis"].user.id
    said = "**Respirez**, je suis là 🙂 <:coeur:666> voici [le guide](https://ex.example/a)"
    await both.discord.write("nadia", f"{said} de <@{louis}>")
    await both.settled()
    read = "*Respirez*, je suis là 🙂 :coeur: voici le guide (https://ex.example/a) de @…"
    assert read in await both.slack.view("camille")
    assert louis not in _sent_to_slack(both)


async def test_nobody_is_called_by_what_comes_from_the_other_side(both: Both) -> None:
    await asked_on_slack(both)
    await both.slack.write("camille", "@everyone @here <@&1> <!channel> je ne sais plus")
    await both.settled()
    posts = [c for c in both.discord.wire.calls if "/messages" in c.path and c.method == "POST"]
    assert {json.dumps(c.body["allowed_mentions"]["parse"]) for c in posts} == {"[]"}
    await both.discord.write("nadia", "@everyone <!channel> <!here> @channel respirez")
    await both.settled()
    assert "respirez" in await both.slack.view("camille")
    blocks = _sent_to_slack(both)
    assert '"broadcast"' not in blocks
    assert '"mrkdwn": true' not in blocks


async def test_mentor_on_slack_reads_what_discord_says_and_nobody_is_called(both: Both) -> None:
    await asked_on_discord(both)
    await both.discord.write("camille", "@everyone <!channel> <@UYANN> <https://ex.example> Zed !")
    await both.settled()
    post = both.grounds.server.calls("chat.postMessage")[-1]
    assert post["link_names"] is False
    assert "<!channel>" not in post["text"]
    assert "<@UYANN>" not in post["text"]
    assert {block["type"] for block in post["blocks"]} <= {"rich_text", "actions"}
    assert "Zed" not in json.dumps(post)


async def test_edits_and_deletions_follow_to_slack(both: Both) -> None:
    await asked_on_slack(both)
    first = await both.discord.write("nadia", "Je suis la")
    second = await both.discord.write("nadia", "Un mot de trop")
    await both.settled()
    await both.discord.rewrite("nadia", first, "Je suis là")
    await both.discord.unwrite("nadia", second)
    await both.settled()
    seen = await both.slack.view("camille")
    assert "Je suis là" in seen
    assert [gone for gone in ("Je suis la", "Un mot de trop") if gone in seen] == []


async def test_edits_and_deletions_follow_to_discord(both: Both) -> None:
    await asked_on_discord(both)
    first = await both.slack.write("yann", "Je suis la")
    second = await both.slack.write("yann", "Un mot de trop")
    await both.settled()
    await both.slack.rewrite("yann", first, "Je suis là")
    await both.slack.unwrite("yann", second)
    await both.settled()
    seen = await both.discord.view("camille")
    assert "Je suis là" in seen
    assert [gone for gone in ("Je suis la", "Un mot de trop") if gone in seen] == []


async def test_what_the_requester_takes_back_is_gone_for_the_mentor_elsewhere(both: Both) -> None:
    await asked_on_slack(both)
    message = await both.slack.write("camille", "Mon chef ne sait rien")
    await both.settled()
    assert "Mon chef ne sait rien" in await both.discord.view("nadia")
    await both.slack.unwrite("camille", message)
    await both.settled()
    assert "Mon chef ne sait rien" not in await both.discord.view("nadia")


# --- pictures ---


async def test_picture_goes_from_slack_to_discord_as_a_new_one(both: Both, picture: bytes) -> None:
    await asked_on_slack(both)
    await both.slack.write("camille", "Voici la capture", picture=picture)
    await both.settled()
    sent = [c for c in both.discord.wire.calls if b"filename=" in c.raw]
    assert len(sent) == 1
    assert b'filename="image-1.' in sent[0].raw
    assert "Voici la capture" in await both.discord.view("nadia")


async def test_picture_goes_from_discord_to_slack_as_a_new_one(both: Both, picture: bytes) -> None:
    await asked_on_discord(both)
    await both.discord.write("camille", "Voici la capture", picture=picture)
    await both.settled()
    files = both.grounds.workspace.files
    uploaded = [content for name, content in files.items() if not name.startswith("FUSER")]
    assert len(uploaded) == 1
    assert b"canary" not in uploaded[0]
    assert Image.open(io.BytesIO(uploaded[0])).size == (60, 40)
    names = [c["filename"] for c in both.grounds.server.calls("files.getUploadURLExternal")]
    assert [name.split(".")[0] for name in names] == ["image-1"]


# --- who takes it ---


async def test_one_claim_of_both_sides_wins_and_the_other_is_told_by_whom(both: Both) -> None:
    await publish(both.slack)
    claim = SAY("button-claim")
    await asyncio.gather(both.discord.press("nadia", claim), both.slack.press("yann", claim))
    await both.settled()
    on_discord, on_slack = await both.discord.view("nadia"), await both.slack.view("yann")
    lost_on_slack = SAY("refusal-already-claimed", mentor="Nadia") in on_slack
    lost_on_discord = SAY("refusal-already-claimed", mentor="Yannick") in on_discord
    assert [lost_on_slack, lost_on_discord].count(True) == 1
    assert SAY("refusal-already-claimed-title") in (on_slack if lost_on_slack else on_discord)
    async with both.house.tools.uow() as uow:
        (request,) = await uow.requests.live((await both.community()).id)
        assert request.mentor is not None
        winner = (await uow.mentors.get(request.mentor)).name
    assert winner == ("Nadia" if lost_on_slack else "Yannick")
    for side in (both.discord, both.slack):
        assert claim not in await side.buttons("louis")
        assert winner in await side.view("louis")


async def test_cards_of_both_sides_follow_what_happens(both: Both) -> None:
    await asked_on_slack(both)
    await both.discord.press("nadia", SAY("button-release"))
    await both.discord.fill("nadia")
    await both.settled()
    assert SAY("button-claim") in await both.slack.buttons("yann")
    assert SAY("button-claim") in await both.discord.buttons("yann")
    await both.slack.press("camille", SAY("button-withdraw"))
    await both.settled()
    for side in (both.discord, both.slack):
        assert STORY not in await side.view("louis")


# --- time ---


async def test_waves_ask_mentors_of_both_sides_and_end_at_both_moderators(both: Both) -> None:
    await publish(both.slack)
    assert "compte de la mairie" in await both.discord.view("nadia")
    asked = [c for c in both.grounds.server.calls("chat.postMessage") if c["channel"] == "UYANN"]
    assert asked
    await both.jump(15 * MINUTE)
    assert SAY("news-wave-4") in await both.slack.view("camille")
    for side in (both.discord, both.slack):
        assert SAY("alert-unanswered") in await side.view("sacha")


async def test_silent_mentor_of_one_side_is_followed_by_one_of_the_other(both: Both) -> None:
    await asked_on_slack(both)
    await both.jump(5 * MINUTE)
    assert SAY("news-reminder") in await both.discord.view("nadia")
    await both.jump(10 * MINUTE)
    assert SAY("news-released-silent") in await both.slack.view("camille")
    await both.slack.press("yann", SAY("button-claim"))
    await both.settled()
    await both.slack.write("yann", "Je prends la suite")
    await both.settled()
    assert "Je prends la suite" in await both.slack.view("camille")


# --- marks ---


async def test_mentor_on_discord_sees_that_slack_has_it(both: Both) -> None:
    await asked_on_slack(both)
    message = await both.discord.write("nadia", "Bonjour")
    await both.settled()
    place, _, number = message.partition("/")
    assert both.discord.wire.town.reactions[place, number] == ["✅"]


async def test_mentor_on_slack_sees_that_discord_has_it(both: Both) -> None:
    await asked_on_discord(both)
    message = await both.slack.write("yann", "Bonjour")
    await both.settled()
    assert both.slack._found(message).reactions == {"white_check_mark"}


async def test_mentor_on_slack_sees_what_discord_could_not_bring(both: Both) -> None:
    await asked_on_discord(both)
    camille = both.discord.people["camille"].user
    camille.is_open, camille.refusal = False, 50007
    message = await both.slack.write("yann", "Vous me lisez ?")
    await both.settled()
    assert "white_check_mark" not in both.slack._found(message).reactions
    await both.discord.command("camille", "boite")
    await both.discord.press("camille", SAY("button-read"))
    assert "Vous me lisez ?" in await both.discord.view("camille")


# --- one mentor, two accounts ---


async def one_mentor_on_both(both: Both) -> None:
    """Let Nadia be the same mentor on Slack, by her code."""
    await both.discord.command("nadia", "mentor")
    await both.discord.press("nadia", SAY("button-link-account"))
    found = CODE.search(await both.discord.view("nadia"))
    assert found is not None
    await both.slack.command("nadia", "mentor")
    await both.slack.fill("nadia", display_name="Nadia", code=found.group(0))
    assert SAY("linked-title") in await both.slack.view("nadia")


@pytest.mark.parametrize("writes_on", ["discord", "slack"])
async def test_mentor_with_two_accounts_reads_each_word_once_on_each_side(
    both: Both, writes_on: str
) -> None:
    await one_mentor_on_both(both)
    await asked_on_slack(both)
    await (both.discord if writes_on == "discord" else both.slack).write("nadia", "Respirez")
    await both.settled()
    assert (await both.discord.view("nadia")).count("Respirez") == 1
    assert (await both.slack.view("nadia")).count("Respirez") == 1
    assert "Respirez" in await both.slack.view("camille")


def _sent_to_slack(both: Both) -> str:
    sent: list[Any] = [body.decode() for _, body in both.grounds.server.received]
    return "\n".join(sent)
