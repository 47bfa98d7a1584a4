"""WikiWars: histories of wars with their time expressions and values."""

from pathlib import Path

from bench.report import Baseline, Report
from bench.timeml import baseline, documents, predict, score

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    """Value, relaxed and strict F1 over a folder of TimeML files."""
    texts = documents(data, split)
    return Report(
        "wikiwars",
        split,
        len(texts),
        score(texts, predict).metrics(),
        Baseline("dates by one pattern", score(texts, baseline).metrics()),
        "rules",
    )
