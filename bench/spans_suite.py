"""What the three sets of entity spans have in common: exact micro F1, beside capitalised runs."""

from collections.abc import Callable, Hashable, Sequence

from bench.encoding import encoder
from bench.report import Baseline, Report
from bench.scoring import precision_recall_f1
from bench.sets import Tagged, spans

__all__ = ["measure_spans"]

Spans = set[Hashable]


def measure_spans(
    suite: str, split: str, gold: Sequence[Tagged], name: str, guess: Callable[[Sequence[str]], Spans]
) -> Report:
    """Measure one scheme of the encoder; `guess` is the baseline called `name`."""
    real: list[Spans] = [set(spans(sentence.tags)) for sentence in gold]
    words = [sentence.words for sentence in gold]
    ours: list[Spans] = [
        {(mark.start, mark.end, mark.label) for mark in marks}
        for marks in encoder().spans(words, "newswire" if suite.startswith("worldwide") else suite)
    ]
    baseline = Baseline(name, precision_recall_f1([guess(sentence) for sentence in words], real))
    return Report(suite, split, len(gold), precision_recall_f1(ours, real), baseline, encoder().version)
