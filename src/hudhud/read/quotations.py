"""Quotation marks → what stands between them, over sentences and paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.records import Span

__all__ = ["Quotation", "find_quotations"]

_OPEN = "“„«"
_CLOSE = {"“": "”", "„": "”“", "«": "»"}
_MARK = re.compile(r"[“”„«»]|\"{1,2}|``|''|(?<![\w’'])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?![\w])")

# A quotation longer than this is a mark that was never closed. The longest in 30 annotated articles has 900 characters.
_LONGEST = 2500


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters between quotation marks: `span` without the marks, `outer` with them.

    `n_words` tells a quotation of speech from a word that is only held at arm's length.
    """

    span: Span
    outer: Span
    n_words: int


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations of a document, in order, not nested.

    A paragraph that opens a quotation without closing it is continued by a paragraph that opens with a mark
    (the convention of newspapers); both parts are given as quotations of their own.
    """
    out: list[Quotation] = []
    for paragraph in paragraphs or (Span(0, len(text)),):
        out.extend(_in_paragraph(text, paragraph))
    return out


def _in_paragraph(text: str, paragraph: Span) -> list[Quotation]:
    out: list[Quotation] = []
    opened: re.Match[str] | None = None
    # Text that was once a field of a CSV file has every mark doubled, and single ones around whole paragraphs.
    is_doubled = '""' in text[paragraph.start : paragraph.end]
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        sign = mark.group()
        if is_doubled and sign == '"':
            continue
        if opened is None:
            if sign in _OPEN or sign in ("``",) or (sign.startswith('"') and _can_open(text, mark)) or sign in "‘'":
                opened = mark if sign not in ("‘", "'") or _is_single_opener(text, mark) else None
        elif _closes(opened.group(), sign, text, mark):
            out.append(_quotation(text, opened, mark.start(), mark.end()))
            opened = None
    if opened is not None and opened.group() not in "‘'" and paragraph.end - opened.end() <= _LONGEST:
        out.append(_quotation(text, opened, paragraph.end, paragraph.end))
    return [quotation for quotation in out if quotation.n_words]


def _quotation(text: str, opened: re.Match[str], end: int, outer_end: int) -> Quotation:
    start = opened.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(Span(start, end), Span(opened.start(), outer_end), len(re.findall(r"\w+", text[start:end])))


def _can_open(text: str, mark: re.Match[str]) -> bool:
    """A straight double mark opens unless it stands right behind a word with a blank after it."""
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return not after.isspace() or before.isspace()


def _is_single_opener(text: str, mark: re.Match[str]) -> bool:
    """A single mark opens a quotation only where a closing one follows in the same paragraph within 300 characters."""
    line_end = text.find("\n", mark.end())
    window = text[mark.end() : min(mark.end() + 300, line_end if line_end >= 0 else len(text))]
    return bool(re.search(r"[\w.,!?…][’'](?!\w)", window)) and (
        mark.start() == 0 or text[mark.start() - 1] in " (\n—–-:"
    )


def _closes(opener: str, sign: str, text: str, mark: re.Match[str]) -> bool:
    if opener in _OPEN:
        return sign in _CLOSE[opener] or (sign == "“" and opener == "“" and _can_close(text, mark))
    if opener.startswith('"') or opener == "``":
        return sign.startswith('"') or sign == "''" or sign == "”"
    return sign in ("’", "'")


def _can_close(text: str, mark: re.Match[str]) -> bool:
    after = text[mark.end()] if mark.end() < len(text) else " "
    return not after.isalnum()
