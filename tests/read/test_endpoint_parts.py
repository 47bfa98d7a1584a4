from dataclasses import replace

import make
from hypothesis import given
from hypothesis import strategies as st

from hudhud.read.endpoint_parts import halves_of, parts_of
from hudhud.records import Document, Span


def document(*paragraphs: str) -> Document:
    text = "\n\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return replace(make.document(text), paragraphs=tuple(spans))


def test_a_short_document_is_one_part() -> None:
    told = document("Shells hit Oudar.", "Nobody was hurt.")
    assert [part.of(told.text) for part in parts_of(told)] == [told.text]


def test_a_long_document_is_cut_between_paragraphs() -> None:
    told = document("One two three.", "Four five six.", "Seven eight.")
    assert [part.of(told.text).strip() for part in parts_of(told, longest=34)] == [
        "One two three.\n\nFour five six.",
        "Seven eight.",
    ]


def test_a_long_paragraph_is_cut_between_sentences_and_a_long_sentence_between_words() -> None:
    told = document("Shells fell. Rockets fell. " + "word " * 20)
    parts = [part.of(told.text).strip() for part in parts_of(told, longest=30)]
    assert parts[0] == "Shells fell. Rockets fell."
    assert all(part.replace("word", "").strip() == "" for part in parts[1:])


def test_an_empty_document_has_no_part() -> None:
    assert parts_of(document("")) == []
    assert parts_of(document("  \n ")) == []


def test_a_part_is_halved_between_sentences() -> None:
    told = document("Shells fell. Rockets fell. Mortars fell. Bombs fell.")
    (part,) = parts_of(told)
    assert [half.of(told.text).strip() for half in halves_of(told, part)] == [
        "Shells fell. Rockets fell.",
        "Mortars fell. Bombs fell.",
    ]
    assert halves_of(told, Span(0, 12)) == [Span(0, 12)]


@given(st.lists(st.text(alphabet="ab. \n", max_size=60), max_size=6), st.integers(1, 50))
def test_every_character_that_is_no_white_space_is_in_exactly_one_part(paragraphs: list[str], longest: int) -> None:
    told = document(*paragraphs)
    parts = parts_of(told, longest=longest)
    assert all(len(part.of(told.text)) <= longest for part in parts)
    covered = [offset for part in parts for offset in range(part.start, part.end)]
    assert len(covered) == len(set(covered))
    assert all(told.text[offset].isspace() for offset in set(range(len(told.text))) - set(covered))
