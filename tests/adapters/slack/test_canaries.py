"""Nothing that leads to a requester leaves, is logged, or stands in a Slack channel."""

import io
import json
import logging
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from tests.adapters.slack.story import SAY, claimed
from tests.contracts.platforms.slack import Grounds

USER, NAME, TOKEN = "UCAMILLE", "camille", "xoxb-canary-token"
MARKS = (USER, NAME, "D" + USER[1:], "IMG_CANARY", "EXIF-CANARY", "fr-FR")
# Where a requester's own id must stand, for Slack to know whose Home is meant.
OWN_FIELDS = {"views.publish": "user_id", "users.info": "user"}


def marked_picture() -> bytes:
    facts = PngImagePlugin.PngInfo()
    facts.add_text("Author", "EXIF-CANARY camille")
    output = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(output, "PNG", pnginfo=facts)
    return output.getvalue()


async def whole_story(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    await driver.write("nadia", "Bonjour, je suis là.")
    await driver.settled()
    message = await driver.write("camille", "Voici la capture", picture=marked_picture())
    await driver.settled()
    await driver.rewrite("camille", message, "Voici la bonne capture")
    await driver.settled()
    await driver.press("nadia", SAY("button-close"))
    await driver.settled()
    await driver.press("camille", SAY("button-close-yes"))
    await driver.settled()
    await driver.press("camille", SAY("rating-3"))
    await driver.settled()


def without_own_field(method: str, body: bytes) -> str:
    args: dict[str, Any] = json.loads(body)
    args.pop(OWN_FIELDS.get(method, ""), None)
    return json.dumps(args, ensure_ascii=False).casefold()


async def test_no_mark_of_a_requester_leaves(grounds: Grounds) -> None:
    await whole_story(grounds)
    sent = [(m, without_own_field(m, body)) for m, body in grounds.server.received]
    found = [(m, mark) for m, text in sent for mark in MARKS if mark.casefold() in text]
    assert found == []
    assert grounds.server.refused == []


async def test_pictures_leave_without_what_they_were_made_of(grounds: Grounds) -> None:
    await whole_story(grounds)
    uploaded = [c for f, c in grounds.workspace.files.items() if not f.startswith("FUSER")]
    assert len(uploaded) == 1
    assert b"CANARY" not in uploaded[0]
    names = [call["filename"] for call in grounds.server.calls("files.getUploadURLExternal")]
    assert names == ["image-1.png"]


async def test_requester_gets_no_message_at_all(grounds: Grounds) -> None:
    await whole_story(grounds)
    posts = [*grounds.server.calls("chat.postMessage"), *grounds.server.calls("chat.postEphemeral")]
    places = {post["channel"] for post in posts}
    assert places <= {"CHELP", "CMENTORS", "CMODERATORS", "UNADIA", "UYANN"}


async def test_chosen_notices_say_nothing(grounds: Grounds) -> None:
    driver = grounds.driver
    await driver.open_home("camille")
    await driver.press("camille", SAY("slack-notice-on"))
    await claimed(driver)
    told = [c for c in grounds.server.calls("chat.postMessage") if c["channel"] == USER]
    assert told
    assert {json.dumps(c, sort_keys=True) for c in told} == {
        json.dumps({"channel": USER, "text": SAY("slack-news")}, sort_keys=True)
    }


async def test_no_log_quotes_anybody(grounds: Grounds, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await whole_story(grounds)
    text = caplog.text
    assert [m for m in (*MARKS[:1], TOKEN, "capture", "mairie") if m in text] == []


async def test_posts_ping_nobody_and_preview_no_link(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    await driver.write("camille", "<!channel> <@UNADIA> voyez https://zed.example/?u=camille")
    await driver.settled()
    post = grounds.server.calls("chat.postMessage")[-1]
    assert (post["unfurl_links"], post["unfurl_media"], post["link_names"]) == (False,) * 3
    assert "<!channel>" not in post["text"]
    assert {block["type"] for block in post["blocks"]} <= {"rich_text", "actions"}
