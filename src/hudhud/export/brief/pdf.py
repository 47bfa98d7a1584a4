"""Brief → PDF, set by typst from data: what a text holds is never code."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hudhud.errors import HudhudError
from hudhud.export.brief.compose import CHANGES
from hudhud.export.brief.extra import needs
from hudhud.export.brief.report import Brief, Picture
from hudhud.export.brief.templating import Polished, bundled, is_web, period
from hudhud.export.brief.words import day

__all__ = ["as_pdf", "as_png"]


def as_pdf(brief: Brief, *, template: Path | None = None, polished: Polished | None = None) -> bytes:
    """The brief as PDF. `template` is a typst file that reads the brief as JSON from `sys.inputs.brief`."""
    source = template.read_bytes() if template else bundled("brief.typ").encode()
    return _set(source, {"brief": json.dumps(_data(brief, polished or Polished()), ensure_ascii=False)}, "pdf")


def as_png(picture: Picture) -> bytes:
    """A picture as PNG at 216 dots an inch, for files that hold no SVG."""
    source = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 540pt)"""
    return _set(source, {"svg": picture.svg}, "png")


def _set(source: bytes, inputs: dict[str, str], form: str) -> bytes:
    typst = needs("typst")
    # A folder of its own is all that a template can read.
    with tempfile.TemporaryDirectory() as folder:
        main = Path(folder) / "main.typ"
        main.write_bytes(source)
        try:
            made = typst.compile(str(main), root=folder, format=form, ppi=216.0, sys_inputs=inputs)
        except Exception as error:  # typst raises its own class and RuntimeError, which differ between versions
            raise HudhudError(message=f"typst cannot set the brief: {error}") from error
    return bytes(made[0] if isinstance(made, list) else made)


def _data(brief: Brief, polished: Polished) -> dict[str, Any]:
    return {
        "title": brief.title,
        "period": period(brief),
        "n_documents": brief.n_documents,
        "n_origins": brief.n_origins,
        "publishers": list(brief.publishers),
        "changes": list(CHANGES),
        "counts": [[title, *map(str, numbers)] for title, numbers in brief.counts],
        "map": _picture(brief.map) if brief.map else None,
        "sections": [
            {
                "title": section.title,
                "n_left_out": section.n_left_out,
                "sentences": [
                    {"text": one.text, "change": one.change, "n_origins": one.n_origins, "notes": list(one.notes)}
                    for one in section.sentences
                ],
                "pictures": [_picture(picture) for picture in section.pictures],
            }
            for section in brief.sections
        ],
        "notes": [
            {
                "number": note.number,
                "publisher": note.publisher,
                "published": day(note.published) if note.published else "undated",
                "said_by": list(note.said_by),
                "quote": note.quote,
                "url": note.url if is_web(note.url) else None,
            }
            for note in brief.notes
        ],
        "limits": list(brief.limits),
        "made_by": brief.made_by,
        "n_polished": polished.n,
        "polished_by": polished.by,
    }


def _picture(picture: Picture) -> dict[str, str]:
    return {"title": picture.title, "description": picture.description, "svg": picture.svg}
