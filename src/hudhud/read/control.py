"""Who holds, takes, loses or contests a place, and which force is where."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudhud.lexicon.people import FORCE, GROUP, ORGAN, PARTY_NOUNS, PLACE_LIKE
from hudhud.lexicon.relations import CONTROL_NOUNS, CONTROL_VERBS, PRESENCE_NOUNS, PRESENCE_VERBS
from hudhud.read.article import Sentence
from hudhud.read.parties import Parties
from hudhud.read.roles import Roles
from hudhud.read.tree import Tree
from hudhud.records import ControlDetail, Party, Place, PlacePrecision, PresenceDetail, Span

__all__ = ["FoundControl", "FoundPresence", "find_control", "find_presence"]


@dataclass(frozen=True, slots=True)
class FoundControl:
    """A change or holding of control, its place, the words it was read from and the word that tells it."""

    detail: ControlDetail
    place: Place
    span: Span
    trigger: int
    score: float


@dataclass(frozen=True, slots=True)
class FoundPresence:
    """A force at a place, the words it was read from and the word that tells it."""

    detail: PresenceDetail
    place: Place
    span: Span
    trigger: int
    score: float


# -- control ----------------------------------------------------------------------------------------------------


def find_control(sentence: Sentence, parties: Parties) -> list[FoundControl]:
    """The control that a sentence tells of, one for each holder, place and change."""
    roles = Roles(sentence, parties)
    out: list[FoundControl] = []
    seen: set[tuple[str, str, str]] = set()
    for actor, change, place, trigger, score in _control(sentence, roles):
        key = (actor.name, change, place.name)
        if key not in seen:
            seen.add(key)
            out.append(
                FoundControl(ControlDetail(actor, change), place, _clause_span(sentence, trigger), trigger, score)
            )
    return out


_Control = tuple[Party, str, Place, int, float]


def _control(sentence: Sentence, roles: Roles) -> Iterator[_Control]:
    tree = sentence.tree
    for index, word in enumerate(tree.words):
        lemma = tree.lemma(index)
        if word.upos in ("VERB", "ADJ") and lemma in CONTROL_VERBS:
            yield from _control_verb(sentence, roles, index, CONTROL_VERBS[lemma])
        elif word.upos in ("VERB",) and lemma == "fall":
            yield from _fall(sentence, roles, index)
        elif word.upos == "VERB" and lemma in ("drive", "oust", "expel", "evict", "push", "force", "dislodge", "clear"):
            yield from _driven(sentence, roles, index)
        elif word.upos == "NOUN" and lemma in CONTROL_NOUNS:
            yield from _control_noun(sentence, roles, index, CONTROL_NOUNS[lemma])
        if (
            word.text.lower() in ("held", "controlled", "occupied", "ruled")
            and index >= 2
            and tree.words[index - 1].text in ("-", "–")
        ):
            for holder in roles._adjectival([index - 2]) or roles.parties_of([index - 2]):
                for place in _places_at(sentence, tree.head(index)):
                    yield holder, "holds", place, index, 0.7


def _control_verb(sentence: Sentence, roles: Roles, index: int, change: str) -> Iterator[_Control]:
    tree = sentence.tree
    if tree.is_passive(index):
        actors = roles.parties_of(
            [
                *(m for c in tree.children(index, "obl:agent") for m in tree.conjuncts(c)),
                *(i for case, i in tree.obliques(index) if case == "by"),
            ]
        )
        objects = tree.subjects(index) or (
            [tree.head(index)] if tree.relation(index) in ("acl", "amod") and tree.head(index) >= 0 else []
        )
    else:
        actors = roles.parties_of(tree.subjects(index))
        objects = [m for c in tree.children(index, "obj") for m in tree.conjuncts(c)]
    if change == "gains" and _is_attempted(tree, index):
        change = "contests"
    for obj in objects:
        if tree.lemma(obj) in PARTY_NOUNS and tree.lemma(obj) not in PLACE_LIKE:
            continue
        for place in _places_at(sentence, obj):
            for actor in actors:
                yield actor, change, place, index, 0.7
            if change == "gains":
                losers = [i for case, i in tree.obliques(index) if case == "from"]
                for loser in roles.parties_of(losers):
                    yield loser, "loses", place, index, 0.65
            if change == "loses":
                for winner in roles.parties_of([i for case, i in tree.obliques(index) if case == "to"]):
                    yield winner, "gains", place, index, 0.65


def _is_attempted(tree: Tree, index: int) -> bool:
    """`tried to retake`, `an operation to liberate`: fought for, not yet taken."""
    up = tree.head(index)
    marked = any(tree.lemma(m) == "to" for m in tree.children(index, "mark"))
    return up >= 0 and marked and tree.lemma(up) in _ATTEMPTS


_ATTEMPTS = frozenset(
    "attempt try seek battle fight struggle campaign operation effort offensive push bid drive assault vow want".split()
)


def _fall(sentence: Sentence, roles: Roles, index: int) -> Iterator[_Control]:
    """`the town fell to the rebels`."""
    tree = sentence.tree
    for subject in tree.subjects(index):
        for place in _places_at(sentence, subject):
            for winner in roles.parties_of([i for case, i in tree.obliques(index) if case in ("to", "into")]):
                yield winner, "gains", place, index, 0.7


def _driven(sentence: Sentence, roles: Roles, index: int) -> Iterator[_Control]:
    """`drove the group out of the town`."""
    tree = sentence.tree
    heads = (
        tree.subjects(index)
        if tree.is_passive(index)
        else [m for c in tree.children(index, "obj") for m in tree.conjuncts(c)]
    )
    sources = [i for case, i in tree.obliques(index) if case in ("from", "out of", "out")]
    for source in sources:
        for place in _places_at(sentence, source):
            for loser in roles.parties_of(heads):
                yield loser, "loses", place, index, 0.65


def _control_noun(sentence: Sentence, roles: Roles, index: int, change: str) -> Iterator[_Control]:
    """`control of the town`, `the group's stronghold of Oudar`, `the loss of the airport`."""
    tree = sentence.tree
    lemma = tree.lemma(index)
    if lemma in ("capital", "fall", "hands", "rule", "enclave") and lemma != "fall":
        owners = roles.parties_of(tree.children(index, "nmod:poss"))
        if lemma != "enclave" or not owners:
            owners = (
                owners
                if lemma == "hands"
                else (roles._adjectival(tree.children(index, "amod", "compound")) if lemma == "enclave" else ())
            )
    else:
        owners = roles.parties_of(tree.children(index, "nmod:poss")) or roles._adjectival(
            tree.children(index, "compound", "amod")
        )
    verb = tree.head(index)
    if lemma == "control" and verb >= 0 and tree.words[verb].upos == "VERB":
        owners = owners or roles.parties_of(tree.subjects(verb))
        if tree.lemma(verb) in (
            "take",
            "regain",
            "seize",
            "gain",
            "wrest",
            "establish",
            "win",
            "assume",
            "retake",
            "retain",
        ):
            change = "gains" if tree.lemma(verb) != "retain" else "holds"
        elif tree.lemma(verb) in ("lose", "cede"):
            change = "loses"
    if lemma == "control" and not owners:
        owners = roles.parties_of([i for case, i in tree.obliques(index) if case == "of"])
        if tree.case(index) == "under" and verb >= 0:
            spot = [verb, *tree.subjects(verb, inherit=False)]
            for place in [p for s in spot for p in _places_at(sentence, s)][:1]:
                for owner in owners:
                    yield owner, "holds", place, index, 0.65
            return
    spots = [i for case, i in tree.obliques(index) if case in ("of", "in", "over", "at", "for")]
    spots += [*tree.children(index, "appos"), *([tree.head(index)] if tree.relation(index) == "appos" else [])]
    places = [place for spot in spots for place in _places_at(sentence, spot)]
    for place in places:
        for owner in owners:
            yield owner, change, place, index, 0.6


# -- presence ---------------------------------------------------------------------------------------------------


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
            out.append(FoundPresence(detail, place, _clause_span(sentence, trigger), trigger, score))
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
            for place in _places_at(sentence, spot):
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
        for place in _places_at(sentence, spot):
            if force is not None:
                yield force, place, None, index, 0.55


def _presence_noun(sentence: Sentence, roles: Roles, index: int) -> Iterator[_Presence]:
    """`Iran's presence in Syria`, `a rebel base near Oudar`."""
    tree = sentence.tree
    owners = roles.parties_of(tree.children(index, "nmod:poss")) or roles._adjectival(
        tree.children(index, "compound", "amod")
    )
    spots = [i for case, i in tree.obliques(index) if case in ("in", "at", "near", "on", "outside")]
    for spot in spots:
        for place in _places_at(sentence, spot):
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


_STRETCHES = frozenset("swath tract stretch part position ground land half bridge place neighbourhood terrain".split())


def _places_at(sentence: Sentence, head: int) -> list[Place]:
    """The places named by a noun phrase: in it, or in its modifiers (`the town of Oudar`, `their base in Oudar`)."""
    tree = sentence.tree
    if head < 0:
        return []
    words = tree.subtree(head, without=frozenset({"acl", "acl:relcl", "advcl", "conj", "nsubj", "obl", "ccomp", "obj"}))
    inside = set(words)
    found = [
        place
        for place in sentence.places
        if place.span is not None and any(i in inside for i in sentence.words_in(place.span))
    ]
    exact = [place for place in found if place.span is not None and head in sentence.words_in(place.span)]
    if exact:
        return exact[:1]
    listed = [
        place
        for case, noun in tree.obliques(head)
        if case in ("of", "in")
        for place in sentence.places
        if place.span is not None and noun in sentence.words_in(place.span)
    ]
    if listed:
        return listed
    if found and tree.words[head].upos in ("NOUN", "PROPN", "NUM", "DET"):
        return found[:1]
    return _described(sentence, head)


def _described(sentence: Sentence, head: int) -> list[Place]:
    """A place that has no name here (`vast tracts of territory`): its words, and nothing that they do not tell."""
    tree = sentence.tree
    if tree.lemma(head) not in PLACE_LIKE | _STRETCHES or tree.words[head].upos not in ("NOUN", "PROPN"):
        return []
    start, end = tree.phrase(head)
    while start < head and tree.words[start].upos in ("DET", "PRON"):
        start += 1
    text = tree.text(start, end)
    span = sentence.words_span(start, end)
    return [Place(name=text, text=text, precision=PlacePrecision.REGION, span=span)]


def _clause_span(sentence: Sentence, trigger: int) -> Span:
    """The words of the clause that a trigger stands in."""
    tree = sentence.tree
    top = trigger
    for up in tree.ancestors(trigger):
        if tree.relation(top) in ("ccomp", "advcl", "acl:relcl", "parataxis") or tree.words[top].upos == "VERB":
            break
        top = up
    return sentence.words_span(*tree.clause(top))
