"""Documents and claims → the names they use, each with where and how it is used."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hudhud.lexicon.known_actors import country_key
from hudhud.lexicon.spelling import fold
from hudhud.reconcile.names import Name, initials, parse
from hudhud.records import (
    Claim,
    ControlDetail,
    Document,
    EventDetail,
    FigureDetail,
    OfficeDetail,
    Party,
    PresenceDetail,
    RelationDetail,
    StatementDetail,
)

__all__ = ["Mention", "abbreviations", "mentions", "parties", "subject_country"]

_BRACKETS = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Za-z.&\-]{1,9})\s*\)")
_BEFORE = 120  # characters before a bracket that hold what it abbreviates
_IN_NAME = re.compile(r"[\w'’.\-–]+$")
_SHARE = 0.6  # of a document's places, to call it an article about one country; not measured


@dataclass(slots=True)
class Mention:
    """One name in one document: the slots it fills and how often, and the other words the reader took for it."""

    document_id: str
    text: str
    name: Name
    slots: Counter[str] = field(default_factory=Counter)
    others: set[str] = field(default_factory=set)


def parties(claim: Claim) -> Iterator[tuple[str, Party]]:
    """Every party of a claim with the slot it fills, the attribution's sources among them."""
    for link in claim.attribution:
        yield "source", link.source
    match claim.detail:
        case EventDetail(actors=actors, recipients=recipients):
            yield from (("actor", party) for party in actors)
            yield from (("recipient", party) for party in recipients)
        case StatementDetail(speaker=speaker, addressees=addressees):
            yield "speaker", speaker
            yield from (("addressee", party) for party in addressees)
        case OfficeDetail(person=person, organisation=organisation):
            yield "person", person
            if organisation:
                yield "organisation", organisation
        case RelationDetail(subject=subject, object=other):
            yield "subject", subject
            yield "object", other
        case ControlDetail(actor=actor):
            yield "holder", actor
        case PresenceDetail(force=force):
            yield "force", force
        case FigureDetail():
            return


def mentions(claims: Iterable[Claim]) -> dict[tuple[str, str], Mention]:
    """(document, name) → mention, of the names that name someone and of descriptions alike."""
    found: dict[tuple[str, str], Mention] = {}
    for claim in claims:
        for slot, party in parties(claim):
            key = (claim.document_id, party.name)
            if key not in found:
                found[key] = Mention(claim.document_id, party.name, parse(party.name))
            found[key].slots[slot] += 1
            if party.text and party.text != party.name:
                found[key].others.add(party.text)
    return found


def abbreviations(document: Document) -> dict[str, str]:
    """Abbreviations that the text explains in brackets: `GNA` → `Government of National Accord`."""
    found: dict[str, str] = {}
    for match in _BRACKETS.finditer(document.text):
        short = match.group(1).replace(".", "")
        if sum(map(str.isupper, short)) >= 2 and short not in found:
            full = _explained(_words_before(document.text[max(match.start() - _BEFORE, 0) : match.start()]), short)
            if full:
                found[short] = full
    return found


def _words_before(text: str) -> list[str]:
    """The last nine words, back to the first sign that stands in no name."""
    found: list[str] = []
    for word in reversed(text.split()):
        if len(found) == 9 or not _IN_NAME.fullmatch(word):
            break
        found.insert(0, word)
    return found


def _explained(words: list[str], short: str) -> str | None:
    """The shortest run of words before the bracket whose initials are the abbreviation, or a known party's name."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for start in range(len(words) - 1, -1, -1):
        run = words[start:]
        if not (run[0][0].isupper() or run[0][0].isdigit()) and fold(run[0])[:1] != letters[0]:
            continue
        name = parse(" ".join(run))
        every = "".join(word[0] for word in fold(" ".join(run)).split())
        if _fits(letters, every) or _fits(letters, initials(tuple(fold(" ".join(run)).split()))):
            return " ".join(run)
        if name.known and len(run) > 1 and set(name.known) & set(parse(short).known):
            return " ".join(run)
    return None


def _fits(letters: list[str], firsts: str) -> bool:
    return "".join(letters).rstrip("s") == firsts or "".join(letters) == firsts


def subject_country(claims: Iterable[Claim]) -> dict[str, str]:
    """Document → the country that most of its places are in, where one stands out."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.place and claim.place.country:
            told[claim.document_id][claim.place.country] += 1
    found: dict[str, str] = {}
    for document_id, countries in told.items():
        code, count = min(countries.items(), key=lambda item: (-item[1], item[0]))
        key = country_key(code)
        if key and count >= _SHARE * countries.total():
            found[document_id] = key
    return found
