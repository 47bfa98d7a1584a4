"""From scores to tags, trees and spans."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from hudhud.read.decode import best_tags, place_of, runs, tree


def _is_tree(heads: list[int]) -> bool:
    for at in range(len(heads)):
        seen: set[int] = set()
        while at >= 0:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    return heads.count(-1) == 1


@given(st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-20, 20, width=32))))
def test_any_scores_give_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert _is_tree(tree(scores))


def test_a_clear_tree_is_taken_as_it_is() -> None:
    scores = np.full((3, 4), -5.0, dtype=np.float32)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5.0
    assert tree(scores) == [1, -1, 1]


def test_a_ring_is_broken_where_it_costs_least() -> None:
    scores = np.array([[-9, -9, 4, 1], [-9, 5, -9, 1], [6, 0, 0, -9]], dtype=np.float32)
    assert tree(scores) == [2, 0, -1]


def test_out_of_reach_words_still_hang_in_one_tree() -> None:
    scores = np.full((6, 7), -1e4, dtype=np.float32)
    scores[:, 0] = 0.0
    scores[:3, 1:4] = 0.5
    scores[3:, 4:] = 0.5
    assert _is_tree(tree(scores))


def test_best_tags_are_the_best_of_all_sequences() -> None:
    rng = np.random.default_rng(3)
    emissions = rng.normal(size=(4, 5, 3)).astype(np.float32)
    transitions = rng.normal(size=(4, 3)).astype(np.float32)
    lengths = np.array([5, 3, 1, 4])

    def total(row: int, tags: tuple[int, ...]) -> float:
        moves = sum(transitions[a + 1, b] for a, b in itertools.pairwise(tags))
        return float(transitions[0, tags[0]] + moves + sum(emissions[row, at, tag] for at, tag in enumerate(tags)))

    found = best_tags(emissions, lengths, transitions)
    for row, length in enumerate(lengths.tolist()):
        best = max(itertools.product(range(3), repeat=length), key=lambda tags: total(row, tags))
        assert tuple(found[row, :length].tolist()) == best


NAMES = ["O", "B-A", "I-A", "B-B", "I-B"]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([0, 1, 2, 0], [(1, 3, "A")]),
        ([1, 1, 2], [(0, 1, "A"), (1, 3, "A")]),
        ([0, 2, 2], [(1, 3, "A")]),
        ([1, 4, 0], [(0, 1, "A"), (1, 2, "B")]),
        ([3, 4], [(0, 2, "B")]),
        ([], []),
    ],
)
def test_runs_of_tags(tags: list[int], spans: list[tuple[int, int, str]]) -> None:
    assert runs(tags, NAMES) == spans


def test_a_place_is_found_or_nowhere() -> None:
    first, last = np.zeros(5, dtype=np.float32), np.zeros(5, dtype=np.float32)
    first[2], last[4] = 9.0, 9.0
    found = place_of(first, last)
    assert found is not None
    assert found[:2] == (1, 4)
    first[0], last[0] = 20.0, 20.0
    assert place_of(first, last) is None
