"""Contents of sentences that follow each other → contents that run over them, while a quotation mark stays open."""

from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.read.analysis import Analysis

__all__ = ["Content", "contents"]

# A content that ends this many words before its sentence does (a full stop, a mark) still reaches its end.
_SLACK = 1


@dataclass(frozen=True, slots=True)
class Content:
    """A content from a word of one sentence to a word of the same or a later one; `end_word` is exclusive."""

    first: int
    start_word: int
    last: int
    end_word: int


def contents(analyses: Sequence[Analysis], starts_line: Sequence[bool]) -> list[Content]:
    """The contents of a text's sentences, joined where one quotation runs on.

    `starts_line` says which sentences begin a line or paragraph: a quotation mark that is still open there is taken
    to have been forgotten.
    """
    found: list[Content] = []
    is_open = False
    for at, analysis in enumerate(analyses):
        is_open = is_open and not starts_line[at]
        for mark in analysis.quotes:
            if mark.label != "CONTENT":
                continue
            before = found[-1] if found else None
            reaches = before is not None and before.last == at - 1 and _ends_late(analyses[at - 1], before.end_word)
            if before is not None and reaches and is_open and mark.start <= _SLACK:
                found[-1] = Content(before.first, before.start_word, at, mark.end)
            else:
                found.append(Content(at, mark.start, at, mark.end))
        is_open = _stays_open(analysis, is_open)
    return found


def _ends_late(analysis: Analysis, end_word: int) -> bool:
    return end_word >= len(analysis.words) - _SLACK


def _stays_open(analysis: Analysis, is_open: bool) -> bool:
    for word in analysis.words:
        if word.text in ("“", "``"):
            is_open = True
        elif word.text in ("”", "''"):
            is_open = False
        elif word.text == '"':
            is_open = not is_open
    return is_open
