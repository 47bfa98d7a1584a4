"""A resolved time → the value that TIMEX3 writes for it."""

from hudhud.lexicon.time_words import PART_CODES, SEASON_CODES, SEASON_MONTHS
from hudhud.read.date_context import Resolved
from hudhud.read.stretches import Stretch

__all__ = ["timex_value"]

_SEASONS = {number: SEASON_CODES[name] for name, number in SEASON_MONTHS.items()}


def timex_value(resolved: Resolved) -> str:
    """`1944-08-02`, `1963-SU`, `P3W`, `PRESENT_REF`; empty where nothing is known of it."""
    if resolved.value:
        return resolved.value
    stretch = resolved.stretch
    if stretch is None:
        return "XXXX-XX-XX" + _part(resolved) if resolved.kind == "time" else ""
    if resolved.kind != "time":
        return _stretch(stretch)
    if resolved.clock is not None:
        hour, minute = resolved.clock
        return f"{_stretch(stretch)}T{hour:02d}" + (f":{minute:02d}" if minute is not None else ":00")
    return _stretch(stretch) + _part(resolved)


def _part(resolved: Resolved) -> str:
    return f"T{PART_CODES[resolved.part]}" if resolved.part in PART_CODES else ""


def _stretch(stretch: Stretch) -> str:
    prefix, year = ("BC", -stretch.year) if stretch.year < 0 else ("", stretch.year)
    if stretch.unit == "century":
        number = stretch.number - 1 if stretch.number > 0 else -stretch.number - 1
        return f"{prefix}{number:02d}"
    if stretch.unit == "decade":
        return f"{prefix}{year // 10:03d}"
    return f"{prefix}{year:04d}" + _within_year(stretch)


def _within_year(stretch: Stretch) -> str:
    if stretch.unit == "day" and stretch.start is not None:
        return f"-{stretch.start.month:02d}-{stretch.start.day:02d}"
    if stretch.unit in ("week", "weekend"):
        return f"-W{stretch.number:02d}" + ("-WE" if stretch.unit == "weekend" else "")
    letters = {"month": "{:02d}", "quarter": "Q{}", "half": "H{}"}
    if stretch.unit in letters:
        return "-" + letters[stretch.unit].format(stretch.number)
    if stretch.unit == "season":
        return f"-{_SEASONS[stretch.number]}"
    if stretch.unit == "range" and stretch.start is not None:
        return f"-{stretch.start.month:02d}"
    return ""
