"""The one application: API, desk, guard."""

from pathlib import Path

from fastapi import FastAPI

from hudhud import __version__
from hudhud.web.access import Access
from hudhud.web.api import PREFIX, reading_routes
from hudhud.web.guard import Guard
from hudhud.web.held import Held
from hudhud.web.judging import judging_routes
from hudhud.web.pages import page_routes
from hudhud.web.problems import handle_problems

__all__ = ["create_app"]

_ABOUT = (
    "A record of conflict news: who did what to whom, where, when and how many, and who says so. Every route has the "
    "names and filters of `hudhud ask`; every row has an id, whose sentences `/evidence/{id}` gives."
)


def create_app(record: str | Path, *, access: Access | None = None) -> FastAPI:
    """The API and the desk of one record file, which need not be there yet."""
    access = access or Access()
    held = Held(Path(record))
    # The stock pages of the description load scripts from other hosts; /api is our own.
    app = FastAPI(
        title="Hudhud",
        version=__version__,
        description=_ABOUT,
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.include_router(reading_routes(held))
    app.include_router(judging_routes(held, access))
    app.include_router(page_routes(app, held, access))
    handle_problems(app)
    app.add_middleware(Guard, access=access)
    return app
