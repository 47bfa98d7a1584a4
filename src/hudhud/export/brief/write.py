"""Brief → a file of the form that its name tells."""

import re
from pathlib import Path

from hudhud.errors import WrongOption
from hudhud.export.brief.docx import as_docx
from hudhud.export.brief.pdf import as_pdf
from hudhud.export.brief.report import Brief, Picture
from hudhud.export.brief.templating import Polished, as_html, as_markdown

__all__ = ["FORMS", "form_of", "write_brief"]

FORMS = ("md", "html", "pdf", "docx")


def form_of(out: str) -> str:
    """The form that a file's name tells; Markdown for standard output.

    Raises:
        WrongOption: If it tells none of the four.
    """
    ending = Path(out).suffix.lower().lstrip(".")
    form = "md" if out == "-" else {"markdown": "md", "htm": "html"}.get(ending, ending)
    if form not in FORMS:
        raise WrongOption(option="-o", given=out, allowed="a name that ends in .md, .html, .pdf or .docx")
    return form


def write_brief(
    brief: Brief, out: Path, *, template: Path | None = None, polished: Polished | None = None
) -> list[Path]:
    """Write the brief, pictures of a Markdown file beside it; the paths written, the brief's own first.

    Everything is made before the first file is opened, so that an error leaves an older brief as it was.
    """
    form = form_of(out.name)
    beside: dict[Path, str] = {}
    if form == "md":
        files = {picture.name: f"{_stem(out)}-{picture.name}.svg" for picture in _pictures(brief)}
        made = as_markdown(brief, files, template=template, polished=polished).encode()
        beside = {out.with_name(files[picture.name]): picture.svg for picture in _pictures(brief)}
    elif form == "html":
        made = as_html(brief, template=template, polished=polished).encode()
    else:
        make = as_pdf if form == "pdf" else as_docx
        made = make(brief, template=template, polished=polished)
    out.write_bytes(made)
    for path, svg in beside.items():
        path.write_text(svg, encoding="utf-8")
    return [out, *beside]


def _stem(out: Path) -> str:
    return re.sub(r"[^\w.-]+", "-", out.stem)


def _pictures(brief: Brief) -> list[Picture]:
    own = [brief.map] if brief.map else []
    return [*own, *(picture for section in brief.sections for picture in section.pictures)]
