"""Reconciling: seconds and memory a number of articles, over invented ones.

Each article tells of one strike (an event, a toll, an office, a presence, an accusation) in one of many invented
towns on one of many days, by one of many parties; every fifth repeats another, every third tells of the strike of the
one before. Both sizes are measured, so that the cost an article can be compared.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta

from hudhud.answer import ANSWERS, Question
from hudhud.reconcile import reconcile
from hudhud.records import (
    Attribution,
    Bound,
    Claim,
    DatePrecision,
    Detail,
    Document,
    EventDetail,
    Factuality,
    FigureDetail,
    OfficeDetail,
    Party,
    Period,
    Place,
    PresenceDetail,
    PublishedAt,
    Span,
    claim_id,
    document_id,
)

__all__ = ["add_arguments", "run"]

_SYLLABLES = "ba ra mi tu ko se lan dor vik har sul ten mar gol pel nus".split()
_WORDS = "shells convoy market bridge council truce river doctors harvest school road border patrol winter".split()
_DAY = date(2020, 1, 1)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 4000], help="sizes to measure")


def run(articles: list[int] | None = None) -> dict[str, object]:
    """Milliseconds an article at each size, the slowest answer, and the most memory held."""
    measured: dict[str, object] = {}
    for size in articles or [1000, 4000]:
        documents, claims = _record(size)
        began = time.process_time()
        view = reconcile(documents, claims)
        spent = time.process_time() - began
        measured[f"ms an article of {size}"] = round(1000 * spent / size, 2)
        measured[f"events of {size}"] = len(view.events)
        measured[f"slowest answer of {size}, ms"] = round(max(_answers(view)), 1)
    measured["most memory, MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return measured


def _answers(view: object) -> Iterator[float]:
    for name in ("timeline", "figures", "situation", "actors", "disputes"):
        began = time.process_time()
        ANSWERS[name](view, Question(top=50))  # type: ignore[arg-type]
        yield 1000 * (time.process_time() - began)


def _record(size: int) -> tuple[list[Document], list[Claim]]:
    chance = random.Random(7)
    towns = [(_name(chance, 3), chance.uniform(10, 40), chance.uniform(10, 60)) for _ in range(max(size // 10, 20))]
    groups = [
        f"{_name(chance, 2)} {chance.choice(('Front', 'Brigade', 'Movement'))}" for _ in range(max(size // 20, 10))
    ]
    people = [f"{_name(chance, 2)} {_name(chance, 3)}" for _ in range(max(size // 5, 20))]
    documents: list[Document] = []
    claims: list[Claim] = []
    story = (towns[0], _DAY, groups[0], people[0])
    for number in range(size):
        if number % 3 or not documents:
            days = _DAY + timedelta(days=chance.randrange(max(size // 4, 30)))
            story = (chance.choice(towns), days, chance.choice(groups), chance.choice(people))
        copied = documents[-1].text if number % 5 == 0 and documents else None
        document = _document(number, story, chance, copied)
        documents.append(document)
        claims += _claims(document, story, chance)
    return documents, claims


Story = tuple[tuple[str, float, float], date, str, str]


def _name(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def _document(number: int, story: Story, chance: random.Random, copied: str | None) -> Document:
    (town, _, _), day, group, person = story
    filler = " ".join(chance.choice(_WORDS) for _ in range(250))
    text = copied or f"The {group} hit {town} and killed ten. {person} of the {group} spoke. In all {filler} {number}."
    publisher = f"Outlet {number % 40}"
    return Document(
        document_id=document_id(f"{text}{number}", publisher),
        name=f"{number}.txt",
        text=text,
        title=None,
        publisher=publisher,
        author=None,
        published=PublishedAt(day + timedelta(days=number % 3), DatePrecision.DAY, "given"),
        language="en",
        reprinted_from=None,
        url=None,
        place_line=None,
        sentences=(),
    )


def _claims(document: Document, story: Story, chance: random.Random) -> Iterator[Claim]:
    (town, lat, lon), day, group, person = story
    toll = float(chance.randrange(3, 40))
    details: list[Detail] = [
        EventDetail("ASSAULT", "heavy-weapons", (Party(group, group),), (Party("market", "market"),)),
        FigureDetail("killed", "people", toll, toll, Bound.EXACT),
        OfficeDetail(Party(person, person), "commander", Party(group, group), "holds"),
        PresenceDetail(Party(group, group)),
        EventDetail("ACCUSE", "allege", (Party(person, person),), (Party(group, group),)),
    ]
    for at, detail in enumerate(details):
        span = Span(at, 40)
        yield Claim(
            claim_id=claim_id(document.document_id, span, detail),
            document_id=document.document_id,
            span=span,
            quote=document.text[:60],
            detail=detail,
            factuality=Factuality.ACTUAL,
            attribution=(Attribution(Party(person, person), "said"),) if at % 2 else (),
            occurred=Period(day, day, DatePrecision.DAY),
            place=Place(town, town, "XX", lat, lon, 5.0),
            score=1.0,
            reader="bench",
        )
