"""Record → PLOVER's JSON records (manual, draft 2.0), one event a line."""

from typing import Any, TextIO

from hudhud.export.cells import as_json
from hudhud.export.facts import deaths, figure_words, said_by, sector
from hudhud.export.material import Dossier, Material, Written
from hudhud.lexicon.countries import countries
from hudhud.ontology.plover import TYPES
from hudhud.records import Actor, Estimate, Period, Place

__all__ = ["write"]

# The manual's resolution: 5 finer than a town, 4 town, 3 district, 2 province, 1 country.
_RESOLUTION = {"site": 5, "town": 4, "near": 4, "district": 3, "province": 2, "country": 1, "region": 1}


def write(material: Material, out: TextIO) -> Written:
    """Write each event as one JSON object, the manual's fields only; a field with nothing to say is left out."""
    n = 0
    for dossier in material.dossiers():
        out.write(as_json(_record(dossier)) + "\n")
        n += 1
    return Written(n, {})


def _record(dossier: Dossier) -> dict[str, Any]:
    event = dossier.event
    kind = TYPES.get(event.type)
    return _said(
        {
            "id": event.event_id,
            "has_event": True,
            **_dates(event.occurred),
            "actor": [_entity(actor) for actor in dossier.actors],
            "recipient": [_entity(actor) for actor in dossier.recipients],
            "event": [event.type],
            "event_loc": _location(event.place),
            "event_text": [passage.quote for passage in dossier.passages],
            "quad_code": kind.quad if kind else None,
            "event_scale": kind.modes.get(event.mode or "", kind.intensity) if kind else None,
            "mode": [event.mode] if event.mode else [],
            "context": list(event.contexts),
            "size": _size(dossier),
            "cite_info": _cited(dossier),
            "coder": "Hudhud",
            "comment": _comment(dossier),
        }
    )


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    must = ("id", "date", "actor", "event")
    return {key: value for key, value in fields.items() if key in must or value not in (None, [], {}, "")}


def _dates(period: Period | None) -> dict[str, str | None]:
    start = period.start or period.end if period else None
    end = period.end if period else None
    return {
        "date": start.isoformat() if start else None,
        "enddate": end.isoformat() if end and end != start else None,
    }


def _entity(actor: Actor) -> dict[str, Any]:
    country = countries().get(actor.country or "")
    return _said(
        {
            "code": country.iso3 if country else None,
            "sector": sector(actor),
            "entity_text": actor.name,
            "identifier_id": actor.actor_id,
        }
    )


def _location(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    country = countries().get(place.country or "")
    return _said(
        {
            "extracted_place": place.text,
            "resolved_place": place.name,
            "geonameid": place.gazetteer_id,
            "lat": place.lat,
            "lon": place.lon,
            "province": place.admin1,
            "country": country.name if country else None,
            "country_code": country.iso3 if country else None,
            "resolution": _RESOLUTION[place.precision.value],
        }
    )


def _size(dossier: Dossier) -> dict[str, int]:
    """The best number of dead, wounded and arrested; the bounds stand in the comment."""
    found: dict[str, int] = {}
    for name, quantity in (("dead", "killed"), ("injured", "injured"), ("arrested", "captured")):
        told = [one for one in dossier.estimates if one.quantity == quantity and not one.is_cumulative]
        one = deaths(dossier) if quantity == "killed" else max(told, key=lambda one: one.n_origins, default=None)
        number = _best(one)
        if number is not None:
            found[name] = number
    return found


def _best(one: Estimate | None) -> int | None:
    told = None if one is None else one.best if one.best is not None else one.low
    return None if told is None else round(told)


def _cited(dossier: Dossier) -> dict[str, Any]:
    first = next(iter(dossier.passages), None)
    if first is None:
        return {}
    return _said(
        {
            "url": first.url,
            "title": first.title,
            "language": first.language,
            "publication": first.outlet,
            "coder": "Hudhud",
            "codebook": "PLOVER",
            "version": "2.0",
        }
    )


def _comment(dossier: Dossier) -> str:

    told = [f"held as {dossier.event.factuality.value}", said_by(dossier.event)]
    return ". ".join(filter(None, (*told, *map(figure_words, dossier.estimates))))
