"""The notes that close a page: who its author is, what its publisher calls itself."""

import re
from functools import cache

from hudhud.clean.byline import is_name
from hudhud.clean.lines import edge_reason, line_reason
from hudhud.lexicon.page_notes import CLOSING_PATTERNS

__all__ = ["closing_cut", "closing_match", "closing_reason", "is_publication_note"]

_ARTICLES = re.compile(
    r"(?:the|a|an|it|he|she|this|that|there|they|but|and|in|on|at|one|what|who|his|her|their|its)\b", re.IGNORECASE
)
_PUBLICATION_AT = 1
# Feeds that fold an article into one line leave its notes at the line's end, behind bullets or full stops.
_FOLDED_END = 600
_PIECE = re.compile(r"(?<=[.!?”\"’)])\s+(?:[•*·]\s*)?(?=[A-ZÀ-ÞĀ-Ž(@])|\s+[•·]\s*")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for _, pattern in CLOSING_PATTERNS)


def closing_match(line: str) -> re.Match[str] | None:
    """The match of a line that says what a person or a publication is; its group `who` is the subject."""
    if len(line) > 600:
        return None
    for at, pattern in enumerate(_patterns()):
        match = pattern.fullmatch(line)
        if match and _is_subject(match["who"], is_publication=at == _PUBLICATION_AT):
            return match
    return None


def is_publication_note(line: str) -> re.Match[str] | None:
    """The match of a line in which a publication describes itself."""
    match = _patterns()[_PUBLICATION_AT].fullmatch(line) if len(line) <= 600 else None
    return match if match and _is_subject(match["who"], is_publication=True) else None


def _is_subject(who: str, *, is_publication: bool) -> bool:
    if is_publication:
        return len(who.split()) <= 6 and not re.match(
            r"(?:it|he|she|this|that|there|they|one|what)\b", who, re.IGNORECASE
        )
    return is_name(who) and not _ARTICLES.match(who)


def closing_reason(line: str, body: list[str]) -> str | None:
    """`author note` where a closing line introduces somebody the article has not spoken of."""
    match = closing_match(line)
    if match is None:
        return None
    last_name = match["who"].split()[-1]
    is_known = any(re.search(rf"\b{re.escape(last_name)}\b", paragraph) for paragraph in body)
    return None if is_known else "author note"


def closing_cut(paragraph: str) -> tuple[int, str] | None:
    """Where the notes begin that close a long paragraph, and why they go; None where it ends with the article.

    Behind a bullet a note may introduce its author; behind a full stop only what no article says is a note.
    """
    if len(paragraph) < _FOLDED_END:
        return None
    for match in _PIECE.finditer(paragraph, len(paragraph) - _FOLDED_END):
        note = paragraph[match.end() :]
        reason = line_reason(note)
        if reason is None and re.search("[•·]", match[0]):
            reason = closing_reason(note, [paragraph[: match.start()]]) or edge_reason(note)
        if reason in ("author note", "subscription", "licence", "reprint line"):
            return match.start(), reason
    return None
