"""Actor and recipient: source, target and related spans, exact."""

from collections.abc import Hashable, Sequence
from pathlib import Path

from bench.report import Report
from bench.scoring import runs_of_names
from bench.sets import tagged_part
from bench.spans_suite import measure_spans

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    """`data` holds `<split>.txt`, a word and its tag a line; without a dev file, a tenth of train is dev."""
    return measure_spans("cameo_ner", split, tagged_part(data, split), "first name acts, second suffers", _guess)


def _guess(words: Sequence[str]) -> set[Hashable]:
    return {(start, end, role) for (start, end), role in zip(runs_of_names(words), "ST", strict=False)}
