"""How parties stand to each other: `US-backed forces`, `loyal to`, `a rival of`, `part of`, `also known as`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from hudhud.lexicon.relations import ADJECTIVE_RELATIONS, BACKED, HEDGES, RELATION_NOUNS, RELATION_VERBS
from hudhud.ontology.claims import SYMMETRIC_RELATIONS
from hudhud.read.article import Sentence
from hudhud.read.events import Happening
from hudhud.read.parties import Parties
from hudhud.read.roles import Roles
from hudhud.records import Factuality, Party, RelationDetail, Span

__all__ = ["FoundRelation", "find_relations"]

_KNOWN_AS = re.compile(
    r"\b(?:also (?:known|called)|(?:better|formerly|formally) known|known|called|dubbed|codenamed|alias)\b(?: as)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation told in a sentence, the words it was read from, and the word that tells it."""

    detail: RelationDetail
    span: Span
    trigger: int
    score: float


def find_relations(sentence: Sentence, parties: Parties, happenings: Iterable[Happening] = ()) -> list[FoundRelation]:
    """The relations of a sentence, each pair of parties once a relation.

    `happenings` are those of the sentence: who fights a named party opposes it, who arms or backs it supports it.
    """
    roles = Roles(sentence, parties)
    out: list[FoundRelation] = []
    seen: set[tuple[str, str, str]] = set()
    for subject, relation, obj, trigger, score in chain(_candidates(sentence, roles), _from_events(happenings)):
        pair = sorted((subject.name, obj.name)) if relation in SYMMETRIC_RELATIONS else (subject.name, obj.name)
        key = (pair[0], relation, pair[1])
        if subject.name == obj.name or key in seen:
            continue
        seen.add(key)
        out.append(
            FoundRelation(
                RelationDetail(subject, relation, obj, _hedge(sentence, trigger)),
                _span(sentence, subject, obj, trigger),
                trigger,
                score,
            )
        )
    return out


# Words for fighting that goes on, and for help that takes sides; a single strike or shipment is neither.
_FIGHTING = frozenset("fight battle war combat campaign conflict offensive insurgency operation struggle".split())
_BACKING = frozenset("support back arm train equip fund finance".split())


def _from_events(happenings: Iterable[Happening]) -> Iterator["_Candidate"]:
    for happening in happenings:
        if happening.factuality is Factuality.DENIED:
            continue
        relation = "opposes" if happening.word in _FIGHTING else "supports" if happening.word in _BACKING else None
        if relation is None or (relation == "opposes") != (happening.type == "ASSAULT"):
            continue
        for one in happening.actors:
            for other in happening.recipients:
                if one.span is not None and other.span is not None and _is_named(one) and _is_named(other):
                    yield one, relation, other, happening.trigger, 0.5


def _is_named(party: Party) -> bool:
    return any(part[:1].isupper() for part in party.name.split())


_Candidate = tuple[Party, str, Party, int, float]


def _candidates(sentence: Sentence, roles: Roles) -> Iterator[_Candidate]:
    tree = sentence.tree
    for index, word in enumerate(tree.words):
        lemma, lower = tree.lemma(index), word.text.lower()
        if lower in BACKED and not (index >= 2 and tree.lemma(index - 2) == "state"):
            yield from _backed(roles, index, BACKED[lower])
        if word.upos in ("ADJ", "VERB", "NOUN"):
            yield from _adjective(roles, index, lower)
        if word.upos == "NOUN" and lemma in RELATION_NOUNS:
            yield from _noun(roles, index, RELATION_NOUNS[lemma])
        if word.upos == "VERB" and lemma in RELATION_VERBS:
            yield from _verb(roles, index, RELATION_VERBS[lemma])
        if lower == "part" and any(case == "of" for case, _ in tree.obliques(index)):
            yield from _part(roles, index)
        if lower in ("anti", "pro") and index + 2 < len(tree) and tree.words[index + 1].text == "-":
            yield from _prefix(roles, index, index + 2, lower)
        elif lower.startswith(("anti-", "pro-", "counter-")):
            yield from _prefix(roles, index, index, lower.split("-")[0])
    yield from _known_as(sentence, roles)


def _backed(roles: Roles, index: int, relation: str) -> Iterator[_Candidate]:
    """`Turkish-backed rebels`, `rebels backed by Turkey`."""
    tree = roles.tree
    backers: list[int] = []
    if index >= 2 and tree.words[index - 1].text in ("-", "–"):
        backers = [index - 2]
    else:
        backers = [i for case, i in tree.obliques(index) if case in ("by", "with")]
        backers += [m for c in tree.children(index, "obl:agent") for m in tree.conjuncts(c) if m not in backers]
    head = tree.head(index)
    backed = (
        [head]
        if tree.relation(index) in ("amod", "acl", "acl:relcl", "compound") and head >= 0
        else (tree.subjects(index) if tree.is_passive(index) else [])
    )
    for backer in backers:
        giver = next(iter(roles.adjectival([backer])), None) or (
            roles.party(backer) if roles.is_party(backer) else None
        )
        for target in backed:
            receiver = roles.party(target) if roles.is_party(target) else None
            if giver is not None and receiver is not None:
                yield giver, relation, receiver, index, 0.75


def _adjective(roles: Roles, index: int, lower: str) -> Iterator[_Candidate]:
    """`militias loyal to the council`, `Haran's forces are allied with Oudar`."""
    tree = roles.tree
    for case, obj in tree.obliques(index):
        relation = ADJECTIVE_RELATIONS.get((lower, case))
        if relation is None:
            continue
        head = tree.head(index)
        subjects = [head] if tree.relation(index) in ("amod", "acl") and head >= 0 else tree.subjects(index)
        for subject in subjects:
            one = roles.party(subject) if roles.is_party(subject) else None
            other = roles.party(obj) if roles.is_party(obj) else None
            if one is not None and other is not None:
                yield (
                    (other, relation, one, index, 0.75) if lower == "dependent" else (one, relation, other, index, 0.75)
                )


def _noun(roles: Roles, index: int, relation: str) -> Iterator[_Candidate]:
    """`an ally of X`, `X's rival Y`, `X is a member of Y`, `the rival House`."""
    tree = roles.tree
    objects = [m for c in tree.children(index, "nmod:poss") for m in tree.conjuncts(c)]
    objects += [i for case, i in tree.obliques(index) if case in ("of", "to", "in")]
    adjectives = roles.adjectival(tree.children(index, "amod", "compound"))
    subjects = list(tree.children(index, "appos"))
    if tree.relation(index) in ("appos", "compound"):
        subjects.append(tree.head(index))
    if tree.children(index, "cop"):
        subjects += tree.subjects(index, inherit=False)
    if not subjects and relation in ("supports", "opposes") and tree.words[index].text.lower().endswith("s"):
        subjects = [index]
    if not subjects and relation == "allied_with" and objects and tree.children(index, "amod", "compound"):
        subjects = [index]
    others = [p for o in objects if roles.is_party(o) and (p := roles.party(o)) is not None] or list(adjectives)
    for subject in subjects:
        one = roles.party(subject) if roles.is_party(subject) else None
        for other in others:
            if one is not None and one.name != other.name:
                yield one, relation, other, index, 0.6


def _verb(roles: Roles, index: int, relation: str) -> Iterator[_Candidate]:
    """`France supports the council`, `the brigade, which belongs to the army`."""
    tree = roles.tree
    if tree.is_passive(index):
        subjects = [m for c in tree.children(index, "obl:agent") for m in tree.conjuncts(c)]
        objects = tree.subjects(index)
    else:
        subjects = tree.subjects(index)
        objects = [m for c in tree.children(index, "obj") for m in tree.conjuncts(c)]
        if not objects and tree.lemma(index) in ("belong", "fight"):
            objects = [i for case, i in tree.obliques(index) if case in ("to", "against")]
    for subject in subjects:
        one = roles.party(subject) if roles.is_party(subject) else None
        for obj in objects:
            other = roles.party(obj) if roles.is_party(obj) else None
            if one is not None and other is not None:
                yield one, relation, other, index, 0.55


def _part(roles: Roles, index: int) -> Iterator[_Candidate]:
    tree = roles.tree
    subjects = tree.subjects(index) or ([tree.head(index)] if tree.head(index) >= 0 else [])
    for case, obj in tree.obliques(index):
        for subject in subjects:
            one = roles.party(subject) if roles.is_party(subject) else None
            other = roles.party(obj) if case == "of" and roles.is_party(obj) else None
            if one is not None and other is not None:
                yield one, "part_of", other, index, 0.65


def _prefix(roles: Roles, index: int, target: int, prefix: str) -> Iterator[_Candidate]:
    """`pro-government militia`, `anti-Haran protesters`, `the counter-IS coalition`."""
    tree = roles.tree
    head = tree.head(index)
    while head >= 0 and head == target:
        head = tree.head(head)
    name = tree.words[target].text.split("-", 1)[-1] if target == index else tree.words[target].text
    subject = roles.party(head) if head >= 0 and roles.is_party(head) else None
    if subject is None or not name:
        return
    obj = Party(roles.parties.named(name), name, roles.sentence.words_span(target, target + 1))
    yield subject, "supports" if prefix == "pro" else "opposes", obj, index, 0.6


def _known_as(sentence: Sentence, roles: Roles) -> Iterator[_Candidate]:
    tree = sentence.tree
    for match in _KNOWN_AS.finditer(sentence.text):
        cue = next(
            (
                i
                for i, w in enumerate(tree.words)
                if w.start >= match.start() and w.end <= match.end() and w.upos in ("VERB", "ADJ")
            ),
            None,
        )
        if cue is None or tree.relation(cue) not in ("acl", "acl:relcl", "amod"):
            continue
        names = [i for i in [*(c for _, c in tree.obliques(cue)), *tree.children(cue, "obj", "xcomp")] if i > cue]
        head = tree.head(cue)
        one = roles.parties.party(sentence, head) if head >= 0 else None
        for name in names[:1]:
            other = roles.parties.party(sentence, name)
            if one is not None and other is not None and any(c.isupper() for c in other.name):
                yield one, "also_known_as", other, cue, 0.65


def _hedge(sentence: Sentence, trigger: int) -> str | None:
    tree = sentence.tree
    near = [trigger, tree.head(trigger), *tree.children(trigger)]
    for index in near:
        if index >= 0:
            for child in [index, *tree.children(index, "advmod", "amod")]:
                if tree.words[child].text.lower() in HEDGES:
                    return tree.words[child].text.lower()
    return None


def _span(sentence: Sentence, one: Party, other: Party, trigger: int) -> Span:
    """The shortest run of words that holds both parties and the word that relates them."""
    own = sentence.words_span(trigger, trigger + 1)
    spans = [own, *(p.span for p in (one, other) if p.span is not None and p.span.overlaps(sentence.span))]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
