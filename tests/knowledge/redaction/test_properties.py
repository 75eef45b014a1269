"""What holds for any text whatsoever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.redaction import Redaction, Redactor

NAMES = ("Kroustine", "Plume & Galet", "Les Petits Pas", "SEV", "Éclat")
REDACTOR = Redactor(NAMES)
PIECES = (
    *("06 39 98 12 61", "@lea.mrt_", "Julien", "Dupont", "Mme ", "chez ", "arobase", " point "),
    *("com", "[nom]", "[téléphone]", "nom]", "https://a.fr/b", "contact@", "kroustine", "K.R.O"),
    *(
        "us",
        "tine",
        "12 rue des Lilas",
        ", 69003 Lyon",
        "né le ",
        "12/03/1984",
        "FR76",
        "3000 4008",
    ),
    *("n° ", "ticket ", "#", "<@123456>", "é", "œ", "\u200b", "…", '"', "(", ")", "\n", ". ", ", "),
    *(" ", "-", "ﬁ", "½", "zéro six ", "trente", "K7PWX2", "Cordialement,\n", "A", "Z", "0", "1"),
    *("@", ".", "/", "Ⅷ", "🔥", "discord.gg/", "à ", "petits pas", "Société des Eaux du Vallon"),
    *("pseudo ", "mdp : ", "İ", "ſ", "\ufffc", "ﷺ", "stagiaire ", "s'appelle "),
)
LIKELY = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
ANY = st.text(max_size=200) | LIKELY


@settings(deadline=None, max_examples=300)
@given(ANY)
def test_redacting_twice_changes_nothing(text: str) -> None:
    once = REDACTOR.redact(text)
    assert REDACTOR.redact(once.text) == Redaction(once.text, (), once.suspicions)


@settings(deadline=None, max_examples=300)
@given(ANY)
def test_masks_are_apart_and_inside_the_text(text: str) -> None:
    masks = REDACTOR.redact(text).masks
    bounds = [bound for mask in masks for bound in (mask.start, mask.end)]
    assert bounds == sorted(bounds)
    assert all(mask.start < mask.end for mask in masks)
    assert all(0 <= bound <= len(text) for bound in bounds)


@settings(deadline=None, max_examples=300)
@given(ANY)
def test_suspicions_are_apart_and_inside_the_masked_text(text: str) -> None:
    done = REDACTOR.redact(text)
    bounds = [bound for each in done.suspicions for bound in (each.start, each.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= bound <= len(done.text) for bound in bounds)


@settings(deadline=None, max_examples=300)
@given(ANY)
def test_what_is_outside_the_masks_is_untouched(text: str) -> None:
    done = REDACTOR.redact(text)
    kept, rest = [], 0
    for mask in done.masks:
        kept.append(text[rest : mask.start])
        rest = mask.end
    kept.append(text[rest:])
    at = 0
    for piece in kept:
        at = done.text.index(piece, at) + len(piece)
    assert len(kept) == len(done.masks) + 1


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text(max_size=30), max_size=6), LIKELY)
def test_any_name_may_be_hidden(names: list[str], text: str) -> None:
    done = Redactor(names).redact(text)
    assert Redactor(names).redact(done.text).text == done.text
