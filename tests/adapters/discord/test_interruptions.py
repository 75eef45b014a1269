"""Restarts, lost connections, refusals and limits: nothing is lost, nobody is mixed up."""

import asyncio

import pytest

from bot.wording import Wording
from tests.contracts.platforms.test_conversations import STORY, claimed, publish, say
from tests.fakes.discord_wire import eyes
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.town import Place
from tests.fakes.discord_wire.wire import Failure

__all__ = ["say"]

FRENCH = pytest.mark.parametrize("say", ["fr"], indirect=True)


async def restarted(driver: DiscordDriver) -> None:
    """Stop the client and start another: nothing that lived in the process is left."""
    await driver.stop()
    app = driver.house.client(driver.wire)
    await driver.start(app)


@FRENCH
async def test_buttons_and_open_forms_live_through_a_restart(
    driver: DiscordDriver, say: Wording
) -> None:
    await driver.command("camille", "crise")
    await restarted(driver)
    await driver.fill("camille", text=STORY, urgency="now")
    await restarted(driver)
    await driver.press("camille", say("button-publish"))
    await driver.settled()
    await restarted(driver)
    await driver.press("nadia", say("button-claim"))
    await driver.settled()
    assert "Nadia" in await driver.view("camille")


@FRENCH
async def test_two_requesters_at_every_step_never_cross(
    driver: DiscordDriver, say: Wording
) -> None:
    await driver.command("camille", "crise")
    await driver.command("louis", "crise")
    await driver.fill("camille", text="Notre page est envahie de trolls", urgency="now")
    await restarted(driver)
    await driver.fill("louis", text="Un post est parti du mauvais compte", urgency="now")
    assert "trolls" in await driver.view("camille")
    assert "mauvais compte" not in await driver.view("camille")
    assert "mauvais compte" in await driver.view("louis")
    assert "trolls" not in await driver.view("louis")


@FRENCH
async def test_a_closed_private_channel_is_told_and_the_inbox_takes_over(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    driver.people["camille"].user.is_open = False
    handle = await driver.write("nadia", "Vous me lisez ?")
    await driver.settled()
    place, _, number = handle.partition("/")
    assert driver.wire.town.reactions[place, number] == ["⚠"]
    assert say("discord-failed") in await driver.view("nadia")
    await driver.command("camille", "boite")
    await driver.press("camille", say("button-read"))
    assert "Vous me lisez ?" in await driver.view("camille")
    await driver.press("camille", say("button-reply"))
    await driver.fill("camille", text="Oui, par ma boîte")
    await driver.settled()
    assert "Oui, par ma boîte" in await driver.view("nadia")


@FRENCH
@pytest.mark.parametrize("code", [50007, 50278, 40003])
async def test_a_member_who_takes_no_private_message_keeps_their_request(
    driver: DiscordDriver, say: Wording, code: int
) -> None:
    await claimed(driver, say)
    camille = driver.people["camille"].user
    camille.is_open, camille.refusal = False, code
    await driver.write("nadia", "Vous me lisez ?")
    await driver.settled()
    assert say("discord-failed") in await driver.view("nadia")
    assert say("news-requester-gone") not in await driver.view("nadia")
    await driver.command("camille", "boite")
    await driver.press("camille", say("button-read"))
    assert "Vous me lisez ?" in await driver.view("camille")


@FRENCH
async def test_who_left_the_server_leaves_no_mentor_waiting(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    driver.people["camille"].user.is_member = False
    await driver.write("nadia", "Je suis là, racontez-moi")
    await driver.settled()
    assert say("news-requester-gone") in await driver.view("nadia")


@FRENCH
async def test_a_message_changed_for_a_member_who_shut_us_out_does_not_end_the_request(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    handle = await driver.write("nadia", "Bonjour")
    await driver.settled()
    private = driver.wire.town.private_with(driver.people["camille"].user.id)
    refused = {"code": 50278, "message": "refused"}
    path = rf"/channels/{private.id}/messages/\d+"
    driver.wire.failures.append(Failure("PATCH", path, 403, refused))
    await driver.rewrite("nadia", handle, "Bonsoir")
    await driver.settled()
    assert say("news-requester-gone") not in await driver.view("nadia")
    assert say("discord-failed") in await driver.view("nadia")


@FRENCH
async def test_what_was_delivered_is_marked_for_its_author(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    for who in ("camille", "nadia"):
        place, _, number = (await driver.write(who, "Bien reçu ?")).partition("/")
        await driver.settled()
        assert driver.wire.town.reactions[place, number] == ["✅"]


@FRENCH
async def test_a_reply_is_one_on_the_other_side_in_both_directions(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    camille, nadia = driver.people["camille"], driver.people["nadia"]
    private, thread = driver.place_of("camille"), driver.place_of("nadia")
    asked = await nadia.write(thread, "Qui peut publier ?", mention=True)
    await driver.dealt_with()
    await driver.settled()
    answer = await camille.write(private, "Deux collègues", reply=_newest(private))
    await driver.dealt_with()
    await driver.settled()
    assert _answered(thread) == asked["id"]
    await nadia.write(thread, "Prévenez-les", mention=True, reply=_newest(thread))
    await driver.dealt_with()
    await driver.settled()
    assert _answered(private) == answer["id"]
    assert "Prévenez-les" in await driver.view("camille")


@FRENCH
async def test_a_reply_to_a_message_that_is_gone_is_a_plain_message(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    camille, private = driver.people["camille"], driver.place_of("camille")
    await driver.write("nadia", "Qui peut publier ?")
    await driver.settled()
    thread, shown = driver.place_of("nadia"), _newest(private)
    asked = [number for number, m in thread.messages.items() if "publier" in m["content"]]
    await camille.write(private, "Deux collègues", reply=shown)
    await driver.dealt_with()
    for number in asked:
        del thread.messages[number]
    await driver.settled()
    assert "Deux collègues" in eyes.text(thread.messages[_newest(thread)])
    assert "message_reference" not in thread.messages[_newest(thread)]


def _newest(place: Place) -> str:
    return list(place.messages)[-1]


def _answered(place: Place) -> str:
    return str(place.messages[_newest(place)]["message_reference"]["message_id"])


@FRENCH
async def test_what_waits_is_marked_until_it_is_delivered(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    private = driver.wire.town.private_with(driver.people["camille"].user.id)
    busy = {"retry_after": 40, "global": False, "message": "slow down"}  # more than we sit out
    driver.wire.failures.append(Failure("POST", f"/channels/{private.id}/messages", 429, busy))
    place, _, number = (await driver.write("nadia", "Vous me lisez ?")).partition("/")
    await driver.settled()
    assert driver.wire.town.reactions[place, number] == ["⏳"]
    await driver.later(60)
    assert driver.wire.town.reactions[place, number] == ["✅"]
    assert "Vous me lisez ?" in await driver.view("camille")


@FRENCH
async def test_what_was_written_during_an_outage_is_passed_on_once(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.write("camille", "Avant la panne")
    await driver.stop()
    await driver.write("camille", "Pendant la panne")
    await driver.start(driver.house.client(driver.wire))
    await driver.followed.until(lambda: driver.followed.sessions == 1)
    await driver.settled()
    seen = await driver.view("nadia")
    assert (seen.count("Avant la panne"), seen.count("Pendant la panne")) == (1, 1)


@FRENCH
async def test_nothing_is_missed_in_an_outage_however_much_was_written(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    place, town = driver.place_of("camille"), driver.wire.town
    await driver.stop()
    await driver.write("camille", "Dit au début")
    for number in range(120):
        town.add_message(place, town.bot(), {"content": f"{number}"})
    await driver.write("camille", "Dit à la fin")
    await driver.start(driver.house.client(driver.wire))
    await driver.followed.until(lambda: driver.followed.sessions == 1)
    await driver.settled()
    seen = await driver.view("nadia")
    assert (seen.count("Dit au début"), seen.count("Dit à la fin")) == (1, 1)


@FRENCH
async def test_what_mentors_wrote_in_their_thread_during_an_outage_is_passed_on_once(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.write("nadia", "Avant la panne")
    await driver.stop()
    await driver.people["nadia"].write(driver.place_of("nadia"), "Note entre mentors")
    await driver.write("nadia", "Pendant la panne")
    for _ in range(2):
        await driver.start(driver.house.client(driver.wire))
        await driver.followed.until(lambda: driver.followed.sessions == 1)
        await driver.settled()
        await driver.stop()
    seen = await driver.view("camille")
    assert (seen.count("Avant la panne"), seen.count("Pendant la panne")) == (1, 1)
    assert "Note entre mentors" not in seen


@FRENCH
async def test_what_was_missed_comes_before_what_is_written_now(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.stop()
    await driver.write("camille", "Dit pendant la panne")
    await driver.start(driver.house.client(driver.wire))
    await driver.write("camille", "Dit après la panne")
    await driver.settled()
    seen = await driver.view("nadia")
    assert (seen.count("Dit pendant la panne"), seen.count("Dit après la panne")) == (1, 1)
    assert seen.index("Dit pendant la panne") < seen.index("Dit après la panne")


@FRENCH
async def test_words_of_an_earlier_request_are_not_passed_to_another_mentor(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.write("camille", "Un mot entre nous deux")
    await driver.press("nadia", say("button-close"))
    await driver.settled()
    await driver.press("camille", say("button-close-yes"))
    await publish(driver, say, text="Et maintenant des trolls arrivent en nombre")
    await driver.press("yann", say("button-claim"))
    await driver.settled()
    await restarted(driver)
    await driver.followed.until(lambda: driver.followed.sessions == 1)
    await driver.settled()
    assert "Un mot entre nous deux" in await driver.view("nadia")
    assert "Un mot entre nous deux" not in await driver.view("yann")


@FRENCH
async def test_gateway_that_answers_no_heartbeat_is_left_and_resumed(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.stop()
    gateway, app = driver.wire.gateway, driver.house.client(driver.wire)
    gateway.interval_ms, gateway.acknowledges = 50, False
    app.client._connection.heartbeat_timeout = 0.5  # a minute, for who has the time
    before = gateway.heartbeats
    await driver.start(app)
    await gateway.back()
    await driver.write("camille", "Dit après la panne")
    await driver.settled()
    assert gateway.heartbeats > before
    assert gateway.resumed == 1
    assert "Dit après la panne" in await driver.view("nadia")


@FRENCH
async def test_a_lost_connection_resumes_and_replays(driver: DiscordDriver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.wire.gateway.ask_to_reconnect()
    await driver.write("camille", "Dit pendant la coupure")
    await driver.settled()
    assert driver.wire.gateway.resumed == 1
    assert "Dit pendant la coupure" in await driver.view("nadia")


@FRENCH
async def test_an_invalid_session_begins_anew_and_catches_up(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.followed.until(lambda: driver.followed.sessions == 1)
    place = driver.place_of("camille")
    await driver.wire.gateway.invalidate()
    await driver.people["camille"].write(place, "Dit entre deux sessions")
    await driver.followed.until(lambda: driver.followed.sessions == 2)
    await driver.settled()
    assert len(driver.wire.gateway.identified) == 2
    assert "Dit entre deux sessions" in await driver.view("nadia")


@FRENCH
@pytest.mark.parametrize(
    ("status", "body"),
    [(429, {"retry_after": 0.01, "global": False, "message": "slow down"}), (502, {})],
    ids=["rate limit", "bad gateway"],
)
async def test_a_refusal_that_passes_is_outlived(
    driver: DiscordDriver, say: Wording, status: int, body: dict[str, object]
) -> None:
    room = driver.rooms["help"].id
    driver.wire.failures.append(Failure("POST", f"/channels/{room}/messages", status, body))
    await publish(driver, say)
    assert "compte de la mairie" in await driver.view("louis")


@FRENCH
async def test_the_same_post_sent_twice_shows_once(driver: DiscordDriver, say: Wording) -> None:
    await publish(driver, say)
    room = driver.rooms["help"]
    posts = [call for call in driver.wire.calls if call.path == f"/channels/{room.id}/messages"]
    path = "/channels/{channel_id}/messages"
    await driver.app.rest.call("POST", path, posts[-1].body, channel_id=room.id)
    assert len(room.messages) == 1


@FRENCH
async def test_slow_work_is_deferred_in_private_within_half_a_second(
    driver: DiscordDriver, say: Wording
) -> None:
    search = driver.house.slow_down()
    loop = asyncio.get_running_loop()
    began_at = loop.time()
    task = asyncio.create_task(
        driver.command("louis", "cas", question="une blague est partie du compte de la mairie")
    )
    interaction = await driver.newest_interaction("louis")
    await interaction.answered.wait()
    assert interaction.callbacks == [5]
    assert interaction.acknowledged_at - began_at < 0.6
    search.set()
    await task
    assert say("button-read-case") in await driver.buttons("louis")


@FRENCH
async def test_a_button_that_means_nothing_any_more_says_what_to_do(
    driver: DiscordDriver, say: Wording
) -> None:
    await publish(driver, say)
    await driver.stop()
    driver.house.clock.advance(days=120)
    await driver.start(driver.house.client(driver.wire))
    message, button = driver._controls("nadia")[0]
    await driver.people["nadia"].press(message, button)
    told = driver.people["nadia"].answers[-1]
    assert say("discord-expired") in eyes.text(told)
    assert [each["label"] for each in eyes.buttons(told)] == [say("inbox-title")]


@FRENCH
async def test_two_conversations_are_never_guessed(driver: DiscordDriver, say: Wording) -> None:
    await claimed(driver, say)
    await publish(driver, say, text="Et maintenant des trolls arrivent en nombre")
    await driver.press("yann", say("button-claim"))
    await driver.settled()
    await driver.write("camille", "Pour qui est ceci ?")
    await driver.settled()
    assert say("discord-choose-talk") in await driver.view("camille")
    for mentor in ("nadia", "yann"):
        assert "Pour qui est ceci ?" not in await driver.view(mentor)
    name = driver.place_of("yann").name
    await driver.press("camille", name)
    await driver.settled()
    assert "Pour qui est ceci ?" in await driver.view("yann")
    assert "Pour qui est ceci ?" not in await driver.view("nadia")


@FRENCH
async def test_a_note_between_mentors_stays_between_them(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    nadia = driver.people["nadia"]
    await nadia.write(driver.place_of("nadia"), "Note pour moi")
    await driver.dealt_with()
    await driver.settled()
    assert "Note pour moi" not in await driver.view("camille")


@FRENCH
async def test_nobody_is_told_that_nobody_listens_without_being_told_what_to_do(
    driver: DiscordDriver, say: Wording
) -> None:
    await driver.write("louis", "Il y a quelqu'un ?")
    assert say("discord-nobody-listens") in await driver.view("louis")
