"""The pages written for these tests, with what a careful reader takes from each.

Of a plain-text page the lines say themselves what they are: `~ ` stands before boilerplate, `# ` before the
title, nothing before the article's own lines. Of an HTML page `keep` and `drop` in the JSON beside it are pieces
of article and of boilerplate. The conflict and all names are invented.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudhud.records import RawDocument

FOLDER = Path(__file__).parent / "clean" / "pages"


@dataclass(frozen=True)
class WrittenPage:
    name: str
    raw: RawDocument
    header: dict[str, Any]
    keep: tuple[str, ...]
    drop: tuple[str, ...]


def written_pages() -> list[WrittenPage]:
    return [_written(path) for path in sorted(FOLDER.iterdir()) if path.suffix in (".txt", ".html")]


def _written(path: Path) -> WrittenPage:
    header = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    if path.suffix == ".html":
        raw = RawDocument(path.name, "text/html", path.read_bytes())
        return WrittenPage(path.name, raw, header, tuple(header["keep"]), tuple(header["drop"]))
    lines = path.read_text(encoding="utf-8").split("\n")
    page = "\n".join(line.removeprefix("~ ").removeprefix("# ") for line in lines)
    keep = tuple(line for line in lines if line.strip() and not line.startswith(("~ ", "# ")))
    drop = tuple(line[2:] for line in lines if line.startswith("~ "))
    return WrittenPage(path.name, RawDocument(path.name, "text/plain", page.encode()), header, keep, drop)
