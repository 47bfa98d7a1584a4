import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.export import FORMATS, writer
from hudhud.export.cells import cell, line
from hudhud.export.material import Dossier, ViewMaterial
from hudhud.records import View

PAGES = Path(__file__).parents[2] / "docs" / "formats"


def test_the_formats_are_these() -> None:
    assert {name: form.kind for name, form in FORMATS.items()} == {
        "csv": "folder",
        "parquet": "folder",
        "geojson": "stream",
        "geoparquet": "file",
        "plover": "stream",
        "polecat": "stream",
        "acled": "stream",
        "ucdp": "stream",
        "cameo": "stream",
        "ftm": "stream",
        "ftm-statements": "stream",
        "timemap": "stream",
        "ical": "stream",
        "rss": "stream",
    }


def test_every_format_has_a_page_that_says_what_is_lost() -> None:
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    assert not [name for name in FORMATS if f"`hudhud export {name} " not in index]
    pages = [page for page in PAGES.glob("*.md") if page.name not in ("README.md", "import.md")]
    assert not [page.name for page in pages if "## What is lost" not in page.read_text(encoding="utf-8")]


class Watched(ViewMaterial):
    """One event again and again, noting how much was written before each."""

    def __init__(self, view: View, out: io.StringIO) -> None:
        super().__init__(view)
        self.out, self.sizes = out, list[int]()

    def dossiers(self) -> Iterator[Dossier]:
        one = next(one for one in super().dossiers() if one.event.mode == "firearms")
        for _ in range(5):
            self.sizes.append(self.out.tell())
            yield one


# A feed keeps the newest 200, so it writes at the end.
@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.kind == "stream" and name != "rss"])
def test_an_event_is_written_before_the_next_is_read(name: str, view: View) -> None:
    out = io.StringIO()
    watched = Watched(view, out)
    writer(name)(watched, out)
    assert len(watched.sizes) == 5
    assert watched.sizes == sorted(set(watched.sizes))


@given(st.text(max_size=50))
def test_no_text_becomes_a_formula_or_a_second_line(text: str) -> None:
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert not set(line(text)) & set("\t\r\n\x00\x1f")
