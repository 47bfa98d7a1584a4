import random
from itertools import permutations

import pytest

from bench.coreference import conll


def test_the_same_clusters_are_all_right() -> None:
    gold = {"a": 1, "b": 1, "c": 2}
    assert conll(gold, {"a": "x", "b": "x", "c": "y"}) == {
        "conll_f1": 1.0,
        "muc_f1": 1.0,
        "b3_f1": 1.0,
        "ceafe_f1": 1.0,
    }


def test_the_example_of_the_scorers_paper() -> None:
    # Luo 2005 by hand: gold {1,2,3,4,5} {6,7} {8,9,a,b,c}, found {1..5} {6,7,8,9,a,b,c}.
    gold = dict.fromkeys("12345", "A") | dict.fromkeys("67", "B") | dict.fromkeys("89abc", "C")
    found = dict.fromkeys("12345", "x") | dict.fromkeys("6789abc", "y")
    scores = conll(found, gold)
    assert scores["muc_f1"] == pytest.approx(2 * 0.9 / 1.9)
    assert scores["b3_f1"] == pytest.approx(0.865, abs=0.001)
    assert scores["ceafe_f1"] == pytest.approx(0.733, abs=0.001)


def test_the_pairing_of_clusters_is_the_best_there_is() -> None:
    chance = random.Random(5)
    for _ in range(50):
        gold = {at: chance.randrange(4) for at in range(9)}
        found = {at: chance.randrange(4) for at in range(9)}
        sets = [[{m for m in of if of[m] == c} for c in sorted(set(of.values()))] for of in (found, gold)]
        few, many = sorted(sets, key=len)
        best = max(
            sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(few, order, strict=False))
            for order in permutations(many)
        )
        precision, recall = best / len(sets[0]), best / len(sets[1])
        assert conll(found, gold)["ceafe_f1"] == pytest.approx(2 * precision * recall / (precision + recall))
