"""Entities of world newswire: nine types, exact spans."""

from collections.abc import Hashable, Sequence
from pathlib import Path

from bench.report import Report
from bench.scoring import runs_of_names
from bench.sets import newswire
from bench.spans_suite import measure_spans

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    """`data` holds the articles (`.tsv`) or a folder of them for the split; `dev` is a tenth of the articles."""
    return measure_spans(
        "worldwide_newswire_ner",
        split,
        newswire(data, split),
        "capitalised runs: one word a place, more a person",
        _guess,
    )


def _guess(words: Sequence[str]) -> set[Hashable]:
    return {(start, end, "Location" if end - start == 1 else "Person") for start, end in runs_of_names(words)}
