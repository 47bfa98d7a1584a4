"""How long the desk's answers take over a record of generated articles: opening it, filtering it, the map."""

import random
import statistics
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["add_arguments", "run"]

_AGAIN = 5
_PLACES = 1517  # 37 by 41, so that each has a point of its own


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--record", type=Path, help="a record that is there, instead of generated articles")
    parser.add_argument("--articles", type=int, default=500, help="how many articles to generate")


def run(record: Path | None = None, articles: int = 500) -> dict[str, Any]:
    """Seconds to the first view, median seconds of a filter, of the map, and of an answer that is held already."""
    with tempfile.TemporaryDirectory() as folder:
        return _measured(record or _generated(Path(folder), articles))


def _measured(record: Path) -> dict[str, Any]:
    from starlette.testclient import TestClient

    from hudhud.web import create_app

    with TestClient(create_app(record), base_url="http://127.0.0.1") as client:

        def ask(path: str) -> Callable[[], Any]:
            return lambda: client.get(f"/api/v1/{path}").raise_for_status()

        first = _seconds(ask("timeline?limit=20000"))
        about = client.get("/api/v1/about").json()
        days = [f"timeline?limit=20000&since=2024-01-{day:02d}" for day in range(1, _AGAIN + 1)]
        return {
            "n_documents": about["n_documents"],
            "n_events": about["n_events"],
            "first_view_seconds": first,
            "filter_seconds": round(statistics.median(_seconds(ask(path)) for path in days), 3),
            "map_seconds": _seconds(ask("map.geojson")),
            "again_seconds": round(statistics.median(_seconds(ask("timeline?limit=500")) for _ in range(_AGAIN)), 3),
        }


def _seconds(ask: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    ask()
    return round(time.perf_counter() - begun, 3)


def _generated(folder: Path, articles: int) -> Path:
    """A record of articles that tell one event and one figure each, on days in a row, at 1,517 places."""
    from datetime import date, timedelta

    from hudhud import pipeline
    from hudhud.records import (
        Bound,
        Claim,
        DatePrecision,
        Document,
        EventDetail,
        Factuality,
        FigureDetail,
        Party,
        Period,
        Place,
        PublishedAt,
        Span,
        claim_id,
        document_id,
    )
    from hudhud.store import Origin, Store

    record, chance = folder / "desk.db", random.Random(1)
    with Store.open(record, write=True) as store:
        for number in range(articles):
            day = date(2024, 1, 1) + timedelta(days=number % 360)
            told = (
                f"The Northern Command shelled village {number % _PLACES} and killed {number % 40 + 1} people on {day}."
            )
            # Words drawn anew for each, or the articles would be copies of one another.
            text = f"{told} {' '.join(f'w{chance.randrange(5000)}' for _ in range(60))}."
            key, span = document_id(text, f"Outlet {number % 9}"), Span(0, len(told))
            published = PublishedAt(day, DatePrecision.DAY, "given")
            document = Document(
                key, f"{number}.txt", text, f"Shelling {number}", f"Outlet {number % 9}", None, published, "en",
                None, None, None, (span,),
            )  # fmt: skip
            at = number % _PLACES
            place = Place(f"Village {at}", f"village {at}", "LY", 20 + at % 37 / 3, 10 + at % 41 / 3, 5)
            killed = number % 40 + 1.0
            attacked = EventDetail("ASSAULT", "heavy-weapons", (Party("Northern Command", "Northern Command"),), ())
            details = (attacked, FigureDetail("killed", "people", killed, killed, Bound.EXACT))
            when = Period(day, day, DatePrecision.DAY)
            rest = (Factuality.ACTUAL, (), when, place, 0.8, "bench")
            claims = [Claim(claim_id(key, span, one), key, span, told, one, *rest) for one in details]
            store.add_document(Origin("bench", document.name, str(number)), document, claims, reader="bench")
    pipeline.reconcile_record(record)
    return record
