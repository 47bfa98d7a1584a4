"""View → Brief → file."""

from hudhud.export.brief.compose import compose_brief
from hudhud.export.brief.polish import Endpoint, polish
from hudhud.export.brief.report import Brief, Note, Picture, Section, Sentence
from hudhud.export.brief.templating import Polished, as_html, as_markdown
from hudhud.export.brief.trace import strays, untraced
from hudhud.export.brief.write import FORMS, form_of, write_brief

__all__ = [
    "FORMS",
    "Brief",
    "Endpoint",
    "Note",
    "Picture",
    "Polished",
    "Section",
    "Sentence",
    "as_html",
    "as_markdown",
    "compose_brief",
    "form_of",
    "polish",
    "strays",
    "untraced",
    "write_brief",
]
