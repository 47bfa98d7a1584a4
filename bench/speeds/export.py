"""Exports: seconds, processor seconds and memory of each format, from a record of generated events.

Each format runs in a process of its own, over the whole record and over a tenth of it: memory that is the same for both
is flat.
"""

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hudhud.export import FORMATS, writer
from hudhud.export.material import RecordMaterial
from hudhud.records import (
    Actor,
    Bound,
    Claim,
    DatePrecision,
    Document,
    Estimate,
    Event,
    EventDetail,
    Factuality,
    Party,
    Period,
    Place,
    PublishedAt,
    ReportedFigure,
    Span,
    View,
    claim_id,
    document_id,
)
from hudhud.store import Origin, Store

__all__ = ["add_arguments", "run"]

_DAY = date(2024, 1, 1)
_A_DOCUMENT = 10  # events told in one article; the sample's have 7.5
_TOWNS = 500
_FORCES = 300
_READER = "generated 1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--formats", nargs="*", default=list(FORMATS), choices=list(FORMATS), metavar="FORMAT")


def run(events: int = 100_000, formats: list[str] | None = None) -> dict[str, object]:
    """For each format: seconds, processor seconds, peak memory, and the peak over a tenth of the events."""
    measured: dict[str, object] = {"events": events}
    with TemporaryDirectory() as room:
        small, large = Path(room) / "small.db", Path(room) / "large.db"
        for path, n in ((small, max(events // 10, 1)), (large, events)):
            # In a process of its own: what making the record holds is not what an export holds.
            _child("_make", str(path), n)
        measured["record_mb"] = round(large.stat().st_size / 1e6, 1)
        for name in formats or list(FORMATS):
            part = _child("_export", str(small), name, room)
            whole = _child("_export", str(large), name, room)
            measured[name] = {
                "seconds": whole["seconds"],
                "cpu_seconds": whole["cpu_seconds"],
                "peak_mb": whole["peak_mb"],
                "peak_mb_of_a_tenth": part["peak_mb"],
                "written": whole["n"],
                "output_mb": whole["output_mb"],
            }
    return measured


def _child(function: str, *arguments: object) -> dict[str, Any]:
    given = ", ".join(map(repr, arguments))
    code = f"import json; from bench.speeds import export; print(json.dumps(export.{function}({given})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


class _Counted(io.TextIOBase):
    """A stream that keeps nothing, and counts what it was given."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, text: str) -> int:
        self.size += len(text.encode())
        return len(text)


def _export(record: str, name: str, room: str) -> dict[str, Any]:
    out, stream = Path(room) / f"out-{name}", _Counted()
    begun, used = time.perf_counter(), time.process_time()
    with Store.open(record) as store, store.moment():
        written = writer(name)(RecordMaterial(store), stream if FORMATS[name].kind == "stream" else out)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - used
    size = stream.size or sum(path.stat().st_size for path in ([out] if out.is_file() else out.iterdir()))
    return {
        "n": written.n,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "output_mb": round(size / 1e6, 1),
    }


def _make(record: str, n: int) -> dict[str, Any]:
    """A record of `n` events told in a tenth as many articles, every second one with a figure."""
    made = _Made()
    with Store.open(record, write=True) as store:
        # Durability of a throw-away file is not what is measured.
        store._connection.execute("PRAGMA synchronous = OFF")
        for at in range(0, n, _A_DOCUMENT):
            document, claims = made.article(at, min(at + _A_DOCUMENT, n))
            store.add_document(Origin("made", document.name, document.document_id), document, claims, reader=_READER)
        actors = {actor.actor_id: actor for actor in map(_actor, range(_FORCES))}
        view = View(None, {}, {}, actors, tuple(made.events), tuple(made.estimates))
        store.replace_derived(view, rules="generated")
    return {"pid": os.getpid()}


class _Made:
    def __init__(self) -> None:
        self.events: list[Event] = []
        self.estimates: list[Estimate] = []

    def article(self, first: int, last: int) -> tuple[Document, list[Claim]]:
        sentences = [_sentence(at) for at in range(first, last)]
        text = " ".join(sentences)
        day = _DAY + timedelta(days=first % 1000)
        publisher = f"Outlet {first % 40}"
        spans = list(_spans(sentences))
        document = Document(
            document_id(text, publisher),
            f"made-{first}.txt",
            text,
            f"Report {first}",
            publisher,
            None,
            PublishedAt(day, DatePrecision.DAY, "given"),
            "en",
            None,
            f"https://outlet.example/{first}",
            None,
            tuple(spans),
        )
        claims = [self._claim(document, span, at, day) for span, at in zip(spans, range(first, last), strict=True)]
        return document, claims

    def _claim(self, document: Document, span: Span, at: int, day: date) -> Claim:
        forces = (Party(f"Force {at % _FORCES}", "it"),), (Party(f"Force {at * 7 % _FORCES}", "them"),)
        detail = EventDetail("ASSAULT", "heavy-weapons", *forces, ("military",), "shelled")
        period = Period(day, day, DatePrecision.DAY, "Monday")
        claim = Claim(
            claim_id(document.document_id, span, detail),
            document.document_id,
            span,
            span.of(document.text),
            detail,
            Factuality.ACTUAL,
            (),
            period,
            _place(at),
            0.9,
            _READER,
        )
        self._derive(claim, document, at)
        return claim

    def _derive(self, claim: Claim, document: Document, at: int) -> None:
        event_id = f"evt-{at:010x}"
        outlet, day = document.publisher or "", document.published.day
        ids = (f"act-{at % _FORCES:010x}",), (f"act-{at * 7 % _FORCES:010x}",)
        names = (f"Force {at % _FORCES}",), (f"Force {at * 7 % _FORCES}",)
        self.events.append(
            Event(
                event_id,
                "ASSAULT",
                "heavy-weapons",
                ("military",),
                *ids,
                *names,
                claim.occurred,
                claim.place,
                claim.factuality,
                claim.quote,
                (outlet,),
                (),
                (claim.claim_id,),
                (document.document_id,),
                1,
                day,
                n_publishers=1,
            )
        )
        if at % 2:
            low = float(at % 50 + 1)
            key = (claim.claim_id, document.document_id, day, outlet, (outlet,))
            figure = ReportedFigure(*key, low, None, Bound.AT_LEAST, claim.quote, document.document_id)
            numbers = ("killed", "people", event_id, low, low, None, False)
            self.estimates.append(
                Estimate(f"est-{at:010x}", *numbers, claim.occurred, claim.place, "latest", (figure,), 1, 1)
            )


def _sentence(at: int) -> str:
    killed = f", killing at least {at % 50 + 1} people" if at % 2 else ""
    return (
        f"Force {at % _FORCES} shelled positions of Force {at * 7 % _FORCES} near Town {at % _TOWNS} on Monday{killed}."
    )


def _spans(sentences: list[str]) -> Iterator[Span]:
    start = 0
    for sentence in sentences:
        yield Span(start, start + len(sentence))
        start += len(sentence) + 1


def _place(at: int) -> Place:
    town = at % _TOWNS
    return Place(f"Town {town}", f"Town {town}", "LY", 20 + town % 90 / 10, 10 + town % 110 / 10, 5.0, admin1="Jufra")


def _actor(at: int) -> Actor:
    return Actor(f"act-{at:010x}", f"Force {at}", "armed_group", "LY", "REB" if at % 3 else "MIL", ())
