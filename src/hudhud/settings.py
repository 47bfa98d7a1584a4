"""What is set from outside: read by the doors, never by a stage."""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path

__all__ = [
    "API_KEY_VARIABLE",
    "AUTHOR_VARIABLE",
    "PLACES_VARIABLE",
    "RECORD_VARIABLE",
    "TOKEN_VARIABLE",
    "api_key",
    "author_name",
    "desk_token",
    "places_path",
    "record_path",
]

RECORD_VARIABLE = "HUDHUD_RECORD"
AUTHOR_VARIABLE = "HUDHUD_AUTHOR"
PLACES_VARIABLE = "HUDHUD_PLACES"
TOKEN_VARIABLE = "HUDHUD_TOKEN"
API_KEY_VARIABLE = "HUDHUD_API_KEY"
_RECORD = "hudhud.db"
_PLACES = "places.db"


def record_path(given: str | Path | None = None, *, environment: Mapping[str, str] = os.environ) -> Path:
    """The record to work on: the one given, else what HUDHUD_RECORD names, else hudhud.db in the working folder."""
    return Path(given or environment.get(RECORD_VARIABLE) or _RECORD)


def places_path(given: str | Path | None = None, *, environment: Mapping[str, str] = os.environ) -> Path:
    """The user's own gazetteer: the one given, else what HUDHUD_PLACES names, else places.db in the working folder."""
    return Path(given or environment.get(PLACES_VARIABLE) or _PLACES)


def api_key(*, environment: Mapping[str, str] = os.environ) -> str | None:
    """The key of an endpoint, which HUDHUD_API_KEY alone gives: an option would show it to every process."""
    return environment.get(API_KEY_VARIABLE, "").strip() or None


def author_name(given: str | None = None, *, environment: Mapping[str, str] = os.environ) -> str:
    """Who judges: the name given, else what HUDHUD_AUTHOR names, else the name of the user of this machine."""
    return given or environment.get(AUTHOR_VARIABLE) or _user()


def desk_token(*, environment: Mapping[str, str] = os.environ) -> str | None:
    """The token that visitors of the desk bring: what HUDHUD_TOKEN holds, None where it holds nothing."""
    return environment.get(TOKEN_VARIABLE) or None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "unknown"
