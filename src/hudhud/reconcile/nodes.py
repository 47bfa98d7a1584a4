"""Mentions → nodes: names that are one beyond doubt, before any are compared."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hudhud.lexicon import names as words_of
from hudhud.lexicon.known_actors import by_key
from hudhud.reconcile.mentions import Mention, abbreviations, mentions, subject_country
from hudhud.reconcile.names import Name, is_short_for, parse
from hudhud.records import Claim, Document, Evidence

__all__ = ["Node", "Nodes", "nodes"]


@dataclass(slots=True)
class Node:
    """One name as the record sees it: its parts, the documents and texts that use it, the slots it fills."""

    key: str
    name: Name
    texts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    slots: Counter[str] = field(default_factory=Counter)
    evidence: set[Evidence] = field(default_factory=set)


@dataclass(slots=True)
class Nodes:
    """Every node by key, the node of every mention, and the abbreviations that articles explain."""

    by_key: dict[str, Node]
    of_mention: dict[tuple[str, str], str]
    described: dict[tuple[str, str], Mention]
    explained: dict[str, set[str]]

    def add(self, key: str, name: Name) -> Node:
        """The node with this key, made where it is new."""
        return self.by_key.setdefault(key, Node(key, name))

    def in_document(self) -> dict[str, set[str]]:
        """Document → keys of the nodes it mentions."""
        found: dict[str, set[str]] = defaultdict(set)
        for (document_id, _), key in self.of_mention.items():
            found[document_id].add(key)
        return found


def nodes(documents: Iterable[Document], claims: Iterable[Claim]) -> Nodes:
    """Collect the names of a record. Descriptions of nobody named are kept apart and get no node."""
    claims = list(claims)
    found = mentions(claims)
    shorts = {document.document_id: abbreviations(document) for document in documents}
    about = subject_country(claims)
    in_document: dict[str, set[str]] = defaultdict(set)
    for (document_id, _), mention in found.items():
        if len(mention.name.known) == 1:
            in_document[document_id].update(mention.name.known)
    result = Nodes({}, {}, {}, defaultdict(set))
    for key in sorted(found):
        mention, document_id = found[key], key[0]
        if not mention.name.is_named:
            result.described[key] = mention
            continue
        known_here = frozenset(in_document[document_id])
        place = _Place(document_id, shorts.get(document_id, {}), about.get(document_id), known_here)
        node, evidence = _node(mention.name, place, result, 0)
        node.texts[mention.text].add(document_id)
        node.slots.update(mention.slots)
        node.evidence.update(evidence)
        result.of_mention[key] = node.key
        for text in mention.others:
            if is_short_for(parse(text), mention.name):
                node.texts[text].add(document_id)
    _explain(shorts, about, in_document, result)
    return result


@dataclass(frozen=True, slots=True)
class _Place:
    """What a document tells about the names in it."""

    document_id: str
    shorts: Mapping[str, str]
    about: str | None
    known: frozenset[str]


def _node(name: Name, place: _Place, result: Nodes, depth: int) -> tuple[Node, list[Evidence]]:
    short = name.core.replace(".", "")
    if short in place.shorts and depth < 3:
        full = place.shorts[short]
        node, evidence = _node(parse(full), place, result, depth + 1)
        return node, [*evidence, Evidence("abbreviation in brackets", 0.98, f"{full} ({short})")]
    if name.is_member and name.owner and depth < 3:
        owner = parse(name.owner)
        inside = parse(place.shorts.get(owner.core.replace(".", ""), name.owner))
        if (
            not inside.owner
            and inside.kind not in ("state_organ", "country", "description", "surname")
            and not _rules(inside)
        ):
            node, evidence = _node(owner, place, result, depth + 1)
            return node, [*evidence, Evidence("members of it", 0.9, name.core)]
    if name.core.endswith(" government") and depth < 3:
        full = place.shorts.get(name.core.removesuffix(" government").replace(".", ""), "")
        if "government" in full.lower():
            return _node(parse(full), place, result, depth + 1)
    key = _key(name, place)
    node = result.add(key, name)
    evidence = []
    if key.startswith("k:") and name.core != by_key()[key[2:]].name:
        evidence = [Evidence("known name", 0.97, f"{name.core} = {by_key()[key[2:]].name}")]
    if name.is_local and not key.endswith("@" + place.document_id):
        evidence = [Evidence("the country the article is about", 0.75, f"{name.core}: {place.about}")]
    return node, evidence


def _rules(name: Name) -> bool:
    """Whether the name is a government's: its forces are a party of their own."""
    return not name.known and any(word in ("government", "state", "republic", "ministry") for word in name.words)


def _key(name: Name, place: _Place) -> str:
    keys = [key for key in name.known if len(name.known) == 1 or _is_meant(key, place)]
    words = " ".join(name.words)
    if len(keys) == 1:
        return f"k:{keys[0]}"
    if name.kind == "state_organ" and name.is_local:
        return f"o:{' '.join((place.about, *name.words))}" if place.about else f"o:{words}@{place.document_id}"
    if name.kind == "state_organ" and name.country:
        inner = name.words if name.words[0] == name.country else (name.country, *name.words)
        return f"o:{' '.join(inner)}"
    if name.kind == "surname":
        return f"s:{words}@{place.document_id}"
    return f"p:{words}" if name.kind == "person" else f"n:{words}"


def _is_meant(key: str, place: _Place) -> bool:
    """Whether a document that uses an ambiguous abbreviation means this party: it names it, or is about its country."""
    row = by_key()[key]
    return key in place.known or (place.about is not None and by_key()[place.about].country == row.country)


def _explain(
    shorts: Mapping[str, Mapping[str, str]],
    about: Mapping[str, str],
    known_in: Mapping[str, set[str]],
    result: Nodes,
) -> None:
    """Note which nodes each abbreviation was explained as, in any document."""
    for document_id in sorted(shorts):
        for short, full in sorted(shorts[document_id].items()):
            name = parse(full)
            if name.is_named and name.kind != "surname" and short.upper() not in words_of.GENERATIONS:
                place = _Place(document_id, {}, about.get(document_id), frozenset(known_in.get(document_id, ())))
                node = result.add(_key(name, place), name)
                node.texts[full].add(document_id)
                node.texts[short].add(document_id)
                node.evidence.add(Evidence("abbreviation in brackets", 0.98, f"{full} ({short})"))
                result.explained[short].add(node.key)
