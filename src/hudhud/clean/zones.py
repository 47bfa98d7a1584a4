"""The lines of a page → its title, its paragraphs, and the lines that are not the article's."""

import re
from dataclasses import dataclass, field

from hudhud.clean.byline import is_name, read_byline
from hudhud.clean.closing import closing_cut, closing_reason
from hudhud.clean.dates import date_line
from hudhud.clean.lines import (
    bare,
    content_words,
    edge_reason,
    is_comment_marker,
    is_prose,
    is_sentence_end,
    is_teaser_marker,
    line_reason,
    n_words,
    reprint_match,
)
from hudhud.clean.page import Page
from hudhud.clean.title import choose_title, is_header, letters
from hudhud.clean.wrapping import whole_lines
from hudhud.records import Dropped

__all__ = ["Zones", "sort_lines"]

# So many characters of paragraphs must stand before a line that opens the comments.
_BEFORE_COMMENTS = 300
# A line shares less than this part of its content words with the article: it is about something else.
_FOREIGN = 0.5
_LIST_ITEM = re.compile(r"(?:[•·▪■●*–—-]|\(?\d{1,2}[.)]|\([a-z]\)) ?\S")
_COMMENT_SIGN = re.compile(
    r".{0,60}\b(?:says|wrote|said|replied):?$|(?:log in to )?reply|.{0,60} at \d{1,2}:\d\d ?[ap]m", re.IGNORECASE
)


@dataclass(slots=True)
class Zones:
    """What was found: `head` and `tail` are the dropped lines before and behind the paragraphs, in order."""

    title: str | None
    paragraphs: list[str] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


def sort_lines(page: Page, *, title: str | None = None) -> Zones:
    """Divide a page's lines. Every line ends in `paragraphs` or in `dropped`.

    `title` is what the feed or the markup gives; where it is None the title is looked for before the first
    paragraph, and stays None where the text begins with its body.
    """
    lines = whole_lines(page)
    reasons = [_own_reason(line) for line in lines]
    end = _comments_start(lines, reasons)
    for at in range(end, len(lines)):
        reasons[at] = reasons[at] or "comment"
    start = _body_start(lines, reasons, end)
    if title is None:
        title = choose_title(lines, reasons, start)
    _mark_title(lines, reasons, title, start)
    _mark_head(lines, reasons, start, has_title=title is not None)
    _mark_teaser_lists(lines, reasons, start, end)
    last = _mark_tail(lines, reasons, start, end)
    _mark_repeated(lines, reasons)
    zones = _collect(lines, reasons, title, start, last)
    _cut_notes(zones)
    return zones


def _cut_notes(zones: Zones) -> None:
    """Take the notes off the end of an article that came as one line."""
    found = closing_cut(zones.paragraphs[-1]) if zones.paragraphs else None
    while found:
        at, reason = found
        note = zones.paragraphs[-1][at:].strip()
        zones.paragraphs[-1] = zones.paragraphs[-1][:at].rstrip()
        zones.dropped.append(Dropped(note, reason))
        zones.tail.insert(0, note)
        found = closing_cut(zones.paragraphs[-1])


def _collect(lines: list[str], reasons: list[str | None], title: str | None, start: int, last: int) -> Zones:
    zones = Zones(title)
    for at, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        if reason is None:
            zones.paragraphs.append(line)
            continue
        zones.dropped.append(Dropped(line, reason))
        if at < start:
            zones.head.append(line)
        elif at > last:
            zones.tail.append(line)
    return zones


def _own_reason(line: str) -> str | None:
    if reprint_match(line):
        return "reprint line"
    return line_reason(line) or ("teaser" if is_teaser_marker(line) and not is_prose(line) else None)


def _comments_start(lines: list[str], reasons: list[str | None]) -> int:
    """Where the comments open; the number of lines where they do not."""
    sizes = [len(line) if reason is None and is_prose(line) else 0 for line, reason in zip(lines, reasons, strict=True)]
    for at, line in enumerate(lines):
        if not is_comment_marker(line):
            continue
        before, behind = sum(sizes[:at]), sum(sizes[at:])
        signs = sum(bool(_COMMENT_SIGN.match(other)) for other in lines[at + 1 :])
        if before >= _BEFORE_COMMENTS and (signs or behind <= before):
            return at
    return len(lines)


def _body_start(lines: list[str], reasons: list[str | None], end: int) -> int:
    """The first line that reads as a paragraph and has another one near; the first usable line where none does."""
    free = [at for at in range(end) if reasons[at] is None and not is_header(lines[at])]
    for order, at in enumerate(free):
        if is_prose(lines[at]):
            near = free[order + 1 : order + 4]
            if n_words(lines[at]) >= 14 or not near or any(is_prose(lines[other]) for other in near):
                return at
    long = [at for at in free if n_words(lines[at]) >= 12]
    return next(iter(long), free[0] if free else end)


def _mark_title(lines: list[str], reasons: list[str | None], title: str | None, start: int) -> None:
    key = letters(title or "")
    if not key:
        return
    for at, line in enumerate(lines):
        other = letters(line)
        is_same = other == key or (
            at < start and len(key) > 20 and (other.startswith(key) or key.startswith(other)) and len(other) > 20
        )
        if is_same and (at < start or not is_sentence_end(line)):
            reasons[at] = "title"


def _mark_head(lines: list[str], reasons: list[str | None], start: int, *, has_title: bool) -> None:
    """Before the body only a subtitle of five words and more, below the title, stays."""
    below = not has_title or "title" not in reasons[:start]
    for at in range(start):
        line = lines[at]
        if reasons[at] == "title":
            below = True
        if reasons[at]:
            continue
        if date_line(line):
            reasons[at] = "date"
        elif read_byline(line) or (is_name(line) and n_words(line) <= 5):
            reasons[at] = "byline"
        elif edge_reason(line):
            reasons[at] = edge_reason(line)
        elif not below or n_words(line) < 5 or (line[0].islower() and not is_sentence_end(line)):
            reasons[at] = "menu" if n_words(line) <= 3 else "teaser"


def _mark_teaser_lists(lines: list[str], reasons: list[str | None], start: int, end: int) -> None:
    """The lines behind `Related articles` and its like, up to the article's next paragraph."""
    about: set[str] = set()
    size = 0
    is_list = False
    total = sum(
        len(line)
        for line, reason in zip(lines[start:end], reasons[start:end], strict=True)
        if not reason and is_prose(line)
    )
    for at in range(start, end):
        line = lines[at]
        if reasons[at] == "teaser" and is_teaser_marker(line):
            is_list = True
        elif reasons[at] is None and is_list:
            is_near_end = size * 3 >= total * 2
            is_list = not is_prose(line) or (is_near_end and _is_foreign(line, about))
            reasons[at] = "teaser" if is_list else None
        if reasons[at] is None and is_prose(line):
            about |= content_words(line)
            size += len(line)


def _is_foreign(line: str, about: set[str]) -> bool:
    words = content_words(line)
    return line.endswith(("…", "...")) or not words or len(words & about) < 0.3 * len(words)


def _mark_tail(lines: list[str], reasons: list[str | None], start: int, end: int) -> int:
    """Walk up from the last line to the last paragraph; returns where that stands."""
    kept = [line for line, reason in zip(lines[start:end], reasons[start:end], strict=True) if reason is None]
    ended = sum(map(is_sentence_end, kept))
    has_end_marks = ended * 2 > len(kept)
    for at in range(end - 1, start, -1):
        line = lines[at]
        if reasons[at] is None:
            body = [other for other, reason in zip(lines[start:at], reasons[start:at], strict=True) if not reason]
            reasons[at] = _tail_reason(line, body, has_end_marks=has_end_marks)
            if reasons[at] is None:
                return at
    return start


def _tail_reason(line: str, body: list[str], *, has_end_marks: bool) -> str | None:
    reason = closing_reason(bare(line), body) or edge_reason(line)
    if reason:
        return reason
    if date_line(line):
        return "date"
    if read_byline(line):
        return "byline"
    if is_sentence_end(line) or not has_end_marks or n_words(line) >= 28 or (line.endswith(":") and n_words(line) > 6):
        return None
    if _LIST_ITEM.match(line) and body and (body[-1].endswith(":") or _LIST_ITEM.match(body[-1])):
        return None
    words = content_words(line)
    is_other = len(words & content_words(" ".join(body))) < _FOREIGN * max(len(words), 1)
    if n_words(line) <= 3:
        return "menu"
    return "teaser" if is_other else None


def _mark_repeated(lines: list[str], reasons: list[str | None]) -> None:
    """A paragraph printed twice (pull quotes, doubled captions) counts once; short ones may well recur."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if reasons[at] is None and len(line) >= 60:
            key = letters(line)
            if key in seen:
                reasons[at] = "repeated"
            seen.add(key)
