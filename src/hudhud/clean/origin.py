"""Whom an article is by: its publisher, and the one it was taken from."""

import re
from collections.abc import Iterable
from functools import cache

from hudhud.clean.byline import desk_publisher
from hudhud.clean.closing import is_publication_note
from hudhud.clean.dates import find_dates
from hudhud.clean.lines import bare, reprint_match
from hudhud.lexicon.publishers import AGENCIES, DOMAINS, PUBLISHERS

__all__ = ["is_agency", "is_known", "is_same", "publisher_of", "reprint_of"]

_CHANNEL = re.compile(
    r"\b(?:[Jj]oin|[Ff]ollow|[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Dd]ownload|[Ll]ike|[Gg]et|[Vv]isit)\b[^.!?]*?"
    r"(?P<who>[A-Z][\w.&’'-]*(?: (?:of |the |and )?[A-Z0-9][\w.&’'-]*){0,4})(?:’s|'s)? "
    r"(?:free |daily |official |mobile )*"
    r"(?:Telegram|WhatsApp|YouTube|Facebook|Twitter|Instagram|[Nn]ewsletter|[Aa]pp|[Pp]odcast)\b"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)+[\s©(c)]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s*(?:by )?)?"
    r"(?P<who>(?-i:[A-Z])[\w.&’' /-]{1,60}?)(?:,? (?:19|20)\d\d.*|[.,|].*| -? ?all rights.*|$)",
    re.IGNORECASE,
)
_FEED_FOOTER = re.compile(r".*\bappeared first on (?P<who>[^.]{2,60})\.*$", re.IGNORECASE)
_ROUTINE = re.compile(r"(?:all rights|the author|author|permission|here|this)\b", re.IGNORECASE)
_NET_NAMES = re.compile(
    r"(?:Telegram|WhatsApp|YouTube|Facebook|Twitter|Instagram|Google|Apple|Android|Us)$", re.IGNORECASE
)


@cache
def _names() -> dict[str, str]:
    """Every known name, folded, with the one it stands for."""
    table = {}
    for full, others in (*PUBLISHERS.items(), *AGENCIES.items()):
        for name in (full, *others):
            table[_key(name)] = full
    return table


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"^the ", "", name.casefold()))


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two names are one publisher's, by the table of their aliases."""
    if not one or not other:
        return False
    return _names().get(_key(one), _key(one)) == _names().get(_key(other), _key(other))


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's."""
    return _names().get(_key(name)) in AGENCIES


def is_known(name: str) -> bool:
    """Whether a name is in the tables."""
    return _key(name) in _names()


def publisher_of(lines: Iterable[str], *, author: str | None, site: str | None, title_tail: str | None) -> str | None:
    """The publisher that a page names, best evidence first.

    The markup's site name; a publication that describes itself; a desk that signs; a channel the reader is to
    join; the holder of the copyright, unless that is an agency; a feed's footer; what follows the title.
    """
    if site:
        return site
    lines = [bare(line) for line in lines]
    notes = (match["who"] for match in map(is_publication_note, lines) if match)
    channels = (match["who"] for match in map(_CHANNEL.search, lines) if match and not _NET_NAMES.match(match["who"]))
    rights = (
        match["who"].strip() for match in map(_COPYRIGHT.match, lines) if match and not _ROUTINE.match(match["who"])
    )
    footers = (match["who"].strip() for match in map(_FEED_FOOTER.match, lines) if match)
    desk = desk_publisher(author) if author else None
    owners = (name for name in rights if not is_agency(name))
    return next((name for name in (*notes, desk, *channels, *owners, *footers, title_tail) if name), None)


def reprint_of(lines: Iterable[str], *, publisher: str | None) -> str | None:
    """Whom an article was taken from, where a line says so; a note on permission points to the blog described."""
    lines = [bare(line) for line in lines]
    has_permission = False
    for line in lines:
        match = reprint_match(line)
        if match is None:
            continue
        who = _publisher_name(match.groupdict().get("who"))
        if who and not _FEED_FOOTER.match(line):
            return None if is_same(who, publisher) and not has_permission else who
        has_permission = has_permission or "permission" in line.lower()
    if has_permission:
        return next((match["who"] for match in map(is_publication_note, lines) if match), None)
    return None


def _publisher_name(found: str | None) -> str | None:
    """A name fit for a publisher out of a reprint line; dates and `the author` are none."""
    if not found:
        return None
    name = re.split(
        r",| on (?:the )?(?:\d|[A-Z][a-z]+day|[A-Z][a-z]+ \d)| and (?:is|was|has)\b| under\b| with (?:the )?permission",
        found,
    )[0].strip(" .")
    name = re.sub(r"^the (?=website|blog|site)(?:website|blog|site)(?: of)? ", "", name, flags=re.IGNORECASE)
    domain = name.casefold().removeprefix("www.")
    if _ROUTINE.match(name.removeprefix("the ")) or next(find_dates(name), None) or not name:
        return None
    return DOMAINS.get(domain, name)
