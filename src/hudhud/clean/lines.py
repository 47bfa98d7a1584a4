"""One line of a page → what it is by its own looks, wherever it stands."""

import re
from collections.abc import Mapping
from functools import cache

from hudhud.lexicon import boilerplate, page_lines, page_notes

__all__ = [
    "MARK",
    "bare",
    "content_words",
    "edge_reason",
    "is_comment_marker",
    "is_prose",
    "is_sentence_end",
    "is_teaser_marker",
    "line_reason",
    "n_words",
    "reprint_match",
]

# Longer lines are paragraphs; no pattern of boilerplate is asked of them.
_LONGEST = 700
MARK = re.compile(r"^(?:[•·▪■●○*×►▶»›–—-]+ |[•·▪■●○×►▶»›]+)+|[ |»›→]+$")
_QUOTES = r"\"'”’“‘»«)\]"
_SENTENCE_END = re.compile(rf"[.!?…؟۔。][{_QUOTES} ]*$")
_INNER_END = re.compile(rf"[a-zà-ÿ\d)\]][.!?؟][{_QUOTES}]*\s+[{_QUOTES}(]*[^\W\da-z_]")
_ABBREVIATION_END = re.compile(r"(?<!\.)\b[A-Z]\.$|(?:\b(?:Mr|Dr|Gen|Col|Lt|St|No|Inc|Ltd|Co|Jr|Sr|etc|vs)\.)$")
_TABLES: Mapping[str, tuple[str | tuple[str, str], ...]] = {
    "line": page_lines.LINE_PATTERNS,
    "edge": page_notes.EDGE_PATTERNS,
    "reprint": page_notes.REPRINT_PATTERNS,
    "teasers": boilerplate.TEASER_MARKERS,
    "teaser": boilerplate.TEASER_PREFIXES,
    "comments": boilerplate.COMMENT_MARKERS,
}
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# Words of three letters and fewer say nothing about a topic, unless they are written in capitals.
_CONTENT = re.compile(r"[^\W\d_]{4,}|[A-Z]{2,}")
_EMPTY_WORDS = frozenset(
    "that with from this have been will were says said after over into more than what your their".split()
)


@cache
def _compiled(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    pairs = (row if isinstance(row, tuple) else ("", row) for row in _TABLES[table])
    return tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in pairs)


def _first(table: str, line: str) -> str | None:
    if len(line) > _LONGEST:
        return None
    return next((reason for reason, pattern in _compiled(table) if pattern.fullmatch(line)), None)


def bare(line: str) -> str:
    """`line` without the bullet before it and the arrow behind it."""
    return MARK.sub("", line) or line


def line_reason(line: str) -> str | None:
    """Why a line is not an article's, wherever it stands; None where nothing speaks against it."""
    line = bare(line)
    if line.casefold().strip(" :.*") in boilerplate.NAV_WORDS:
        return "menu"
    return _first("line", line) or ("teaser" if is_teaser(line) else None)


def edge_reason(line: str) -> str | None:
    """Why a line is not an article's, where it stands before the first or behind the last paragraph."""
    return _first("edge", bare(line))


def is_teaser(line: str) -> bool:
    """Whether one line points to another post: `Read also: …`."""
    if len(line) > 300 or _INNER_END.search(line):
        return False
    return any(pattern.match(line) for _, pattern in _compiled("teaser"))


def is_teaser_marker(line: str) -> bool:
    """Whether a line opens a list of other posts."""
    return len(line) <= 120 and _first("teasers", bare(line)) is not None


def is_comment_marker(line: str) -> bool:
    """Whether a line opens the comments."""
    return len(line) <= 200 and _first("comments", bare(line)) is not None


def reprint_match(line: str) -> re.Match[str] | None:
    """The match of a line that says whom the article was taken from."""
    if len(line) > 400:
        return None
    found = (pattern.fullmatch(bare(line)) for _, pattern in _compiled("reprint"))
    return next((match for match in found if match), None)


def n_words(line: str) -> int:
    """How many words a line has."""
    return len(_WORD.findall(line))


def is_sentence_end(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_SENTENCE_END.search(line)) and not _ABBREVIATION_END.search(line)


def is_prose(line: str) -> bool:
    """Whether a line reads as a paragraph: it ends as a sentence, and is too long or too whole for a headline.

    A line without an end mark counts from 28 words (no headline in the sets looked at had more than 25).
    """
    words = n_words(line)
    if words >= 28 or (words >= 6 and _INNER_END.search(line) and is_sentence_end(line)):
        return True
    if not is_sentence_end(line):
        return False
    ends_with_period = bool(re.search(rf"[.۔。][{_QUOTES} ]*$", line))
    return words >= (4 if ends_with_period else 12)


def content_words(text: str) -> set[str]:
    """What `text` is about: the beginnings of its longer words, and its acronyms."""
    found = (match[0] for match in _CONTENT.finditer(text))
    return {word.lower()[:6] for word in found if word.lower() not in _EMPTY_WORDS}
