"""Facets: which slots may be in an answer."""

from knowledge.facets import Facets


def _facets() -> Facets:
    facets = Facets()
    facets.add(0, [("sector", "culture"), ("community", "*")])
    facets.add(1, [("sector", "culture"), ("sector", "sport"), ("community", "lyon")])
    facets.add(2, [("sector", "sport"), ("community", "nantes")])
    return facets


def _slots(wanted: dict[str, tuple[str, ...]]) -> list[int]:
    mask = _facets().mask(3, wanted)
    assert mask is not None
    return [int(slot) for slot in mask.nonzero()[0]]


def test_one_of_the_values_of_every_name_is_wanted() -> None:
    assert _slots({"sector": ("culture",)}) == [0, 1]
    assert _slots({"community": ("*", "lyon")}) == [0, 1]
    assert _slots({"sector": ("sport",), "community": ("*", "lyon")}) == [1]


def test_an_unknown_value_lets_nothing_through() -> None:
    assert _slots({"sector": ("banque",)}) == []


def test_nothing_wanted_lets_everything_through() -> None:
    assert _facets().mask(3, {}) is None
