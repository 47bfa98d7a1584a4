"""Record → POLECAT's table: 40 columns, tabs between, one event a row."""

from typing import Any, TextIO

from hudhud import __version__
from hudhud.export.cells import cell, line
from hudhud.export.facts import precision_days, sector
from hudhud.export.material import Dossier, Material, Written
from hudhud.lexicon.countries import countries
from hudhud.ontology.country_codes import codes_of
from hudhud.ontology.plover import QUADS, TYPES
from hudhud.records import Actor, Event

__all__ = ["COLUMNS", "write"]

COLUMNS: tuple[str, ...] = tuple(
    (
        "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|"
        "Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|"
        "Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|"
        "Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|"
        "Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|"
        "Story Locations|Language|Version"
    ).split("|")
)
_WIDEST = 31  # days: POLECAT gives a day, and a month is the least exact that still tells one


def write(material: Material, out: TextIO) -> Written:
    """Write the header and a row for each event that is told to have happened, or is told ahead, on some day.

    POLECAT dates by the day. An event whose period is wider than a month is left out; one of which no time is told
    takes the day of its first publication, as POLECAT itself does.
    """
    out.write("\t".join(COLUMNS) + "\n")
    n, dropped = 0, {"time wider than a month": 0, "denied": 0}
    for dossier in material.dossiers():
        reason = _left_out(dossier.event)
        if reason:
            dropped[reason] += 1
            continue
        told = _row(dossier)
        out.write("\t".join(line(cell(told.get(column))) for column in COLUMNS) + "\n")
        n += 1
    return Written(n, {reason: count for reason, count in dropped.items() if count})


def _left_out(event: Event) -> str | None:
    if event.factuality.value == "denied":
        return "denied"
    if event.occurred and (event.occurred.start or event.occurred.end) and (precision_days(event) or 999) > _WIDEST:
        return "time wider than a month"
    return None


def _row(dossier: Dossier) -> dict[str, Any]:
    event = dossier.event
    kind = TYPES.get(event.type)
    first = next(iter(dossier.passages), None)
    start = event.occurred.start if event.occurred else None
    return {
        "Event ID": event.event_id,
        "Event Date": start or event.first_published,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": kind.modes.get(event.mode or "", kind.intensity) if kind else None,
        "Quad Code": QUADS[kind.quad].upper() if kind else None,
        "Contexts": event.contexts,
        **_party("Actor", dossier.actors),
        **_party("Recipient", dossier.recipients),
        **_place(event),
        "Source": first.outlet if first else None,
        "Publication Date": event.first_published,
        "Story People": [one.name for one in (*dossier.actors, *dossier.recipients) if one.kind == "person"],
        "Story Organizations": [
            one.name for one in (*dossier.actors, *dossier.recipients) if one.kind not in ("person", "country")
        ],
        "Story Locations": [event.place.name] if event.place else [],
        "Language": first.language if first else None,
        "Version": f"hudhud {__version__}",
    }


def _party(role: str, actors: tuple[Actor, ...]) -> dict[str, Any]:
    names = [actor.name for actor in actors]
    lands = list(dict.fromkeys(actor.country for actor in actors if actor.country))
    sectors = list(dict.fromkeys(told for actor in actors if (told := sector(actor))))
    return {
        f"{role} Name": names,
        f"{role} Country": [countries()[land].iso3 for land in lands if land in countries()],
        f"{role} COW": [code for land in lands if (code := codes_of(land).cow)],
        f"Primary {role} Sector": sectors[0] if sectors else None,
        f"{role} Sectors": sectors,
        f"{role} Name Raw": [actor.names[0].name if actor.names else actor.name for actor in actors],
    }


def _place(event: Event) -> dict[str, Any]:
    place = event.place
    if place is None:
        return {}
    level = place.precision.value
    country = countries().get(place.country or "")
    return {
        "Placename": place.name,
        "City": place.name if level in ("site", "town", "near") else None,
        "District": place.name if level == "district" else None,
        "Province": place.name if level == "province" else place.admin1,
        "Country": country.iso3 if country else None,
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": place.gazetteer_id,
        "Raw Placename": place.text,
        "Feature Type": level,
    }
