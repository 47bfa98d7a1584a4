"""The PLOVER type of a sentence, fifteen of them."""

from pathlib import Path

from bench.classes_suite import measure_classes
from bench.encoding import encoder
from bench.report import Report
from bench.sets import labelled

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    """`data` holds `<split>.jsonl` with `text` and `label`; without a dev file, a tenth of train is dev."""
    gold = labelled(data, split)
    read = encoder().read([item.text for item in gold])
    return measure_classes("plv", split, gold, [max(a.types, key=a.types.__getitem__) for a in read])
