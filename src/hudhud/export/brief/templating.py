"""Brief and template → text, in a sandbox where a template can reach nothing but the brief."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from hudhud.errors import HudhudError, UnreadableInput
from hudhud.export.brief.compose import CHANGES
from hudhud.export.brief.extra import needs
from hudhud.export.brief.report import Brief
from hudhud.export.brief.words import day

__all__ = ["Polished", "as_html", "as_markdown", "bundled", "escaped", "is_web", "period"]

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~^$&!{}])|(?<=\w)(:)(?=//)|(?<=\bwww)(\.)|(@)(?=\w)")
_OPENING = re.compile(r"^([-+=]|\d+(?=[.)]))")


@dataclass(frozen=True, slots=True)
class Polished:
    """How many sentences a model reworded, and which."""

    n: int = 0
    by: str = ""


def as_html(brief: Brief, *, template: Path | None = None, polished: Polished | None = None) -> str:
    """One self-contained page: no script, no outside request."""
    jinja2 = needs("jinja2")
    # The SVG is our own and its words are escaped where it is drawn; everything else is escaped here.
    filters = {"svg": jinja2.utils.markupsafe.Markup}
    return _rendered(brief, "brief.html.jinja", template, polished, {}, filters, autoescape=True)


def as_markdown(
    brief: Brief,
    pictures: Mapping[str, str],
    *,
    template: Path | None = None,
    polished: Polished | None = None,
) -> str:
    """Markdown with footnotes; `pictures` maps the name of each picture to the file it is written to."""
    jinja2 = needs("jinja2")
    markup = jinja2.utils.markupsafe.Markup
    links = {name: markup(quote(file)) for name, file in pictures.items()}
    filters = {"web": lambda url: markup(quote(str(url), safe="/:?=&%#~+,;@!"))}

    def finalize(value: Any) -> Any:
        return escaped(value) if isinstance(value, str) and not isinstance(value, markup) else value

    text = _rendered(brief, "brief.md.jinja", template, polished, links, filters, autoescape=False, finalize=finalize)
    return re.sub(r"\n{3,}", "\n\n", text)


def escaped(text: str) -> str:
    """The text as Markdown that shows these characters and does nothing else."""
    flat = _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
    opening = _OPENING.match(flat)
    if opening is None:
        return flat
    return f"\\{flat}" if opening[1] in "-+=" else f"{opening[1]}\\{flat[opening.end() :]}"


def period(brief: Brief) -> str:
    """`15 November 2024 to 15 January 2025`."""
    return f"{day(brief.since)} to {day(brief.until)}" if brief.until else f"Since {day(brief.since)}"


def is_web(url: str | None) -> bool:
    """Whether a link leads to a page: a feed may give `javascript:` or a file."""
    return bool(url) and urlsplit(str(url)).scheme in ("http", "https")


def bundled(name: str) -> str:
    """The text of a template that ships with Hudhud."""
    return files("hudhud.export.brief").joinpath("templates", name).read_text(encoding="utf-8")


def _day(of: date | None) -> str:
    return day(of) if of else "undated"


def _rendered(
    brief: Brief,
    name: str,
    template: Path | None,
    polished: Polished | None,
    pictures: Mapping[str, str],
    filters: Mapping[str, Callable[..., Any]],
    *,
    autoescape: bool,
    finalize: Callable[[Any], Any] | None = None,
) -> str:
    jinja2 = needs("jinja2")
    sandbox = needs("jinja2.sandbox")
    environment = sandbox.ImmutableSandboxedEnvironment(
        autoescape=autoescape, finalize=finalize, undefined=jinja2.StrictUndefined, trim_blocks=not autoescape
    )
    environment.filters.update(filters, day=_day, is_web=is_web)
    try:
        source = template.read_text(encoding="utf-8") if template else bundled(name)
        made: str = environment.from_string(source).render(
            brief=brief,
            period=period(brief),
            changes=CHANGES,
            files={**dict.fromkeys(_names(brief), ""), **pictures},
            n_polished=polished.n if polished else 0,
            polished_by=polished.by if polished else "",
        )
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(name=str(template), reason=str(error), advice="Name a template file.") from error
    except (jinja2.TemplateError, sandbox.SecurityError, TypeError) as error:
        line = f", line {lineno}" if (lineno := getattr(error, "lineno", None)) else ""
        message = f"The template {template or name}{line} cannot be filled in: {error}. See docs/how-to/brief.md."
        raise HudhudError(message=message) from error
    return made


def _names(brief: Brief) -> list[str]:
    return ["map", *(picture.name for section in brief.sections for picture in section.pictures)]
