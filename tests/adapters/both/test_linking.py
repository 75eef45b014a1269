"""A workspace joins the community of a server, by what people press and type."""

from bot.domain.community import Space
from tests.adapters.slack.story import publish
from tests.contracts.platforms.both import CODE, SAY, Both, code_entered, link
from tests.contracts.platforms.slack import CHANNELS
from tests.fakes.discord_wire.town import GUILD


async def test_both_sides_see_whom_they_say_yes_to(apart: Both) -> None:
    await code_entered(apart)
    assert SAY("look-in-title", name="Entre pairs") in await apart.slack.view("sacha")
    await apart.slack.press("sacha", SAY("button-ask-in"))
    await apart.settled()
    asked = SAY("joining-title", name="Atelier", platform="Slack")
    assert asked in await apart.discord.view("sacha")
    assert asked not in await apart.discord.view("louis")


async def test_who_asked_in_a_workspace_gets_the_answer_in_a_direct_message(apart: Both) -> None:
    await code_entered(apart)
    await apart.slack.press("sacha", SAY("button-ask-in"))
    await apart.settled()
    await apart.discord.press("sacha", SAY("button-welcome"))
    await apart.settled()
    last = apart.grounds.server.calls("chat.postMessage")[-1]
    assert last["channel"] == "USACHA"
    assert SAY("asked-in-joined-title", name="Entre pairs") in str(last["blocks"])


async def test_question_that_nobody_answers_is_told_to_who_asked_and_where_it_was_put(
    apart: Both,
) -> None:
    await code_entered(apart)
    await apart.slack.press("sacha", SAY("button-ask-in"))
    await apart.settled()
    await apart.jump(24 * 3600)
    last = apart.grounds.server.calls("chat.postMessage")[-1]
    assert last["channel"] == "USACHA"
    assert SAY("asked-in-unanswered-title", name="Entre pairs") in str(last["blocks"])
    assert SAY("joining-unanswered-title") in await apart.discord.view("sacha")
    assert SAY("button-welcome") not in await apart.discord.buttons("sacha")


async def test_workspace_is_linked_and_set_up(apart: Both) -> None:
    await link(apart)
    slack = Space("slack", apart.grounds.workspace.team, CHANNELS)
    assert (await apart.community()).spaces[1] == slack
    await apart.discord.command("sacha", "entraide")
    await apart.discord.press("sacha", SAY("button-spaces"))
    seen = await apart.discord.view("sacha")
    assert [
        name for name in ("Atelier", SAY("spaces-set"), SAY("spaces-here")) if name not in seen
    ] == []


async def test_nobody_but_an_administrator_gives_a_code(apart: Both) -> None:
    await apart.slack.command("louis", "entraide")
    assert SAY("button-enter-code") not in await apart.slack.buttons("louis")


async def test_code_that_was_typed_wrong_stays_in_the_form(apart: Both) -> None:
    await apart.slack.command("sacha", "entraide")
    await apart.slack.press("sacha", SAY("button-enter-code"))
    await apart.slack.fill("sacha", code="2222-2222-2222-2222")
    assert SAY("fault-space-code") in await apart.slack.view("sacha")
    assert await apart.slack.form_values("sacha") == {"code": "2222-2222-2222-2222"}


async def test_workspace_with_a_code_is_joined_by_a_server_too(apart: Both) -> None:
    await link(apart)
    await apart.slack.command("sacha", "entraide")
    await apart.slack.press("sacha", SAY("button-spaces"))
    await apart.slack.press("sacha", SAY("button-space-code"))
    assert CODE.search(await apart.slack.view("sacha"))


async def test_workspace_that_is_unlinked_loses_its_cards_and_its_people_are_told(
    both: Both,
) -> None:
    await publish(both.slack)
    await both.discord.press("nadia", SAY("button-claim"))
    await both.settled()
    await both.slack.command("sacha", "entraide")
    await both.slack.press("sacha", SAY("button-spaces"))
    await both.slack.choose("sacha", "Slack · Atelier")
    await both.slack.press("sacha", SAY("button-unlink"))
    await both.settled()
    assert [space.has_left for space in (await both.community()).spaces] == [False, True]
    assert SAY("news-requester-parted") in await both.discord.view("nadia")
    assert "compte de la mairie" not in await both.slack.view("louis")
    assert "compte de la mairie" in await both.discord.view("louis")
    assert SAY("mentor-parted-title") in await both.slack.view("yann")


async def test_server_that_is_unlinked_acts_in_the_community_no_more(both: Both) -> None:
    await both.discord.command("louis", "fiche")  # the adapter has met the community
    await both.slack.command("sacha", "entraide")
    await both.slack.press("sacha", SAY("button-spaces"))
    await both.slack.choose("sacha", "Discord · Entre pairs")
    await both.slack.press("sacha", SAY("button-unlink"))
    await both.settled()
    assert await both.house.community("discord", GUILD) is None
    await both.discord.command("louis", "boite")
    assert SAY("discord-no-community-title") in await both.discord.view("louis")


async def test_people_of_both_sides_hide_among_each_other(both: Both) -> None:
    both.discord.wire.town.crowd = 16  # fifteen people, and us
    channel = both.grounds.workspace.channels["CHELP"]
    channel.silent = 6 - len(channel.members)  # five people, and us
    few = SAY("setup-few", people=20)
    await both.slack.command("sacha", "entraide")
    await both.slack.press("sacha", SAY("button-setup"))
    assert SAY("setup-delays") in await both.slack.view("sacha")
    assert few not in await both.slack.view("sacha")
    channel.silent -= 1
    await both.slack.press("sacha", SAY("button-check-again"))
    assert few in await both.slack.view("sacha")
