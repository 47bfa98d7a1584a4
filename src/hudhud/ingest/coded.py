"""Tables of hand-coded events (ACLED, UCDP GED) → documents and claims of their publisher, one document a row.

The document's text is what the row says in words: its notes or headline; where it has none, its cells. So each claim
leads back to the row's own characters.
"""

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hudhud.errors import UnreadableInput, WrongOption
from hudhud.lexicon.countries import country_named
from hudhud.ontology.acled import SUB_EVENTS
from hudhud.ontology.country_codes import by_numeric
from hudhud.records import (
    Attribution,
    Bound,
    Claim,
    DatePrecision,
    Detail,
    Document,
    EventDetail,
    Factuality,
    FigureDetail,
    Party,
    Period,
    Place,
    PlacePrecision,
    PublishedAt,
    Skipped,
    Span,
    claim_id,
    document_id,
)
from hudhud.store import HAND, Origin

__all__ = ["SOURCES", "CodedRow", "read_coded"]

# The publisher of each table, and the columns without which a file is no such table.
SOURCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "acled": ("ACLED", ("event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "location")),
    "ucdp": ("UCDP", ("id", "date_start", "date_end", "side_a", "side_b", "best", "low", "high", "where_prec")),
}
_MAX_CELL = 10_000_000  # characters, as of an article
_FORMULA = re.compile(r"^'(?=[=+\-@\t\r])")  # how Hudhud and others keep a spreadsheet from running a cell
_DATES = ("%Y-%m-%d", "%d %B %Y", "%d-%B-%Y", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f")
_ACLED_PLACES = {1: (PlacePrecision.TOWN, 5.0), 2: (PlacePrecision.NEAR, 25.0), 3: (PlacePrecision.PROVINCE, 100.0)}
_UCDP_PLACES = {
    1: (PlacePrecision.TOWN, 5.0),
    2: (PlacePrecision.NEAR, 25.0),
    3: (PlacePrecision.DISTRICT, 50.0),
    4: (PlacePrecision.PROVINCE, 100.0),
    5: (PlacePrecision.REGION, 150.0),
    6: (PlacePrecision.COUNTRY, None),
    7: (PlacePrecision.REGION, None),
}
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
# Parties that name nobody. ACLED writes them with the country behind, UCDP without.
_NOBODY = re.compile(r"unidentified|unknown|not applicable|n/a", re.IGNORECASE)
_CROWDS = frozenset({"civilians", "protesters", "rioters"})


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One row: where it came from, its document, its claims, and the name under which people are its reader."""

    origin: Origin
    document: Document
    claims: tuple[Claim, ...]
    reader: str


class _Wrong(ValueError):
    """A row that cannot be taken, and why."""


def read_coded(path: Path, source: str) -> Iterator[CodedRow | Skipped]:
    """The rows of a table; one that cannot be taken is set aside with the reason, and the rest goes on.

    Raises:
        WrongOption: If `source` is none of `SOURCES`.
        UnreadableInput: If the file is not there or is no such table.
    """
    if source not in SOURCES:
        raise WrongOption(option="the source", given=source, allowed=", ".join(SOURCES))
    _check(path, source)
    return _rows(path, source)


def _check(path: Path, source: str) -> None:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline(100_000)
    except (OSError, UnicodeDecodeError) as error:
        advice = "Name a CSV file in UTF-8."
        raise UnreadableInput(name=str(path), reason=f"it cannot be opened ({error})", advice=advice) from error
    columns = _header(header)
    missing = [column for column in SOURCES[source][1] if column not in columns]
    if missing:
        reason = f"it has no column {', '.join(missing)}"
        advice = f"Give a table with the columns of {SOURCES[source][0]}, their names in the first line."
        raise UnreadableInput(name=str(path), reason=reason, advice=advice)


def _header(line: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def _rows(path: Path, source: str) -> Iterator[CodedRow | Skipped]:
    csv.field_size_limit(_MAX_CELL)
    number = 1
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        delimiter = _delimiter(file.readline(100_000))
        file.seek(0)
        try:
            for number, cells in enumerate(csv.DictReader(file, delimiter=delimiter), start=2):
                yield _taken(cells, f"{path.name}:{number}", source)
        except csv.Error as error:
            yield Skipped(f"{path.name}:{number + 1}", "ingest", f"no CSV from here on ({error})", "Mend the file.")


def _taken(cells: dict[str, str], name: str, source: str) -> CodedRow | Skipped:
    # A short row has None for the cells it lacks, a long one a list under None.
    row = {key: _FORMULA.sub("", value or "").strip() for key, value in cells.items() if isinstance(key, str)}
    try:
        return _row(row, name, source)
    except _Wrong as error:
        return Skipped(name, "ingest", str(error), "Mend or delete the row; the others were read.")


def _row(row: dict[str, str], name: str, source: str) -> CodedRow:
    publisher, needed = SOURCES[source]
    reader = f"{HAND}{source} 1"
    text = _text(row, source)
    key = row[needed[0]] or name
    document = Document(
        document_id(f"{key}\x1e{text}", publisher),
        name,
        text,
        title=" ".join(filter(None, (row.get("sub_event_type") or row.get("dyad_name"), key))),
        publisher=publisher,
        author=None,
        published=_published(row),
        language="en",
        reprinted_from=None,
        url=None,
        place_line=None,
        sentences=(Span(0, len(text)),),
        paragraphs=(Span(0, len(text)),),
    )
    details, period, place = (_acled if source == "acled" else _ucdp)(row)
    says = _sources(row)
    claims = tuple(_claim(document, detail, period, place, says, reader) for detail in details)
    raw = hashlib.sha256(repr(sorted(row.items())).encode("utf-8", "replace")).hexdigest()[:32]
    return CodedRow(Origin(source, name, raw), document, claims, reader)


def _text(row: dict[str, str], source: str) -> str:
    told = row.get("notes") if source == "acled" else row.get("source_headline") or row.get("where_description")
    return " ".join((told or " | ".join(value for value in row.values() if value)).split())


def _claim(
    document: Document, detail: Detail, period: Period, place: Place | None, says: tuple[Attribution, ...], reader: str
) -> Claim:
    span = Span(0, len(document.text))
    if isinstance(detail, FigureDetail) and detail.low:
        found = re.search(rf"(?<!\d){detail.low:.0f}(?!\d)", document.text)
        span = Span(*found.span()) if found else span
    key = claim_id(document.document_id, span, detail)
    quote = span.of(document.text)
    return Claim(key, document.document_id, span, quote, detail, Factuality.ACTUAL, says, period, place, 1.0, reader)


def _sources(row: dict[str, str]) -> tuple[Attribution, ...]:
    """Who the coders name as their source: of UCDP the one that told the reporter, else the outlet."""
    told = row.get("source_original") or row.get("source_office") or row.get("source") or ""
    first = next((part.strip() for part in told.split(";") if part.strip()), "")
    return (Attribution(Party(first, first), "source"),) if first else ()


def _acled(row: dict[str, str]) -> tuple[list[Detail], Period, Place | None]:
    kind = SUB_EVENTS.get(row["sub_event_type"])
    if kind is None:
        raise _Wrong(f"ACLED has no sub-event {row['sub_event_type']!r}")
    day = _day(row, "event_date")
    precision = _number(row, "time_precision") or 1
    period = _around(day, int(precision))
    details: list[Detail] = [
        EventDetail(kind.plover, kind.mode, _party(row["actor1"]), _party(row.get("actor2", "")), trigger="coded")
    ]
    fatalities = _number(row, "fatalities")
    if fatalities:
        details.append(FigureDetail("killed", "people", fatalities, fatalities, Bound.EXACT))
    level, radius = _ACLED_PLACES.get(int(_number(row, "geo_precision") or 1), _ACLED_PLACES[1])
    return details, period, _place(row, row["location"], level, radius)


def _around(day: date, precision: int) -> Period:
    """The days that ACLED's middle day stands for."""
    if precision == 1:
        return Period(day, day, DatePrecision.DAY, day.isoformat(), anchor="given")
    reach, level = (3, DatePrecision.WEEK) if precision == 2 else (15, DatePrecision.MONTH)
    first, last = day - timedelta(days=reach), day + timedelta(days=reach)
    return Period(first, last, level, day.isoformat(), anchor="given", is_about=True)


def _ucdp(row: dict[str, str]) -> tuple[list[Detail], Period, Place | None]:
    low, best, high = (_number(row, name) for name in ("low", "best", "high"))
    if low is None or best is None or high is None or not low <= best <= high:
        raise _Wrong(f"best must lie between low and high; low {row['low']}, best {row['best']}, high {row['high']}")
    first, last = _day(row, "date_start"), _day(row, "date_end")
    if first > last:
        raise _Wrong(f"it ends before it begins: {first} to {last}")
    level = DatePrecision.DAY if first == last else DatePrecision.RANGE
    period = Period(first, last, level, f"{first} to {last}", anchor="given")
    sides = _party(row["side_a"]), _party(row["side_b"])
    bound = Bound.EXACT if low == high else Bound.BETWEEN
    details: list[Detail] = [EventDetail("ASSAULT", None, *sides, trigger="coded")]
    if high:
        details.append(FigureDetail("killed", "people", low, high, bound))
    precision, radius = _UCDP_PLACES.get(int(_number(row, "where_prec") or 6), _UCDP_PLACES[6])
    where = row.get("where_coordinates") or row.get("where_description") or row.get("country") or ""
    return details, period, _place(row, where, precision, radius)


def _party(name: str) -> tuple[Party, ...]:
    """The party that a cell names; none where it names nobody. Crowds are descriptions, without the country."""
    told = _PARENTHESES.sub("", name).strip()
    if not told or _NOBODY.match(told):
        return ()
    known = told.lower() if told.lower() in _CROWDS else told
    return (Party(known, name),)


def _place(row: dict[str, str], name: str, level: PlacePrecision, radius: float | None) -> Place | None:
    if not name:
        return None
    lat, lon = _number(row, "latitude"), _number(row, "longitude")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise _Wrong(f"no such point on Earth: latitude {lat}, longitude {lon}")
    numeric = _number(row, "iso")
    country = by_numeric().get(int(numeric)) if numeric else None
    if country is None:
        found = country_named(_PARENTHESES.sub("", row.get("country", "")))
        country = found.iso2 if found else None
    admin1 = row.get("admin1") or row.get("adm_1") or None
    return Place(name, name, country, lat, lon, radius, level, None, admin1)


def _published(row: dict[str, str]) -> PublishedAt:
    """When the row was put out: its timestamp, else the last day of what it tells."""
    stamp = row.get("timestamp", "")
    if stamp.isdecimal() and len(stamp) <= 11:
        day = datetime.fromtimestamp(int(stamp), tz=UTC).date()
        return PublishedAt(day, DatePrecision.DAY, "given", stamp)
    day = _day(row, "date_end" if "date_end" in row else "event_date")
    return PublishedAt(day, DatePrecision.DAY, "inferred", day.isoformat())


def _day(row: dict[str, str], column: str) -> date:
    told = row[column]
    for form in _DATES:
        try:
            return datetime.strptime(told, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise _Wrong(f"{column} is no date: {told!r}")


def _number(row: dict[str, str], column: str) -> float | None:
    told = row.get(column, "")
    if not told:
        return None
    try:
        value = float(told)
    except ValueError:
        raise _Wrong(f"{column} is no number: {told!r}") from None
    if not -1e9 < value < 1e9:
        raise _Wrong(f"{column} is out of range: {told!r}")
    return value
