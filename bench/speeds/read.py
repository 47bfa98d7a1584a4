"""The reader: articles a second from clean text to claims, on one process and on one for each core.

Where the time goes is told by part: the encoder, times, places and numbers, and the rules that join them. The
articles are those of `corpus/syria-200.jsonl` under HUDHUD_GOLD (or --articles); the baseline is the encoder alone.
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from hudhud.clean import clean
from hudhud.read.assemble import assemble
from hudhud.read.dates import find_periods
from hudhud.read.encoded import EncodedReader
from hudhud.read.encoder import Encoder
from hudhud.read.places import find_places
from hudhud.read.quantities import find_quantities
from hudhud.records import Document, RawDocument

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this measurement alone."""
    parser.add_argument("--articles", type=Path, help="a JSON-lines file of articles")
    parser.add_argument("--limit", type=int, default=100)


def run(articles: Path | None = None, limit: int = 100) -> dict[str, object]:
    """Rates over `limit` articles, the share of each part, and the memory at the end beside that after a tenth."""
    path = articles or Path(os.environ.get("HUDHUD_GOLD", "../shared")) / "corpus" / "syria-200.jsonl"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing")
    documents = _documents(path, limit)
    reader = EncodedReader()
    reader.read(documents[0])
    memory: list[int] = []
    began = time.perf_counter()
    n_claims = 0
    for number, document in enumerate(documents):
        n_claims += len(reader.read(document))
        if number in (len(documents) // 10, len(documents) - 1):
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    seconds = time.perf_counter() - began
    n_words = sum(len(document.text.split()) for document in documents)
    return {
        "articles": len(documents),
        "words_per_article": round(n_words / len(documents)),
        "claims_per_article": round(n_claims / len(documents), 1),
        "articles_per_second_1_process": round(len(documents) / seconds, 2),
        "articles_per_second_all_cores": round(_rate_of_processes(documents), 2),
        "processes": os.cpu_count(),
        "seconds_by_part": _parts(reader, documents),
        "memory_mb_after_a_tenth": memory[0],
        "memory_mb_at_the_end": memory[-1],
    }


def _documents(path: Path, limit: int) -> list[Document]:
    out: list[Document] = []
    for line in path.read_text(encoding="utf-8").splitlines()[:limit]:
        row = json.loads(line)
        raw = RawDocument(row["id"], "text/plain", row["text"].encode(), published=row["published"])
        document = clean(raw)
        if isinstance(document, Document):
            out.append(document)
    return out


def _rate_of_processes(documents: Sequence[Document]) -> float:
    n = os.cpu_count() or 1
    # Spawned, not forked: an open gazetteer must not be shared with a child.
    with ProcessPoolExecutor(n, mp_context=get_context("spawn")) as pool:
        list(pool.map(_read, [documents[:1]] * n))
        began = time.perf_counter()
        list(pool.map(_read, [documents[i::n] for i in range(n)]))
        return len(documents) / (time.perf_counter() - began)


_reader = EncodedReader()


def _read(documents: Sequence[Document]) -> int:
    return sum(len(_reader.read(document)) for document in documents)


def _parts(reader: EncodedReader, documents: Sequence[Document]) -> dict[str, float]:
    some = documents[:20]
    encoder = Encoder.load()
    read = [reader.article(document) for document in some]
    parts: dict[str, Callable[[int], Any]] = {
        "encoder": lambda i: encoder.read([span.of(some[i].text) for span in some[i].sentences]),
        "dates": lambda i: find_periods(some[i].text, some[i].published, sentences=some[i].sentences),
        "places": lambda i: find_places(some[i].text, sentences=some[i].sentences),
        "quantities": lambda i: find_quantities(some[i].text, sentences=some[i].sentences),
        "rules": lambda i: assemble(read[i], "bench"),
    }
    return {name: round(_seconds(part, len(some)) / len(some), 4) for name, part in parts.items()}


def _seconds(part: Callable[[int], Any], n: int) -> float:
    began = time.perf_counter()
    for number in range(n):
        part(number)
    return time.perf_counter() - began
