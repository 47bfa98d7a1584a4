"""Which place an event happened in, the verb given; a sentence may name none."""

from pathlib import Path

from bench.encoding import encoder
from bench.report import Baseline, Report
from bench.sets import Linked, linked
from hudhud.read.analysis import Analysis

__all__ = ["run"]

Span = tuple[int, int]


def run(data: Path, split: str) -> Report:
    """`exact`: the span is one of the gold's, or both have none. Baseline: the place nearest to the verb.

    The gold's spans come with and without a determiner; ours are compared character by character all the same.
    """
    gold = linked(data, split)
    read = encoder().read([item.text for item in gold])
    ours = [_place(analysis, item) for analysis, item in zip(read, gold, strict=True)]
    guess = [_nearest(analysis, item) for analysis, item in zip(read, gold, strict=True)]
    baseline = Baseline("the place nearest to the verb", _score(guess, gold))
    return Report("event_location", split, len(gold), _score(ours, gold), baseline, encoder().version)


def _score(ours: list[Span | None], gold: list[Linked]) -> dict[str, float]:
    named = [(span, item) for span, item in zip(ours, gold, strict=True) if item.places]
    right = sum(span in item.places if item.places else span is None for span, item in zip(ours, gold, strict=True))
    return {
        "exact": right / len(gold),
        "exact_where_named": sum(span in item.places for span, item in named) / max(len(named), 1),
    }


def _verb(analysis: Analysis, item: Linked) -> int:
    return next((at for at, word in enumerate(analysis.words) if word.end > item.verb[0]), 0)


def _place(analysis: Analysis, item: Linked) -> Span | None:
    mark = analysis.places.get(_verb(analysis, item))
    return (analysis.words[mark.start].start, analysis.words[mark.end - 1].end) if mark else None


def _nearest(analysis: Analysis, item: Linked) -> Span | None:
    verb = _verb(analysis, item)
    places = [mark for mark in analysis.entities if mark.label == "LOCATION"]
    mark = min(places, key=lambda place: min(abs(place.start - verb), abs(place.end - 1 - verb)), default=None)
    return (analysis.words[mark.start].start, analysis.words[mark.end - 1].end) if mark else None
