"""Claims of a few sentences, as short lines that a test can name."""

from datetime import date
from functools import cache

from hudhud.clean import clean
from hudhud.read.encoded import EncodedReader
from hudhud.records import (
    Claim,
    ControlDetail,
    Document,
    EventDetail,
    FigureDetail,
    OfficeDetail,
    Party,
    PresenceDetail,
    RawDocument,
    RelationDetail,
    StatementDetail,
)

# A page needs a body: these two sentences tell nothing of their own.
_PAD = "The weather stayed dry for most of the day. Shops closed early because of the heat, as they do in summer."


@cache
def reader() -> EncodedReader:
    return EncodedReader()


def claims_of(text: str, *, published: str = "2024-03-12") -> list[Claim]:
    """The claims of a report of Tuesday 12 March 2024 that says `text`."""
    raw = RawDocument("report.txt", "text/plain", f"{text}\n\n{_PAD}\n".encode(), published=published)
    document = clean(raw, today=date(2024, 6, 1))
    assert isinstance(document, Document)
    return reader().read(document)


def told(text: str, kind: str, *, published: str = "2024-03-12") -> list[str]:
    """The claims of one kind as lines: `ASSAULT aerial: air force > convoy [actual]`."""
    return [line(claim) for claim in claims_of(text, published=published) if claim.kind == kind]


def line(claim: Claim) -> str:
    level = f" [{claim.factuality}]"
    match claim.detail:
        case EventDetail(type=kind, mode=mode, actors=actors, recipients=recipients):
            return f"{kind}{f' {mode}' if mode else ''}: {_names(actors)} > {_names(recipients)}{level}"
        case FigureDetail(quantity=quantity, low=low, high=high, of=of):
            return f"{quantity} {_number(low)}..{_number(high)} {of}"
        case StatementDetail(speaker=speaker, act=act, content=content):
            return f"{speaker.name} {act}: {content}"
        case OfficeDetail(person=person, role=role, organisation=organisation, holds=holds):
            return f"{person.name} {holds} {role} of {organisation.name if organisation else '-'}"
        case RelationDetail(subject=subject, relation=relation, object=other, hedge=hedge):
            return f"{subject.name} {relation} {other.name}{f' ({hedge})' if hedge else ''}"
        case ControlDetail(actor=actor, change=change):
            return f"{actor.name} {change} {claim.place.name if claim.place else '-'}{level}"
        case PresenceDetail(force=force):
            return f"{force.name} at {claim.place.name if claim.place else '-'}"


def chain(claim: Claim) -> list[str]:
    """Who says so, nearest first."""
    return [link.source.name for link in claim.attribution]


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(party.name for party in parties) or "-"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
