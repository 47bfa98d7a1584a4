"""Record → the timeline as a calendar (RFC 5545): one entry an event, lasting the days it may have lasted."""

from datetime import timedelta
from typing import TextIO

from hudhud.export.cells import compact, without_controls
from hudhud.export.facts import figure_words, said_by
from hudhud.export.material import Dossier, Material, Written

__all__ = ["folded", "write"]

_WIDTH = 75  # octets of a line, its end left out: RFC 5545, 3.1
_STATUS = {"actual": "CONFIRMED", "denied": "CANCELLED"}


def write(material: Material, out: TextIO) -> Written:
    """Write one calendar. An event with an open end lasts the day that is told; one without any day is left out."""
    _lines(out, "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hudhud//Timeline//EN", "CALSCALE:GREGORIAN")
    n, undated = 0, 0
    for dossier in material.dossiers():
        period = dossier.event.occurred
        if period is None or (period.start is None and period.end is None):
            undated += 1
            continue
        _lines(out, *_entry(dossier))
        n += 1
    _lines(out, "END:VCALENDAR")
    return Written(n, {"no day told": undated} if undated else {})


def _lines(out: TextIO, *lines: str) -> None:
    for told in lines:
        out.write(folded(told) + "\r\n")


def folded(told: str) -> str:
    """A line broken so that none has more than 75 octets, each further one begun with a space."""
    if len(told.encode()) <= _WIDTH:
        return told
    parts, part, size = [], "", 0
    for character in told:
        width = len(character.encode())
        if size + width > _WIDTH:
            parts.append(part)
            part, size = " ", 1
        part, size = part + character, size + width
    return "\r\n".join([*parts, part])


def _entry(dossier: Dossier) -> list[str]:
    event, place, period = dossier.event, dossier.event.place, dossier.event.occurred
    assert period
    first = period.start or period.end
    last = period.end or period.start
    assert first
    assert last
    stamp = event.first_published or first
    outlets = "; ".join(dict.fromkeys(passage.outlet for passage in dossier.passages))
    told = "\n".join(filter(None, (said_by(event), *map(figure_words, dossier.estimates), f"in {outlets}")))
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.event_id}@hudhud",
        f"DTSTAMP:{compact(stamp)}T000000Z",
        f"DTSTART;VALUE=DATE:{compact(first)}",
        f"SUMMARY:{_text(event.headline)}",
        f"DESCRIPTION:{_text(told)}",
        f"CATEGORIES:{','.join(map(_text, filter(None, (event.type, event.mode))))}",
        f"STATUS:{_STATUS.get(event.factuality.value, 'TENTATIVE')}",
        "TRANSP:TRANSPARENT",
    ]
    if last.year < 9999:  # the end is the day after the last, which the last day of the calendar has not
        lines.insert(4, f"DTEND;VALUE=DATE:{compact(last + timedelta(days=1))}")
    if place:
        lines.append(f"LOCATION:{_text(place.name)}")
    if place and place.lat is not None and place.lon is not None:
        lines.append(f"GEO:{place.lat:.6f};{place.lon:.6f}")
    return [*lines, "END:VEVENT"]


def _text(value: str) -> str:
    """A text as a value: backslash, semicolon, comma and line end escaped, control characters gone."""
    told = without_controls(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(told.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split(" ")).replace("\n", "\\n")
