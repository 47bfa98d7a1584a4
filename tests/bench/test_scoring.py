"""Counts to figures."""

import pytest

from bench.scoring import accuracy_and_macro_f1, f1, pearson, precision_recall_f1, runs_of_names


def test_f1_of_nothing_is_nothing() -> None:
    assert f1(0, 0, 0) == 0.0


def test_micro_scores_count_exact_matches_over_all_items() -> None:
    scores = precision_recall_f1([{(0, 1, "A"), (2, 3, "B")}, set()], [{(0, 1, "A")}, {(4, 5, "A")}])
    assert scores == {"precision": 0.5, "recall": 0.5, "f1": 0.5}


def test_macro_f1_weighs_every_gold_label_alike() -> None:
    scores = accuracy_and_macro_f1(["a", "a", "a", "a"], ["a", "a", "a", "b"])
    assert scores["accuracy"] == 0.75
    assert scores["macro_f1"] == pytest.approx((6 / 7 + 0) / 2)


def test_correlation() -> None:
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert pearson([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert pearson([1, 1, 1], [1, 2, 3]) == 0.0


def test_runs_of_names_leave_the_first_word_out() -> None:
    assert runs_of_names("The envoy Salim Haddad met Omar".split()) == [(2, 4), (5, 6)]
