"""The routes under /api/v1 that read: one for each answer, the map, the documents, the review queue."""

import inspect
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from hudhud.web.asking import (
    Asking,
    AskingActors,
    AskingAll,
    AskingChanges,
    AskingCompare,
    AskingFigures,
    AskingSearch,
    AskingType,
)
from hudhud.web.documents import document_answer, document_page
from hudhud.web.geography import geography
from hudhud.web.held import Held
from hudhud.web.review import judgement_answer, review_answer
from hudhud.web.wire import AnswerPage, answer_response, etag, is_unchanged, plain_response

__all__ = ["PREFIX", "reading_routes"]

PREFIX = "/api/v1"
# Name, what it takes, its line: as `hudhud ask` has them.
_ANSWERS: tuple[tuple[str, type[Asking], str], ...] = (
    ("timeline", AskingAll, "What happened, day by day, and who says so."),
    ("figures", AskingFigures, "How many: low, best and high, and the reports behind."),
    ("situation", AskingAll, "Who holds what: offices, relations, places, forces."),
    ("actors", AskingActors, "Who is in the record, under which names."),
    ("disputes", AskingFigures, "Claims that cannot all be right."),
    ("changes", AskingChanges, "What the articles published since a day changed."),
    ("search", AskingSearch, "Find sentences by words."),
    ("compare", AskingCompare, "Beside hand-coded events: matched, missed, extra."),
    ("skipped", AskingType, "What was set aside, and why."),
)
_PROBLEM = {"description": "An error, as RFC 9457 has it.", "content": {"application/problem+json": {}}}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"model": AnswerPage, "content": {"text/csv": {}}},
    304: {"description": "The answer is as the `If-None-Match` of the request has it."},
    **dict.fromkeys((400, 401, 403, 406, 410, 414, 421, 503), _PROBLEM),
}
_FOUND: dict[int | str, dict[str, Any]] = {**_RESPONSES, 404: _PROBLEM}
_JSON: dict[int | str, dict[str, Any]] = {key: told for key, told in _FOUND.items() if key not in (200, 410)}
Id = Annotated[str, Path(max_length=200)]


def reading_routes(held: Held) -> APIRouter:
    """Every route that reads the record."""
    router = APIRouter(prefix=PREFIX)
    for name, asking, line in _ANSWERS:
        router.add_api_route(
            f"/{name}", _answer(held, name, asking), summary=line, name=name, responses=_RESPONSES, tags=["answers"]
        )
    _evidence(router, held)
    _lists(router, held)
    _documents(router, held)
    return router


def _answer(held: Held, name: str, asking: type[Asking]) -> Any:
    def ask(request: Request, asked: Asking) -> Response:
        version = held.version()
        if is_unchanged(request, etag(request, version)):
            return Response(status_code=304, headers={"ETag": etag(request, version)})
        answer = held.answer(name, asked.question(), asked.as_of)
        return answer_response(request, answer, limit=asked.limit, cursor=asked.cursor, version=version)

    # FastAPI reads what a route takes from its signature; here that differs from answer to answer.
    parameters = [
        inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request),
        inspect.Parameter("asked", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Annotated[asking, Query()]),
    ]
    ask.__signature__ = inspect.Signature(parameters, return_annotation=Response)  # type: ignore[attr-defined]
    return ask


def _evidence(router: APIRouter, held: Held) -> None:
    @router.get("/evidence/{id}", responses=_FOUND, tags=["answers"])
    def evidence(request: Request, id: Id, asked: Annotated[Asking, Query()]) -> Response:
        """The sentences behind an id, who says so, what read them."""
        version = held.version()
        answer = held.answer("evidence", asked.question(words=id), asked.as_of)
        return answer_response(request, answer, limit=asked.limit, cursor=asked.cursor, version=version)


def _lists(router: APIRouter, held: Held) -> None:
    @router.get("/documents", responses=_RESPONSES, tags=["record"])
    def documents(request: Request, asked: Annotated[AskingFigures, Query()]) -> Response:
        """The articles, newest first; reprints name their origin."""
        version = held.version()
        answer = document_answer(held.view(asked.as_of), asked.question())
        return answer_response(request, answer, limit=asked.limit, cursor=asked.cursor, version=version)

    @router.get("/review", responses=_RESPONSES, tags=["judgements"])
    def review(request: Request, asked: Annotated[AskingType, Query()]) -> Response:
        """What waits for a judgement: names that may be one, claims of low score. `type` is `merge` or `claim`."""
        version = held.version()
        answer = review_answer(held.view(), held.judgements(), asked.question())
        return answer_response(request, answer, limit=asked.limit, cursor=asked.cursor, version=version)

    @router.get("/judgements", responses=_RESPONSES, tags=["judgements"])
    def judgements(request: Request, asked: Annotated[Asking, Query()]) -> Response:
        """Every judgement, the newest first, with what was taken back."""
        answer = judgement_answer(held.judgements(), asked.question())
        return answer_response(request, answer, limit=asked.limit, cursor=asked.cursor, version=held.version())


def _documents(router: APIRouter, held: Held) -> None:
    @router.get("/document/{id}", responses=_JSON, tags=["record"])
    def document(request: Request, id: Id) -> Response:
        """One article: its text, every claim with its characters, what was cut and why, its copies."""
        version = held.version()
        tag = etag(request, version)
        if is_unchanged(request, tag):
            return Response(status_code=304, headers={"ETag": tag})
        return plain_response(document_page(held.view(), id), tag)

    @router.get("/map.geojson", responses=_JSON, tags=["record"])
    def map(request: Request, asked: Annotated[AskingAll, Query()]) -> Response:
        """Events and control of places as GeoJSON.

        The point is the middle of an area of doubt, `radius_km` wide to each side: draw the circle, not a pin.
        """
        version = held.version()
        tag = etag(request, version)
        if is_unchanged(request, tag):
            return Response(status_code=304, headers={"ETag": tag})
        return plain_response(geography(held.view(asked.as_of), asked.question()), tag, "application/geo+json")

    @router.get("/about", responses=_JSON, tags=["record"])
    def about(request: Request) -> Response:
        """What the record holds: counts, first and last day, publishers, types."""
        version = held.version()
        return plain_response({**held.about(), "version": version}, etag(request, version))
