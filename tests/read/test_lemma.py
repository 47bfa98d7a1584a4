"""Lemmas by table and by ending."""

import pytest

from hudhud.read.lemma import LemmaTable

TABLE = LemmaTable(
    {
        "forms": {"VERB": {"struck": "strike"}, "PRON": {"me": "I"}},
        "endings": {
            "VERB": {"": "0+", "ed": "2+", "ied": "3+y"},
            "NOUN": {"": "0+", "s": "1+"},
            "PROPN": {"": "0+"},
            "PRON": {"": "0+"},
        },
    }
)


@pytest.mark.parametrize(
    ("word", "upos", "lemma"),
    [
        ("struck", "VERB", "strike"),
        ("Denied", "VERB", "deny"),
        ("attacked", "VERB", "attack"),
        ("rebels", "NOUN", "rebel"),
        ("Hama", "PROPN", "Hama"),
        ("me", "PRON", "I"),
        ("2,000", "NUM", "2,000"),
    ],
)
def test_lemma(word: str, upos: str, lemma: str) -> None:
    assert TABLE.lemma(word, upos) == lemma
