"""Header fields, boilerplate lines dropped and article lines kept, of plain-text pages and of HTML made of them.

`data` is the folder that holds `articles/`, `gold/claims/*.header.json` and `gold/more/articles/`; there is one
split, `gold`. The HTML pages are made here: each article is set into page frames of five kinds.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.report import Baseline, Report
from hudhud.clean import clean
from hudhud.ingest import read_folder
from hudhud.records import Document, RawDocument

__all__ = ["run"]

_FIELDS = ("title", "publisher", "author", "reprinted_from")
_NAV = ("Home", "World", "Opinion", "About us", "Contact", "Subscribe")
_ROUND = (
    "Sign up for our free daily newsletter",
    "Most viewed",
    "Storm closes three airports in the north",
    "How to poach the perfect egg in four minutes",
    "Share this article on Facebook",
    "All rights reserved. No part of this site may be reproduced.",
)
_FRAMES = {
    "blog": '<html><head><title>{title}</title></head><body><nav>{nav}</nav><div class="post"><h1>{title}</h1>'
    '<div class="entry-content">{body}</div></div><aside>{round}</aside></body></html>',
    "newspaper": "<html><head><title>{title} | The Post</title></head><body><header><ul>{nav}</ul></header><main>"
    "<article><h1>{title}</h1>{body}</article></main><section>{round}</section><footer>{nav}</footer></body></html>",
    "divs": '<html><body><div id="top">{nav}</div><div id="middle"><div class="story"><h1>{title}</h1>{body}</div>'
    '<div class="sidebar">{round}</div></div></body></html>',
    "table": "<html><body><table><tr><td>{nav}</td><td><h1>{title}</h1>{body}</td><td>{round}</td></tr>"
    "</table></body></html>",
    "amp": "<!doctype html><html amp><head><title>{title}</title></head><body><amp-sidebar>{nav}</amp-sidebar><article>"
    "<h1>{title}</h1>{body}</article><footer>{round}</footer></body></html>",
}


@dataclass
class _Tally:
    """How many of how many, by metric."""

    right: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)

    def add(self, metric: str, is_right: bool) -> None:
        self.right[metric] = self.right.get(metric, 0) + is_right
        self.total[metric] = self.total.get(metric, 0) + 1

    def shares(self) -> dict[str, float]:
        return {metric: self.right[metric] / total for metric, total in self.total.items()}


def run(data: Path, split: str) -> Report:
    """Measure against the annotated headers; the baseline keeps every line and takes the first for the title."""
    if split != "gold" or not (data / "articles").is_dir():
        raise FileNotFoundError(f"No split {split} with articles in {data}")
    tally, humble = _Tally(), _Tally()
    raws = [raw for raw in read_folder(data / "articles") if isinstance(raw, RawDocument)]
    for raw in raws:
        _measure_text(raw, _header(data, raw.name), tally, humble)
    for item in read_folder(data / "gold" / "more" / "articles"):
        if isinstance(item, RawDocument):
            _measure_kept(item, tally)
    baseline = Baseline("every line, the first is the title", humble.shares())
    return Report("clean", split, len(raws), tally.shares(), baseline, "rules")


def _header(data: Path, name: str) -> dict[str, Any]:
    path = data / "gold" / "claims" / f"{Path(name).stem}.header.json"
    header: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return header


def _measure_text(raw: RawDocument, header: dict[str, Any], tally: _Tally, humble: _Tally) -> None:
    alone = RawDocument(raw.name, raw.media_type, raw.data)
    lines = [" ".join(line.split()) for line in raw.data.decode().splitlines() if line.strip()]
    outside = {*header["boilerplate"], header["title"], f"(Author: {header['author']})"}
    article = [line for line in lines if line not in outside]
    humble.add("title", header["title"] == lines[0])
    for given, ending in ((raw, ""), (alone, "_without_side_file")):
        cleaned = clean(given)
        if isinstance(cleaned, Document):
            right = {name: getattr(cleaned, name) == header[name] for name in _FIELDS}
            for name, is_right in right.items():
                tally.add(name + ending, is_right)
            tally.add("headers" + ending, all(right.values()))
    _measure_lines(clean(raw), article, header["boilerplate"], "", tally)
    for line in header["boilerplate"]:
        humble.add("boilerplate_dropped", line not in lines)
    for line in article:
        humble.add("article_kept", line in lines)
    for frame, kind in _framed(header["title"] or "A report", article):
        _measure_lines(clean(RawDocument(kind, "text/html", frame.encode())), article, (*_NAV, *_ROUND), "html_", tally)


def _framed(title: str, article: list[str]) -> Iterator[tuple[str, str]]:
    for kind, frame in _FRAMES.items():
        body = "".join(f"<p>{html.escape(line)}</p>" for line in article)
        nav = "".join(f'<li><a href="/{at}">{word}</a></li>' for at, word in enumerate(_NAV))
        around = "".join(f"<p><a href='#'>{html.escape(line)}</a></p>" for line in _ROUND)
        yield frame.format(title=html.escape(title), body=body, nav=nav, round=around), kind


def _measure_lines(cleaned: object, article: list[str], boilerplate: Any, prefix: str, tally: _Tally) -> None:
    text = cleaned.text if isinstance(cleaned, Document) else ""
    whole = " ".join(text.split())
    paragraphs = set(text.split("\n\n"))
    for line in article:
        tally.add(f"{prefix}article_kept", line in whole)
    for line in boilerplate:
        tally.add(f"{prefix}boilerplate_dropped", line not in paragraphs)


def _measure_kept(raw: RawDocument, tally: _Tally) -> None:
    """Of further articles, which have a title at most round them, every line must stay."""
    cleaned = clean(raw)
    if not isinstance(cleaned, Document):
        return
    cut = [item.text for item in cleaned.dropped if item.reason in ("dateline", "date", "byline")]
    whole = _letters(" ".join((*reversed(cut), cleaned.text)))
    for line in raw.data.decode().splitlines():
        if _letters(line) not in ("", _letters(cleaned.title or "")):
            tally.add("more_article_kept", _letters(line) in whole)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
