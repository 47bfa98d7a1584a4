"""Brief → DOCX: headings, lists, a table, pictures, and the notes as a numbered list at the end."""

import io
from pathlib import Path
from typing import Any

from hudhud.errors import UnreadableInput
from hudhud.export.brief.compose import CHANGES
from hudhud.export.brief.extra import needs
from hudhud.export.brief.pdf import as_png
from hudhud.export.brief.report import Brief, Picture, Section
from hudhud.export.brief.templating import Polished, is_web, period
from hudhud.export.brief.words import day

__all__ = ["as_docx"]

_CM_WIDE = 16.0
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])  # characters that XML cannot hold


def as_docx(brief: Brief, *, template: Path | None = None, polished: Polished | None = None) -> bytes:
    """The brief as DOCX. `template` is a document whose styles are taken, such as a house style."""
    docx = needs("docx")
    try:
        document = docx.Document(str(template) if template else None)
    except Exception as error:  # python-docx has no error of its own for a file that is no document
        raise UnreadableInput(name=str(template), reason=str(error), advice="Name a .docx file.") from error
    document.core_properties.title = _clean(f"{brief.title}, {period(brief)}")
    document.core_properties.author = brief.made_by
    document.core_properties.comments = ""
    document.add_heading(_clean(brief.title), 0)
    document.add_paragraph(period(brief))
    outlets = f": {', '.join(brief.publishers)}" if brief.publishers else ""
    document.add_paragraph(
        _clean(
            f"Articles: {brief.n_documents}. Publishers: {len(brief.publishers)}{outlets}. "
            f"Independent origins: {brief.n_origins}."
        )
    )
    _counts(document, brief)
    if brief.map:
        _picture(document, brief.map)
    for section in brief.sections:
        _section(document, section)
    _notes(document, brief, polished or Polished())
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _counts(document: Any, brief: Brief) -> None:
    document.add_heading("What changed", 1)
    table = document.add_table(rows=1, cols=1 + len(CHANGES))
    for cell, words in zip(table.rows[0].cells, ("Theme", *CHANGES), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for title, numbers in brief.counts:
        for cell, words in zip(table.add_row().cells, (title, *map(str, numbers)), strict=True):
            cell.text = words


def _section(document: Any, section: Section) -> None:
    document.add_heading(section.title, 1)
    for sentence in section.sentences:
        paragraph = document.add_paragraph(style="List Bullet")
        origins = "1 origin" if sentence.n_origins == 1 else f"{sentence.n_origins} origins"
        paragraph.add_run(f"{sentence.change}, {origins}: ").bold = True
        paragraph.add_run(_clean(sentence.text))
        numbers = paragraph.add_run(" " + ", ".join(map(str, sentence.notes)))
        numbers.font.superscript = True
    if not section.sentences:
        document.add_paragraph("Nothing in this period.")
    if section.n_left_out:
        document.add_paragraph(f"{section.n_left_out} more in the record.")
    for picture in section.pictures:
        _picture(document, picture)


def _picture(document: Any, picture: Picture) -> None:
    cm = needs("docx.shared").Cm
    document.add_paragraph().add_run(_clean(picture.title)).bold = True
    shape = document.add_picture(io.BytesIO(as_png(picture)), width=cm(_CM_WIDE))
    shape._inline.docPr.set("descr", _clean(picture.description))  # the library has no call for the alternative text


def _notes(document: Any, brief: Brief, polished: Polished) -> None:
    document.add_heading("Notes", 1)
    for note in brief.notes:
        published = day(note.published) if note.published else "undated"
        citing = f", citing {', '.join(note.said_by)}" if note.said_by else ""
        link = f" {note.url}" if is_web(note.url) else ""
        document.add_paragraph(_clean(f"{note.number}. {note.publisher}, {published}{citing}. “{note.quote}”{link}"))
    document.add_heading("What this rests on", 1)
    for limit in brief.limits:
        document.add_paragraph(_clean(limit))
    more = f" Wording of {polished.n} sentences polished by {polished.by}, each checked." if polished.n else ""
    document.add_paragraph(f"Made by {brief.made_by}.{_clean(more)}")


def _clean(text: str) -> str:
    return text.translate(_CONTROL)
