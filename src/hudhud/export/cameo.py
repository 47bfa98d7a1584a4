"""Record → GDELT 2.0's table of events: 61 columns with CAMEO codes, tabs between, no header."""

from datetime import date
from typing import Any, TextIO

from hudhud.export.cells import cell, compact, line
from hudhud.export.facts import sector
from hudhud.export.material import Dossier, Material, Written
from hudhud.lexicon.countries import countries
from hudhud.ontology.cameo import CODES, COLUMNS, EMPTY_COLUMNS, GOLDSTEIN, TYPE_OF_SECTOR, quad_class
from hudhud.ontology.country_codes import codes_of
from hudhud.records import Actor, Place

__all__ = ["COLUMNS", "EMPTY_COLUMNS", "write"]


def write(material: Material, out: TextIO) -> Written:
    """Write a row for each event, with the columns that a record can fill; those in `EMPTY_COLUMNS` stay empty.

    GDELT knows no factuality: what is denied alone, and what has no day at all, is left out.
    """
    n, dropped = 0, {"denied": 0, "no day known": 0}
    for dossier in material.dossiers():
        event = dossier.event
        period = event.occurred
        day = (period.start or period.end if period else None) or event.first_published
        if event.factuality.value == "denied" or day is None:
            dropped["no day known" if day is None else "denied"] += 1
            continue
        told = _row(dossier, day)
        out.write("\t".join(line(cell(told.get(column))) for column in COLUMNS) + "\n")
        n += 1
    return Written(n, {reason: count for reason, count in dropped.items() if count})


def _row(dossier: Dossier, day: date) -> dict[str, Any]:
    event = dossier.event
    code = CODES.get((event.type, event.mode)) or CODES[event.type, None]
    added = event.first_published or day
    return {
        "GLOBALEVENTID": int(event.event_id.removeprefix("evt-"), 16),
        "SQLDATE": compact(day),
        "MonthYear": compact(day)[:6],
        "Year": day.year,
        # The share of the year that is over, from 0 to 0.9999 as the codebook has it.
        "FractionDate": f"{day.year + (day.timetuple().tm_yday - 1) / 366:.4f}",
        **_actor("Actor1", dossier.actors),
        **_actor("Actor2", dossier.recipients),
        "IsRootEvent": int(any(passage.title == event.headline for passage in dossier.passages)),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": quad_class(code),
        "GoldsteinScale": GOLDSTEIN[code[:2]],
        "NumMentions": len(event.claim_ids),
        "NumSources": event.n_publishers,
        "NumArticles": len(event.document_ids),
        **_geo(event.place),
        "DATEADDED": f"{compact(added)}000000",
        "SOURCEURL": next((passage.url for passage in dossier.passages if passage.url), None),
    }


def _actor(role: str, actors: tuple[Actor, ...]) -> dict[str, Any]:
    if not actors:
        return {}
    country = countries().get(actors[0].country or "")
    kind = TYPE_OF_SECTOR.get(sector(actors[0]) or "", "")
    return {
        f"{role}Code": f"{country.iso3 if country else ''}{kind}",
        f"{role}Name": actors[0].name.upper(),
        f"{role}CountryCode": country.iso3 if country else None,
        f"{role}Type1Code": kind,
    }


def _geo(place: Place | None) -> dict[str, Any]:
    """Type 1 a country, 5 a province, 4 a town; towns and states of the US are 3 and 2."""
    if place is None:
        return {"ActionGeo_Type": 0}
    level = {"country": 1, "region": 1, "province": 5}.get(place.precision.value, 4)
    if place.country == "US" and level != 1:
        level -= 3 if level == 5 else 1
    country = countries().get(place.country or "")
    parts = (place.name, place.admin1, country.name if country else None)
    return {
        "ActionGeo_Type": level,
        "ActionGeo_Fullname": ", ".join(dict.fromkeys(part for part in parts if part)),
        "ActionGeo_CountryCode": codes_of(place.country).fips,
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
        "ActionGeo_FeatureID": place.gazetteer_id,
    }
