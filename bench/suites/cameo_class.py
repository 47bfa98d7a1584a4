"""The quad class of a sentence: 0 neutral, 1 and 2 cooperation, 3 and 4 conflict, in words and in deeds."""

from pathlib import Path

from bench.classes_suite import measure_classes
from bench.encoding import encoder
from bench.report import Report
from bench.sets import labelled

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    """`data` holds `<split>.tsv`, a sentence and its class a line; without a dev file, a tenth of train is dev."""
    gold = labelled(data, split)
    quads = encoder().labels["quads"]
    read = encoder().read([item.text for item in gold])
    return measure_classes(
        "cameo_class", split, gold, [str(quads.index(max(a.quad, key=a.quad.__getitem__))) for a in read]
    )
