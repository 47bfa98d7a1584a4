"""Record → the JSON of a Bellingcat TimeMap: events, sources and associations in one object."""

from collections.abc import Iterator
from typing import Any, TextIO

from hudhud.export.cells import as_json, line
from hudhud.export.facts import figure_words, said_by
from hudhud.export.material import Dossier, Material, Written
from hudhud.records import Document

__all__ = ["write"]


def write(material: Material, out: TextIO) -> Written:
    """Write one object with `events`, `sources` and `associations`.

    An event that is told to have happened on no known day and at no known point has no place on a TimeMap.
    """
    n, dropped = 0, {"neither day nor point": 0}
    told: dict[str, dict[str, Any]] = {}
    out.write('{"events": [')
    for dossier in material.dossiers():
        event = _event(dossier)
        if not event["date"] and not event["latitude"]:
            dropped["neither day nor point"] += 1
            continue
        for path in _paths(dossier):
            told.setdefault("/".join(path), _association(path))
        out.write(("\n" if n == 0 else ",\n") + as_json(event))
        n += 1
    _list(out, "sources", map(_source, material.documents()))
    _list(out, "associations", iter(told.values()))
    out.write("}\n")
    return Written(n, {reason: count for reason, count in dropped.items() if count})


def _list(out: TextIO, name: str, items: Iterator[dict[str, Any]]) -> None:
    out.write(f'\n], "{name}": [')
    for at, item in enumerate(items):
        out.write(("\n" if at == 0 else ",\n") + as_json(item))
    if name == "associations":
        out.write("\n]")


def _paths(dossier: Dossier) -> Iterator[list[str]]:
    """The filters that an event answers to: its type and mode, its parties, how it is held."""
    event = dossier.event
    yield ["Type", event.type, event.mode] if event.mode else ["Type", event.type]
    for actor in dict.fromkeys((*event.actors, *event.recipients)):
        yield ["Party", actor]
    yield ["Held as", event.factuality.value]


def _event(dossier: Dossier) -> dict[str, Any]:
    event, place, period = dossier.event, dossier.event.place, dossier.event.occurred
    start = period.start or period.end if period else None
    figures = "; ".join(map(figure_words, dossier.estimates))
    shown = period.text or (start.isoformat() if start else "") if period else ""
    return {
        "id": event.event_id,
        "civId": event.event_id,
        "description": line(event.headline),
        # TimeMap reads days as month/day/year.
        "date": f"{start.month}/{start.day}/{start.year}" if start else "",
        "time": "",
        "time_precision": period.precision.value if period else "",
        "time_display": line(shown),
        "location": place.name if place else "",
        "latitude": str(place.lat) if place and place.lat is not None else "",
        "longitude": str(place.lon) if place and place.lon is not None else "",
        "type": event.mode or event.type,
        "category": event.type,
        "category_full": f"{event.type}/{event.mode}" if event.mode else event.type,
        "associations": ["/".join(path) for path in _paths(dossier)],
        "sources": list(event.document_ids),
        "comments": line(". ".join(filter(None, (said_by(event), figures)))),
    }


def _source(one: Document) -> dict[str, Any]:
    return {
        "id": one.document_id,
        "title": line(one.title or one.name),
        "paths": [],
        "type": "article",
        "url": one.url or "",
        "description": "",
        "author": one.author or one.publisher or "",
        "date": one.published.day.isoformat() if one.published.day else "",
    }


def _association(path: list[str]) -> dict[str, Any]:
    return {"id": "/".join(path), "title": path[-1], "desc": "", "mode": "FILTER", "filter_paths": path}
