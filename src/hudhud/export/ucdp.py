"""Record → UCDP GED's table: 49 columns, one row a deadly event."""

import csv
from collections import Counter
from math import floor
from typing import Any, TextIO

from hudhud.export.cells import cell, line
from hudhud.export.facts import deaths, has_happened, precision_days, sector, span_days
from hudhud.export.material import Dossier, Material, Written
from hudhud.lexicon.countries import countries
from hudhud.ontology.country_codes import codes_of
from hudhud.ontology.ucdp import COLUMNS, MIDDLE_EAST, NON_STATE, ONE_SIDED, REGIONS, STATE_BASED, WHERE_PRECISION
from hudhud.records import Actor, Estimate, Place

__all__ = ["COLUMNS", "write"]

_STATE = frozenset({"GOV", "MIL", "COP", "PRM", "SPY"})
_ARMED = _STATE | {"REB", "UAF", "CRM"}
_YEAR = 366


def write(material: Material, out: TextIO) -> Written:
    """Write the header and a row for each event with a death, of organised parties, with a day and a country.

    What is left out is counted by reason.
    """
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    n, dropped = 0, Counter[str]()
    for dossier in material.dossiers():
        killed = deaths(dossier)
        reason = _left_out(dossier, killed)
        if reason or killed is None:
            dropped[reason or "no death told"] += 1
            continue
        told = _row(dossier, killed)
        rows.writerow([cell(told.get(column)) for column in COLUMNS])
        n += 1
    return Written(n, dict(dropped))


def _left_out(dossier: Dossier, killed: Estimate | None) -> str | None:
    event = dossier.event
    if event.type != "ASSAULT" or killed is None or _numbers(killed)[0] < 1:
        return "no violence with a death"
    if not has_happened(event):
        return f"told as {event.factuality.value}"
    if not dossier.actors:
        return "no party named as the attacker"
    if event.place is None or event.place.country not in countries():
        return "no place, or none in a country"
    wide = precision_days(event)
    if wide is None:
        return "no day told, or an open end"
    return "time wider than a year" if wide > _YEAR else None


def _numbers(killed: Estimate) -> tuple[int, int, int]:
    """Best, low and high as whole numbers in order; an open end takes the best number's place."""
    best = killed.best if killed.best is not None else killed.low if killed.low is not None else killed.high or 0
    low = killed.low if killed.low is not None else 0
    high = killed.high if killed.high is not None else max(best, low)
    return round(min(max(best, low), high)), round(low), round(high)


def _row(dossier: Dossier, killed: Estimate) -> dict[str, Any]:
    event, place, span = dossier.event, dossier.event.place, span_days(dossier.event)
    assert place
    assert span
    country = countries()[place.country or ""]
    ones, other = _government(dossier.actors[0]), _other(dossier)
    best, low, high = _numbers(killed)
    kind = _violence(dossier)
    sources = list(dict.fromkeys(passage.outlet for passage in dossier.passages))
    return {
        "id": int(event.event_id.removeprefix("evt-"), 16),
        "relid": f"{country.iso3}-{event.event_id}",
        "year": span[0].year,
        "active_year": 1,
        "code_status": "Clear",
        "type_of_violence": kind,
        "dyad_name": f"{ones} - {other}",
        "conflict_name": f"{country.name}: {ones} - {other}",
        "side_a": ones,
        "side_b": other,
        "number_of_sources": len(sources),
        "source_article": "; ".join(
            line(f'"{one.outlet},{one.published or ""},{one.title or ""}"') for one in dossier.passages
        ),
        "source_office": sources,
        "source_date": [one.published for one in dossier.passages if one.published],
        "source_headline": line("; ".join(dict.fromkeys(one.title for one in dossier.passages if one.title))),
        "source_original": [*event.asserted_by, *(f"denied by {name}" for name in event.denied_by)],
        "where_prec": WHERE_PRECISION[place.precision.value],
        "where_coordinates": place.name,
        "where_description": line(place.text),
        "adm_1": place.admin1 or (place.name if place.precision.value == "province" else None),
        "adm_2": place.name if place.precision.value == "district" else None,
        **_point(place),
        "country": country.name,
        "country_id": codes_of(country.iso2).gw,
        "region": "Middle East" if country.iso2 in MIDDLE_EAST else REGIONS.get(country.region, country.region),
        "event_clarity": 1,
        "date_prec": _date_precision((span[1] - span[0]).days + 1),
        "date_start": span[0],
        "date_end": span[1],
        **_dead(dossier, killed, best),
        "best": best,
        "high": high,
        "low": low,
        "gwnoa": _gw(dossier.actors[0]),
        "gwnob": _gw(dossier.recipients[0]) if dossier.recipients and kind != ONE_SIDED else None,
    }


def _violence(dossier: Dossier) -> int:
    ones, others = ({sector(actor) for actor in side} for side in (dossier.actors, dossier.recipients))
    if not others & _ARMED:
        return ONE_SIDED
    return STATE_BASED if (ones | others) & _STATE else NON_STATE


def _government(actor: Actor) -> str:
    """A state's forces as UCDP names them: the government."""
    country = countries().get(actor.country or "")
    return f"Government of {country.name}" if country and sector(actor) in _STATE else actor.name


def _other(dossier: Dossier) -> str:
    armed = [actor for actor in dossier.recipients if sector(actor) in _ARMED]
    return _government(armed[0]) if armed else "Civilians"


def _gw(actor: Actor) -> int | None:
    return codes_of(actor.country).gw if sector(actor) in _STATE else None


def _point(place: Place) -> dict[str, Any]:
    if place.lat is None or place.lon is None:
        return {}
    # PRIO-GRID: cells of half a degree, numbered from 1 at the south-west corner, 720 a row.
    cell_id = floor((place.lat + 90) * 2) * 720 + floor((place.lon + 180) * 2) + 1
    return {
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon:.10g} {place.lat:.10g})",
        "priogrid_gid": cell_id,
    }


def _date_precision(n_days: int) -> int:
    return 1 if n_days == 1 else 2 if n_days <= 6 else 3 if n_days == 7 else 4 if n_days <= 31 else 5


def _dead(dossier: Dossier, killed: Estimate, best: int) -> dict[str, int]:
    """The dead by side, where the whole is told of one side; else unknown."""
    ids_a, ids_b = ({actor.actor_id for actor in side} - {""} for side in (dossier.actors, dossier.recipients))
    side = "deaths_unknown"
    if killed.actor_id in ids_a:
        side = "deaths_a"
    elif killed.actor_id in ids_b:
        side = "deaths_b"
    elif any(word in killed.what.lower() for word in ("civilian", "child", "women", "resident")):
        side = "deaths_civilians"
    return {**dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0), side: best}
