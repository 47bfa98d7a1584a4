"""JSON lines and JSON files → one raw document for each article in them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from hudhud.ingest.media import MAX_BYTES, Kind, holds_markup, too_large
from hudhud.ingest.side_file import Beside
from hudhud.records import RawDocument, Skipped

__all__ = ["read_json", "read_json_lines"]

# A JSON file is held in memory as a whole; JSON lines have no such limit.
_MAX_WHOLE = 100_000_000
_NAMES = {
    "text": "text body content article articleBody article_body full_text fulltext maintext main_text html "
    "content_html contentHtml body_html",
    "title": "title headline name",
    "published": "published published_at publishedAt date_published datePublished published_date publish_date "
    "publication_date pubDate pub_date pubdate date created_at createdAt timestamp time",
    "publisher": "publisher source outlet source_name sourceName site site_name newspaper feed",
    "author": "author byline authors creator writer by",
    "url": "url link uri canonical_url permalink id",
}
_LISTS = ("articles", "items", "results", "entries", "documents", "docs", "data", "value", "hits", "posts")


def read_json_lines(path: Path, name: str, beside: Beside) -> Iterator[RawDocument | Skipped]:
    """One item a line, read as a stream; a line that cannot be read is set aside and the rest goes on."""
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            yield Skipped(name, "ingest", "JSON lines must be UTF-8, UTF-16 was given", "Convert the file to UTF-8.")
            return
        file.seek(0)
        is_empty = True
        for number, line, size in _bounded(file):
            if size > MAX_BYTES:
                yield too_large(f"{name}:{number}", size)
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _from_line(line, f"{name}:{number}", beside)
            else:
                continue
            is_empty = False
        if is_empty:
            yield Skipped(name, "ingest", "the file is empty", "")


def _bounded(file: BinaryIO) -> Iterator[tuple[int, bytes, int]]:
    """Number, bytes and size of each line; of a line over the limit the rest is passed over, not held."""
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        size = len(line)
        end = line[-1:]
        while size > MAX_BYTES and end != b"\n":
            more = file.readline(MAX_BYTES)
            if not more:
                break
            size, end = size + len(more), more[-1:]
        yield number, line, size


def _from_line(line: bytes, name: str, beside: Beside) -> RawDocument | Skipped:
    try:
        item = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Skipped(name, "ingest", f"not UTF-8 (byte {error.start + 1} of the line)", "Convert the file to UTF-8.")
    except ValueError as error:
        return Skipped(name, "ingest", f"not valid JSON ({error})", "Mend or delete the line; the others were read.")
    except RecursionError:
        return Skipped(name, "ingest", "JSON nested too deep", "Mend or delete the line; the others were read.")
    return _from_item(item, name, beside)


def read_json(path: Path, name: str, beside: Beside) -> Iterator[RawDocument | Skipped]:
    """A JSON file that is one article, a list of them, or an object with such a list; else JSON lines."""
    size = path.stat().st_size
    if size > _MAX_WHOLE:
        reason = f"{size / 1e6:.0f} MB were given, a JSON file may have {_MAX_WHOLE / 1e6:.0f} MB"
        yield Skipped(name, "ingest", reason, "Write it as JSON lines, which are read one by one.")
        return
    try:
        value = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        yield from read_json_lines(path, name, beside)
        return
    items = _items(value)
    if items is None:
        yield _from_item(value, name, beside)
    else:
        yield from (_from_item(item, f"{name}:{at}", beside) for at, item in enumerate(items, start=1))


def _items(value: Any) -> list[Any] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and _first_text(value, "text") is None:
        return next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
    return None


def _from_item(item: Any, name: str, beside: Beside) -> RawDocument | Skipped:
    if not isinstance(item, dict):
        reason = f"a JSON object was expected, {type(item).__name__} was given"
        return Skipped(name, "ingest", reason, "Give one object with its text an article.")
    text = _first_text(item, "text")
    if text is None:
        reason = f"no text among the fields {', '.join(sorted(map(str, item))[:12]) or '(none)'}"
        return Skipped(name, "ingest", reason, "Name the text `text`, `body` or `content`.")
    data = text.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        return too_large(name, len(data))
    kind = Kind.HTML if holds_markup(text) else Kind.TEXT
    url = _first_text(item, "url")
    return RawDocument(
        name,
        kind.value,
        data,
        published=_first_text(item, "published") or beside.published,
        publisher=_first_text(item, "publisher") or beside.publisher,
        title=_first_text(item, "title") or beside.title,
        author=_first_text(item, "author") or beside.author,
        url=url if url and "://" in url else beside.url,
    )


def _first_text(item: dict[str, Any], slot: str) -> str | None:
    """The first field of a slot that holds something."""
    for key in _NAMES[slot].split():
        value = item.get(key)
        found = _day(value) if slot == "published" and isinstance(value, (int, float)) else _text(value, slot)
        if found:
            return found
    return None


def _text(value: Any, slot: str) -> str | None:
    if isinstance(value, str):
        # A lone surrogate is legal in JSON and in no encoding.
        return value.encode("utf-8", "replace").decode().strip() or None
    if isinstance(value, dict):
        inner = (value.get(key) for key in ("rendered", "name", "value", "text", "title", "$date", "@value"))
        return next((text for text in inner if isinstance(text, str) and text.strip()), None)
    if isinstance(value, list):
        parts = [text for text in (_text(part, slot) for part in value if not isinstance(part, list)) if text]
        return ("\n\n" if slot == "text" else ", ").join(parts) or None
    return None


def _day(value: float) -> str | None:
    """A count of seconds or milliseconds since 1970 as an ISO day; a bare year stays one."""
    if isinstance(value, bool):
        return None
    if 1900 <= value <= 2100:
        return str(int(value))
    try:
        return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, tz=UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return None
