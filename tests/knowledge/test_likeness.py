"""What an answer holds of the points of a first-hour card, in plain French and in haste."""

import pytest

from knowledge.likeness import Likeness

CAPTURE = (
    "Capturez le message, les réactions et l’heure, puis mettez en pause ce qui est programmé."
)
WARN = "Prévenez votre responsable vous-même, avant qu’on le fasse pour vous."
SORRY = "Publiez une correction ou une excuse courte, du même ton que le reproche."
REPLY = "Répondez aux premières personnes heurtées, une par une."
POINTS = (CAPTURE, WARN, SORRY, REPLY)
LIKENESS = Likeness()


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (
            """
            Je fais une capture d'écran avec l'heure. J'appelle ma cheffe pour la prévenir.
            On publie des excuses simples. Je réponds aux gens blessés un par un.
            """,
            (
                "Je fais une capture d'écran avec l'heure.",
                "J'appelle ma cheffe pour la prévenir.",
                "On publie des excuses simples.",
                "Je réponds aux gens blessés un par un.",
            ),
        ),
        (
            "jfé des screens, jprévien la boss, on s'excuse vite",
            ("jfé des screens", "jprévien la boss", "on s'excuse vite", ""),
        ),
        ("Je supprime et je ne dis rien à personne, j'espère que ça passe.", ("", "", "", "")),
        ("J'irais boire un café avec mes collègues et regarder le match.", ("", "", "", "")),
        ("On garde tout en pause sans prévenir ma cheffe.", ("", "", "", "")),
        ("Je retire l'heure du message.", ("", "", "", "")),
        ("", ("", "", "", "")),
        ("😱 !!! …", ("", "", "", "")),
    ],
    ids=[
        "plain",
        "in haste",
        "the opposite",
        "off topic",
        "without",
        "same words, another act",
        "nothing",
        "no word",
    ],
)
def test_point_is_found_in_the_words_that_say_it(answer: str, found: tuple[str, ...]) -> None:
    assert tuple(LIKENESS.echoes(answer, POINTS)) == found
