"""A file's name and first bytes → what kind of file it is."""

import re
from enum import Enum

from hudhud.records import Skipped

__all__ = ["MAX_BYTES", "Kind", "holds_markup", "kind_of", "too_large"]

# No article is as long: the longest of the sets looked at has 0.1 MB, a page with all its scripts some 3 MB.
MAX_BYTES = 10_000_000

_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "rich text"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_TAG = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p|br|table|meta|h1)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:p|div|br|span|a|strong|em|b|i|ul|li|h[1-6]|article|body|html|table|img|figure)\b[^<>]*>", re.IGNORECASE
)


class Kind(Enum):
    """How a file is read; the value is its media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    JSON_LINES = "application/x-ndjson"
    JSON = "application/json"


_BY_ENDING = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".json": Kind.JSON,
}


def kind_of(name: str, head: bytes) -> Kind | str:
    """The kind of a file by its ending, by its first bytes where the ending is unknown; else why it is not read.

    A text file that begins as an HTML page is one, whatever its name.
    """
    is_wide = head.startswith(_WIDE_MARKS)
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return f"it is {what}, not text"
    if not is_wide and _is_binary(head):
        return "it is a binary file, not text"
    ending = re.search(r"\.[^.]*$", name.lower())
    kind = _BY_ENDING.get(ending[0] if ending else "")
    if kind in (Kind.JSON, Kind.JSON_LINES, Kind.HTML):
        return kind
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") and _TAG.search(head):
        return Kind.HTML
    if start.startswith(b"<?xml") or re.match(rb"<(?:rss|feed|rdf)\b", start, re.IGNORECASE):
        return "it is XML, which is not read"
    return Kind.TEXT


def _is_binary(head: bytes) -> bool:
    """A NUL in the first bytes, unless every other one is (UTF-16 without its mark), or many control bytes."""
    if b"\x00" in head:
        odd, even = head[1::2].count(0), head[0::2].count(0)
        return max(odd, even) * 3 < len(head) or min(odd, even) > 0
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return control * 10 > len(head)


def holds_markup(text: str) -> bool:
    """Whether the text of a JSON field is HTML: two tags and more in its first part."""
    return len(_MARKUP.findall(text[:20_000])) >= 2


def too_large(name: str, size: int) -> Skipped:
    """The note on an item over the limit."""
    reason = f"{size / 1e6:.0f} MB were given, one article may have {MAX_BYTES / 1e6:.0f} MB"
    return Skipped(name, "ingest", reason, "Split the file into one article each.")
