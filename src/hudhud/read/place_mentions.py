"""Text → the stretches that may name a place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hudhud.lexicon.countries import adjectives, country_named
from hudhud.lexicon.gazetteer import Entry, Gazetteer
from hudhud.lexicon.place_words import ABBREVIATIONS, DIRECTIONS, KIND_OF_NOUN, METONYMS
from hudhud.lexicon.spelling import fold
from hudhud.records import Span

__all__ = ["Mention", "Token", "mention_of", "mentions_in", "mentions_of", "people_in", "tokens_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
_GAPS = frozenset((" ", "-", ". ", "‑", "\u00a0", " -", "'", "’"))
_LONGEST = 5
_PARTICLES = frozenset(
    "of the al el ul as ash ad ar at az an ez es er ed en et i e o y de del della des du da do das dos la le les "
    "los las upon on in und am and bin bani".split()
)


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NEVER_ALONE = frozenset((*DIRECTIONS, "central"))
_ANNOUNCED = re.compile(r"\b(?:town|city|village|district|port|suburb|settlement|province|region|hamlet|area)s? of $")
_ARTICLES = frozenset(("al", "el", "ash", "ad", "ar", "as", "at", "az", "an"))
_WITH_ARTICLE = frozenset(("Hague", "Gambia", "Bronx", "Bahamas", "Dalles", "Valley", "Pas"))
_ABBREVIATION = re.compile(rf"\b(?:{_either(short for short in ABBREVIATIONS if '.' in short)})(?!\w)")
_CODE_AFTER_COMMA = re.compile(r"(?<=, )[A-Z]{2}\b")
_METONYM = re.compile(rf"\b(?:{_either(METONYMS)})\b")
_UNITED_STATES = re.compile(r"\bU\. ?S\.(?: ?A\.)?|\bU\.K\.|\bU\.A\.E\.|\b(?:US|USA|UK|UAE|DRC|DPRK|KSA)\b")
_ARABIC = re.compile("[\u0621-\u064a]")
_ARABIC_PREFIX = re.compile("^[وفبلك](?=ال|..)")
_ARABIC_CUES = frozenset(
    map(fold, "في من إلى مدينة بلدة قرية محافظة ولاية قرب شمال جنوب شرق غرب منطقة حي مطار".split())
)
_ARABIC_TOWN = 15_000  # people; under this a bare Arabic word is more often a common word than the town


@dataclass(frozen=True, slots=True)
class Token:
    """A word of letters with its place in the text."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Mention:
    """One naming of a place, and the entries that bear the name.

    `wanted` is the kind that a noun beside the name asks for (`county`, `airport`), `demonym` the country where
    the word is an adjective or a people, `within` the (country, admin1) that an abbreviation or code stands for.
    """

    start: int
    end: int
    text: str
    key: str
    entries: tuple[Entry, ...] = ()
    wanted: str = ""
    demonym: str = ""
    is_metonym: bool = False
    is_given: bool = False
    is_like: bool = False


def tokens_of(text: str) -> list[Token]:
    """The words of `text`; a possessive `'s` is left out."""
    return [Token(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]


def mentions_in(text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> list[Mention]:
    """Every stretch of `text` whose spelling is in the gazetteer, the longest at each point, in text order.

    Whether it is a place, a person or a common word is not judged here.
    """
    found = _fixed(text, tokens, gazetteer)
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.start in taken or not (
            token.text[0].isupper() or token.text in _ARTICLES or _ARABIC.match(token.text)
        ):
            index += 1
            continue
        mention = _longest(text, tokens, index, gazetteer)
        if mention:
            found.append(mention)
            while index < len(tokens) and tokens[index].start < mention.end:
                index += 1
        else:
            index += 1
    return sorted(found, key=lambda mention: mention.start)


def _fixed(text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> list[Mention]:
    """What a pattern finds without the gazetteer: peoples, abbreviations, seats of government."""
    found: list[Mention] = []
    spans: set[int] = set()
    patterns = (_UNITED_STATES, _METONYM, _ABBREVIATION, _CODE_AFTER_COMMA)
    matches = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    for start, end in [*matches, *_people(text, tokens)]:
        if spans.isdisjoint(range(start, end)):
            mention = mention_of(text, start, end, gazetteer)
            if mention.entries:
                found.append(mention)
                spans.update(range(start, end))
    return found


def _people(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Spans of the adjectives and names of peoples, of one word or two."""
    known = adjectives()
    for token, following in pairwise([*tokens, Token(len(text), len(text), "")]):
        if token.text[0].isupper():
            if text[token.start : following.end] in known:
                yield token.start, following.end
            elif token.text in known:
                yield token.start, token.end


def mention_of(text: str, start: int, end: int, gazetteer: Gazetteer) -> Mention:
    """The mention that a span makes, with every entry that bears its name."""
    words = text[start:end]
    mention = Mention(start, end, words, fold(words))
    if words in METONYMS:
        name, lat, lon, country = METONYMS[words]
        mention.entries = (Entry(0, name, country, "", lat, lon, "S", 0, 3),)
        mention.is_metonym = True
    elif words in adjectives():
        mention.demonym = adjectives()[words]
        mention.entries = _country_entries(mention.demonym, gazetteer)
    elif words in ABBREVIATIONS:
        admin = gazetteer.admin(*ABBREVIATIONS[words])
        mention.entries = (admin,) if admin else ()
    else:
        mention.entries, mention.wanted, mention.is_like = _entries(words, gazetteer)
    return mention


def _country_entries(code: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    from hudhud.lexicon.countries import countries

    return tuple(e for e in gazetteer.look_up(countries()[code].name) if e.kind == "C" and e.country == code)


_WITH_NOUN = re.compile(
    r"^(?P<name>.+?)[ -](?P<noun>[A-Za-z]+)\.?$|^(?:the )?(?P<before>[A-Za-z]+) of (?P<after>.+)$", re.DOTALL
)


def _entries(words: str, gazetteer: Gazetteer) -> tuple[tuple[Entry, ...], str, bool]:
    """(entries, kind wanted, whether the spelling was only alike)."""
    bare = re.sub(r"^[Tt]he\s+|['’]s?$", "", words)
    found = gazetteer.look_up(bare)
    if not found and (country := country_named(bare)):
        found = _country_entries(country.iso2, gazetteer)
    noun = _WITH_NOUN.match(bare)
    if noun:
        word = fold(noun["noun"] or noun["before"] or "")
        wanted = KIND_OF_NOUN.get(word, "")
        if found and wanted:
            return found, wanted, False
        if wanted:
            return gazetteer.look_up(noun["name"] or noun["after"]), wanted, False
    if found:
        return found, "", False
    like = gazetteer.spelled_like(bare)
    return like, "", bool(like)


def _longest(text: str, tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> Mention | None:
    first = tokens[index]
    if _ARABIC.match(first.text):
        return _arabic(text, tokens, index, gazetteer)
    if not (first.text[0].isupper() or _is_particle_before_name(text, tokens, index)):
        return None
    if first.text == "The" and not (index + 1 < len(tokens) and tokens[index + 1].text in _WITH_ARTICLE):
        return None
    last = index
    ends = [index]
    while (
        last + 1 < len(tokens)
        and last + 1 < index + _LONGEST
        and text[tokens[last].end : tokens[last + 1].start] in _GAPS
    ):
        last += 1
        if tokens[last].text[0].isupper():
            ends.append(last)
        elif tokens[last].text.lower() not in _PARTICLES:
            break
    for end in reversed(ends):
        if end == index and first.text.lower() in _NEVER_ALONE:
            return None
        stretch = text[first.start : tokens[end].end]
        if len(stretch) > 1:
            entries = gazetteer.look_up_key(fold(stretch))
            if entries:
                return Mention(first.start, tokens[end].end, stretch, fold(stretch), entries)
    return _spelled_like(text, tokens, index, ends, gazetteer)


def _spelled_like(
    text: str, tokens: Sequence[Token], index: int, ends: Sequence[int], gazetteer: Gazetteer
) -> Mention | None:
    """`the town of Mayedin`: an unlisted spelling, where the words before say that a place follows."""
    first = tokens[index]
    if not _ANNOUNCED.search(text, max(0, first.start - 24), first.start):
        return None
    for end in reversed(ends):
        stretch = text[first.start : tokens[end].end]
        if like := gazetteer.spelled_like(stretch):
            return Mention(first.start, tokens[end].end, stretch, fold(stretch), like, is_like=True)
    return None


def _is_particle_before_name(text: str, tokens: Sequence[Token], index: int) -> bool:
    """`al-Bab`, `el-Fasher`: the article is written small."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return bool(
        following
        and token.text in _ARTICLES
        and text[token.end : following.start] == "-"
        and following.text[0].isupper()
    )


def _arabic(text: str, tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> Mention | None:
    """Arabic script has no capitals: a larger place, or any place after a word such as `في`."""
    cued = index > 0 and fold(tokens[index - 1].text) in _ARABIC_CUES
    for end in range(min(index + 3, len(tokens)) - 1, index - 1, -1):
        stretch = text[tokens[index].start : tokens[end].end]
        if stretch.count(" ") != end - index:
            continue
        for cut in (0, 1) if _ARABIC_PREFIX.match(stretch) else (0,):
            entries = gazetteer.look_up(stretch[cut:])
            if (
                entries
                and len(stretch) - cut > 2
                and (cued or entries[0].population >= _ARABIC_TOWN or entries[0].kind == "C")
            ):
                start = tokens[index].start + cut
                return Mention(start, tokens[end].end, stretch[cut:], fold(stretch[cut:]), entries)
    return None


def mentions_of(text: str, names: Sequence[Span], gazetteer: Gazetteer) -> list[Mention]:
    """A mention for each span that someone has already found to name a place, known to the gazetteer or not."""
    found = []
    for span in names:
        mention = mention_of(text, span.start, span.end, gazetteer)
        mention.is_given = True
        found.append(mention)
    return found


def people_in(text: str, tokens: Sequence[Token], beside: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The adjectives and peoples (`Libyan`, `Egyptians`) outside the mentions already there: they vote on countries."""
    found = []
    for start, end in _people(text, tokens):
        if not any(mention.start < end and start < mention.end for mention in beside):
            found.append(mention_of(text, start, end, gazetteer))
    return [mention for mention in found if mention.entries]
