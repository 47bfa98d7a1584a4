"""Which force is where, for what."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudhud.lexicon.people import FORCE, GROUP, ORGAN
from hudhud.lexicon.relations import PRESENCE_NOUNS, PRESENCE_VERBS
from hudhud.read.article import Sentence
from hudhud.read.parties import Parties
from hudhud.read.places_at import clause_span, places_at
from hudhud.read.roles import Roles
from hudhud.records import Party, Place, PresenceDetail, Span

__all__ = ["FoundPresence", "find_presence"]


@dataclass(frozen=True, slots=True)
class FoundPresence:
    """A force at a place, the words it was read from and the word that tells it."""

    detail: PresenceDetail
    place: Place
    span: Span
    trigger: int
    score: float


def find_presence(sentence: Sentence, parties: Parties) -> list[FoundPresence]:
    """The forces that a sentence places somewhere, one for each force and place."""
    roles = Roles(sentence, parties)
    out: list[FoundPresence] = []
    seen: set[tuple[str, str]] = set()
    for force, place, mission, trigger, score in _presence(sentence, roles):
        key = (force.name, place.name)
        if key not in seen:
            seen.add(key)
            detail = PresenceDetail(force, mission)
            out.append(FoundPresence(detail, place, clause_span(sentence, trigger), trigger, score))
    return out


_Presence = tuple[Party, Place, str | None, int, float]


def _presence(sentence: Sentence, roles: Roles) -> Iterator[_Presence]:
    tree = sentence.tree
    for index, word in enumerate(tree.words):
        lemma = tree.lemma(index)
        if word.upos == "VERB" and lemma in PRESENCE_VERBS:
            yield from _presence_verb(sentence, roles, index)
        elif word.upos in ("NOUN", "PROPN") and _is_armed(sentence, index):
            yield from _force_at(sentence, roles, index)
        elif word.upos == "NOUN" and lemma in PRESENCE_NOUNS:
            yield from _presence_noun(sentence, roles, index)


def _presence_verb(sentence: Sentence, roles: Roles, index: int) -> Iterator[_Presence]:
    tree = sentence.tree
    if tree.is_passive(index):
        heads = tree.subjects(index) or ([tree.head(index)] if tree.relation(index) == "acl" else [])
    else:
        objects = [m for c in tree.children(index, "obj") for m in tree.conjuncts(c)]
        heads = [i for i in objects if _is_force(sentence, roles, i)] or tree.subjects(index)
        if tree.relation(index) == "acl" and not heads:
            heads = [tree.head(index)]
    spots = [
        i
        for case, i in tree.obliques(index)
        if case in ("in", "at", "to", "near", "into", "on", "around", "inside", "along", "outside", "across")
    ]
    if tree.lemma(index) in ("enter", "patrol", "reach"):
        spots += tree.children(index, "obj")
    for head in heads:
        if not _is_force(sentence, roles, head):
            continue
        force = roles.parties.party(sentence, head)
        for spot in spots:
            for place in places_at(sentence, spot):
                if force is not None:
                    yield force, place, _mission(sentence, index), index, 0.65


_ARMED_GROUPS = frozenset("group faction militia movement affiliate cell network insurgency resistance unit".split())


def _is_armed(sentence: Sentence, index: int) -> bool:
    """Whether a noun stands for people under arms."""
    mark = sentence.entity_of.get(index)
    lemma = sentence.tree.lemma(index)
    return lemma in FORCE | _ARMED_GROUPS or (mark is not None and mark.label == "ARMED_GROUP")


def _force_at(sentence: Sentence, roles: Roles, index: int) -> Iterator[_Presence]:
    """`the 2,000 troops in Oudar`, `there are troops in Oudar`."""
    tree = sentence.tree
    spots = [i for case, i in tree.obliques(index) if case in ("in", "at", "near", "inside", "on", "around", "outside")]
    verb = tree.head(index)
    if (
        tree.relation(index).startswith("nsubj")
        and verb >= 0
        and (tree.lemma(verb) in ("be", "present") or (tree.children(verb, "expl")))
    ):
        spots += [i for case, i in tree.obliques(verb) if case in ("in", "at", "near", "inside", "on")]
    if tree.relation(index) == "obj" and verb >= 0 and tree.lemma(verb) in ("have", "keep", "maintain"):
        spots += [i for case, i in tree.obliques(verb) if case in ("in", "at", "near", "inside", "on")]
    force = roles.parties.party(sentence, index)
    if force is not None and tree.relation(index) == "obj" and verb >= 0 and force.name.islower():
        owner = next(iter(roles.parties_of(tree.subjects(verb))), None)
        force = Party(f"{owner.name} {force.name}", force.text, force.span) if owner is not None else force
    for spot in spots:
        for place in places_at(sentence, spot):
            if force is not None:
                yield force, place, None, index, 0.55


def _presence_noun(sentence: Sentence, roles: Roles, index: int) -> Iterator[_Presence]:
    """`Iran's presence in Syria`, `a rebel base near Oudar`."""
    tree = sentence.tree
    owners = roles.parties_of(tree.children(index, "nmod:poss")) or roles.adjectival(
        tree.children(index, "compound", "amod")
    )
    spots = [i for case, i in tree.obliques(index) if case in ("in", "at", "near", "on", "outside")]
    for spot in spots:
        for place in places_at(sentence, spot):
            for owner in owners:
                yield owner, place, None, index, 0.5


def _is_force(sentence: Sentence, roles: Roles, head: int) -> bool:
    """A force, group or state organ; a person or a crowd of civilians is not."""
    tree = sentence.tree
    mark = sentence.entity_of.get(head)
    if mark is not None and mark.label in ("ORGANISATION", "ARMED_GROUP"):
        return True
    lemma = tree.lemma(head)
    if lemma in FORCE | ORGAN or (lemma in GROUP and lemma not in ("country", "state", "nation")):
        return True
    return mark is not None and mark.label in ("NATIONALITY", "LOCATION") and tree.words[head].upos == "PROPN"


def _mission(sentence: Sentence, verb: int) -> str | None:
    """The words of what the force is there for: a purpose clause of its verb."""
    tree = sentence.tree
    for clause in tree.children(verb, "advcl", "xcomp"):
        marks = {tree.lemma(m) for m in tree.children(clause, "mark")}
        if "to" in marks:
            return tree.text(*tree.clause(clause))
    return None
