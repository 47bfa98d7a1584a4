"""The one thing that can be written: a person's judgement."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from hudhud import pipeline
from hudhud.records import to_plain
from hudhud.settings import author_name
from hudhud.web.access import DESK_COOKIE, Access
from hudhud.web.held import Held

__all__ = ["judging_routes"]

Name = Annotated[str, Field(min_length=1, max_length=400)]


class Decision(BaseModel):
    """What `hudhud judge` takes: `undo` names in `withdraws` the judgement to take back."""

    model_config = ConfigDict(extra="forbid")

    verb: Literal["same", "different", "wrong", "right", "set", "name", "undo"]
    targets: list[Name] = Field(default=[], max_length=20)
    slots: dict[Name, Annotated[str, Field(max_length=400)]] = Field(default={}, max_length=20)
    withdraws: Name | None = None
    reason: str = Field("", max_length=2000)
    author: str | None = Field(None, max_length=100, description="Who judges; null: the server's user.")

    def fault(self) -> str | None:
        """What is missing for the verb, None where nothing is."""
        one, many = len(self.targets) == 1, len(self.targets) > 1
        is_enough, needs = {
            "same": (many, "two targets or more"),
            "different": (many, "two targets or more"),
            "wrong": (one or many, "one target or more"),
            "right": (one or many, "one target or more"),
            "set": (one and bool(self.slots), "one target and its slots"),
            "name": (one and set(self.slots) == {"name"}, "one target and the slot `name`"),
            "undo": (bool(self.withdraws) and not self.targets, "the judgement that it `withdraws`, and no targets"),
        }[self.verb]
        if self.withdraws and self.verb != "undo":
            is_enough, needs = False, "no `withdraws`"
        return None if is_enough else f"`{self.verb}` needs {needs}."


def judging_routes(held: Held, access: Access) -> APIRouter:
    """The session, which a page asks for before it writes, and the judgements."""
    router = APIRouter(prefix="/api/v1", tags=["judgements"])

    @router.get("/session")
    def session() -> Response:
        """The `X-Hudhud` header that a write must bring, with the cookie that this sets."""
        response = JSONResponse({"header": access.write_header, "author": author_name()})
        response.set_cookie(DESK_COOKIE, access.desk_cookie, httponly=True, samesite="strict", path="/")
        return response

    @router.post("/judgements", status_code=201, responses=_responses())
    def judge(request: Request, decision: Decision) -> Response:
        """Append a judgement, and replay all judgements over the record."""
        if fault := decision.fault():
            raise HTTPException(400, fault)
        made = pipeline.judge(
            held.path,
            decision.verb,
            tuple(decision.targets),
            author=author_name(decision.author),
            reason=decision.reason,
            slots=decision.slots,
            withdraws=decision.withdraws,
        )
        return JSONResponse(to_plain(made), 201)

    return router


def _responses() -> dict[int | str, dict[str, Any]]:
    told = {"description": "An error, as RFC 9457 has it.", "content": {"application/problem+json": {}}}
    return dict.fromkeys((400, 403, 404, 409, 413, 507), told)
