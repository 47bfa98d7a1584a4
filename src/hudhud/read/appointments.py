"""Verbs of coming into and leaving an office: `was named`, `succeeds`, `resigned as`, `replaced X as`."""

from collections.abc import Iterator

from hudhud.lexicon.offices import ROLE_HEADS
from hudhud.lexicon.people import PERSON
from hudhud.read.article import Sentence
from hudhud.read.factuality import factuality
from hudhud.read.offices import role_and_organisation
from hudhud.read.parties import Parties
from hudhud.read.tree import Tree
from hudhud.records import Factuality, OfficeDetail, Party, Span

__all__ = ["find_appointments"]

_APPOINT = frozenset("appoint name elect install choose designate nominate confirm promote select swear make".split())
_SUCCEED = frozenset("replace succeed".split())
_LEAVE = frozenset("resign quit retire step leave depart".split())
_DISMISS = frozenset("dismiss sack fire oust remove depose unseat".split())


def find_appointments(sentence: Sentence, parties: Parties) -> Iterator[tuple[OfficeDetail, Span, float]]:
    """Offices that verbs tell of: detail, the words of the clause, and a score."""
    tree = sentence.tree
    for index, word in enumerate(tree.words):
        if word.upos != "VERB":
            continue
        lemma = tree.lemma(index)
        if lemma in _APPOINT:
            found = _appointed(sentence, parties, index)
        elif lemma in _SUCCEED:
            found = _succeeded(sentence, parties, index)
        elif lemma in _LEAVE | _DISMISS:
            found = _left(sentence, parties, index)
        else:
            continue
        span = sentence.words_span(*tree.clause(index))
        yield from ((detail, span, 0.7) for detail in found)


def _appointed(sentence: Sentence, parties: Parties, verb: int) -> list[OfficeDetail]:
    """`the council named X as envoy`, `X was elected president`."""
    tree = sentence.tree
    heads = tree.subjects(verb) if tree.is_passive(verb) else tree.children(verb, "obj", "iobj")
    role = _role_of(tree, verb, heads)
    if role is None:
        return []
    lemma = tree.lemma(verb)
    planned = factuality(sentence, verb) in (Factuality.FUTURE, Factuality.POSSIBLE, Factuality.REQUESTED)
    holds = "nominee" if planned or lemma in ("nominate", "designate") else _manner(tree, role)
    return [_detail(sentence, parties, person, role, holds) for person in _persons(sentence, parties, heads, role)]


def _succeeded(sentence: Sentence, parties: Parties, verb: int) -> list[OfficeDetail]:
    """`X replaces Y as minister`: X holds it, Y has held it."""
    tree = sentence.tree
    new, old = tree.subjects(verb), tree.children(verb, "obj")
    if tree.is_passive(verb):
        agents = [*tree.children(verb, "obl:agent"), *(i for case, i in tree.obliques(verb) if case == "by")]
        new, old = agents, new
    role = _role_of(tree, verb, [])
    if role is None:
        return []
    coming = factuality(sentence, verb) is Factuality.FUTURE
    out = [
        _detail(sentence, parties, person, role, "nominee" if coming else _manner(tree, role))
        for person in _persons(sentence, parties, new, role)
    ]
    out += [
        _detail(sentence, parties, person, role, "leaving" if coming else "former")
        for person in _persons(sentence, parties, old, role)
    ]
    return out


def _left(sentence: Sentence, parties: Parties, verb: int) -> list[OfficeDetail]:
    """`X resigned as minister`, `X was dismissed as commander`."""
    tree = sentence.tree
    lemma = tree.lemma(verb)
    if lemma == "step" and not any(tree.lemma(c) == "down" for c in tree.children(verb)):
        return []
    passive = tree.is_passive(verb) or lemma in _LEAVE
    heads = tree.subjects(verb) if passive else tree.children(verb, "obj")
    role = _role_of(tree, verb, heads)
    if role is None:
        return []
    holds = "former" if factuality(sentence, verb) is Factuality.ACTUAL else "leaving"
    return [_detail(sentence, parties, person, role, holds) for person in _persons(sentence, parties, heads, role)]


def _role_of(tree: Tree, verb: int, persons: list[int]) -> int | None:
    """The role that a verb of office names: a complement, or what stands after `as`."""
    candidates = [i for i in tree.children(verb, "xcomp", "obj") if i not in persons]
    candidates += [i for case, i in tree.obliques(verb) if case in ("as", "to", "from")]
    candidates += [i for p in persons for case, i in tree.obliques(p) if case == "as"]
    candidates += tree.children(verb, "advcl")
    return next((i for i in candidates if tree.lemma(i).strip(".") in ROLE_HEADS), None)


def _manner(tree: Tree, role: int) -> str:
    modifiers = {tree.words[i].text.lower() for i in tree.children(role, "amod", "compound")}
    return "acting" if modifiers & {"acting", "interim", "caretaker"} else "holds"


def _persons(sentence: Sentence, parties: Parties, heads: list[int], role: int) -> list[Party]:
    """The persons that heads stand for: names, and pronouns or descriptions that lead to one."""
    tree = sentence.tree
    out: list[Party] = []
    for head in heads:
        mark = sentence.entity_of.get(head)
        likely = (mark is not None and mark.label == "PERSON") or tree.words[head].upos in ("PRON", "PROPN")
        likely = likely or tree.lemma(head) in PERSON | ROLE_HEADS
        party = parties.party(sentence, head) if likely and head != role else None
        if party is not None and party.name[:1].isupper():
            out.append(party)
    return out


def _detail(sentence: Sentence, parties: Parties, person: Party, role: int, holds: str) -> OfficeDetail:
    text, organisation = role_and_organisation(sentence, parties, role)
    return OfficeDetail(person, text, organisation, holds)
