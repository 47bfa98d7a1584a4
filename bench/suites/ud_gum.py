"""Parts of speech and dependencies on the Georgetown University Multilayer corpus."""

from pathlib import Path

from bench.report import Report
from bench.treebank_suite import measure_treebank

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    """`data` holds `<split>.conllu`."""
    return measure_treebank("ud_gum", data, split)
