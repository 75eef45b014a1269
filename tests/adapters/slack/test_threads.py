"""The mentors' threads: who is passed on, what stays, what is explained."""

import asyncio
import io

from PIL import Image

from tests.adapters.slack.story import SAY, claimed
from tests.contracts.platforms.slack import Grounds
from tests.fakes.slack_wire.events import message_event
from tests.fakes.slack_wire.sight import opens_thread
from tests.fakes.slack_wire.workspace import Message


def thread(grounds: Grounds) -> Message:
    found = [m for m in grounds.workspace.messages.values() if opens_thread(m)]
    return found[-1]


async def test_other_mentors_talk_in_the_thread_without_being_passed_on(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    await driver.write("yann", "Je lis aussi, bon courage Nadia")
    await driver.settled()
    assert "bon courage" not in await driver.view("camille")


async def test_aside_stays_among_mentors(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    await driver.write("nadia", "// quelqu'un connaît ce cas ?")
    await driver.settled()
    assert "connaît ce cas" not in await driver.view("camille")


async def test_delivered_message_bears_its_mark(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    handle = await driver.write("nadia", "Bonjour")
    await driver.settled()
    channel, _, ts = handle.partition("/")
    assert grounds.workspace.messages[channel, ts].reactions == {"white_check_mark"}


async def test_requester_speaks_under_the_code_name(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    await driver.write("camille", "Merci d'être là")
    await driver.settled()
    post = grounds.server.calls("chat.postMessage")[-1]
    title = " ".join(str(thread(grounds).body["blocks"][0]["text"]["text"]).split())
    assert post["username"] in title
    assert post["thread_ts"] == thread(grounds).ts


async def test_markup_of_slack_reads_as_words_on_the_other_side(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    root = thread(grounds)
    message = grounds.workspace.write(root.channel, "UNADIA", {"text": ""}, thread=root.ts)
    text = "Voyez <https://ici.example|ce guide> avec <@UYANN> &amp; <!here> :pray:"
    event = {**message_event(driver.workspace.team, message, ""), "text": text}
    await driver.event(event)
    await driver.settled()
    seen = await driver.view("camille")
    assert "Voyez ce guide (https://ici.example) avec @… & @… 🙏" in seen


async def test_event_sent_again_takes_effect_once(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    root = thread(grounds)
    message = grounds.workspace.write(root.channel, "UNADIA", {"text": "Oui"}, thread=root.ts)
    event = message_event(driver.workspace.team, message, "Une seule fois")
    for _ in range(3):
        await driver.event(event, event_id="Ev1")
    await driver.settled()
    assert (await driver.view("camille")).count("Une seule fois") == 1


async def test_reproach_is_not_sent_and_is_given_back_to_reread(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    handle = await driver.write(
        "nadia", "C'est entièrement votre faute, vous êtes incompétente, il fallait réfléchir"
    )
    await driver.settled()
    assert "votre faute" not in await driver.view("camille")
    channel, _, ts = handle.partition("/")
    assert grounds.workspace.messages[channel, ts].reactions == {"warning"}
    await driver.press("nadia", SAY("slack-open"))
    await driver.fill("nadia", text="Respirez, on regarde ensemble.")
    await driver.settled()
    assert "Respirez, on regarde ensemble." in await driver.view("camille")
    assert grounds.workspace.messages[channel, ts].reactions == {"white_check_mark"}
    assert "Respirez, on regarde ensemble." in await driver.view("yann")


async def test_reply_by_form_shows_in_the_thread_too(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    await driver.write("camille", "Vous êtes là ?")
    await driver.settled()
    await driver.press("nadia", SAY("button-reply"))
    await driver.fill("nadia", text="Oui, je lis.")
    await driver.settled()
    assert "Oui, je lis." in await driver.view("camille")
    assert "nadia: Oui, je lis." in await driver.view("yann")


async def test_shared_channel_of_mentors_is_refused(grounds: Grounds) -> None:
    driver = grounds.driver
    grounds.workspace.channels["CMENTORS"].is_ext_shared = True
    await claimed(driver)
    posts = grounds.server.calls("chat.postMessage")
    assert [post for post in posts if post["channel"] == "CMENTORS"] == []


async def test_guest_of_a_shared_channel_is_told_where_to_ask(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    card = next(m for m in grounds.workspace.messages.values() if m.channel == "CMENTORS")
    element = {"type": "button", "action_id": "whatever", "text": {"text": "x"}}
    payload = {
        "type": "block_actions",
        "user": {"id": "ULOUIS", "team_id": "TOTHER"},
        "team": {"id": grounds.workspace.team},
        "trigger_id": grounds.workspace.trigger("ULOUIS"),
        "actions": [element],
        "channel": {"id": card.channel},
    }
    await grounds.server.send("interactive", payload)
    await driver.finished()
    assert SAY("slack-other-team") in await driver.view("louis")


async def test_words_never_overtake_a_picture_that_was_sent_before_them(grounds: Grounds) -> None:
    driver, picture = grounds.driver, io.BytesIO()
    await claimed(driver)
    Image.effect_noise((600, 400), 50).save(picture, "PNG")
    await asyncio.gather(
        driver.write("nadia", "La capture", picture=picture.getvalue()),
        driver.write("nadia", "Et ce qu'il faut en faire"),
    )
    await driver.settled()
    seen = await driver.view("camille")
    assert 0 <= seen.index("La capture") < seen.index("Et ce qu'il faut en faire")
