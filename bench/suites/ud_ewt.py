"""Parts of speech and dependencies on the English Web Treebank."""

from pathlib import Path

from bench.report import Report
from bench.treebank_suite import measure_treebank

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    """`data` holds `<split>.conllu`."""
    return measure_treebank("ud_ewt", data, split)
