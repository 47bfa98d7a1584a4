"""Values that keep their precision: a span, a period, a place, a quantity, a party."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

__all__ = ["Bound", "DatePrecision", "Party", "Period", "Place", "PlacePrecision", "Quantity", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Character offsets into a document's clean text, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs from 0 upwards and forwards, not {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` inside this span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same span `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class DatePrecision(StrEnum):
    """How exactly a period is told."""

    MOMENT = "moment"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """When: first and last day, both inclusive, either open (None), with the words it was read from.

    `text` is the expression as written, `span` where it stands in the document (None where it is inherited or
    given from outside). `anchor` names what it was resolved against: `absolute`, `published`, `narrated` (the
    event told before), `given`. `is_about` is true for `around 2015` and its like.
    """

    start: date | None
    end: date | None
    precision: DatePrecision
    text: str = ""
    span: Span | None = None
    anchor: str = "absolute"
    is_about: bool = False

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"a period ends on or after the day it starts, not {self.start} to {self.end}")

    def shifted(self, by: int) -> "Period":
        """The same period with its span moved `by` characters."""
        return replace(self, span=self.span.shifted(by)) if self.span else self


class PlacePrecision(StrEnum):
    """How exactly a place is told, finest first."""

    SITE = "site"
    TOWN = "town"
    NEAR = "near"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the name, the words, and a point with an area of doubt of `radius_km` around it.

    `country` is ISO 3166-1 alpha-2. `lat` and `lon` are WGS84 degrees, None where the name is not in the
    gazetteer. `name` is the gazetteer's name for what `text` refers to; of `45km south of Sirte` it is `Sirte`.
    """

    name: str
    text: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision = PlacePrecision.TOWN
    gazetteer_id: str | None = None
    admin1: str | None = None
    span: Span | None = None

    def shifted(self, by: int) -> "Place":
        """The same place with its span moved `by` characters."""
        return replace(self, span=self.span.shifted(by)) if self.span else self


class Bound(StrEnum):
    """How a number is bounded by its words."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: low to high, either open (None); equal where one number is stated.

    `at least 23` is 23 to None; `dozens` is 24 to None; `around 80` is 80 to 80, about. `unit` is what is
    measured or counted, as written (`troops`, `km`, `$`), empty where nothing follows. `is_part` marks a part
    of the number before it (`three of them children`), `is_change` an increase or decrease rather than a level,
    `is_share` a share, in percent (half is 50).
    """

    low: float | None
    high: float | None
    bound: Bound
    text: str = ""
    span: Span | None = None
    unit: str = ""
    is_part: bool = False
    is_change: bool = False
    is_share: bool = False
    is_cumulative: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a quantity's low is at most its high, not {self.low} to {self.high}")

    def shifted(self, by: int) -> "Quantity":
        """The same quantity with its span moved `by` characters."""
        return replace(self, span=self.span.shifted(by)) if self.span else self


@dataclass(frozen=True, slots=True)
class Party:
    """Who, inside one document: the name it is best known by there, and the words used at this point.

    `name` is what `text` refers to (`he` → `Thomas Waldhauser`); for a description that refers to nobody named
    (`a senior official`) it is the description without its article. Two documents' parties are joined to
    actors only by `reconcile`.
    """

    name: str
    text: str
    span: Span | None = None
