"""Fusion: several ways of comparing, one ranking."""

import numpy as np
import pytest

from knowledge.fusion import Signals, Weights, fused, peak, spread


def _array(*numbers: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(numbers, dtype=np.float32)


NOTHING = _array(0, 0, 0)


def _signals(**given: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Signals:
    names = ("words", "ideas", "letters", "passage", "meaning")
    return Signals(**{name: given.get(name, NOTHING) for name in names})


WEIGHTS = Weights(words=1, ideas=2, letters=1, passage=0, meaning=1)


def test_scores_are_parts_of_the_highest() -> None:
    assert peak(_array(1, 4, 0)).tolist() == [0.25, 1, 0]
    assert peak(NOTHING).tolist() == [0, 0, 0]
    assert peak(_array()).tolist() == []


def test_meanings_spread_from_the_farthest_to_the_nearest() -> None:
    assert spread(_array(0.5, 0.6, 0.7)).tolist() == pytest.approx([0, 0.5, 1])
    assert spread(_array(0.5, 0.5)).tolist() == [0, 0]


def test_being_first_everywhere_is_a_score_of_one() -> None:
    signals = _signals(
        words=_array(9, 1, 0),
        ideas=_array(3, 0, 0),
        letters=_array(5, 1, 1),
        meaning=_array(0.9, 0.1, 0.1),
    )
    assert fused(signals, WEIGHTS)[0] == pytest.approx(1)


def test_heavier_ways_decide() -> None:
    signals = _signals(words=_array(1, 0, 0), letters=_array(0, 0, 1), ideas=_array(0, 1, 0))
    assert fused(signals, WEIGHTS).tolist() == pytest.approx([0.25, 0.5, 0.25])


def test_without_a_model_its_weight_is_not_missed() -> None:
    signals = _signals(words=_array(1, 0, 0), letters=_array(1, 0, 0), ideas=_array(1, 0, 0))
    assert fused(signals, WEIGHTS).tolist() == [1, 0, 0]
