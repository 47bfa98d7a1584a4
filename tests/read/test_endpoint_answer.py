import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.read.endpoint_answer import items_in

ONE, TWO = {"kind": "event", "quote": "a } b"}, {"kind": "figure", "low": 3}
WHOLE = json.dumps({"claims": [ONE, TWO]})


@pytest.mark.parametrize(
    "content",
    [
        WHOLE,
        f"```json\n{WHOLE}\n```",
        f'<think>Is it {{"claims": [1]}}?</think>\n{WHOLE}',
        f"Here are the claims: {WHOLE} I hope this helps.",
        json.dumps({"note": "n", "claims": [ONE, TWO]}, indent=2),
    ],
)
def test_items_are_taken_out_of_what_stands_around_them(content: str) -> None:
    assert items_in(content) == ([ONE, TWO], True)


@pytest.mark.parametrize(
    "content",
    ["", "I cannot help with that.", "[]", "null", '{"claims": {}}', '{"answers": []}', "{", "}{", '{"claims": '],
)
def test_an_answer_without_a_list_of_claims_holds_none(content: str) -> None:
    assert items_in(content) is None


@pytest.mark.parametrize(
    ("content", "items"),
    [
        (WHOLE[:-1], [ONE, TWO]),
        (WHOLE[:-3], [ONE]),
        ('{"claims": [', []),
        ('{"claims": [{"low": NaN}]}', []),
        ('{"claims": [{"a": 1}, {"b": 2} {"c": 3}, oops', [{"a": 1}, {"b": 2}, {"c": 3}]),
    ],
)
def test_of_a_broken_answer_the_items_before_the_break_are_taken(content: str, items: list[Any]) -> None:
    assert items_in(content) == (items, False)


def test_an_answer_that_is_nested_too_deep_or_counts_too_far_is_no_fault() -> None:
    assert items_in('{"claims": ' + "[" * 100_000) == ([], False)
    assert items_in('{"claims": [{"low": ' + "9" * 10_000 + "}]}") == ([], False)


@given(st.integers(0, len(WHOLE)))
def test_wherever_an_answer_is_cut_its_whole_items_are_kept(at: int) -> None:
    read = items_in(WHOLE[:at])
    assert read is None or read[0] == [ONE, TWO][: len(read[0])]


@given(st.text())
def test_no_text_trips_the_reading(content: str) -> None:
    items_in(content)
    items_in('{"claims": [' + content)
