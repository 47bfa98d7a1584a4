"""One document as the rules see it: sentences with their trees, and the values found in them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from hudhud.read.analysis import Analysis, Mark
from hudhud.read.quotations import Quotation, find_quotations
from hudhud.read.tree import Tree
from hudhud.records import Document, Period, Place, Quantity, Span

__all__ = ["Article", "Sentence"]


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence: where it stands in the document, its tree, and the values that lie in it."""

    index: int
    start: int
    paragraph: int
    tree: Tree
    periods: tuple[Period, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    is_title: bool = False

    @property
    def analysis(self) -> Analysis:
        """What the encoder said of it."""
        return self.tree.analysis

    @property
    def text(self) -> str:
        """Its characters."""
        return self.tree.analysis.text

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return Span(self.start, self.start + len(self.text))

    def words_span(self, start: int, end: int) -> Span:
        """The document's characters from word `start` to before word `end`."""
        words = self.tree.words
        return Span(self.start + words[start].start, self.start + words[end - 1].end)

    def words_in(self, span: Span) -> range:
        """The indices of the words that lie, in whole or part, in a span of the document."""
        inside = [
            i
            for i, word in enumerate(self.tree.words)
            if self.start + word.start < span.end and self.start + word.end > span.start
        ]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    @cached_property
    def entity_of(self) -> dict[int, Mark]:
        """The entity mark that covers each word."""
        return {i: mark for mark in self.analysis.entities for i in range(mark.start, mark.end)}


@dataclass(frozen=True, eq=False)
class Article:
    """A document with its sentences read, in order, and the quotations that run through them."""

    document: Document
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = field(default=())

    @classmethod
    def of(
        cls,
        document: Document,
        analyses: Sequence[Analysis],
        *,
        periods: Iterable[Period] = (),
        places: Iterable[Place] = (),
        quantities: Iterable[Quantity] = (),
    ) -> "Article":
        """Join a document, the encoder's reading of each of its sentences, and the values found in its text."""
        starts = [span.start for span in document.sentences]
        paragraphs = [span.start for span in document.paragraphs]
        when = _by_sentence(starts, periods)
        where = _by_sentence(starts, places)
        how_many = _by_sentence(starts, quantities)
        sentences = tuple(
            Sentence(
                index=index,
                start=span.start,
                paragraph=bisect_right(paragraphs, span.start) - 1,
                tree=Tree(analysis),
                periods=tuple(when[index]),
                places=tuple(where[index]),
                quantities=tuple(how_many[index]),
            )
            for index, (span, analysis) in enumerate(zip(document.sentences, analyses, strict=True))
        )
        return cls(document, sentences, tuple(find_quotations(document.text, document.paragraphs)))

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that covers a character of the document."""
        return next((q for q in self.quotations if q.span.start <= offset < q.span.end), None)


_Value = TypeVar("_Value", Period, Place, Quantity)


def _by_sentence(starts: Sequence[int], values: Iterable[_Value]) -> list[list[_Value]]:
    """Values to the sentences they begin in."""
    out: list[list[_Value]] = [[] for _ in starts]
    for value in values:
        if value.span is not None and starts:
            out[max(0, bisect_right(starts, value.span.start) - 1)].append(value)
    return out
