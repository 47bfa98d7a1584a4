"""Errors → application/problem+json (RFC 9457)."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from hudhud.errors import HudhudError, RecordBusy, RecordError, RecordFull, UnknownId, WrongOption

__all__ = ["MEDIA_TYPE", "handle_problems", "problem"]

MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[HudhudError], int], ...] = (
    (UnknownId, 404),
    (WrongOption, 400),
    (RecordBusy, 409),
    (RecordFull, 507),
    (RecordError, 503),
)
_SHOWN = 200  # characters of a value that is told back


def problem(status: int, detail: str, **more: Any) -> JSONResponse:
    """One error as the API tells it; `detail` says what was given and what to do."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JSONResponse(told, status, media_type=MEDIA_TYPE)


def handle_problems(app: FastAPI) -> None:
    """Have every error told the one way."""
    app.add_exception_handler(HudhudError, _hudhud)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


def _hudhud(request: Request, error: Exception) -> JSONResponse:
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 400)
    if isinstance(error, RecordError) and (path := getattr(error, "path", None)):
        # Where the record lies is nobody's business at the other end.
        return problem(status, str(error).replace(path, "the record"))
    return problem(status, str(error))


def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    wrong = [
        {"parameter": ".".join(str(part) for part in one["loc"][1:]), "detail": str(one["msg"])[:_SHOWN]}
        for one in error.errors()[:20]
    ]
    told = "; ".join(f"{one['parameter'] or 'the request'}: {one['detail']}" for one in wrong)
    return problem(400, f"{told}. /api/v1/openapi.json says what is allowed.", errors=wrong)


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    found = problem(error.status_code, str(error.detail))
    found.headers.update(error.headers or {})
    return found


def _fault(request: Request, error: Exception) -> JSONResponse:
    return problem(500, "This is a fault in Hudhud: please report it with what was asked.")
