"""The lines before a body → its title."""

import re
from collections.abc import Sequence

from hudhud.clean.byline import read_byline
from hudhud.clean.dates import PrintedDate, date_line, find_dates
from hudhud.clean.lines import content_words, n_words
from hudhud.clean.origin import is_known
from hudhud.lexicon.boilerplate import SECTION_WORDS

__all__ = ["choose_title", "is_header", "letters", "plain_title", "title_dates"]

# The longest headline of the sets looked at has 25 words.
_LONGEST = 32
_DATED = re.compile(r"\s*[|·•–—-]?\s*\b(?:posted|published|updated|last updated):?\s.{0,80}\d{4}.*$", re.IGNORECASE)
_SITE_BEHIND = re.compile(r"(?P<title>.{12,}?)\s+(?P<bar>[|–—»·-]|::)\s+(?P<site>[^|–—»·]{2,40})")


def letters(text: str) -> str:
    """The letters and digits of `text`, by which two printings of a line are the same."""
    return re.sub(r"[\W_]+", "", text).casefold()


def is_header(line: str) -> bool:
    """Whether a line is a date or a byline."""
    return date_line(line) is not None or read_byline(line) is not None


def choose_title(lines: Sequence[str], reasons: Sequence[str | None], start: int) -> str | None:
    """The line before `start` that says best what the lines from `start` on are about; the first of equals.

    None where no line before the body can be a title.
    """
    body = (line for line, reason in zip(lines[start:], reasons[start:], strict=True) if not reason)
    about = content_words(" ".join(body))
    scored = [(_score(lines, at, start, about), -at) for at in range(start) if not reasons[at] and _may_be(lines[at])]
    best = max(scored, default=(0.0, 0))
    return lines[-best[1]] if best[0] > 0 else None


def _may_be(line: str) -> bool:
    if is_header(line) or line.casefold() in SECTION_WORDS or line[-1] in ":,-–—":
        return False
    return 2 <= n_words(line) <= _LONGEST


def _score(lines: Sequence[str], at: int, start: int, about: set[str]) -> float:
    """Shared words count most; then that a byline or date stands below, or that the page prints the line twice."""
    key = letters(lines[at])
    score = min(len(content_words(lines[at]) & about), 5) + (1.5 if n_words(lines[at]) >= 4 else 0.0)
    if at + 1 < len(lines) and is_header(lines[at + 1]):
        score += 2.0
    if any(letters(lines[other]).startswith(key) for other in range(start) if other != at):
        score += 1.5
    return score


def title_dates(title: str) -> list[PrintedDate]:
    """The dates printed behind a title: `Two held in Tarfa Posted: 3 May 2021 Updated: 4 May 2021`."""
    match = _DATED.search(title)
    return list(find_dates(match[0])) if match else []


def plain_title(title: str) -> tuple[str, str | None]:
    """A title without the date and the publisher printed behind it, and that publisher."""
    title = _DATED.sub("", title).strip(" ×»›") or title
    match = _SITE_BEHIND.fullmatch(title)
    if match and (is_known(match["site"]) or match["bar"] in ("|", "::")):
        return match["title"], match["site"]
    return title, None
