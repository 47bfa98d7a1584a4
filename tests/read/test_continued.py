"""Quotations that run over several sentences."""

from hudhud.read.analysis import Analysis, Mark, Word
from hudhud.read.continued import Content, contents


def _sentence(text: str, *spans: tuple[int, int]) -> Analysis:
    words = tuple(Word(word, 0, 0, word, "X", -1, "root") for word in text.split())
    return Analysis(text, words, quotes=tuple(Mark(a, b, "CONTENT", 1.0) for a, b in spans))


FIRST = _sentence("“ We left at dawn .", (0, 6))
SECOND = _sentence("It was cold , ” Omar said .", (0, 5))
THIRD = _sentence("It was cold , Omar said .", (0, 4))


def test_a_content_runs_on_while_the_mark_is_open() -> None:
    assert contents([FIRST, SECOND], [True, False]) == [Content(0, 0, 1, 5)]


def test_a_new_line_ends_it() -> None:
    assert len(contents([FIRST, SECOND], [True, True])) == 2


def test_a_closed_mark_ends_it() -> None:
    closed = _sentence("“ We left . ”", (0, 5))
    assert len(contents([closed, THIRD], [True, False])) == 2


def test_a_content_in_mid_sentence_is_left_alone() -> None:
    assert contents([_sentence("He said they left .", (2, 4))], [True]) == [Content(0, 2, 0, 4)]
