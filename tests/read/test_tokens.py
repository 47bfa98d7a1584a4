"""Words as the treebanks split them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.read.tokens import split_words

CASES = [
    ("The army's spokesman", "The|army|'s|spokesman"),
    ("the coalition’s jets didn’t land", "the|coalition|’s|jets|did|n’t|land"),
    ("They can't, won't.", "They|ca|n't|,|wo|n't|."),
    ("the workers' march", "the|workers|'|march"),
    ("a U.S. envoy left.", "a|U.S.|envoy|left|."),
    ("Gen. Omar and Dr. Hala", "Gen.|Omar|and|Dr.|Hala"),
    ("Turkish-backed rebels", "Turkish|-|backed|rebels"),
    ("anti-tank and F-16", "anti-tank|and|F-16"),
    ("near Sana'a and Da'esh", "near|Sana'a|and|Da'esh"),
    ("$5m, £2.5bn and 1,200 men", "$|5m|,|£|2.5bn|and|1,200|men"),
    ("at 5:34 a.m. on 2014-06-10", "at|5:34|a.m.|on|2014-06-10"),
    ("60% of the 1990s", "60|%|of|the|1990s"),
    ("“Leave,” he said…", "“|Leave|,|”|he|said|…"),
    ("He left--at once", "He|left|--|at|once"),
    ("see https://example.org/a?b=1.", "see|https://example.org/a?b=1|."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_splits_like_the_treebanks(text: str, words: str) -> None:
    assert "|".join(text[a:b] for a, b in split_words(text)) == words


@given(st.text())
def test_words_slice_back_in_order_and_leave_only_white_space(text: str) -> None:
    spans = split_words(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {at for a, b in spans for at in range(a, b)}
    assert all(character.isspace() for at, character in enumerate(text) if at not in covered)
