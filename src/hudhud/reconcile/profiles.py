"""A group of names → one Actor: the name to show, its kind, country and sector."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hudhud.lexicon.known_actors import KnownActor, by_key
from hudhud.lexicon.spelling import fold
from hudhud.reconcile.nodes import Node
from hudhud.records import Actor, ActorName, Document, Evidence

__all__ = ["digest", "profile"]

_SECTORS = (
    ("COP", {"police", "gendarmerie"}),
    ("JUD", {"court", "tribunal", "judiciary"}),
    ("LEG", {"parliament", "assembly", "congress", "senate", "representatives"}),
    ("SPY", {"intelligence"}),
    ("MIL", {"army", "navy", "military", "force", "corps", "command", "guard"}),
)
_PERSON_SLOTS = ("person",)
_BODY_SLOTS = ("organisation", "force", "holder")


def digest(text: str) -> str:
    """Ten characters that stand for a text, the same on every machine."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def profile(
    group: Sequence[Node],
    evidence: Iterable[Evidence],
    documents: Mapping[str, Document],
    called: Mapping[tuple[str, ...], str],
) -> Actor:
    """The actor that a group of nodes makes. `called` maps the words of a name to the name a person gave."""
    rows = sorted({key for node in group for key in node.name.known if node.key == f"k:{key}"})
    row = by_key()[rows[0]] if rows else None
    names = _names(group, documents)
    given = [called[node.name.words] for node in group if node.name.words in called]
    shown = given[0] if given else row.name if row else _fullest(group)
    kind = row.kind if row else _kind(group)
    reasons = {*evidence, *(reason for node in group for reason in node.evidence)}
    return Actor(
        actor_id=f"act-{digest(row.key if row else min(' '.join(node.name.words) for node in group))}",
        name=shown,
        kind=kind,
        country=_country(group, row),
        sector=row.sector if row else _sector(group, kind),
        names=names,
        evidence=tuple(sorted(reasons, key=lambda reason: (-reason.score, reason.rule, reason.note))),
    )


def _names(group: Sequence[Node], documents: Mapping[str, Document]) -> tuple[ActorName, ...]:
    used: dict[str, set[str]] = {}
    for node in group:
        for text, where in node.texts.items():
            used.setdefault(text, set()).update(where)
    found = []
    for text, where in used.items():
        days = sorted(_day(documents, document_id) for document_id in where if _day(documents, document_id))
        found.append(ActorName(text, days[0] if days else None, days[-1] if days else None, len(where)))
    return tuple(sorted(found, key=lambda name: (-len(fold(name.name).split()), -name.n_documents, name.name)))


def _day(documents: Mapping[str, Document], document_id: str) -> date:
    document = documents.get(document_id)
    return (document.published.day if document else None) or date.min


def _fullest(group: Sequence[Node]) -> str:
    """The name of most words that is not only a title or country longer than another; most used where several are."""
    counts: Counter[str] = Counter()
    for node in group:
        counts[node.name.core] += sum(map(len, node.texts.values()))
    ranked = sorted(counts, key=lambda core: (-min(len(core.split()), 3), -counts[core], -len(core), core))
    return ranked[0]


def _kind(group: Sequence[Node]) -> str:
    slots: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for node in group:
        slots.update(node.slots)
        kinds[node.name.kind] += 1
        if node.name.is_titled:
            return "person"
    if any(slots[slot] for slot in _PERSON_SLOTS):
        return "person"
    for kind in ("country", "state_organ", "armed_group", "organisation"):
        if kinds[kind]:
            return kind
    if slots["force"] or slots["holder"]:
        return "armed_group"
    if slots["organisation"]:
        return "organisation"
    return "person" if kinds["surname"] and (slots["speaker"] or slots["source"]) else _unseen(kinds)


def _unseen(kinds: Counter[str]) -> str:
    return "person" if kinds["person"] else "other"


def _country(group: Sequence[Node], row: KnownActor | None) -> str | None:
    if row:
        return row.country
    keys = sorted({node.name.country or _place_of(node) or "" for node in group} - {""})
    return by_key()[keys[0]].country if len(keys) == 1 else None


def _place_of(node: Node) -> str | None:
    """The country that an organ's key begins with, where the article gave it."""
    words = node.key[2:].split() if node.key.startswith("o:") and "@" not in node.key else []
    for taken in (5, 4, 3, 2, 1):
        key = " ".join(words[:taken])
        if key in by_key() and by_key()[key].kind == "country":
            return key
    return None


def _sector(group: Sequence[Node], kind: str) -> str | None:
    words = {word for node in group for word in node.name.words}
    if kind == "state_organ":
        return next((sector for sector, some in _SECTORS if words & some), "GOV")
    return "REB" if kind == "armed_group" else None
