"""Who holds, takes, loses or contests a place."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudhud.lexicon.people import PARTY_NOUNS, PLACE_LIKE
from hudhud.lexicon.relations import CONTROL_NOUNS, CONTROL_VERBS
from hudhud.read.article import Sentence
from hudhud.read.mentions import counted
from hudhud.read.parties import Parties
from hudhud.read.places_at import clause_span, places_at
from hudhud.read.roles import Roles
from hudhud.read.tree import Tree
from hudhud.records import ControlDetail, Party, Place, Span

__all__ = ["FoundControl", "find_control"]


@dataclass(frozen=True, slots=True)
class FoundControl:
    """A change or holding of control, its place, the words it was read from and the word that tells it."""

    detail: ControlDetail
    place: Place
    span: Span
    trigger: int
    score: float


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
                FoundControl(ControlDetail(actor, change), place, clause_span(sentence, trigger), trigger, score)
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
            for holder in roles.adjectival([index - 2]) or roles.parties_of([index - 2]):
                for place in places_at(sentence, tree.head(index)):
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
        objects = [counted(tree, m) for c in tree.children(index, "obj") for m in tree.conjuncts(c)]
    if change == "gains" and _is_attempted(tree, index):
        change = "contests"
    for obj in objects:
        if tree.lemma(obj) in PARTY_NOUNS and tree.lemma(obj) not in PLACE_LIKE:
            continue
        for place in places_at(sentence, obj):
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
        for place in places_at(sentence, subject):
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
        for place in places_at(sentence, source):
            for loser in roles.parties_of(heads):
                yield loser, "loses", place, index, 0.65


def _control_noun(sentence: Sentence, roles: Roles, index: int, change: str) -> Iterator[_Control]:
    """`control of the town`, `the group's stronghold of Oudar`, `under rebel control`, `the loss of the airport`."""
    tree = sentence.tree
    owners = _owners(roles, index)
    if tree.lemma(index) in ("control", "hand", "hands", "rule") and tree.case(index) in ("under", "in"):
        for place in _held(sentence, index):
            for owner in owners or _behind(roles, index):
                yield owner, "holds", place, index, 0.65
        return
    verb = tree.head(index)
    if tree.lemma(index) == "control" and verb >= 0 and tree.words[verb].upos == "VERB":
        owners = owners or roles.parties_of(tree.subjects(verb))
        change = _change_of(tree.lemma(verb), change)
    for place in _places_of(sentence, index):
        for owner in owners:
            yield owner, change, place, index, 0.6


def _owners(roles: Roles, index: int) -> tuple[Party, ...]:
    """Whose a stronghold, enclave or control is: its possessor, else the people its adjective names."""
    tree = roles.tree
    owners = roles.parties_of(tree.children(index, "nmod:poss"))
    if owners or tree.lemma(index) == "capital":
        return owners
    return roles.adjectival(tree.children(index, "compound", "amod"))


def _behind(roles: Roles, index: int) -> tuple[Party, ...]:
    """`under the control of the rebels`, `in the hands of the militia`."""
    return roles.parties_of([i for case, i in roles.tree.obliques(index) if case == "of"])


def _held(sentence: Sentence, index: int) -> list[Place]:
    """The place that is said to be under somebody's control: the subject of what says so, or what it modifies."""
    tree = sentence.tree
    heads = [*tree.children(index, "nsubj"), tree.head(index)]
    if tree.head(index) >= 0:
        heads += tree.subjects(tree.head(index), inherit=False)
    return next((found for head in heads if head >= 0 and (found := places_at(sentence, head))), [])


def _places_of(sentence: Sentence, index: int) -> list[Place]:
    tree = sentence.tree
    spots = [i for case, i in tree.obliques(index) if case in ("of", "in", "over", "at", "for")]
    spots += [*tree.children(index, "appos"), *([tree.head(index)] if tree.relation(index) == "appos" else [])]
    found = [place for spot in spots for place in places_at(sentence, spot)]
    # `advanced in Oudar and established complete control`: the one place of the sentence.
    return found or (list(sentence.places) if not spots and len(sentence.places) == 1 else [])


_GAINING = frozenset("take regain seize gain wrest establish win assume retake recapture".split())


def _change_of(verb: str, change: str) -> str:
    if verb in _GAINING:
        return "gains"
    return "loses" if verb in ("lose", "cede") else change
