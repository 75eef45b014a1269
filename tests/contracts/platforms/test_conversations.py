"""The same conversations on every platform, in French and in English."""

import re

import pytest

from bot.domain.people import Language
from bot.wording import Wording, load
from tests.contracts.platforms.driver import Driver

STORY = (
    "J'ai posté une blague depuis le compte de la mairie au lieu du mien, "
    "tout le monde fait des captures, écrivez-moi à camille@zed.example"
)
WORDINGS = load(strict=True)


@pytest.fixture(params=["fr", "en"])
def say(request: pytest.FixtureRequest) -> Wording:
    return WORDINGS[request.param]


async def speaking(driver: Driver, say: Wording, *people: str) -> None:
    for who in people:
        await driver.speak(who, say.language)


def command(name: str, language: Language) -> str:
    english = {
        "crise": "crisis",
        "boite": "inbox",
        "cas": "case",
        "fiche": "card",
        "confidentialite": "privacy",
        "scenario": "drill",
    }
    return english.get(name, name) if language == "en" else name


async def ask(driver: Driver, say: Wording, who: str = "camille", text: str = STORY) -> None:
    await driver.command(who, command("crise", say.language))
    await driver.fill(who, text=text, names="Zed", urgency="now")


async def publish(driver: Driver, say: Wording, who: str = "camille", text: str = STORY) -> None:
    await ask(driver, say, who, text)
    await driver.press(who, say("button-publish"))
    await driver.settled()


async def claimed(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "camille", "nadia", "yann", "sacha")
    await publish(driver, say)
    await driver.press("nadia", say("button-claim"))
    await driver.settled()


async def resolved(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-close"))
    await driver.settled()
    await driver.press("camille", say("button-close-yes"))
    await driver.settled()


async def test_nothing_leaves_before_the_click(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "camille", "louis")
    before = await driver.view("louis")
    await ask(driver, say)
    await driver.settled()
    assert await driver.view("louis") == before
    seen = await driver.view("camille")
    assert say("preview-title") in seen
    assert "camille@zed.example" not in seen


async def test_preview_comes_with_close_cases_and_the_first_hour_card(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "camille")
    await ask(driver, say)
    buttons = await driver.buttons("camille")
    assert say("button-read-case") in buttons
    assert say("button-read-playbook") in buttons


async def test_published_request_is_seen_masked_and_under_its_code_name(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "camille")
    await publish(driver, say)
    seen = await driver.view("louis")
    assert "compte de la mairie" in seen
    assert "camille" not in seen.casefold()
    assert WORDINGS["fr"]("state-open") in seen


async def test_what_is_for_now_is_never_held_back_and_the_preview_says_so(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "camille")
    await driver.command("camille", command("crise", say.language))
    await driver.fill("camille", text=STORY, urgency="now", discreet="on")
    assert say("preview-not-later") in await driver.view("camille")
    await driver.press("camille", say("button-publish"))
    await driver.settled()
    assert "compte de la mairie" in await driver.view("louis")


async def test_what_waits_out_of_discretion_is_published_when_it_becomes_urgent(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "camille")
    await driver.command("camille", command("crise", say.language))
    await driver.fill("camille", text=STORY, urgency="today", discreet="on")
    assert say("preview-later") in await driver.view("camille")
    await driver.press("camille", say("button-publish"))
    await driver.press("camille", say("button-urgency"))
    await driver.fill("camille", urgency="now")
    await driver.settled()
    assert "compte de la mairie" in await driver.view("louis")


async def test_two_mentors_click_and_the_loser_learns_who_was_faster(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.command("yann", "mentor")
    notice = await driver.view("yann")
    assert "Nadia" in notice
    assert WORDINGS["fr"]("state-claimed") in await driver.view("louis")


async def test_conversation_crosses_both_ways_with_edits_and_deletions(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    first = await driver.write("nadia", "Bonjour, je suis là. Que voit-on en ce moment ?")
    await driver.settled()
    assert "Bonjour, je suis là." in await driver.view("camille")
    message = await driver.write("camille", "C'est Zed, ma cheffe est furieuse")
    await driver.settled()
    seen = await driver.view("nadia")
    assert "ma cheffe est furieuse" in seen
    assert "Zed" not in seen
    await driver.rewrite("camille", message, "Ma cheffe est calme maintenant")
    await driver.unwrite("nadia", first)
    await driver.settled()
    assert "calme maintenant" in await driver.view("nadia")
    assert "furieuse" not in await driver.view("nadia")
    assert "Bonjour, je suis là." not in await driver.view("camille")


async def test_ready_made_reply_shows_on_both_sides(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-snippets"))
    await driver.press("nadia", say("button-new-snippet"))
    await driver.fill("nadia", title="Souffler", text="{nom} dit : soufflez un peu.")
    await driver.press("nadia", say("button-snippets"))
    await driver.press("nadia", say("button-send-snippet", title="Souffler"))
    await driver.settled()
    assert (await driver.view("camille")).count("Nadia dit : soufflez un peu.") == 1
    await driver.command("nadia", "mentor")  # in place of the answer, which quotes the words
    assert (await driver.view("nadia")).count("Nadia dit : soufflez un peu.") == 1


async def test_answer_from_the_inbox_shows_on_both_sides(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.command("camille", command("boite", say.language))
    await driver.press("camille", say("button-reply"))
    await driver.fill("camille", text="Chez Zed, on respire un peu mieux")
    await driver.settled()
    assert "on respire un peu mieux" in await driver.view("nadia")
    await driver.command("camille", command("boite", say.language))
    assert (await driver.view("camille")).count("on respire un peu mieux") == 1
    await driver.press("camille", say("button-read"))
    await driver.settled()
    assert "on respire un peu mieux" in await driver.view("camille")


async def test_pictures_cross_remade(driver: Driver, say: Wording, picture: bytes) -> None:
    await claimed(driver, say)
    await driver.write("camille", "Voici la capture", picture=picture)
    await driver.settled()
    assert "Voici la capture" in await driver.view("nadia")


async def test_document_is_refused_with_what_to_send_instead(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.write("camille", "le PDF", picture=b"%PDF-1.7 ...")
    assert say("refusal-file-document") in await driver.view("camille")


async def test_mentor_gives_back_and_another_takes(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-release"))
    await driver.fill("nadia", word="Je dois filer, quelqu'un arrive.")
    await driver.settled()
    assert say("news-released-released", mentor="Nadia") in await driver.view("camille")
    assert "Je dois filer" in await driver.view("camille")
    await driver.press("yann", say("button-claim"))
    await driver.settled()
    assert "Yann" in await driver.view("camille")


async def test_mentor_hands_over_and_the_other_accepts(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-hand-over"))
    yann = next(iter(await driver.options("nadia", "mentor")))
    await driver.fill("nadia", mentor=yann)
    await driver.settled()
    await driver.press("yann", say("button-accept"))
    await driver.settled()
    assert say("news-handed-over", mentor="Nadia", other="Yann") in await driver.view("camille")
    await driver.write("yann", "Je prends la suite, bonjour.")
    await driver.settled()
    assert "Je prends la suite, bonjour." in await driver.view("camille")


async def test_second_mentor_joins_when_called(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-backup"))
    await driver.settled()
    await driver.press("yann", WORDINGS["fr"]("button-join"))
    await driver.settled()
    assert say("news-joined", mentor="Yann") in await driver.view("camille")


async def test_a_mentor_is_invited_by_name_and_joins(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-invite"))
    yann = next(iter(await driver.options("nadia", "mentor")))
    await driver.fill("nadia", mentor=yann)
    await driver.settled()
    assert say("invited-text", mentor="Nadia") in await driver.view("yann")
    await driver.press("yann", say("button-join"))
    await driver.settled()
    assert say("news-joined", mentor="Yann") in await driver.view("camille")
    assert say("invited-text", mentor="Nadia") not in await driver.view("yann")


async def test_withdrawn_request_disappears_from_every_channel(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "camille")
    await publish(driver, say)
    await driver.press("camille", say("button-withdraw"))
    await driver.settled()
    assert "compte de la mairie" not in await driver.view("louis")


async def test_closing_takes_both_and_offers_thanks_and_debrief(
    driver: Driver, say: Wording
) -> None:
    await resolved(driver, say)
    buttons = await driver.buttons("camille")
    assert say("rating-3") in buttons
    await driver.press("camille", say("rating-3"))
    await driver.settled()
    assert say("news-thanks") in await driver.view("nadia")


async def debriefed(driver: Driver, say: Wording) -> None:
    await driver.press("camille", say("button-debrief"))
    await driver.fill(
        "camille",
        title="Une plaisanterie de karaoké publiée au nom de la commune",
        situation="Une plaisanterie de karaoké est partie du compte de Zed.",
        response="Excuses en vingt minutes, puis un peu d'humour.",
        outcome="Retombé dans la soirée.",
        lessons="Séparer les téléphones\nS'excuser vite",
        category="boulette",
    )
    await driver.press("camille", say("button-agree"))
    await driver.settled()


async def test_story_that_was_told_is_asked_for_no_more(driver: Driver, say: Wording) -> None:
    await resolved(driver, say)
    assert say("button-debrief") in await driver.buttons("camille")
    await debriefed(driver, say)
    assert say("button-debrief") not in await driver.buttons("camille")


async def test_conversation_offers_no_button_to_be_read(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    assert say("button-close") in await driver.buttons("camille")
    assert say("button-read") not in await driver.buttons("camille")
    await driver.command("camille", command("boite", say.language))
    assert say("button-read") in await driver.buttons("camille")


async def test_story_becomes_a_case_that_the_next_search_finds(
    driver: Driver, say: Wording
) -> None:
    await resolved(driver, say)
    await debriefed(driver, say)
    await driver.press("sacha", WORDINGS["fr"]("button-publish-case"))
    await driver.settled()
    assert say("your-case-published-title") in await driver.view("camille")
    await driver.command(
        "louis",
        "cas",
        question="plaisanterie de karaoké partie du mauvais compte, celui de la commune",
    )
    seen = await driver.view("louis")
    assert "Une plaisanterie de karaoké publiée au nom de la commune" in seen
    assert "Zed" not in seen


async def test_moderators_changes_need_the_requesters_yes(driver: Driver, say: Wording) -> None:
    await resolved(driver, say)
    await debriefed(driver, say)
    await driver.press("sacha", WORDINGS["fr"]("button-edit"))
    await driver.fill("sacha", outcome="Retombé le lendemain matin.")
    await driver.settled()
    assert say("consent-edited-title") in await driver.view("camille")
    await driver.press("camille", say("button-agree"))
    await driver.settled()
    await driver.press("sacha", WORDINGS["fr"]("button-publish-case"))
    await driver.settled()
    assert say("your-case-published-title") in await driver.view("camille")


@pytest.mark.parametrize(
    ("text", "fault"),
    [("", "fault-empty"), ("x" * 50_000, "fault-too-long"), ("😱😱😱", "fault-no-words")],
    ids=["empty", "50,000 characters", "only emoji"],
)
async def test_bad_story_comes_back_with_its_text_and_a_kind_sentence(
    driver: Driver, say: Wording, text: str, fault: str
) -> None:
    await speaking(driver, say, "camille")
    await ask(driver, say, text=text)
    assert say(fault, maximum=3000) in await driver.view("camille")
    assert (await driver.form_values("camille"))["text"] == text
    assert (await driver.form_values("camille"))["names"] == "Zed"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('x')</script> on se fait insulter",
        "**gras** [lien](javascript:alert(1)) on se fait insulter",
        "مرحبا on se fait insulter",
        "on se\u200b fait\u200b insulter",
    ],
    ids=["html", "markdown", "right-to-left", "zero-width"],
)
async def test_odd_text_is_shown_as_text(driver: Driver, say: Wording, text: str) -> None:
    await speaking(driver, say, "camille")
    await publish(driver, say, text=text)
    assert "insulter" in await driver.view("louis")


async def test_received_pictures_are_in_the_inbox_too(
    driver: Driver, say: Wording, picture: bytes
) -> None:
    await claimed(driver, say)
    await driver.write("nadia", "Comme ceci", picture=picture)
    await driver.settled()
    await driver.command("camille", command("boite", say.language))
    before = (await driver.view("camille")).count(say("picture-alt", author="Nadia"))
    await driver.press("camille", say("button-read"))
    after = (await driver.view("camille")).count(say("picture-alt", author="Nadia"))
    assert after == before + 1


async def test_sending_a_form_twice_makes_one_request(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "camille")
    await ask(driver, say)
    await driver.press("camille", say("button-edit"))
    await driver.fill("camille", text=STORY)
    await driver.press("camille", say("button-publish"))
    await driver.settled()
    title = WORDINGS["fr"]("card-title", name="")
    assert (await driver.view("louis")).count(title.strip()) == 1


async def test_stale_button_says_so_and_offers_the_present_state(
    driver: Driver, say: Wording
) -> None:
    await resolved(driver, say)
    await driver.command("camille", command("boite", say.language))
    assert say("state-resolved") in await driver.view("camille")


async def test_my_data_can_be_seen_and_erased(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.command("camille", command("confidentialite", say.language))
    await driver.press("camille", say("button-my-data"))
    given = "".join([await driver.view("camille"), *(await driver.files("camille")).values()])
    assert "compte de la mairie" in given
    await driver.command("camille", command("confidentialite", say.language))
    await driver.press("camille", say("button-erase-all"))
    await driver.press("camille", say("button-erase-yes"))
    await driver.settled()
    assert "compte de la mairie" not in await driver.view("louis")


@pytest.mark.parametrize(
    ("what", "told"), [("withdraw", "withdrawn-title"), ("erase", "erased-title")]
)
async def test_receipt_code_takes_a_request_back_from_another_account(
    driver: Driver, say: Wording, what: str, told: str
) -> None:
    await speaking(driver, say, "camille", "louis")
    await publish(driver, say)
    (receipt,) = set(re.findall(r"(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}", await driver.view("camille")))
    await driver.command("louis", command("confidentialite", say.language))
    await driver.press("louis", say("button-receipt"))
    await driver.fill("louis", receipt=receipt.lower(), what=what)
    await driver.settled()
    for who in ("louis", "nadia"):
        assert "compte de la mairie" not in await driver.view(who)
    assert say(told, count=1, name="").strip() in await driver.view("louis")
    is_told = say("news-withdrawn-own") in await driver.view("camille")
    assert is_told is (what == "withdraw")


async def test_what_is_erased_is_gone_from_both_sides_of_the_conversation(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.write("nadia", "Bonjour, je suis là.")
    await driver.write("camille", "Ma cheffe est furieuse")
    await driver.settled()
    assert "Ma cheffe est furieuse" in await driver.view("nadia")
    await driver.command("camille", command("confidentialite", say.language))
    await driver.press("camille", say("button-erase-all"))
    await driver.press("camille", say("button-erase-yes"))
    await driver.settled()
    for who in ("nadia", "yann", "sacha", "louis"):
        assert "Ma cheffe est furieuse" not in await driver.view(who), who
    for who in ("camille", "nadia", "yann", "sacha", "louis"):
        assert "compte de la mairie" not in await driver.view(who), who
    assert "Bonjour, je suis là." not in await driver.view("camille")
    assert say("gone") in await driver.view("nadia")
    await driver.command("camille", command("boite", say.language))
    assert say("inbox-empty") in await driver.view("camille")


async def test_newcomer_applies_and_a_moderator_approves(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "louis", "sacha")
    await driver.command("louis", "mentor")
    await driver.fill("louis", display_name="Louis", experience="Dix ans de mairie")
    await driver.settled()
    await driver.press("sacha", WORDINGS["fr"]("button-approve"))
    await driver.settled()
    assert say("decision-approved-title") in await driver.view("louis")


async def test_profile_tells_everything_that_is_wrong_at_once(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "louis")
    await driver.command("louis", "mentor")
    await driver.fill(
        "louis",
        display_name="\u200b",
        hours="le soir",
        time_zone="Paris",
        holidays="août",
        capacity="99",
    )
    seen = await driver.view("louis")
    faults = ("fault-empty", "fault-hours", "fault-time-zone", "fault-holidays", "fault-capacity")
    assert [fault for fault in faults if say(fault) not in seen] == []


async def test_question_that_cannot_be_searched_says_why(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "louis")
    await driver.command("louis", command("cas", say.language), question="😱😱")
    assert say("fault-no-words") in await driver.view("louis")


async def test_first_hour_cards_are_listed_and_read(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "louis")
    await driver.command("louis", command("fiche", say.language))
    assert say("playbooks-title") in await driver.view("louis")


CASE = "3-suisses-je-suis-charlie-2015"  # two moments to act, then the end


async def play(driver: Driver, say: Wording, who: str, text: str) -> None:
    await driver.press(who, say("button-drill-answer"))
    await driver.fill(who, text=text)
    await driver.settled()


async def test_drill_unfolds_moment_by_moment_and_tells_what_was_thought_of(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "louis")
    await driver.command("louis", command("scenario", say.language), case=CASE)
    await driver.press("louis", say("button-drill-alone"))
    seen = await driver.view("louis")
    assert "La marque reprend l’image que chacun partage" in seen
    assert "aucun but commercial" not in seen
    await play(driver, say, "louis", "J'explique que l'image n'a aucun but commercial.")
    seen = await driver.view("louis")
    assert "La marque explique son image" in seen
    await driver.press("louis", say("button-drill-next"))
    assert "La colère ne retombe pas" in await driver.view("louis")
    await play(driver, say, "louis", "On suspend toutes les publications. On attend.")
    await driver.press("louis", say("button-drill-end"))
    seen = await driver.view("louis")
    for part in ("drill-thought-of", "drill-to-keep", "drill-how-compared"):
        assert say(part) in seen
    assert "On suspend toutes les publications." in seen


async def test_story_that_was_told_is_rehearsed_by_others(driver: Driver, say: Wording) -> None:
    await resolved(driver, say)
    await debriefed(driver, say)
    await driver.press("sacha", WORDINGS["fr"]("button-publish-case"))
    await driver.settled()
    await speaking(driver, say, "louis")
    words = "plaisanterie de karaoké partie du mauvais compte, celui de la commune"
    await driver.command("louis", command("scenario", say.language), case=words)
    await driver.press("louis", say("button-drill-alone"))
    seen = await driver.view("louis")
    assert "Une plaisanterie de karaoké est partie du compte" in seen
    assert "Excuses en vingt minutes" not in seen
    await play(driver, say, "louis", "Je m'excuse vite.")
    assert "Excuses en vingt minutes" in await driver.view("louis")
    await driver.press("louis", say("button-drill-end"))
    assert "Retombé dans la soirée." in await driver.view("louis")


async def test_drill_that_was_left_goes_on_where_it_was(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "louis")
    await driver.command("louis", command("scenario", say.language), case=CASE)
    await driver.press("louis", say("button-drill-alone"))
    await play(driver, say, "louis", "On retire l'image.")
    await driver.press("louis", say("button-drill-next"))
    await driver.command("louis", command("scenario", say.language))
    assert say("drill-resume", number=2, all=2) in await driver.view("louis")
    await driver.press("louis", say("button-resume"))
    assert "La colère ne retombe pas" in await driver.view("louis")


async def test_team_plays_a_drill_in_the_channel_without_names(
    driver: Driver, say: Wording
) -> None:
    room = WORDINGS["fr"]
    await speaking(driver, say, "nadia")
    await driver.command("nadia", command("scenario", say.language), case=CASE)
    await driver.press("nadia", say("button-drill-team"))
    await driver.settled()
    assert "La marque reprend l’image que chacun partage" in await driver.view("louis")
    await driver.press("louis", room("button-drill-answer"))
    await driver.fill("louis", text="On retire, et on écrit à lea@zed.example")
    await driver.settled()
    assert room("drill-team-answers", count=1) in await driver.view("yann")
    await driver.press("louis", room("button-drill-show"))
    assert say("refusal-drill-not-yours") in await driver.view("louis") or room(
        "refusal-drill-not-yours"
    ) in await driver.view("louis")
    await driver.press("nadia", room("button-drill-show"))
    await driver.settled()
    seen = await driver.view("yann")
    assert "La marque explique son image" in seen
    assert "On retire, et on écrit à" in seen
    assert "lea@zed.example" not in seen
    assert "Louis" not in seen
    await driver.press("nadia", room("button-drill-next"))
    await driver.settled()
    assert "La colère ne retombe pas" in await driver.view("yann")


async def test_unanswered_request_reaches_the_moderators(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "camille")
    await publish(driver, say)
    await driver.later(16 * 60)
    assert say("news-wave-4") in await driver.view("camille")
    seen = await driver.view("sacha")
    assert WORDINGS["fr"]("alert-unanswered") in seen


async def test_a_claim_by_mistake_is_undone_within_a_minute(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-undo"))
    await driver.settled()
    assert say("news-released-undone") in await driver.view("camille")
    await driver.press("yann", say("button-claim"))
    await driver.settled()
    assert "Yann" in await driver.view("camille")


async def test_another_mentor_without_a_reason_and_never_that_one_again(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.press("camille", say("button-another"))
    await driver.settled()
    await driver.press("camille", say("button-part"))
    assert say("parted-title") in await driver.view("camille")
    await driver.press("yann", say("button-claim"))
    await driver.settled()
    assert "Yann" in await driver.view("camille")


async def test_a_mentor_steps_out_and_back_in_with_one_click(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "nadia")
    await driver.command("nadia", "mentor")
    assert say("presence-here") in await driver.view("nadia")
    await driver.press("nadia", say("button-out"))
    await driver.command("nadia", "mentor")
    assert say("presence-out") in await driver.view("nadia")
    await driver.press("nadia", say("button-back"))
    await driver.command("nadia", "mentor")
    assert say("presence-here") in await driver.view("nadia")


async def test_a_mentor_rests_until_a_day(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "nadia")
    await driver.command("nadia", "mentor")
    await driver.press("nadia", say("button-pause-until"))
    await driver.fill("nadia", day="hier")
    assert say("fault-day") in await driver.view("nadia")
    await driver.fill("nadia", day="31/12/2027")
    await driver.command("nadia", "mentor")
    assert "31/12/2027" in await driver.view("nadia")


async def test_a_mentor_sees_what_waits_and_takes_it_from_there(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "camille", "yann")
    await publish(driver, say)
    await driver.command("yann", "mentor")
    seen = await driver.view("yann")
    assert say("queue-title") in seen
    assert say("record-private") in seen


async def test_anonymity_is_lifted_by_both_or_not_at_all(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("camille", say("button-name"))
    await driver.fill("camille", name="Camille de la Rochelle")
    await driver.settled()
    assert "Camille de la Rochelle" not in await driver.view("nadia")
    assert say("name-question") in await driver.view("nadia")
    await driver.press("nadia", say("button-give-name"))
    await driver.fill("nadia", name="Nadia Benali")
    await driver.settled()
    assert say("names-shared", name="Camille de la Rochelle") in await driver.view("nadia")
    assert say("names-shared", name="Nadia Benali") in await driver.view("camille")
    for other in ("yann", "louis", "sacha"):
        assert "Camille de la Rochelle" not in await driver.view(other)


async def test_a_name_can_be_taken_back_until_both_said_yes(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("camille", say("button-name"))
    await driver.fill("camille", name="Camille de la Rochelle")
    await driver.press("camille", say("button-keep-name"))
    await driver.settled()
    assert say("news-name-kept") in await driver.view("nadia")
    assert say("name-question") not in await driver.view("nadia")
    assert "Camille de la Rochelle" not in await driver.view("nadia")


async def test_with_no_other_mentor_nobody_is_asked_to_choose_one(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-invite"))
    await driver.fill("nadia", mentor=(await driver.options("nadia", "mentor"))[0])
    await driver.settled()
    await driver.press("yann", say("button-join"))
    await driver.settled()
    await driver.press("nadia", say("button-hand-over"))
    assert say("refusal-nobody-else") in await driver.view("nadia")


async def test_who_was_helped_is_invited_once_to_help(driver: Driver, say: Wording) -> None:
    await resolved(driver, say)
    await driver.press("camille", say("rating-3"))
    await driver.settled()
    assert say("invitation-title") not in await driver.view("camille")
    await driver.jump(3 * 24 * 3600)
    assert say("invitation-title") in await driver.view("camille")


async def test_a_moderator_invites_another_community(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "sacha")
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-partners"))
    assert say("partners-none") in await driver.view("sacha")
    await driver.press("sacha", say("button-invite-partner"))
    await driver.fill("sacha", requests="on")
    found = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", await driver.view("sacha"))
    assert found is not None
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-partners"))
    await driver.press("sacha", say("button-accept-partner"))
    await driver.fill("sacha", code=found.group(0), requests="on")
    assert say("refusal-own-invitation") in await driver.view("sacha")


async def test_two_accounts_become_one_mentor(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "nadia", "louis")
    await driver.command("nadia", "mentor")
    await driver.press("nadia", say("button-link-account"))
    found = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", await driver.view("nadia"))
    assert found is not None
    await driver.command("louis", "mentor")
    await driver.fill("louis", display_name="Nadia", code=found.group(0))
    assert say("linked-title") in await driver.view("louis")
