"""How sure a sentence is of what its words say."""

import pytest

from hudhud.read.analysis import Word
from hudhud.read.certainty import certainties


def _words(rows: str) -> list[Word]:
    """`text/lemma/upos/head/relation` of each word, heads counted from 1."""
    found = []
    for row in rows.split():
        text, lemma, upos, head, relation = row.split("/")
        found.append(Word(text, 0, 0, lemma, upos, int(head) - 1, relation))
    return found


CASES = [
    ("They/they/PRON/2/nsubj left/leave/VERB/0/root", 2, 2.5, 3.0),
    ("They/they/PRON/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod leave/leave/VERB/0/root", 4, -3.0, -1.5),
    ("They/they/PRON/3/nsubj might/might/AUX/3/aux leave/leave/VERB/0/root", 3, 0.3, 1.5),
    ("They/they/PRON/2/nsubj refused/refuse/VERB/0/root to/to/PART/4/mark leave/leave/VERB/2/xcomp", 4, -3.0, -1.0),
    ("They/they/PRON/2/nsubj want/want/VERB/0/root to/to/PART/4/mark leave/leave/VERB/2/xcomp", 4, 0.3, 1.5),
    (
        "If/if/SCONJ/3/mark they/they/PRON/3/nsubj leave/leave/VERB/5/advcl we/we/PRON/5/nsubj stay/stay/VERB/0/root",
        3,
        0.3,
        1.5,
    ),
    ("No/no/DET/2/det troops/troop/NOUN/3/nsubj left/leave/VERB/0/root", 3, -3.0, -1.5),
    ("Not/not/PART/3/advmod only/only/ADV/3/advmod left/leave/VERB/0/root they/they/PRON/3/nsubj", 3, 2.5, 3.0),
]


@pytest.mark.parametrize(("rows", "word", "least", "most"), CASES)
def test_value_of_a_word(rows: str, word: int, least: float, most: float) -> None:
    words = _words(rows)
    assert least <= certainties(words, [1.5] * len(words))[word - 1] <= most


def test_values_stay_on_the_scale() -> None:
    words = _words("They/they/PRON/2/nsubj left/leave/VERB/0/root")
    assert all(-3 <= value <= 3 for value in certainties(words, [99.0, -99.0]))
