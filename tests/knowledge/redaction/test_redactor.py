import pytest

from knowledge.redaction import (
    Mask,
    MaskKind,
    Redaction,
    Redactor,
    Suspicion,
    SuspicionReason,
    redact,
)

STORY = (
    "Notre stagiaire Zoé a publié le 06 12 34 56 78 de Mme Quentric (z.quentric@kroustine.fr). "
    "KROUSTINE se tait, Vitabulle aussi."
)


def test_a_text_comes_back_masked_with_where_and_what() -> None:
    assert redact("Zoé : 06 12 34 56 78") == Redaction(
        text="[nom] : [téléphone]",
        masks=(Mask(0, 3, MaskKind.NAME), Mask(6, 20, MaskKind.PHONE)),
        suspicions=(),
    )


def test_a_story_stays_readable() -> None:
    assert redact(STORY, ["Kroustine"]).text == (
        "Notre stagiaire [nom] a publié le [téléphone] de Mme [nom] ([e-mail]). "
        "[nom masqué] se tait, Vitabulle aussi."
    )


def test_suspicions_point_into_the_masked_text() -> None:
    done = redact(STORY, ["Kroustine"])
    start = done.text.index("Vitabulle")
    assert done.suspicions == (
        Suspicion(start, start + len("Vitabulle"), SuspicionReason.CAPITALISED),
    )


def test_masks_are_told_in_the_reader_s_language() -> None:
    assert redact("Zoé: 07700 900142", language="en").text == "[name]: [phone]"


def test_a_masked_text_is_left_as_it_is_in_any_language() -> None:
    english = redact(STORY, ["Kroustine"], language="en").text
    again = redact(english, ["Kroustine"])
    assert (again.text, again.masks) == (english, ())


def test_a_redactor_serves_many_texts() -> None:
    redactor = Redactor(["Kroustine"])
    texts = ["kroustine ment", "rien", "Kroustine !"]
    assert [redactor.redact(text).text for text in texts] == [
        "[nom masqué] ment",
        "rien",
        "[nom masqué] !",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "[nom] et [téléphone]",
        "On a 12 000 abonnés, 61 % de négatif, la v2.3, 1 990,00 € depuis 2019 à Nantes.",
        "Sur Facebook, Discord, Slack, X, TikTok et Instagram à 18h30, du 3 au 17 août.",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert redact(text) == Redaction(text)


def test_the_first_rule_has_what_two_rules_find() -> None:
    done = redact("https://kroustine.fr/contact?mail=zoe@kroustine.fr", ["Kroustine"])
    assert (done.text, [mask.kind for mask in done.masks]) == ("[lien]", [MaskKind.URL])


def test_characters_that_read_as_two_are_masked_whole() -> None:
    assert redact("chez Cœurline", ["Coeurline"]).text == "chez [nom masqué]"


def test_invisible_characters_leave_with_what_they_hid() -> None:
    assert redact("06 \u200b12 \u200c34 56 78\u200b.").text == "[téléphone]."
