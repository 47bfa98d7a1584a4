"""What a place's name stands for where it stands: a place, a government, a part of some other name."""

import re
from enum import StrEnum

from hudhud.lexicon.countries import capitals
from hudhud.lexicon.gazetteer import Entry
from hudhud.lexicon.place_words import GOVERNMENT_NOUNS, ORGANISATION_NOUNS, SPEECH_VERBS
from hudhud.lexicon.spelling import fold
from hudhud.records import Span

__all__ = ["PlaceRole", "is_metonym", "role_at"]


class PlaceRole(StrEnum):
    """What a mention of a place does.

    `place` is where something is or happens. `government` is the state or its seat as an actor or an attribute
    (`Washington said`, `US forces`, `Tobruk-based`). `part_of_name` is inside an organisation's name. `people` is an
    adjective or a people (`Libyan`). `context` only says where another place lies (`Texas` in `Paris, Texas`) or
    where a report was filed.
    """

    PLACE = "place"
    GOVERNMENT = "government"
    PART_OF_NAME = "part_of_name"
    PEOPLE = "people"
    CONTEXT = "context"


_SIDED = re.compile(
    r"-(?:based|backed|led|aligned|allied|supported|funded|sponsored|brokered|run|made|linked|affiliated|trained|imposed|"
    r"supplied|recogni[sz]ed|appointed|mediated|designated|friendly|owned|built|style)\b"
)
_NEXT_WORD = re.compile(r"(?:['’]s?)?(?:\s+(?:has|have|had|also|is|was|will|would|and its allies))?\s+([\w-]+)")
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|inside|outside|around|across|throughout|within|into|to|from|over|through|of|entered|left|reached|"
    r"visited|north|south|east|west)\s+(?:the\s+)?(?:[\w-]+ern\s+)?$",
    re.IGNORECASE,
)
_DID = re.compile(r"(?!need|bas)[a-z]{2,}ed")  # a state that did something: `Russia deployed`
_AT_SEAT = re.compile(r"\b(?:at|outside|near|inside|around|in front of)\s+(?:the\s+)?$", re.IGNORECASE)
_DEALS = re.compile(
    r"\b(?:(?:relations?|ties|talks?|deals?|agreement|alliance|tensions?|cooperation|war|dispute|"
    r"negotiations|border clashes|partnership|consultations)\s+(?:with|between)|"
    r"(?:supported|backed|funded|armed|led|supplied|brokered|sponsored|"
    r"condemned|imposed|mediated|designated|recogni[sz]ed|opposed|financed)\s+by|"
    r"(?:support|backing|aid|help|assistance|pressure|weapons|arms|threats?|sanctions|criticism|approval)\s+(?:from|of|by|on|against)|"
    r"against|urged|told|accused|blamed|accuses|accusing|blames|thanked|asked|called\s+on|calls\s+on|allies?|"
    r"(?:as well as|along with|together with|including|behind|unlike)|"
    r"(?:talks?|relations?|ties|agreement|deal|alliance|tensions?|war|negotiations)\s+(?:with|between)\s+"
    r"[\w .-]{2,40}\s+and)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:,[\w. ]{2,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?\s*(?:\([A-Z][\w .]+\)|[—–]| --? )")
_OF_BODY = re.compile(
    r"\b(?:Bank|University|Government|Army|Parliament|Republic|Ministry|Embassy|Institute|Council|Party|Church|Front|"
    r"State|Movement|Friends|Bishop|Archbishop|Duke|Prince|Princess|Voice|House|Mufti|Shield|College|Kingdom|Emirate|"
    r"Caliphate|Brigade|Battalion|Brigades|Province|Wilayat|Shura|Dawn|Bay|Bays|Ambassador|Consulate|Treaty|Battle|Lions?|"
    r"Martyrs|Revolutionaries|Daughters|Sons|Society|Union)\s+of\s+(?:the\s+)?$"
)
_NEXT_CAPITAL = re.compile(r"[ -]([A-Z][\w’'-]*)")
_SEATS = frozenset(("government", "authorities", "administration", "parliament", "officials", "regime", "leadership"))


def role_at(text: str, span: Span, entry: Entry | None) -> PlaceRole:
    """The role of the name at `span`, whose entry (None where unknown) tells whether it can be a government."""
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 60]
    if _part_of_name(before, after):
        return PlaceRole.PART_OF_NAME
    if (not before or before[-1] == "\n") and _DATELINE.match(after):
        return PlaceRole.CONTEXT
    if _SIDED.match(after):
        return PlaceRole.GOVERNMENT
    if entry is None:
        return PlaceRole.PLACE
    if entry.id == 0:  # the Kremlin and its like
        return PlaceRole.PLACE if _AT_SEAT.search(before) else PlaceRole.GOVERNMENT
    is_capital = entry.kind in ("P", "A1") and capitals().get(fold(entry.name)) == entry.country
    if entry.kind != "C" and not is_capital:
        return PlaceRole.PLACE
    return _of_state(before, after, is_capital)


def _part_of_name(before: str, after: str) -> bool:
    following = _NEXT_CAPITAL.match(after)
    if following and following[1].rstrip("'’s") in ORGANISATION_NOUNS:
        return True
    return bool(following and following[1] in ORGANISATION_NOUNS) or bool(_OF_BODY.search(before))


def _of_state(before: str, after: str, is_capital: bool) -> PlaceRole:
    placed = _IN_PLACE.search(before)
    following = _NEXT_WORD.match(after)
    word = following[1].lower() if following else ""
    nouns = _SEATS if is_capital else GOVERNMENT_NOUNS
    if word in nouns and not (placed and following and not after.startswith((" ", "'", "’"))):
        return PlaceRole.GOVERNMENT
    if (word in SPEECH_VERBS or (not is_capital and _DID.fullmatch(word))) and not placed:
        return PlaceRole.GOVERNMENT
    if _DEALS.search(before) and not placed:
        return PlaceRole.GOVERNMENT
    return PlaceRole.PLACE


def is_metonym(text: str, span: Span) -> bool:
    """Whether the place name at `span` stands for a government or is part of another name, not for a place."""
    from hudhud.lexicon.gazetteer import Gazetteer
    from hudhud.read.place_mentions import mention_of

    mention = mention_of(text, span.start, span.end, Gazetteer.open())
    entry = mention.entries[0] if mention.entries else None
    return role_at(text, span, entry) in (PlaceRole.GOVERNMENT, PlaceRole.PART_OF_NAME)
