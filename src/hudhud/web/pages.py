"""The desk's page, the page about the API, and the files they load."""

import gzip
import hashlib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import DictLoader, Environment, select_autoescape

from hudhud import __version__
from hudhud.web.access import TOKEN_COOKIE, Access
from hudhud.web.held import Held

__all__ = ["page_routes", "static_files"]

_TYPES = {
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class _File:
    data: bytes
    packed: bytes
    media_type: str
    tag: str


def static_files() -> dict[str, bytes]:
    """Name → content of every file that the pages load; no other name is ever looked up."""
    found: dict[str, bytes] = {}
    _collect(files("hudhud.web").joinpath("static"), "", found)
    return found


def _collect(folder: Traversable, path: str, found: dict[str, bytes]) -> None:
    for one in folder.iterdir():
        if one.is_dir():
            _collect(one, f"{path}{one.name}/", found)
        elif one.name.rpartition(".")[2] in _TYPES:
            found[f"{path}{one.name}"] = one.read_bytes()


def page_routes(app: FastAPI, held: Held, access: Access) -> APIRouter:
    """The pages."""
    router = APIRouter(include_in_schema=False)
    held_files = {name: _file(name, data) for name, data in static_files().items()}
    pages = _pages()

    @router.get("/")
    def desk(request: Request, token: str = "") -> Response:
        if token:
            if not access.is_token(token):
                raise HTTPException(401, "This is not the token: open the address that `hudhud serve` printed.")
            response: Response = RedirectResponse("/", 303)
            response.set_cookie(TOKEN_COOKIE, access.token_cookie, httponly=True, samesite="strict", path="/")
            return response
        return HTMLResponse(pages.get_template("desk.html").render(record=held.path.name, version=__version__))

    @router.get("/api")
    def about_api() -> Response:
        return HTMLResponse(pages.get_template("api.html").render(**_described(app.openapi())))

    @router.get("/static/{name:path}")
    def static(request: Request, name: str) -> Response:
        file = held_files.get(name)
        if file is None:
            raise HTTPException(404, "There is no such file.")
        headers = {"ETag": file.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == file.tag:
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(file.packed, media_type=file.media_type, headers={**headers, "Content-Encoding": "gzip"})
        return Response(file.data, media_type=file.media_type, headers=headers)

    return router


def _file(name: str, data: bytes) -> _File:
    tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
    return _File(data, gzip.compress(data, 9, mtime=0), _TYPES[name.rpartition(".")[2]], tag)


def _pages() -> Environment:
    folder = files("hudhud.web").joinpath("templates")
    sources = {one.name: one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".html")}
    return Environment(loader=DictLoader(sources), autoescape=select_autoescape(default=True))


def _described(openapi: dict[str, Any]) -> dict[str, Any]:
    """The routes as the page about the API lists them."""
    routes = [
        {
            "path": path,
            "method": method.upper(),
            "summary": route.get("summary", ""),
            "description": route.get("description", ""),
            "parameters": [
                {"name": one["name"], "is_required": one.get("required", False), "about": _about(one)}
                for one in route.get("parameters", ())
            ],
            "body": sorted(_body(route, openapi)),
        }
        for path, methods in openapi["paths"].items()
        for method, route in methods.items()
    ]
    return {"routes": routes, "version": openapi["info"]["version"]}


def _about(parameter: dict[str, Any]) -> str:
    schema = parameter.get("schema", {})
    told = [parameter.get("description", "")]
    allowed = [value for one in (schema, *schema.get("anyOf", ())) for value in one.get("enum", ())]
    if allowed:
        told.append(", ".join(allowed) + ".")
    if "default" in schema:
        told.append(f"Default: {schema['default']}.")
    return " ".join(filter(None, told))


def _body(route: dict[str, Any], openapi: dict[str, Any]) -> list[str]:
    content = route.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    return list(openapi.get("components", {}).get("schemas", {}).get(name, {}).get("properties", {}))
