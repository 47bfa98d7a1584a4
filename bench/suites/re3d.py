"""Entities of conflict reports: ten types, exact spans."""

from collections.abc import Hashable, Sequence
from pathlib import Path

from bench.report import Report
from bench.scoring import runs_of_names
from bench.sets import tagged_part
from bench.spans_suite import measure_spans

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    """`data` holds `<split>.txt`, a word and its tag a line."""
    return measure_spans("re3d", split, tagged_part(data, split), "capitalised runs are organisations", _guess)


def _guess(words: Sequence[str]) -> set[Hashable]:
    return {(start, end, "Organisation") for start, end in runs_of_names(words)}
