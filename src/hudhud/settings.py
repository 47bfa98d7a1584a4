"""What is set from outside: read by the doors, never by a stage."""

import os
from collections.abc import Mapping
from pathlib import Path

__all__ = ["RECORD_VARIABLE", "record_path"]

RECORD_VARIABLE = "HUDHUD_RECORD"
_RECORD = "hudhud.db"


def record_path(given: str | Path | None = None, *, environment: Mapping[str, str] = os.environ) -> Path:
    """The record to work on: the one given, else what HUDHUD_RECORD names, else hudhud.db in the working folder."""
    return Path(given or environment.get(RECORD_VARIABLE) or _RECORD)
