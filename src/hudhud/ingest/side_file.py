"""`articles.json` → what is known of the files beside it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudhud.ingest.media import MAX_BYTES
from hudhud.records import Skipped

__all__ = ["SIDE_FILE", "Beside", "read_side_file"]

SIDE_FILE = "articles.json"


@dataclass(frozen=True, slots=True)
class Beside:
    """What the side file gives for one file; None where it gives nothing."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None

    def fields(self) -> dict[str, str | None]:
        """The values by the names that `RawDocument` has for them."""
        return {
            "published": self.published,
            "publisher": self.publisher,
            "title": self.title,
            "author": self.author,
            "url": self.url,
        }


def read_side_file(path: Path, name: str) -> tuple[dict[str, Beside], list[Skipped]]:
    """What a side file gives, by file name, and the note on one that cannot be read.

    Empty where there is none, and where the file is a list: then it holds articles itself.
    """
    if not path.is_file():
        return {}, []
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        given = json.loads(data)
    except (OSError, ValueError, RecursionError) as error:
        reason = f"the side file cannot be read ({error})"
        return {}, [Skipped(name, "ingest", reason, "Dates and publishers beside the articles are missing; mend it.")]
    if not isinstance(given, dict):
        return {}, []
    return {key: _beside(value) for key, value in given.items() if isinstance(value, dict)}, []


def _beside(value: dict[str, Any]) -> Beside:
    def text(key: str) -> str | None:
        found = value.get(key)
        return found.encode("utf-8", "replace").decode().strip() or None if isinstance(found, str) else None

    return Beside(text("published"), text("publisher"), text("title"), text("author"), text("url"))
