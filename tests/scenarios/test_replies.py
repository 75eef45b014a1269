"""Which message another one answers: seen on the other side, never across conversations."""

from bot.domain.ids import RequestId
from bot.domain.people import Party
from bot.domain.relay import Said
from tests.contracts.platforms.stage import StageDriver
from tests.scenarios.test_time import SAY, claimed, publish


async def reply(stage: StageDriver, who: str, text: str, answered: str) -> None:
    side = Party.MENTOR if who == "nadia" else Party.REQUESTER
    request = (await stage.desk.conversations(stage.actor(who), side))[0].id
    said = Said(RequestId(request), text, f"origin of {text}", reply_to=answered)
    assert await stage.desk.say(stage.actor(who), said) is None
    await stage.settled()


async def test_a_reply_quotes_the_first_words_of_what_it_answers(stage: StageDriver) -> None:
    await claimed(stage)
    asked = await stage.write("nadia", f"Qui peut publier ?\nEt {'depuis ' * 30}quand ?")
    await stage.settled()
    await reply(stage, "camille", "Deux collègues.", asked)
    assert "> Qui peut publier ?\n" in await stage.view("nadia")
    await reply(stage, "nadia", "Prévenez-les.", "origin of Deux collègues.")
    assert "> Deux collègues." in await stage.view("camille")


async def test_a_long_line_is_quoted_in_part(stage: StageDriver) -> None:
    await claimed(stage)
    sentence = "Je lis aussi les jours suivants avec vous. "
    asked = await stage.write("nadia", sentence * 6)
    await stage.settled()
    await reply(stage, "camille", "Voilà.", asked)
    quotes = [line for line in (await stage.view("nadia")).splitlines() if line.startswith("> ")]
    assert quotes == [f"> {sentence}{sentence}Je lis aussi…"]


async def test_what_was_taken_back_is_quoted_by_nobody(stage: StageDriver) -> None:
    await claimed(stage)
    asked = await stage.write("nadia", "Qui peut publier ?")
    await stage.unwrite("nadia", asked)
    await stage.settled()
    await reply(stage, "camille", "Deux collègues.", asked)
    assert "Qui peut publier" not in await stage.view("nadia")


async def test_another_conversation_is_never_quoted(stage: StageDriver) -> None:
    await claimed(stage)
    asked = await stage.write("nadia", "Qui peut publier ?")
    await stage.settled()
    await publish(stage)
    await stage.press("yann", SAY("button-claim"))
    await stage.settled()
    request = (await stage.desk.conversations(stage.actor("yann"), Party.MENTOR))[-1].id
    said = Said(request, "Bonjour à vous.", "origin", reply_to=asked)
    assert await stage.desk.say(stage.actor("yann"), said) is None
    await stage.settled()
    assert "> Qui peut publier ?" not in await stage.view("camille")
