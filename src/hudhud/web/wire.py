"""Answer → what goes over the wire: pages of JSON, CSV, ETags."""

import base64
import binascii
import csv
import hashlib
import io
import json
from typing import Any

from fastapi import HTTPException, Request, Response
from pydantic import BaseModel

from hudhud.answer.table import Answer
from hudhud.records import to_plain

__all__ = ["AnswerPage", "Column", "answer_response", "etag", "is_unchanged", "plain_response"]


class Column(BaseModel):
    """A key of the rows and its heading."""

    key: str
    heading: str


class AnswerPage(BaseModel):
    """One page of an answer. `next` is the `cursor` of the page after, null on the last; `n_rows` counts all."""

    title: str
    columns: list[Column]
    rows: list[dict[str, Any]]
    notes: list[str]
    empty: str
    n_rows: int
    next: str | None
    extra: dict[str, Any]
    version: str


def etag(request: Request, version: str) -> str:
    """The ETag of what was asked of the record at this version."""
    asked = f"{version}\x1f{request.url.path}\x1f{request.url.query}\x1f{_wants_csv(request)}"
    return f'"{hashlib.sha256(asked.encode()).hexdigest()[:20]}"'


def is_unchanged(request: Request, tag: str) -> bool:
    """Whether the client holds this very answer."""
    held = (one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(","))
    return tag in held


def plain_response(plain: Any, tag: str, media_type: str = "application/json") -> Response:
    """Any JSON with its tag; a client asks each time whether it still holds."""
    # Only what JSON does not know goes through to_plain: 5,000 events take 0.04 s so, 0.16 s the other way.
    body = json.dumps(plain, default=to_plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Response(body, headers=_headers(tag), media_type=media_type)


def answer_response(request: Request, answer: Answer, *, limit: int, cursor: str | None, version: str) -> Response:
    """A page of the answer as JSON, or as CSV where that is asked for.

    Raises:
        HTTPException: If the cursor is of another version of the record.
    """
    start = _offset(cursor, version)
    rows = answer.rows[start : start + limit]
    end = start + len(rows)
    following = _cursor(end, version) if end < len(answer.rows) else None
    tag = etag(request, version)
    if _wants_csv(request):
        link = {"Link": f'<{request.url.include_query_params(cursor=following)}>; rel="next"'} if following else {}
        return Response(_csv(answer, rows), media_type="text/csv; charset=utf-8", headers={**_headers(tag), **link})
    page = {
        "title": answer.title,
        "columns": [{"key": key, "heading": heading} for key, heading in answer.columns],
        "rows": list(rows),
        "notes": list(answer.notes),
        "empty": answer.empty,
        "n_rows": len(answer.rows),
        "next": following,
        "extra": answer.extra,
        "version": version,
    }
    return plain_response(page, tag)


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept, Cookie, Authorization"}


def _wants_csv(request: Request) -> bool:
    """Whether CSV is asked for before JSON.

    Raises:
        HTTPException: If neither is.
    """
    for one in request.headers.get("accept", "*/*").split(","):
        match one.split(";")[0].strip().lower():
            case "text/csv":
                return True
            case "application/json" | "application/geo+json" | "application/*" | "*/*" | "":
                return False
    raise HTTPException(406, "This is given as application/json or text/csv.")


def _cursor(offset: int, version: str) -> str:
    return base64.urlsafe_b64encode(f"{version}:{offset}".encode()).decode().rstrip("=")


def _offset(cursor: str | None, version: str) -> int:
    if cursor is None:
        return 0
    try:
        told = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, UnicodeError, ValueError):
        told = ""
    of, _, offset = told.partition(":")
    if not (offset.isascii() and offset.isdecimal()):
        raise HTTPException(400, "This is no cursor. Take `next` of the page before, as it is.")
    if of != version:
        raise HTTPException(410, "The record has changed since the first page. Begin again without a cursor.")
    return int(offset)


def _csv(answer: Answer, rows: tuple[dict[str, Any], ...]) -> str:
    keys = list(dict.fromkeys([key for key, _ in answer.columns] + [key for row in rows for key in row]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(keys)
    writer.writerows([_cell(row.get(key)) for key in keys] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    text = _text(to_plain(value))
    # A spreadsheet would run a text that begins so; the quotation mark makes it a text again.
    return (
        f"'{text}" if isinstance(value, str | list | tuple) and text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_text(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "; ".join(_text(item) for item in value)
    return str(value)
