"""Text → the places it tells, with a point, an area of doubt and a role."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hudhud.lexicon.countries import adjectives, countries, country_named
from hudhud.lexicon.gazetteer import Entry, Gazetteer
from hudhud.read import place_offsets
from hudhud.read.place_borders import border_at
from hudhud.read.place_filter import likely_places
from hudhud.read.place_mentions import Mention, mention_of, mentions_in, mentions_of, people_in, tokens_of
from hudhud.read.place_resolution import Weights, containers, resolve
from hudhud.read.place_roles import PlaceRole, is_metonym, role_at
from hudhud.records import Place, PlacePrecision, Span

__all__ = ["FoundPlace", "PlaceRole", "find_mentions", "find_places", "is_metonym", "locate"]

_WEIGHTS = Weights()
# People → radius of what bears the town's name, km. From built-up areas by eye; a town's fighting is told by its name.
_TOWN_RADII = ((2_000_000, 20.0), (500_000, 15.0), (100_000, 10.0), (20_000, 7.0), (0, 5.0))
_AREA_KM = 120.0  # the least radius of a place that is only known to lie where the rest of the article does


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place and the role it plays.

    Of `45km south of Sirte`, `place` is the point told of, `name` the span of `Sirte` and `bare` Sirte itself.
    """

    place: Place
    role: PlaceRole
    name: Span
    bare: Place


def find_places(
    text: str,
    *,
    sentences: Sequence[Span] = (),
    names: Sequence[Span] | None = None,
    publisher: str | None = None,
    hints: Sequence[str] = (),
) -> list[Place]:
    """The places that `text` tells of, in text order, resolved together.

    Only those that are places there: no governments (`Washington said`), no peoples, no states that only say where a
    town lies. `find_mentions` has them all. The arguments are the same.
    """
    found = find_mentions(text, sentences=sentences, names=names, publisher=publisher, hints=hints)
    return [mention.place for mention in found if mention.role is PlaceRole.PLACE]


def find_mentions(
    text: str,
    *,
    sentences: Sequence[Span] = (),
    names: Sequence[Span] | None = None,
    publisher: str | None = None,
    hints: Sequence[str] = (),
) -> list[FoundPlace]:
    """Every name of a place in `text` with its role, in text order.

    `names` are the spans that are known to name places; without them, names are found by capitals and the
    gazetteer. `publisher` is the outlet's name or host, `hints` are countries (names, adjectives or ISO codes) that
    something outside the text speaks for. A place's span covers the whole expression: `45km south of Sirte`.
    """
    gazetteer = Gazetteer.open()
    tokens = tokens_of(text)
    if names is None:
        mentions = likely_places(text, tokens, mentions_in(text, tokens, gazetteer))
    else:
        mentions = mentions_of(text, names, gazetteer)
        mentions = sorted([*mentions, *people_in(text, tokens, mentions, gazetteer)], key=lambda mention: mention.start)
    votes = _votes(publisher, hints)
    entries = resolve(text, mentions, votes=votes, home=_home(publisher, gazetteer), weights=_WEIGHTS)
    return _Telling(text, sentences, mentions, entries, gazetteer).found()


def locate(name: str, *, countries: Sequence[str] = (), near: tuple[float, float] | None = None) -> Place | None:
    """The place that a single name most likely means, None where the gazetteer has nothing like it.

    `countries` (ISO2) and a point `near` it say which of several.
    """
    gazetteer = Gazetteer.open()
    mention = mention_of(name, 0, len(name), gazetteer)
    if not mention.entries:
        return None
    votes = dict.fromkeys(countries, 3.0)
    if near:
        apart = {e.id: place_offsets.distance_km(e.lat, e.lon, *near) for e in mention.entries}
        mention.entries = tuple(e for e in mention.entries if apart[e.id] <= min(apart.values()) + _AREA_KM)
    entry = resolve(name, [mention], votes=votes, weights=_WEIGHTS)[0]
    if entry is None:
        return None
    if countries and entry.country not in countries:
        entry = next((other for other in mention.entries if other.country in countries), entry)
    return _place(entry, name, Span(0, len(name)), gazetteer)


class _Telling:
    """One document's mentions on their way to places."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        entries: Sequence[Entry | None],
        gazetteer: Gazetteer,
    ) -> None:
        self.text, self.sentences, self.mentions, self.gazetteer = text, sentences, mentions, gazetteer
        self.entries = self._without_strangers(entries)
        self.inside = containers(text, mentions)
        self.main_country = self._main_country()

    def _without_strangers(self, entries: Sequence[Entry | None]) -> list[Entry | None]:
        """A name that is only spelled like some place counts only where the text is about that country."""
        told = {e.country for e, m in zip(entries, self.mentions, strict=True) if e and not m.is_like}
        alone = not told
        return [
            None if mention.is_like and entry and not alone and entry.country not in told else entry
            for entry, mention in zip(entries, self.mentions, strict=True)
        ]

    def _main_country(self) -> str:
        counted = Counter(entry.country for entry in self.entries if entry and entry.country)
        return counted.most_common(1)[0][0] if counted else ""

    def found(self) -> list[FoundPlace]:
        """All mentions as places, in text order; a mention that another has taken in is left out."""
        out: list[FoundPlace] = []
        index = 0
        while index < len(self.mentions):
            made, taken = self._at(index)
            if made:
                out.append(made)
            index += taken
        return out

    def _at(self, index: int) -> tuple[FoundPlace | None, int]:
        mention, entry = self.mentions[index], self.entries[index]
        span = Span(mention.start, mention.end)
        border = border_at(self.text, self.mentions, self.entries, index, self.main_country, self.gazetteer)
        if border:
            role = PlaceRole.CONTEXT if border.follows_place and index else PlaceRole.PLACE
            place = Place(
                border.name, border.span.of(self.text), border.country, border.area.lat, border.area.lon,
                round(border.area.radius_km, 1), PlacePrecision.REGION, span=border.span,
            )  # fmt: skip
            bare = _place(entry, mention.text, span, self.gazetteer) if entry else place
            return FoundPlace(place, role, span, bare), border.n_mentions
        if between := self._between(index):
            return between, 2
        if mention.demonym and entry and not self._is_land(mention):
            return self._bare(entry, mention, PlaceRole.PEOPLE), 1
        return self._single(index, mention, entry, span), 1

    def _single(self, index: int, mention: Mention, entry: Entry | None, span: Span) -> FoundPlace | None:
        role = role_at(self.text, span, entry)
        if index - 1 in self.inside and role is PlaceRole.PLACE:
            role = PlaceRole.CONTEXT
        if entry is None:
            unknown = self._unknown(index, mention, span)
            return FoundPlace(unknown, role, span, unknown) if mention.is_given else None
        if role is not PlaceRole.PLACE or mention.is_metonym:
            return self._bare(entry, mention, role)
        if site := self._site(mention, entry, role):
            return site
        shift = place_offsets.left_of(self.text, mention.start, self._sentence_start(mention.start))
        shift = shift or place_offsets.right_of(self.text, mention.end)
        if shift is None:
            return self._bare(entry, mention, role)
        whole = Span(min(shift.start, mention.start), max(shift.end, mention.end))
        lat, lon, radius, precision = place_offsets.apply(shift, entry, _radius(entry), self.gazetteer)
        plain = _place(entry, whole.of(self.text), whole, self.gazetteer)
        moved = Place(
            plain.name, plain.text, plain.country, round(lat, 4), round(lon, 4), round(radius, 1), precision,
            plain.gazetteer_id, plain.admin1, whole,
        )  # fmt: skip
        return FoundPlace(moved, role, span, _place(entry, mention.text, span, self.gazetteer))

    def _bare(self, entry: Entry, mention: Mention, role: PlaceRole) -> FoundPlace:
        span = Span(mention.start, mention.end)
        place = _place(entry, mention.text, span, self.gazetteer)
        return FoundPlace(place, role, span, place)

    def _is_land(self, mention: Mention) -> bool:
        """`northern Syrian towns`: a part of the country, told by the adjective."""
        return bool(
            _LAND.match(self.text, mention.end)
            and (shift := place_offsets.left_of(self.text, mention.start))
            and shift.kind == "part"
        )

    def _site(self, mention: Mention, entry: Entry, role: PlaceRole) -> FoundPlace | None:
        """`Baghdad airport`: the site of that name near the town, or the town with room for it."""
        noun = _SITE.match(self.text, mention.end)
        if not noun or entry.kind != "P":
            return None
        span = Span(mention.start, noun.end())
        named = self.gazetteer.look_up(span.of(self.text))
        sites = [e for e in named if place_offsets.distance_km(e.lat, e.lon, entry.lat, entry.lon) < 60]
        site = sites[0] if sites else replace(entry, kind="S", radius_km=20)
        place = _place(site, span.of(self.text), span, self.gazetteer)
        bare = Span(mention.start, mention.end)
        return FoundPlace(place, role, bare, _place(entry, mention.text, bare, self.gazetteer))

    def _sentence_start(self, at: int) -> int:
        return next((sentence.start for sentence in self.sentences if sentence.start <= at < sentence.end), 0)

    def _between(self, index: int) -> FoundPlace | None:
        """`between Misrata and Sirte`: only of two towns, since two states are between each other in other ways."""
        if index + 1 >= len(self.mentions):
            return None
        one, other = self.mentions[index], self.mentions[index + 1]
        first, second = self.entries[index], self.entries[index + 1]
        lead = _BETWEEN.search(self.text[max(0, one.start - 60) : one.start])
        gap = self.text[one.end : other.start]
        joined = (
            _AND.fullmatch(gap) if lead else _ROAD.match(self.text, other.end) if gap in ("-", "–", " - ") else None
        )
        if not (joined and first and second) or "C" in (first.kind, second.kind) or first.id == second.id:
            return None
        start = one.start - len(lead.group()) if lead else one.start
        end = other.end if lead else joined.end()
        area = place_offsets.halfway(first, second)
        if area.radius_km > 600:
            return None
        span = Span(start, end)
        country = first.country if first.country == second.country else None
        place = Place(
            first.name, span.of(self.text), country, round(area.lat, 4), round(area.lon, 4), round(area.radius_km, 1),
            PlacePrecision.NEAR, span=span,
        )  # fmt: skip
        name = Span(one.start, one.end)
        return FoundPlace(place, PlaceRole.PLACE, name, _place(first, one.text, name, self.gazetteer))

    def _unknown(self, index: int, mention: Mention, span: Span) -> Place:
        """A name that the gazetteer has not: its container, or where the places around it lie; else no point."""
        outer = self.entries[self.inside[index]] if index in self.inside else None
        if outer:
            return Place(
                mention.text, mention.text, outer.country, outer.lat, outer.lon, _radius(outer),
                place_offsets.precision_of(outer), admin1=_admin_name(outer, self.gazetteer), span=span,
            )  # fmt: skip
        area = self._surroundings(index)
        if area is None:
            return Place(mention.text, mention.text, None, span=span)
        entry, radius = area
        return Place(
            mention.text, mention.text, entry.country, entry.lat, entry.lon, radius, PlacePrecision.PROVINCE,
            admin1=_admin_name(entry, self.gazetteer), span=span,
        )  # fmt: skip

    def _surroundings(self, index: int) -> tuple[Entry, float] | None:
        """The place that most of the article's other local places lie near, with the radius that holds them."""
        local = [entry for entry in self.entries if entry and entry.kind in ("P", "A2", "S", "D", "A1")]
        if not local:
            return None

        def near(entry: Entry) -> int:
            return sum(place_offsets.distance_km(entry.lat, entry.lon, e.lat, e.lon) < _AREA_KM for e in local)

        middle = max(local, key=near)
        return (middle, _AREA_KM) if near(middle) * 2 >= len(local) else None


_BETWEEN = re.compile(
    r"(?:(?:the )?(?:road|highway|area|route|stretch|desert|coast|region|land|territory) )?between "
    r"(?:the (?:towns|cities|villages) of )?(?:the )?$",
    re.IGNORECASE,
)
_LAND = re.compile(
    r" (?:towns?|cit(?:y|ies)|villages?|provinces?|regions?|deserts?|coast|countryside|territor(?:y|ies)|districts?|"
    r"areas?|governorates?|mountains?|highlands)\b"
)
_SITE = re.compile(
    r" (?:international )?(?:airport|air base|airbase|airfield|seaport|naval base|refinery)\b", re.IGNORECASE
)
_AND = re.compile(r" and (?:the )?(?:town of |city of |village of )?")
_ROAD = re.compile(r" (?:road|highway|axis|corridor|motorway|route|frontline|front)\b")


def _radius(entry: Entry) -> float:
    if entry.radius_km:
        return float(entry.radius_km)
    if entry.kind == "S":
        return 5.0
    return next(radius for least, radius in _TOWN_RADII if entry.population >= least)


def _place(entry: Entry, text: str, span: Span, gazetteer: Gazetteer) -> Place:
    return Place(
        entry.name, text, entry.country or None, entry.lat, entry.lon, _radius(entry),
        place_offsets.precision_of(entry), str(entry.id) if entry.id else None, _admin_name(entry, gazetteer), span,
    )  # fmt: skip


def _admin_name(entry: Entry, gazetteer: Gazetteer) -> str | None:
    admin = gazetteer.admin(entry.country, entry.admin1) if entry.admin1 else None
    return admin.name if admin else None


# An outlet's country where its host does not say it: hosts that end in .com and the like.
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})(?:[/:].*)?$", re.IGNORECASE)
_NEWS_WORDS = re.compile(
    r"the|daily|news|times|post|herald|register|gazette|tribune|journal|review|observer|star|press|chronicle|echo|mail|"
    r"reporter|online|newspapers?|intelligencer|sentinel|courier|dispatch|telegraph|today|local|info|city|tv|radio|my|in"
)
_TLD_COUNTRY = {"uk": "GB", "su": "RU"}


def _votes(publisher: str | None, hints: Sequence[str]) -> dict[str, float]:
    """Country → weight, of what is known from outside the text."""
    votes: dict[str, float] = defaultdict(float)
    for hint in hints:
        code = hint if hint in countries() else adjectives().get(hint) or getattr(country_named(hint), "iso2", None)
        if code:
            votes[code] += 1.0
    if publisher:
        host = _HOST.match(publisher.strip())
        last = host[1].rsplit(".", 1)[-1].lower() if host else ""
        code = _TLD_COUNTRY.get(last, last.upper())
        if len(last) == 2 and code in countries():
            votes[code] += 1.0
        for word in publisher.replace("-", " ").split():
            named = adjectives().get(word) or getattr(country_named(word), "iso2", None)
            if named:
                votes[named] += 1.0
    return dict(votes)


def _home(publisher: str | None, gazetteer: Gazetteer) -> list[Entry]:
    """The places that the publisher's own name holds: `palestineherald.com`, `The Tripoli Post`."""
    if not publisher:
        return []
    host = _HOST.match(publisher.strip())
    words = [_NEWS_WORDS.sub("", host[1].split(".")[0])] if host else publisher.split()
    joined = " ".join(word for word in words if not _NEWS_WORDS.fullmatch(word.lower()))
    return list(gazetteer.look_up(joined)) if len(joined) > 3 else []
