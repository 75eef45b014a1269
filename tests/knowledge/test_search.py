"""Search: the shipped casebook asked as a person asks, and the rules of who sees what."""

from dataclasses import replace

import pytest

from knowledge import casebook
from knowledge.embedder import Mode
from knowledge.model import Case, CaseId
from knowledge.search import CaseSearch, Filters
from tests.knowledge.models import SynonymEmbedder

OWN = Case(
    id=CaseId("pairs-1"),
    title="Une mascotte volée",
    category="boulette",
    community="pairs-de-lyon",
    formulations=("notre mascotte en peluche a disparu pendant le direct",),
    trigger="La mascotte du club disparaît pendant un direct.",
)


@pytest.fixture(scope="module")
def cases() -> dict[CaseId, Case]:
    return dict(casebook.load(casebook.shipped()).cases)


@pytest.fixture(scope="module")
def shipped(cases: dict[CaseId, Case]) -> CaseSearch:
    search = CaseSearch()
    search.add_many(list(cases.values()))
    return search


@pytest.fixture
def small(cases: dict[CaseId, Case]) -> CaseSearch:
    search = CaseSearch()
    search.add_many(list(cases.values())[:5])
    return search


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("jviens de poster un truc perso sur le compte de mon client, aidez moi", "croix-rouge"),
        ("des pirates ont pris nos comptes et publient n'importe quoi", "tv5monde"),
        ("mon patron veut que je fasse écrire de faux avis par l'équipe", "sunday-riley"),
        ("notre affiche a été faite avec une IA et les illustrateurs hurlent", "tatihou"),
        ("un salarié a été filmé en train de jeter les colis", "air-canada"),
        ("someone registered a fake press release in our name and the stock fell", "vinci"),
        ("le site est en panne depuis ce matin et tout le monde nous insulte", "panne"),
    ],
)
def test_a_person_in_trouble_finds_their_situation(
    shipped: CaseSearch, question: str, case: str
) -> None:
    answer = shipped.search(question)
    assert any(case in hit.case_id for hit in answer.hits)
    assert answer.closeness != "none"


@pytest.mark.parametrize(
    "question",
    [
        "une recette de gâteau au yaourt",
        "combien de pixels pour une couverture",
        "salut ça va ?",
        "",
    ],
)
def test_a_question_about_something_else_finds_nothing_close(
    shipped: CaseSearch, question: str
) -> None:
    assert shipped.search(question).closeness == "none"


def test_hits_are_sorted_and_scores_are_probabilities(shipped: CaseSearch) -> None:
    hits = shipped.search("une blague a choqué, dois-je supprimer ou m'excuser ?", k=10).hits
    scores = [hit.score for hit in hits]
    assert len(hits) == 10
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] <= scores[0] <= 1


def test_the_reason_is_the_shared_words_and_the_nearest_formulation(
    shipped: CaseSearch, cases: dict[CaseId, Case]
) -> None:
    hit = shipped.search("jai fait une blague sur le mauvais compte", k=1).hits[0]
    assert {"blague", "compte"} <= set(hit.why.words)
    assert hit.why.passage in cases[hit.case_id].formulations
    assert hit.why.category is None


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("mon petit frère a tweeté des insanités depuis le compte de la ligue", "formulations"),
        ("a politician we never met posed with our biscuits", "formulations_en"),
    ],
)
def test_the_reason_is_in_the_askers_language(
    shipped: CaseSearch, cases: dict[CaseId, Case], question: str, language: str
) -> None:
    hits = shipped.search(question).hits
    assert all(hit.why.passage in getattr(cases[hit.case_id], language) for hit in hits)


@pytest.mark.parametrize(
    "question",
    [
        "une blague est partie du compte de la mairie",
        "une vanne à moi est sortie sur le compte de la caserne",
        "wrong account, my private joke is on the museum's page",
    ],
)
def test_a_few_words_are_enough_to_be_sure(shipped: CaseSearch, question: str) -> None:
    assert shipped.search(question).closeness == "close"


def test_what_the_triage_guesses_is_a_reason_and_a_nudge(
    shipped: CaseSearch, cases: dict[CaseId, Case]
) -> None:
    question = "il se passe quelque chose de bizarre sur notre page"

    def hacked(categories: list[tuple[str, float]]) -> int:
        hits = shipped.search(question, k=5, categories=categories).hits
        assert all(hit.why.category in (None, "compte-pirate") for hit in hits)
        return sum("compte-pirate" in cases[hit.case_id].categories for hit in hits)

    assert hacked([("compte-pirate", 1.0)]) > hacked([])


@pytest.mark.parametrize(
    "filters",
    [
        Filters(category="influenceurs"),
        Filters(sector="secteur public"),
        Filters(platform="x"),
        Filters(outcome="success"),
        Filters(category="boulette", outcome="failure"),
    ],
)
def test_filters_hold_for_every_hit(
    shipped: CaseSearch, cases: dict[CaseId, Case], filters: Filters
) -> None:
    hits = shipped.search("que faire après cette erreur", k=50, filters=filters).hits
    assert hits
    for case in (cases[hit.case_id] for hit in hits):
        assert filters.category in ("", *case.categories)
        assert filters.sector in ("", case.sector.lower())
        assert filters.platform in ("", *(platform.lower() for platform in case.platforms))
        assert filters.outcome in ("", case.outcome)


def test_a_filter_that_nothing_fits_finds_nothing(shipped: CaseSearch) -> None:
    answer = shipped.search("que faire", filters=Filters(language="en"))
    assert (answer.hits, answer.closeness) == ((), "none")


def test_a_case_of_a_community_is_for_its_members_only(small: CaseSearch) -> None:
    small.add(OWN)
    question = "notre mascotte a disparu"

    def seen_by(community: str) -> bool:
        hits = small.search(question, filters=Filters(community=community)).hits
        return OWN.id in [hit.case_id for hit in hits]

    assert [seen_by(c) for c in ("pairs-de-lyon", "autres", "", "*")] == [True, False, False, False]


def test_a_members_search_still_sees_the_shipped_cases(small: CaseSearch) -> None:
    small.add(OWN)
    hits = small.search("que faire", k=10, filters=Filters(community="pairs-de-lyon")).hits
    assert len(hits) == 6


def test_a_corrected_case_answers_with_its_new_words_only(small: CaseSearch) -> None:
    small.add(OWN)
    small.add(replace(OWN, formulations=("le feu d’artifice a été annulé",), trigger="Le feu."))
    mine = Filters(community="pairs-de-lyon")
    hit = small.search("feu d'artifice annulé", k=1, filters=mine).hits[0]
    assert (hit.case_id, hit.why.passage) == (OWN.id, "le feu d’artifice a été annulé")
    assert len(small) == 6


def test_a_retracted_case_is_in_no_answer(small: CaseSearch) -> None:
    small.add(OWN)
    small.retract(OWN.id)
    hits = small.search("mascotte", k=10, filters=Filters(community="pairs-de-lyon")).hits
    assert OWN.id not in [hit.case_id for hit in hits]


def test_a_case_without_formulations_is_found_by_its_story(small: CaseSearch) -> None:
    small.add(replace(OWN, formulations=(), community=None))
    hit = small.search("la mascotte disparaît en direct", k=1).hits[0]
    assert (hit.case_id, hit.why.passage) == (OWN.id, OWN.trigger)


def test_an_answer_says_which_model_helped() -> None:
    assert CaseSearch().search("rien").mode == Mode("none", "", "no model was asked for")
    mode = Mode("packaged", "synonyms", "for a test")
    search = CaseSearch(embedder=SynonymEmbedder(), mode=mode)
    search.add(OWN)
    assert search.search("rien").mode == mode
