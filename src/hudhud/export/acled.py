"""Record → ACLED's table: 31 columns, deaths at their low bound, the interval and who says so in `notes`."""

import csv
from collections import Counter
from datetime import UTC, datetime
from typing import Any, NamedTuple, TextIO

from hudhud.export.cells import cell, line
from hudhud.export.facts import deaths, figure_words, has_happened, middle, precision_days, said_by, sector, span_days
from hudhud.export.material import Dossier, Material, Written
from hudhud.lexicon.countries import countries
from hudhud.ontology.acled import COLUMNS, INTER_OF_SECTOR, OF_MODE, SUB_EVENTS, region
from hudhud.ontology.country_codes import codes_of
from hudhud.records import Actor

__all__ = ["COLUMNS", "sub_event", "write"]

_UNKNOWN_ARMED, _RIOTERS, _PROTESTERS, _CIVILIANS, _EXTERNAL = 3, 5, 6, 7, 8
_ARMED = frozenset({1, 2, 3, 4, 8})
_AGREED = frozenset({"military", "territory", "peacekeeping"})
_GEO_PRECISION = {"site": 1, "town": 1, "near": 2, "district": 2, "province": 3, "country": 3, "region": 3}


class _Side(NamedTuple):
    name: str
    others: str
    code: int | None


def write(material: Material, out: TextIO) -> Written:
    """Write the header and a row for each event that ACLED would code: of its kinds, happened, placed and dated.

    What is left out is counted by reason.
    """
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    n, dropped = 0, Counter[str]()
    for dossier in material.dossiers():
        reason = _left_out(dossier)
        if reason:
            dropped[reason] += 1
            continue
        told = _row(dossier)
        rows.writerow([cell(told.get(column)) for column in COLUMNS])
        n += 1
    return Written(n, dict(dropped))


def _left_out(dossier: Dossier) -> str | None:
    event = dossier.event
    if sub_event(dossier) is None:
        return "of no ACLED type"
    if not has_happened(event):
        return f"told as {event.factuality.value}"
    if event.place is None or event.place.country not in countries():
        return "no place, or none in a country"
    wide = precision_days(event)
    if wide is None:
        return "no day told, or an open end"
    return "time wider than a month" if wide > 31 else None


def sub_event(dossier: Dossier) -> str | None:
    """ACLED's sub-event of an event, None where it codes none such."""
    event = dossier.event
    key = (event.type, event.mode)
    ones, others = ({_code(actor, None) for actor in side} for side in (dossier.actors, dossier.recipients))
    if key == ("COERCE", "seize") and "territory" in event.contexts and ones & _ARMED:
        return "Government regains territory" if 1 in ones else "Non-state actor overtakes territory"
    if key == ("ASSAULT", "unconventional") and "cbrn" in event.contexts:
        return "Chemical weapon"
    if key == ("ASSAULT", "crowd-control"):
        killed = deaths(dossier)
        return "Excessive force against protesters" if killed and killed.low else "Protest with intervention"
    if event.type == "AGREE":
        return "Agreement" if _AGREED & set(event.contexts) else None
    if event.type == "ASSAULT" and key not in OF_MODE:
        return "Armed clash" if ones & _ARMED and others & _ARMED else "Attack"
    return OF_MODE.get(key)


def _code(actor: Actor, country: str | None) -> int | None:
    """A party's interaction code; the forces of another state than the place's are external."""
    told = sector(actor)
    code = INTER_OF_SECTOR.get(told) if told else None
    if code is None and actor.kind == "armed_group":
        code = 2
    if code == 1 and country and actor.country and actor.country != country:
        return _EXTERNAL
    return code


def _row(dossier: Dossier) -> dict[str, Any]:
    event, place, span = dossier.event, dossier.event.place, span_days(dossier.event)
    assert place
    assert span
    country = countries()[place.country or ""]
    day = middle(*span)
    name = sub_event(dossier) or ""
    kind = SUB_EVENTS[name]
    one, other = _sides(dossier, name, country.name, country.iso2)
    killed = deaths(dossier)
    last = max((passage.published for passage in dossier.passages if passage.published), default=None)
    codes = {one.code, other.code}
    return {
        "event_id_cnty": f"{country.iso3}{event.event_id}",
        "event_date": day,
        "year": day.year,
        "time_precision": _time_precision((span[1] - span[0]).days + 1),
        "disorder_type": kind.disorder_type,
        "event_type": kind.event_type,
        "sub_event_type": name,
        "actor1": one.name,
        "assoc_actor_1": one.others,
        "inter1": one.code or 0,
        "actor2": other.name,
        "assoc_actor_2": other.others,
        "inter2": other.code or 0,
        "interaction": _interaction(one.code or 0, other.code or 0),
        "civilian_targeting": "Civilian targeting" if _CIVILIANS in codes and codes & _ARMED else "",
        "iso": codes_of(country.iso2).numeric,
        "region": region(country.iso2, country.region, country.subregion),
        "country": country.name,
        "admin1": place.admin1 or (place.name if place.precision.value == "province" else ""),
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": _GEO_PRECISION[place.precision.value],
        "source": list(dict.fromkeys(passage.outlet for passage in dossier.passages)),
        "notes": _notes(dossier),
        "fatalities": int(killed.low or 0) if killed else 0,
        "timestamp": int(datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp()) if last else None,
    }


def _time_precision(n_days: int) -> int:
    return 1 if n_days == 1 else 2 if n_days <= 7 else 3


def _interaction(one: int, other: int) -> int | None:
    """The two codes joined, the smaller first; of one party alone its code and a nought."""
    low, high = sorted((one, other))
    return (low * 10 + high if low else high * 10) or None


def _sides(dossier: Dossier, name: str, country: str, iso2: str) -> tuple[_Side, _Side]:
    kind = SUB_EVENTS[name].event_type
    ones, others = _side(dossier.actors, iso2), _side(dossier.recipients, iso2)
    if kind in ("Protests", "Riots"):
        crowd = ("Rioters", _RIOTERS) if kind == "Riots" else ("Protesters", _PROTESTERS)
        named = dossier.recipients if dossier.event.type == "ASSAULT" else dossier.actors
        against = ones if dossier.event.type == "ASSAULT" else _Side("", "", None)
        return _Side(f"{crowd[0]} ({country})", _names(named), crowd[1]), against or _Side("", "", None)
    if SUB_EVENTS[name].plover == "ASSAULT":
        ones = ones or _Side(f"Unidentified Armed Group ({country})", "", _UNKNOWN_ARMED)
        if kind == "Violence against civilians" or (others and others.code == _CIVILIANS):
            others = _Side(f"Civilians ({country})", _names(dossier.recipients), _CIVILIANS)
    return ones or _Side("", "", None), others or _Side("", "", None)


def _side(actors: tuple[Actor, ...], iso2: str) -> _Side | None:
    if not actors:
        return None
    return _Side(actors[0].name, _names(actors[1:]), _code(actors[0], iso2))


def _names(actors: tuple[Actor, ...]) -> str:
    return "; ".join(actor.name for actor in actors)


def _notes(dossier: Dossier) -> str:
    figures = "; ".join(figure_words(one) for one in dossier.estimates)
    parts = (dossier.event.headline, figures and f"[figures: {figures}]", f"[{said_by(dossier.event)}]")
    return line(" ".join(filter(None, parts)))
