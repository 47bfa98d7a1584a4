"""Counts → precision, recall, F1, accuracy and correlation."""

import math
from collections.abc import Hashable, Sequence

__all__ = ["accuracy_and_macro_f1", "f1", "pearson", "precision_recall_f1", "runs_of_names"]


def f1(hit: float, said: float, real: float) -> float:
    """F1 of `hit` right among `said` predicted and `real` in the gold."""
    return 2 * hit / (said + real) if said + real else 0.0


def precision_recall_f1(ours: Sequence[set[Hashable]], gold: Sequence[set[Hashable]]) -> dict[str, float]:
    """Micro-averaged over items, exact matches."""
    hit = sum(len(a & b) for a, b in zip(ours, gold, strict=True))
    said, real = sum(map(len, ours)), sum(map(len, gold))
    return {"precision": hit / said if said else 0.0, "recall": hit / real if real else 0.0, "f1": f1(hit, said, real)}


def accuracy_and_macro_f1(ours: Sequence[str], gold: Sequence[str]) -> dict[str, float]:
    """Macro F1 is over the labels that the gold has."""
    kinds = sorted(set(gold))
    each = []
    for kind in kinds:
        hit = sum(a == b == kind for a, b in zip(ours, gold, strict=True))
        each.append(f1(hit, sum(a == kind for a in ours), sum(b == kind for b in gold)))
    right = sum(a == b for a, b in zip(ours, gold, strict=True))
    return {"accuracy": right / len(gold), "macro_f1": sum(each) / len(each)}


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    """Correlation; 0 where one side does not vary."""
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    top = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    bottom = math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return top / bottom if bottom else 0.0


def runs_of_names(words: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of capitalised words past the first: what a reader without a model takes for names."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if word[:1].isupper() and at:
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], at + 1)
            else:
                found.append((at, at + 1))
    return found
