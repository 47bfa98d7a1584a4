"""Claims of annotated articles: `python -m bench.quality claims --data ARTICLES --gold CLAIMS`.

The score is that of the annotation's own tool, `tools/score_claims.py` under HUDHUD_GOLD (or --scorer), run as
a program: a claim found earns the mean of its slots. The baseline says only who said what and what was counted,
by the words between quotation marks and the bare numbers, so it shows what the reader adds to a reading by eye.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.report import Baseline, Report
from hudhud.clean import clean
from hudhud.export.claims import claim_line
from hudhud.ingest import read_folder
from hudhud.read import default_reader
from hudhud.records import Document, RawDocument

__all__ = ["add_arguments", "lines_of", "run"]

Line = dict[str, Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this suite alone."""
    parser.add_argument("--gold", type=Path, help="folder of *.claims.jsonl (default: HUDHUD_GOLD/gold/claims)")
    parser.add_argument("--scorer", type=Path, help="score_claims.py (default: HUDHUD_GOLD/tools/score_claims.py)")


def run(data: Path, split: str, *, gold: Path | None = None, scorer: Path | None = None) -> Report:
    """Read every article of `data` and score its claims against `gold`; `split` only names the run.

    Raises:
        FileNotFoundError: If the articles, the annotation or the scorer are not there.
    """
    root = Path(os.environ.get("HUDHUD_GOLD", "../shared"))
    data = data if data.is_dir() else root / "articles"
    gold, scorer = gold or root / "gold" / "claims", scorer or root / "tools" / "score_claims.py"
    for path in (data, gold, scorer):
        if not path.exists():
            raise FileNotFoundError(f"{path} is missing")
    documents = list(_documents(data))
    reader, ours = lines_of(data)
    report = _scored(scorer, gold, ours)
    base = _scored(scorer, gold, [line for document in documents for line in _by_eye(document)])
    metrics = {"f1": report["all"]["f1"], "core_recall": report["all"]["core_recall"] or 0.0}
    metrics |= {f"{kind}_f1": row["f1"] for kind, row in report.items() if kind != "all"}
    baseline = Baseline("quotations and bare numbers", {"f1": base["all"]["f1"]})
    return Report("claims", split, len(documents), metrics, baseline, reader)


def lines_of(articles: Path) -> tuple[str, list[Line]]:
    """The default reader's name, and its claims of every article in a folder in the annotated format."""
    reader = default_reader()
    lines = [
        claim_line(claim, document_name=document.name)
        for document in _documents(articles)
        for claim in reader.read(document)
    ]
    return reader.name, lines


def _documents(folder: Path) -> Iterator[Document]:
    for raw in read_folder(folder):
        document = clean(raw) if isinstance(raw, RawDocument) else raw
        if isinstance(document, Document):
            yield document


def _scored(scorer: Path, gold: Path, lines: Iterable[Line]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "claims.jsonl"
        told.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(told), "--json"]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    kinds: dict[str, Any] = json.loads(output)["kinds"]
    return kinds


def _by_eye(document: Document) -> Iterator[Line]:
    stem = Path(document.name).stem
    for span in document.sentences:
        sentence = span.of(document.text)
        shared = {"document": stem, "quote": sentence, "factuality": "actual", "attributed_to": []}
        for name, said in re.findall(r"(?:^|[.”\"] )([A-Z]\w+(?: [A-Z]\w+)*) said:? [“\"]?([^”\"]+)", sentence):
            yield {"kind": "statement", "speaker": [name], "act": "say", "content": said, "direct": True, **shared}
        for number, noun in re.findall(r"\b(\d[\d,]*) ([a-z]+s|people)\b", sentence):
            value = int(number.replace(",", ""))
            counted = {"quantity": "other", "of": [noun], "low": value, "high": value, "bound": "exact"}
            yield {"kind": "figure", "cumulative": False, **counted, **shared}
