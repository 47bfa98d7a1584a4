"""A page, plain or HTML → its lines, and what its markup says of itself."""

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from hudhud.clean.characters import fold, tidy
from hudhud.clean.lines import content_words, is_prose, line_reason

__all__ = ["Page", "read_html", "read_text"]

# Below this many characters an extraction is tried again another way (a news brief has some 300).
_LITTLE = 250
# Far above what pages nest (a bound against hostile markup, not measured).
_DEEPEST = 500
_BOX = re.compile(
    r"<(/?)(?:div|span|font|b|i|em|strong|center|section|table|tr|td|ul|ol|blockquote)\b[^<>]*>", re.IGNORECASE
)
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|LiveBlog")
_DATE_METAS = (
    "article:published_time datepublished article:published published_time og:published_time og:article:published_time "
    "parsely-pub-date sailthru.date cxenseparse:recs:publishtime pubdate publishdate publish-date publication_date "
    "dc.date.issued dcterms.created dcterms.issued dc.date dcterms.date date article.published citation_date"
).split()
_PUBLISH_CLASS = re.compile(
    r"publish|pubdate|entry-date|post-date|article-date|posted|dateline|date-created", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines that may be the article's, and the visible lines round them, in the page's order.

    `before` and `behind` are lines that extraction left out; of a plain text every line is in `lines`. `dates`
    are publication dates in the markup, the most trusted first. `name_of_site` is what the page calls itself,
    `taken_from` whom its markup names as the origin.
    """

    lines: tuple[str, ...]
    blank_before: frozenset[int] = frozenset()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    name_of_site: str | None = None
    taken_from: str | None = None
    url: str | None = None
    dates: tuple[str, ...] = field(default=())


def read_text(text: str) -> Page:
    """The lines of a plain text; `blank_before` tells which stand behind a blank line."""
    lines: list[str] = []
    blank_before: set[int] = set()
    is_blank = True
    for raw in text.split("\n"):
        if not raw.strip():
            is_blank = True
            continue
        if is_blank:
            blank_before.add(len(lines))
        lines.append(raw)
        is_blank = False
    return Page(lines=tuple(lines), blank_before=frozenset(blank_before))


def read_html(markup: str, *, url: str | None = None) -> Page:
    """The article's lines of an HTML page, by trafilatura, or where it finds little by resiliparse.

    Nothing is fetched. Markup that cannot be parsed counts as a page without lines.
    """
    markup = _levelled(markup)
    tree = _parsed(markup)
    if tree is None:
        return Page(lines=())
    visible = _visible(markup)
    lines = _extracted(markup)
    if not lines:
        lines = visible
    kept = "\n".join(lines)
    at_first = next((at for at, line in enumerate(visible) if line in kept and len(line) > 40), len(visible))
    outside = [(at, line) for at, line in enumerate(visible) if line not in kept]
    told = _linked_data(tree)
    return Page(
        lines=tuple(lines),
        blank_before=frozenset(range(len(lines))),
        before=tuple(line for at, line in outside if at < at_first),
        behind=tuple(line for at, line in outside if at > at_first),
        title=_title(tree, told, " ".join(line for line in lines if is_prose(line) and not line_reason(line))),
        author=_author(tree, told),
        name_of_site=_site(tree, told),
        taken_from=_origin(tree, told, url),
        url=_canonical(tree),
        dates=tuple(_dates(tree, told)),
    )


def _levelled(markup: str) -> str:
    """`markup` without its boxes where they are nested deeper than any page does: extraction takes the square of it."""
    depth = deepest = 0
    for tag in _BOX.finditer(markup):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return _BOX.sub("\n", markup) if deepest > _DEEPEST else markup


def _parsed(markup: str) -> Any:
    from lxml import etree, html

    with contextlib.suppress(etree.LxmlError, ValueError, AssertionError, TypeError):
        # A declaration of an encoding is void in text that is decoded already.
        return html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    return None


def _extracted(markup: str) -> list[str]:
    best = _lines(_by_trafilatura(markup))
    # Pages laid out as a table come back as its rows, the menu's cell beside the article's.
    in_rows = sum(len(line) for line in best if line.startswith("|"))
    if in_rows * 2 > sum(map(len, best)):
        best = []
    if sum(map(len, best)) < _LITTLE:
        other = _lines(_by_resiliparse(markup, main_content=True))
        best = max(best, other, key=lambda lines: sum(map(len, lines)))
    return best


def _by_trafilatura(markup: str) -> str:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            markup, include_comments=False, include_tables=True, include_formatting=False, with_metadata=False
        )
    # The extractor walks pages nobody has seen: whatever it stumbles over, the second one is tried.
    except Exception:
        return ""
    return str(getattr(found, "text", None) or "")


def _by_resiliparse(markup: str, *, main_content: bool) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    try:
        return str(
            extract_plain_text(
                markup, main_content=main_content, preserve_formatting=True, alt_texts=False, list_bullets=False
            )
        )
    except (ValueError, RuntimeError):
        return ""


def _visible(markup: str) -> list[str]:
    return _lines(_by_resiliparse(markup, main_content=False))


def _lines(text: str) -> list[str]:
    return [line for line in map(fold, tidy(text.replace("\t", "\n")).split("\n")) if line]


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first JSON-LD node that describes an article, empty where there is none."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        with contextlib.suppress(ValueError, RecursionError):
            for node in _nodes(json.loads(script.text or "", strict=False)):
                kind = node.get("@type")
                if _ARTICLE_TYPES.search(" ".join(map(str, kind)) if isinstance(kind, list) else str(kind)):
                    return node
    return {}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))
        yield from _nodes(value.get("mainEntity"))


def _name(value: Any) -> str | None:
    """The name in a JSON-LD value: a string, a node with `name`, or a list of either."""
    if isinstance(value, list):
        names = [name for name in map(_name, value) if name]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _clean(value) if isinstance(value, str) else None


def _clean(value: str | None) -> str | None:
    text = fold(tidy(value or "").replace("\n", " "))
    return text[:500] or None


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        for node in tree.iter("meta"):
            keys = (node.get("property"), node.get("name"), node.get("itemprop"))
            if name in (key.lower() for key in keys if key) and (node.get("content") or "").strip():
                return _clean(node.get("content"))
    return None


def _text_of(tree: Any, path: str) -> str | None:
    nodes = tree.xpath(path)
    return _clean(nodes[0].text_content()) if nodes else None


def _title(tree: Any, told: dict[str, Any], text: str) -> str | None:
    """The headline by JSON-LD, the one first heading, the metadata; else what part of `<title>` the text is about."""
    headings = tree.xpath("//article//h1 | //main//h1") or tree.xpath("//h1")
    heading = _clean(headings[0].text_content()) if len(headings) == 1 else None
    title = _name(told.get("headline")) or heading or _meta(tree, "og:title", "twitter:title", "dc.title")
    whole = _text_of(tree, "//title")
    if title is None and whole:
        about = content_words(text)
        parts = [part for part in re.split(r" (?:[|–—»«·-]|::) ", whole) if content_words(part) & about]
        title = max(parts, key=lambda part: len(content_words(part) & about), default=None)
    site = _site(tree, told)
    if title and site:
        title = re.sub(rf"\s+[|–—»·-]\s+{re.escape(site)}$", "", title)
    return title


def _author(tree: Any, told: dict[str, Any]) -> str | None:
    found = _name(told.get("author")) or _meta(tree, "author", "parsely-author", "dc.creator", "byl", "article:author")
    if not found:
        found = _text_of(tree, "//*[@rel='author'] | //*[@itemprop='author']")
    return None if found and ("/" in found or len(found) > 120) else found


def _site(tree: Any, told: dict[str, Any]) -> str | None:
    return _name(told.get("publisher")) or _meta(tree, "og:site_name", "dc.publisher", "application-name")


def _origin(tree: Any, told: dict[str, Any], url: str | None) -> str | None:
    """The origin in the markup: JSON-LD's, or a canonical address on another host than the page's own."""
    origin = _name(told.get("sourceOrganization")) or _meta(tree, "original-source", "syndication-source")
    if origin and "/" not in origin:
        return origin
    own, first = _host(url or _meta(tree, "og:url")), _host(_canonical(tree))
    return first if own and first and own != first else None


def _canonical(tree: Any) -> str | None:
    nodes = tree.xpath("//link[@rel='canonical']/@href")
    return str(nodes[0]).strip() or None if nodes else None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www|m|amp|en|edition)\.", "", host) if host else None


def _dates(tree: Any, told: dict[str, Any]) -> Iterator[str]:
    for key in ("datePublished", "dateCreated"):
        if isinstance(told.get(key), str):
            yield told[key]
    for name in _DATE_METAS:
        found = _meta(tree, name)
        if found:
            yield found
    for node in tree.xpath("//*[@itemprop='datePublished']"):
        yield node.get("datetime") or node.get("content") or _clean(node.text_content()) or ""
    times = tree.xpath("//time[@datetime]")
    marked = [
        node for node in times if node.get("pubdate") is not None or _PUBLISH_CLASS.search(node.get("class") or "")
    ]
    days = {node.get("datetime")[:10] for node in times}
    for node in marked or (times if len(days) == 1 else []):
        yield node.get("datetime")
