"""What a person gets to know of a text, on plain cases that must never fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.model import CATEGORIES, URGENCIES
from knowledge.triage import Assessment, Explanation, Tone, Triage
from knowledge.triage.assessing import decide_categories, decide_risk, decide_urgency, hastened


@pytest.fixture(scope="module")
def triage() -> Triage:
    return Triage()


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("On s’est fait pirater la page, le mot de passe ne marche plus.", "compte-pirate"),
        ("La vidéo de l’influenceuse sort ce soir sans la mention partenariat.", "influenceurs"),
        ("J’ai posté la photo sur le mauvais compte !", "boulette"),
        ("Mon directeur exige que je supprime toutes les critiques.", "pression-direction"),
        ("Our organic reach collapsed since the algorithm change.", "portee-payante"),
        ("Un raid de trolls nous insulte sur le serveur.", "trolls-harcelement"),
    ],
)
def test_the_first_category_is_what_the_crisis_is_about(
    triage: Triage, text: str, category: str
) -> None:
    assert triage.assess(text).categories[0][0] == category


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("Ça explose en ce moment même, dix messages par minute, je coupe quoi ?", "now"),
        ("Je dois rendre ma réponse avant ce soir, réunion à 17 h.", "today"),
        ("Rien d’urgent : je prépare la charte du trimestre prochain.", "week"),
    ],
)
def test_urgency_follows_the_clock_in_the_text(triage: Triage, text: str, urgency: str) -> None:
    assert triage.assess(text).urgency == urgency


@pytest.mark.parametrize(
    "text",
    [
        "J’ai envie de mourir.",
        "je veux en finir ce soir, jen peux plus",
        "I keep thinking about killing myself.",
        "Ils ont publié mon adresse, il y a un homme devant ma porte.",
        "Mon compagnon m’a frappée quand il a vu le message.",
        "Un membre du serveur dit qu’il va se suicider cette nuit.",
    ],
)
def test_danger_is_seen(triage: Triage, text: str) -> None:
    assert triage.assess(text).risk == "danger"


@pytest.mark.parametrize(
    "text",
    [
        "Je pleure tous les soirs, je ne dors plus, je n’en peux plus.",
        "I cry before every shift and I feel worthless.",
    ],
)
def test_distress_is_seen(triage: Triage, text: str) -> None:
    assert triage.assess(text).risk != "none"


@pytest.mark.parametrize(
    "text",
    [
        "J’ai posté une blague depuis le compte de la mairie.",
        "A joke meant for my own feed went out on the city’s account.",
        "Je vais me tuer à la tâche avec ce calendrier, vous avez un modèle ?",
        "On est morts de rire devant le dernier reel, je le garde ?",
        "The new logo got killed in the comments, do we respond?",
        "Notre association de prévention du suicide lance une campagne.",
        "Le concurrent s’est tiré une balle dans le pied avec sa pub.",
        "",
        "🎉",
    ],
)
def test_figures_of_speech_and_professional_subjects_raise_no_alarm(
    triage: Triage, text: str
) -> None:
    assert triage.assess(text).risk == "none"


@pytest.mark.parametrize(
    "reply",
    [
        "Tu l’as bien cherché, change de métier.",
        "C’est de ta faute, tu aurais dû réfléchir avant de publier.",
        "You brought this on yourself, anyone competent would have checked.",
    ],
)
def test_a_reproach_is_flagged(triage: Triage, reply: str) -> None:
    assert triage.tone(reply).label == "blame"


@pytest.mark.parametrize(
    "reply",
    [
        "Courage, ça arrive à tout le monde. Supprime le post et écris trois lignes.",
        "Je ne suis pas d’accord avec ton brouillon : enlève la deuxième phrase.",
        "Take the post down, apologise in one line, and get some sleep.",
        "",
    ],
)
def test_help_is_not_flagged_even_when_it_disagrees(triage: Triage, reply: str) -> None:
    assert triage.tone(reply) == Tone("ok", ())


@pytest.mark.parametrize(
    "reply",
    ["tu as quel âge", "Tu es seule ?", "You ok?", "Et alors ?", "t'as le screen ?", "Attends."],
)
def test_a_short_line_without_reproach_passes_unasked(triage: Triage, reply: str) -> None:
    assert triage.tone(reply).label == "ok"


@pytest.mark.parametrize(
    ("text", "not_before"),
    [
        ("le montage est partout sur Discord", "today"),
        ("On nous crache dessus depuis trois semaines, insultes tous les jours.", "today"),
        ("La réservation en ligne est en panne.", "today"),
        ("Je craque, des semaines que ça dure et je pleure chaque soir.", "today"),
    ],
)
def test_what_goes_on_does_not_wait_for_a_week(triage: Triage, text: str, not_before: str) -> None:
    assert URGENCIES.index(triage.assess(text).urgency) <= URGENCIES.index(not_before)


def test_distress_hurries_and_danger_more() -> None:
    assert [hastened("week", risk) for risk in ("none", "distress", "danger")] == [
        "week",
        "today",
        "now",
    ]


def test_an_answer_is_explained_in_the_writers_own_words(triage: Triage) -> None:
    found = triage.assess("Notre mot de passe a été volé, ils postent depuis dix minutes.")
    assert [why.kind for why in found.why] == [*(c for c, _ in found.categories), found.urgency]
    assert "mot de passe" in found.why[0].evidence


def test_danger_is_explained_too(triage: Triage) -> None:
    assert triage.assess("Je veux en finir.").why[-1] == Explanation("danger", ("veux en finir",))


def test_a_text_without_a_word_is_about_nothing(triage: Triage) -> None:
    found = triage.assess("  … ")
    assert found == Assessment((), found.urgency, "none", found.why)


@settings(deadline=None, max_examples=40)
@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    found = _TRIAGE.assess(text)
    assert len(found.categories) <= 2
    assert {category for category, _ in found.categories} <= set(CATEGORIES)
    assert all(0 <= probability <= 1 for _, probability in found.categories)


def test_a_second_category_needs_to_be_likely() -> None:
    assert decide_categories({"a": 0.5, "b": 0.3, "c": 0.25}) == (("a", 0.5), ("b", 0.3))
    assert decide_categories({"a": 0.5, "b": 0.05}) == (("a", 0.5),)


def test_now_wins_before_it_is_the_likeliest() -> None:
    assert decide_urgency({"now": 0.3, "today": 0.5, "week": 0.2}) == "now"
    assert decide_urgency({"now": 0.1, "today": 0.3, "week": 0.6}) == "week"


def test_doubt_between_danger_and_distress_is_danger() -> None:
    assert decide_risk({"danger": 0.4, "distress": 0.5, "none": 0.1}) == "danger"
    assert decide_risk({"danger": 0.02, "distress": 0.7, "none": 0.3}) == "distress"
    assert decide_risk({"danger": 0.02, "distress": 0.1, "none": 0.9}) == "none"


_TRIAGE = Triage()
