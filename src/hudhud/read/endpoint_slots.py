"""One item of a language model's answer → its slots, each checked against the text."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from hudhud.read.dates import find_periods, parse_period
from hudhud.read.endpoint_words import QUOTATION_MARKS, Words
from hudhud.read.places import find_places, locate
from hudhud.read.statements import content_text
from hudhud.records import Document, Party, Period, Place, Span

__all__ = ["Checked", "Slots"]

# No slot of a news article comes near these; an answer that does is broken.
_LONGEST, _LONGEST_NAME, _MOST = 2_000, 160, 40
_PRONOUNS = frozenset(
    "he she it they we i you him her them us me who whom which that this these those his hers its their theirs our "
    "ours my himself herself itself themselves someone somebody nobody everyone".split()
)
_ARTICLE = re.compile(r"(?:the|a|an) (?=\S)", re.IGNORECASE)
_BREAK = re.compile(r"\s*(?:\[?\.\.\.\]?|\[?…\]?)\s*")


class Checked:
    """A document as answers are checked against it: its words, and its own times and places, each found once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = Words(document.text)

    @cached_property
    def said(self) -> Words:
        """The words without quotation marks, as the content of a statement has them."""
        return Words(self.document.text, with_quotation_marks=False)

    @cached_property
    def periods(self) -> list[Period]:
        """Every time that the document tells."""
        document = self.document
        return find_periods(
            document.text, document.published, sentences=document.sentences, publisher=document.publisher
        )

    @cached_property
    def places(self) -> list[Place]:
        """Every place that the document tells."""
        document = self.document
        return find_places(document.text, sentences=document.sentences, publisher=document.publisher)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The country that most of its places lie in."""
        told = Counter(place.country for place in self.places if place.country)
        return tuple(country for country, _ in told.most_common(1))


class Slots:
    """The slots of one item. What cannot be used is None, or left out of a list, and noted in `problems`."""

    def __init__(self, item: dict[str, Any], checked: Checked, part: Span) -> None:
        self.item = item
        self.checked = checked
        self.part = part
        self.problems: list[tuple[str, str]] = []
        self.quote = Span(part.start, part.start)

    def problem(self, slot: str, reason: str) -> None:
        """Note why a slot cannot be used."""
        self.problems.append((slot, reason))

    def find_quote(self) -> Span | None:
        """Where the quote stands in the part that was asked about; the other slots are looked for near it."""
        words = self.text("quote", is_needed=True)
        if words is None:
            return None
        span = self.checked.words.find(words, inside=self.part)
        if span is None:
            self.problem("quote", "not in the text")
            return None
        self.quote = span
        return span

    def text(self, slot: str, *, is_needed: bool = False, longest: int = _LONGEST) -> str | None:
        """The characters that the model gave for a slot, unchecked; None where it gave none."""
        value = self.item.get(slot)
        if value is None or value == "":
            if is_needed:
                self.problem(slot, "missing")
            return None
        return self._short(slot, value, longest)

    def _short(self, slot: str, value: Any, longest: int) -> str | None:
        if not isinstance(value, str):
            self.problem(slot, "of the wrong form")
        elif len(value) > longest:
            self.problem(slot, "too long")
        else:
            return value
        return None

    def one_of(self, slot: str, allowed: Iterable[str], *, cased: Callable[[str], str] = str.lower) -> str | None:
        """A word of a closed vocabulary."""
        value = self.text(slot, is_needed=True)
        if value is None:
            return None
        if cased(value) not in allowed:
            self.problem(slot, "outside the vocabulary")
            return None
        return cased(value)

    def verbatim(self, slot: str, *, is_needed: bool = False, in_quote: bool = False) -> str | None:
        """The document's own characters for a slot, white space folded."""
        words = self.text(slot, is_needed=is_needed)
        span = self._located(slot, words, in_quote=in_quote) if words else None
        return self._of(span) if span else None

    def _located(self, slot: str, words: str, *, in_quote: bool = False) -> Span | None:
        span = self.checked.words.find(words, inside=self.quote)
        if span is None and not in_quote:
            span = self.checked.words.find(words, near=self.quote.start)
        if span is None:
            self.problem(slot, "not in the quote" if in_quote else "not in the text")
        return span

    def _of(self, span: Span) -> str:
        return " ".join(span.of(self.checked.document.text).split())

    def party(self, slot: str, *, is_needed: bool = True) -> Party | None:
        """Somebody, by a name that the document has."""
        words = self.text(slot, is_needed=is_needed, longest=_LONGEST_NAME)
        return self._named(slot, words) if words else None

    def parties(self, slot: str) -> tuple[Party, ...]:
        """A list of parties, each once."""
        values = self.item.get(slot) or []
        if not isinstance(values, list):
            self.problem(slot, "of the wrong form")
            return ()
        if len(values) > _MOST:
            self.problem(slot, "too many")
        found: dict[str, Party] = {}
        for value in values[:_MOST]:
            words = self._short(slot, value, _LONGEST_NAME)
            party = self._named(slot, words) if words is not None else None
            if party:
                found.setdefault(party.name, party)
        return tuple(found.values())

    def _named(self, slot: str, words: str) -> Party | None:
        # In capitals it is a name: `US`, `IT`.
        if words.strip().lower() in _PRONOUNS and (len(words.strip()) == 1 or not words.isupper()):
            self.problem(slot, "a pronoun names nobody")
            return None
        span = self._located(slot, words)
        if span is None:
            return None
        text = self._of(span)
        return Party(_ARTICLE.sub("", text, count=1), text, span if self._is_in_quote(span) else None)

    def _is_in_quote(self, span: Span) -> bool:
        return self.quote.start <= span.start and span.end <= self.quote.end

    def number(self, slot: str) -> float | None:
        """A number of at least nought."""
        value = self.item.get(slot)
        if value is None:
            return None
        # Larger than any count of people or sum of money; beyond it a float no longer tells units.
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1e15:
            self.problem(slot, "no number")
            return None
        return float(value)

    def score(self) -> float:
        """How sure the model says it is; a half where it does not say."""
        value = self.item.get("score")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            return 0.5
        return float(value)

    def period(self) -> Period | None:
        """When, by Hudhud's own reading of the words that the model points to."""
        words = self.text("time")
        span = self._located("time", words) if words else None
        if span is None:
            return None
        # Read with the whole document, where the phrase is one there; of `since it began in 2011` the model may mean
        # the year alone.
        inside = [period for period in self.checked.periods if period.span and _shared(period.span, span)]
        best = max(inside, key=lambda period: _shared(period.span, span), default=None)
        if best is None or best.span is None or best.span.start < span.start or best.span.end > span.end:
            best = self._parsed_period(span) or best
        if best is None or (best.start is None and best.end is None):
            self.problem("time", "tells no time")
            return None
        return best

    def _parsed_period(self, span: Span) -> Period | None:
        document = self.checked.document
        read = parse_period(span.of(document.text), document.published)
        return read.shifted(span.start) if read else None

    def place(self, *, is_needed: bool = False) -> Place | None:
        """Where, by the gazetteer; a name that it does not have is kept without a point."""
        words = self.text("place", is_needed=is_needed, longest=_LONGEST_NAME)
        span = self._located("place", words) if words else None
        if span is None:
            return None
        best = max(self.checked.places, key=lambda place: _shared(place.span, span), default=None)
        if best is not None and _shared(best.span, span):
            return best
        text = self._of(span)
        if text.islower():
            self.problem("place", "no name")
            return None
        found = locate(text, countries=self.checked.countries)
        return found.shifted(span.start) if found else Place(text, text, span=span)

    def content(self) -> tuple[str, bool] | None:
        """What was said, as the document has it, and whether there are quotation marks in it or next to it."""
        words = self.text("content", is_needed=True, longest=2 * _LONGEST)
        if words is None:
            return None
        spans = self._pieces([words]) or self._pieces([piece for piece in _BREAK.split(words) if piece])
        if not spans:
            self.problem("content", "not in the text")
            return None
        text = self.checked.document.text
        around = text[max(0, spans[0].start - 1) : spans[-1].end + 2]
        return content_text(text, spans), any(mark in QUOTATION_MARKS for mark in around)

    def _pieces(self, pieces: list[str]) -> tuple[Span, ...]:
        """Where all the pieces stand, one after the other; none where one of them does not."""
        spans: list[Span] = []
        for piece in pieces:
            if spans:
                span = self.checked.said.find(piece, inside=Span(spans[-1].end, self.part.end))
            else:
                span = self.checked.said.find(piece, inside=self.part, near=self.quote.start)
            if span is None:
                return ()
            spans.append(span)
        return tuple(spans)


def _shared(one: Span | None, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one else 0
