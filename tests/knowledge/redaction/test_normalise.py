import re

import pytest

from knowledge.redaction.normalise import BLANK, Normalised
from knowledge.redaction.span import Span


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("０６＠Ａ．ｂ", "06@A.b"),
        ("Oԁаline", "Odaline"),
        ("Éclat, cœur, Straße", "Eclat, coeur, Strasse"),
        ("e\u0301clat", "eclat"),
        ("a\u200bb\ufeffc\u00add\u2060", "abcd"),
        ("0️⃣6️⃣", "06"),
        ("« l’été »", '" l\'ete "'),
        ("a\u00a0b\u202fc\td", "a b c\td"),
        ("un – deux — trois", "un - deux - trois"),
        ("ᴏᴍʙʀɪɴᴇ 𝐎𝐦𝐛", "ombrine Omb"),
        (BLANK, " "),
    ],
)
def test_disguises_are_undone(written: str, read: str) -> None:
    assert Normalised.of(written).text == read


def test_spans_of_the_view_lead_back_to_the_original() -> None:
    text = "mon c\u200bœur, 0️⃣"
    view = Normalised.of(text)
    pieces = [
        text[slice(*view.origin(Span(*found.span())))] for found in re.finditer(r"\w+", view.text)
    ]
    assert pieces == ["mon", "c\u200bœur", "0️⃣"]


def test_a_span_is_widened_to_whole_characters_of_the_original() -> None:
    view = Normalised.of("cœur")
    assert (view.text, view.whole(Span(2, 3))) == ("coeur", Span(1, 3))


def test_what_is_masked_becomes_one_blank() -> None:
    view = Normalised.of("à Zoé, à Léa").without([Span(2, 5), Span(9, 12)])
    assert view.text == f"a {BLANK}, a {BLANK}"
    assert view.origin(Span(2, 3)) == Span(2, 5)
    assert view.origin(Span(7, 8)) == Span(9, 12)


def test_a_place_of_the_original_is_found_in_the_view() -> None:
    view = Normalised.of("un cœur noué")
    assert view.spot(Span(3, 7)) == Span(3, 8)


def test_words_are_found_where_they_start() -> None:
    view = Normalised.of("Léa et LÉA, l'été 2024")
    assert dict(view.places) == {"lea": [0, 7], "et": [4], "l": [12], "ete": [14], "2024": [18]}
    assert list(view.codes) == ["2024"]


def test_a_pattern_starts_at_its_trigger_words_from_left_to_right() -> None:
    view = Normalised.of("née le 3, né le 4, le 5")
    found = view.matches_at(("ne", "nee"), re.compile(r"nee? le \d"))
    assert [match.group() for match in found] == ["nee le 3", "ne le 4"]


def test_a_pattern_is_sought_near_its_triggers_only() -> None:
    view = Normalised.of("ab" + " " * 50 + "ab" + " " * 50 + "ab")
    found = view.matches_near([52], re.compile("ab"), reach=5)
    assert [match.start() for match in found] == [52]
