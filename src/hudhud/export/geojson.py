"""Record → GeoJSON (RFC 7946): one feature an event."""

from typing import Any, TextIO

from hudhud.export.cells import as_json, without_controls
from hudhud.export.facts import deaths, figure_words
from hudhud.export.material import Dossier, Material, Written

__all__ = ["COLUMNS", "properties", "write"]

# The properties of a feature, and the columns of the GeoParquet table.
COLUMNS: tuple[tuple[str, str], ...] = (
    *(("event_id", "text"), ("type", "text"), ("mode", "text"), ("headline", "text")),
    *(("actors", "list"), ("recipients", "list"), ("start", "day"), ("end", "day"), ("date_precision", "text")),
    *(("place", "text"), ("place_words", "text"), ("country", "text"), ("radius_km", "float")),
    *(("place_precision", "text"), ("gazetteer_id", "text"), ("factuality", "text"), ("asserted_by", "list")),
    *(("denied_by", "list"), ("publishers", "list"), ("n_origins", "int"), ("first_published", "day")),
    *(("killed_low", "float"), ("killed_best", "float"), ("killed_high", "float"), ("figures", "list")),
)


def write(material: Material, out: TextIO) -> Written:
    """Write one FeatureCollection. An event without a point is a feature without a geometry, as RFC 7946 has it."""
    out.write('{"type": "FeatureCollection", "features": [')
    n = 0
    for n, dossier in enumerate(material.dossiers(), start=1):
        out.write(("\n" if n == 1 else ",\n") + as_json(_feature(dossier)))
    out.write("\n]}\n")
    return Written(n, {})


def _feature(dossier: Dossier) -> dict[str, Any]:
    place = dossier.event.place
    point = [place.lon, place.lat] if place and place.lon is not None and place.lat is not None else None
    told = properties(dossier)
    for name, kind in COLUMNS:
        if kind == "day" and told[name]:
            told[name] = told[name].isoformat()
    return {
        "type": "Feature",
        "id": dossier.event.event_id,
        "geometry": {"type": "Point", "coordinates": point} if point else None,
        "properties": told,
    }


def properties(dossier: Dossier) -> dict[str, Any]:
    """What a feature tells of its event, by the names in `COLUMNS`."""
    event, killed = dossier.event, deaths(dossier)
    period, place = event.occurred, event.place
    return {
        "event_id": event.event_id,
        "type": event.type,
        "mode": event.mode,
        "headline": without_controls(event.headline),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "start": period.start if period else None,
        "end": period.end if period else None,
        "date_precision": period.precision.value if period else None,
        "place": place.name if place else None,
        "place_words": place.text if place else None,
        "country": place.country if place else None,
        "radius_km": place.radius_km if place else None,
        "place_precision": place.precision.value if place else None,
        "gazetteer_id": place.gazetteer_id if place else None,
        "factuality": event.factuality.value,
        "asserted_by": list(event.asserted_by),
        "denied_by": list(event.denied_by),
        "publishers": list(dict.fromkeys(passage.outlet for passage in dossier.passages)),
        "n_origins": event.n_origins,
        "first_published": event.first_published,
        "killed_low": killed.low if killed else None,
        "killed_best": killed.best if killed else None,
        "killed_high": killed.high if killed else None,
        "figures": [figure_words(one) for one in dossier.estimates],
    }
