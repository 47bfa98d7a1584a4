"""Values → cells, text for XML and for calendars: what comes from outside is written so that nothing runs it."""

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

__all__ = ["as_json", "cell", "compact", "line", "without_controls"]

# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"
_ENCODER = json.JSONEncoder(ensure_ascii=False)
# What XML 1.0 cannot hold, and no calendar or table needs.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def without_controls(text: str) -> str:
    """The text without control characters and lone surrogates; tabs and line ends stay."""
    # Most texts hold none, and asking that is ten times as fast as looking for them.
    return text if text.isprintable() else _CONTROLS.sub("", text)


def line(text: str) -> str:
    """The text on one line, without tabs and control characters."""
    return " ".join(without_controls(text).split())


def compact(day: date) -> str:
    """A day as eight digits, also before the year 1000."""
    return day.isoformat().replace("-", "")


def as_json(value: Any) -> str:
    """A value as JSON on one line."""
    return _ENCODER.encode(value)


def cell(value: Any, *, is_guarded: bool = True) -> str:
    """A value as a cell: lists with semicolons, nothing as nothing, whole numbers without a point.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left as they are.
    """
    if isinstance(value, str):
        text = without_controls(value)
        return _GUARD + text if is_guarded and text.startswith(_FORMULA) else text
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    joined = "; ".join(cell(part, is_guarded=False) for part in value) if isinstance(value, Iterable) else str(value)
    return cell(joined, is_guarded=is_guarded)
