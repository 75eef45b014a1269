"""What a person can see and erase of their own: not only requests."""

import json

from bot.wording import load
from tests.contracts.platforms.stage import StageDriver

SAY = load(strict=True)["fr"]


async def own_data(stage: StageDriver, who: str) -> dict[str, object]:
    await stage.command(who, "confidentialite")
    await stage.press(who, SAY("button-my-data"))
    data: dict[str, object] = json.loads((await stage.files(who))["entraide-my-data.json"])
    return data


async def rehearsed(stage: StageDriver, who: str) -> None:
    await stage.command(who, "scenario", case="tv5monde-piratage-2015")
    await stage.press(who, SAY("button-drill-alone"))
    await stage.press(who, SAY("button-drill-answer"))
    await stage.fill(who, text="Je préviens ma cheffe.")


async def test_rehearsals_and_replies_are_given_and_erased(stage: StageDriver) -> None:
    await rehearsed(stage, "yann")
    await stage.command("yann", "mentor")
    await stage.press("yann", SAY("button-new-snippet"))
    await stage.fill("yann", title="Salut", text="Bonjour, je vous lis.")
    told = await own_data(stage, "yann")
    mentor = told["mentor"]
    assert isinstance(mentor, dict)
    assert mentor["profile"]["display_name"] == "Yann"
    assert {"title": "Salut", "text": "Bonjour, je vous lis."} in mentor["ready_made_replies"]
    assert told["rehearsals"] == [
        {
            "case": "tv5monde-piratage-2015",
            "team": False,
            "answers": [{"moment": 0, "text": "Je préviens ma cheffe."}],
        }
    ]
    await stage.command("yann", "confidentialite")
    await stage.press("yann", SAY("button-erase-all"))
    await stage.press("yann", SAY("button-erase-yes"))
    await stage.settled()
    await stage.command("yann", "confidentialite")
    await stage.press("yann", SAY("button-my-data"))
    assert SAY("my-data-none") in stage.last_answer("yann")
