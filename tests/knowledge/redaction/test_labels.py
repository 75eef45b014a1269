from knowledge.redaction import LABELS, MaskKind
from knowledge.redaction.labels import ANY_LABEL


def test_every_kind_has_a_label_in_every_language() -> None:
    assert {language: set(labels) for language, labels in LABELS.items()} == {
        "fr": set(MaskKind),
        "en": set(MaskKind),
    }


def test_labels_of_a_language_differ_and_none_holds_another() -> None:
    every = [label for labels in LABELS.values() for label in labels.values()]
    assert all(len(set(labels.values())) == len(MaskKind) for labels in LABELS.values())
    assert all(label.count("[") == label.count("]") == 1 for label in every)
    assert all(ANY_LABEL.fullmatch(label) for label in every)
