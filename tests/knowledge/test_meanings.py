"""Meanings: vectors by slot, compared with a question's."""

import numpy as np
import pytest

from knowledge.meanings import Meanings


def _unit(*numbers: float) -> list[float]:
    return list(np.array(numbers) / np.linalg.norm(numbers))


EAST, NORTH = _unit(1, 0), _unit(0, 1)


def _meanings(**slots: list[list[float]]) -> Meanings:
    meanings = Meanings()
    for name, vectors in slots.items():
        meanings.attach(int(name[1:]), np.array(vectors, dtype=np.float32))
    return meanings


def _vector(numbers: list[float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(numbers, dtype=np.float32)


def test_a_document_is_as_near_as_its_two_best_passages() -> None:
    meanings = _meanings(s0=[EAST, EAST, NORTH], s1=[EAST, NORTH, NORTH])
    likeness = meanings.likeness(_vector(EAST), np.array([1, 0]))
    assert likeness.tolist() == pytest.approx([0.5, 1.0], abs=0.01)


def test_a_slot_without_vectors_is_like_nothing() -> None:
    meanings = _meanings(s2=[EAST])
    assert meanings.likeness(_vector(EAST), np.array([0, 2])).tolist() == pytest.approx(
        [0.0, 1.0], abs=0.01
    )
    assert meanings.overview(_vector(EAST), 4).tolist() == pytest.approx([0, 0, 1, 0])


def test_the_overview_compares_with_the_middle_of_the_passages() -> None:
    meanings = _meanings(s0=[EAST, NORTH])
    assert meanings.overview(_vector(EAST), 1).tolist() == pytest.approx([np.sqrt(0.5)])


def test_a_detached_slot_is_forgotten() -> None:
    meanings = _meanings(s0=[EAST], s1=[EAST])
    meanings.detach(0)
    meanings.detach(7)
    assert len(meanings) == 1
    assert meanings.overview(_vector(EAST), 2).tolist() == pytest.approx([0, 1])


def test_nothing_is_like_a_question_when_there_are_no_vectors() -> None:
    assert Meanings().overview(_vector(EAST), 2).tolist() == [0, 0]
    assert Meanings().likeness(_vector(EAST), np.array([0, 1])).tolist() == [0, 0]
