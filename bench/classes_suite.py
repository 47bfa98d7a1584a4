"""What the two sets of labelled sentences have in common: accuracy and macro F1, beside the commonest label."""

from collections import Counter
from collections.abc import Sequence

from bench.encoding import encoder
from bench.report import Baseline, Report
from bench.scoring import accuracy_and_macro_f1
from bench.sets import Labelled

__all__ = ["measure_classes"]


def measure_classes(suite: str, split: str, gold: Sequence[Labelled], ours: Sequence[str]) -> Report:
    """`ours` is one label for each sentence of `gold`."""
    real = [item.label for item in gold]
    commonest = Counter(real).most_common(1)[0][0]
    baseline = Baseline("always the commonest label", accuracy_and_macro_f1([commonest] * len(real), real))
    return Report(suite, split, len(gold), accuracy_and_macro_f1(ours, real), baseline, encoder().version)
