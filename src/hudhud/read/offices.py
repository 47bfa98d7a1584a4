"""Titles, appositions and verbs of appointment → who is what of what."""

from dataclasses import dataclass

from hudhud.lexicon.governments import country_of_adjective, government_of
from hudhud.lexicon.offices import LEAVE, RANKS, ROLE_HEADS, ROLE_MODIFIERS, TITLES
from hudhud.read.article import Sentence
from hudhud.read.mentions import MentionKind, mention_of
from hudhud.read.parties import Parties
from hudhud.records import OfficeDetail, Party, Span

__all__ = ["FoundOffice", "find_offices", "role_and_organisation"]

_ORGANISATION_CASES = frozenset("of at for in with to on from".split())


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """An office told in a sentence: what it says and the words it was read from."""

    detail: OfficeDetail
    span: Span
    score: float


def find_offices(sentence: Sentence, parties: Parties) -> list[FoundOffice]:
    """The offices of a sentence: a title before a name, an apposition, a predicate, an appointment or departure."""
    out: list[FoundOffice] = []
    for mark in sentence.analysis.entities:
        if mark.label != "PERSON":
            continue
        head = _name_head(sentence, mark.start, mark.end)
        mention = mention_of(sentence, head)
        if mention is None or mention.kind is not MentionKind.NAME:
            continue
        out.extend(_of_person(sentence, parties, head))
    return _unique(out)


def role_and_organisation(sentence: Sentence, parties: Parties, role_head: int) -> tuple[str, Party | None]:
    """The words of a role and the organisation it belongs to, from the role's own noun phrase."""
    start, end = sentence.tree.phrase(role_head)
    text, _ = _role_text(sentence, role_head, start, end)
    return text or sentence.tree.words[role_head].text, _organisation(
        sentence, parties, role_head, list(range(start, end))
    )


def _of_person(sentence: Sentence, parties: Parties, head: int) -> list[FoundOffice]:
    person = parties.party(sentence, head)
    if person is None or not person.name[:1].isupper():
        return []
    out: list[FoundOffice] = []
    before = _title_before(sentence, head)
    if before is not None:
        out.append(_office(sentence, parties, person, before, head, is_title=True))
    for role in _role_phrases(sentence, head):
        out.append(_office(sentence, parties, person, role, head, is_title=False))
    return [office for office in out if office.detail.role]


def _title_before(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """The run of words before a name that names a role: `Egyptian President`, `Pentagon spokesman`."""
    tree = sentence.tree
    start, _ = tree.phrase(head)
    mention = mention_of(sentence, head)
    if mention is None:
        return None
    end = mention.start
    while end > start and (
        tree.words[end - 1].upos == "PUNCT" or tree.words[end - 1].text.lower().strip(".") in TITLES
    ):
        end -= 1
    first = end
    while first - 1 >= start and tree.words[first - 1].text not in (",", "“", "”", '"', "(", ")"):
        first -= 1
    run = range(first, end)
    if not any(tree.lemma(i).strip(".") in ROLE_HEADS for i in run):
        return None
    if tree.lemma(end - 1).strip(".") not in ROLE_HEADS | RANKS and tree.words[end - 1].upos not in ("PROPN", "NOUN"):
        return None
    return first, end


def _role_phrases(sentence: Sentence, head: int) -> list[int]:
    """Heads of role phrases bound to a name: appositions either way, and what it is said to be."""
    tree = sentence.tree
    candidates = list(tree.children(head, "appos"))
    if tree.relation(head) == "appos" or tree.relation(head) in ("flat", "compound", "nmod:desc"):
        candidates.append(tree.head(head))
    if tree.relation(head).startswith("nsubj"):
        predicate = tree.head(head)
        if predicate >= 0 and tree.children(predicate, "cop"):
            candidates.append(predicate)
    for clause in tree.children(head, "acl:relcl", "acl"):
        if tree.children(clause, "cop") or tree.lemma(clause) in ("head", "lead", "command", "run", "chair"):
            candidates.append(clause)
    found: list[int] = []
    for candidate in candidates:
        for member in tree.conjuncts(candidate):
            lemma = tree.lemma(member).strip(".")
            if lemma in ROLE_HEADS or (
                tree.words[member].upos == "VERB" and lemma in ("head", "lead", "command", "run", "chair")
            ):
                found.append(member)
    return found


def _office(
    sentence: Sentence, parties: Parties, person: Party, role: tuple[int, int] | int, head: int, *, is_title: bool
) -> FoundOffice:
    tree = sentence.tree
    if isinstance(role, tuple):
        start, end = role
        role_head = next((i for i in range(end - 1, start - 1, -1) if tree.lemma(i).strip(".") in ROLE_HEADS), end - 1)
        inner = list(range(start, end))
    else:
        role_head = role
        start, end = tree.phrase(role)
        inner = list(range(start, end))
    organisation = _organisation(sentence, parties, role_head, inner)
    text, modifier = _role_text(sentence, role_head, start, end)
    holds = _holds(sentence, head, role_head, modifier)
    span = sentence.words_span(min(start, head), max(end, head + 1))
    return FoundOffice(OfficeDetail(person, text, organisation, holds), span, 0.85 if is_title else 0.8)


def _role_text(sentence: Sentence, role_head: int, start: int, end: int) -> tuple[str, str | None]:
    """The role's own words, without the country or organisation in front and what only says how it is held."""
    tree = sentence.tree
    if tree.words[role_head].upos == "VERB":
        return "head" if tree.lemma(role_head) in ("head", "run") else {
            "lead": "leader",
            "command": "commander",
            "chair": "chair",
        }.get(tree.lemma(role_head), "head"), None
    modifier: str | None = None
    first, last = role_head, role_head + 1
    while first - 1 >= start:
        word = tree.words[first - 1]
        lower = word.text.lower()
        if lower in ROLE_MODIFIERS:
            modifier = modifier or ROLE_MODIFIERS[lower]
            first -= 1
            continue
        if word.upos in ("DET", "PUNCT", "PRON", "PART") and word.text not in ("-", "–"):
            break
        if country_of_adjective(word.text) or government_of(word.text) or word.text in ("’s", "'s"):
            break
        first -= 1
    while first < role_head and tree.words[first].text.lower() in ROLE_MODIFIERS | {"-": "", "–": ""}:
        first += 1
    while last < end and tree.words[last].text in ("-", "–", "general", "General"):
        last += 1
    for word in tree.words[start:first]:
        modifier = modifier or ROLE_MODIFIERS.get(word.text.lower())
    text = _without_owner(sentence, first, role_head, last)
    return text if any(c.isalpha() for c in text) else "", modifier


def _without_owner(sentence: Sentence, first: int, role_head: int, last: int) -> str:
    """The role without the organisation in front of it: of `UN envoy` the envoy."""
    while first < role_head:
        mark = sentence.entity_of.get(first)
        text = sentence.tree.words[first].text
        is_owner = mark is not None and mark.label in ("ORGANISATION", "ARMED_GROUP") and mark.end <= role_head
        if not (is_owner and text.isupper()):
            break
        first += 1
    return sentence.tree.text(first, last)


def _organisation(sentence: Sentence, parties: Parties, role_head: int, inner: list[int]) -> Party | None:
    tree = sentence.tree
    if tree.words[role_head].upos == "VERB":
        obj = tree.child(role_head, "obj")
        return parties.party(sentence, obj) if obj is not None else None
    owners = tree.children(role_head, "nmod:poss")
    if owners:
        return parties.party(sentence, owners[0])
    behind = _organisation_behind(sentence, role_head)
    if behind is not None:
        return parties.party(sentence, behind)
    for index in inner:
        word = tree.words[index]
        country = country_of_adjective(word.text) or government_of(word.text)
        mark = sentence.entity_of.get(index)
        if mark is not None and mark.label in ("ORGANISATION", "ARMED_GROUP") and index != role_head and not country:
            run = [i for i in range(mark.start, mark.end) if i in inner and i < role_head]
            if run:
                name = tree.text(run[0], run[-1] + 1)
                return Party(parties.named(name), name, sentence.words_span(run[0], run[-1] + 1))
        if country and index != role_head:
            return Party(country, word.text, sentence.words_span(index, index + 1))
    return None


def _organisation_behind(sentence: Sentence, role_head: int) -> int | None:
    """What follows a role after a preposition: a named organisation first, then what `of` names.

    `ambassador to` and `envoy to` tell where somebody is sent, not who sends.
    """
    tree = sentence.tree
    heads = [role_head]
    if tree.relation(role_head) == "compound" and tree.head(role_head) >= 0:
        heads.append(tree.head(role_head))
    found = [
        (case, index)
        for head in heads
        for case, index in tree.obliques(head)
        if case in _ORGANISATION_CASES and tree.words[index].upos in ("NOUN", "PROPN")
    ]
    if tree.lemma(role_head) in ("ambassador", "envoy", "representative", "emissary"):
        found = [(case, index) for case, index in found if case in ("of", "for", "from")]
    labels = ("ORGANISATION", "ARMED_GROUP")
    named = [i for _, i in found if (mark := sentence.entity_of.get(i)) is not None and mark.label in labels]
    of = [i for case, i in found if case == "of"]
    return next(iter([*named, *of, *(i for _, i in found)]), None)


def _holds(sentence: Sentence, head: int, role_head: int, modifier: str | None) -> str:
    """`holds`, unless a modifier, a past copula, an appointment or a departure in the sentence says otherwise."""
    if modifier:
        return modifier
    tree = sentence.tree
    if any(tree.words[c].text.lower() in ("was", "were") for c in tree.children(role_head, "cop")):
        return "former"
    for index in (head, role_head):
        for clause in [*tree.children(index, "acl:relcl"), tree.head(index)]:
            if clause < 0 or tree.words[clause].upos != "VERB":
                continue
            verbs = {tree.lemma(clause), *(tree.lemma(x) for x in tree.children(clause, "xcomp"))}
            coming = bool(verbs & {"expect", "due", "set", "plan"}) or any(
                tree.lemma(a) in ("will", "would") for a in tree.children(clause, "aux")
            )
            if verbs & LEAVE and coming and tree.relation(index) != "obj":
                return "leaving"
            if tree.lemma(clause) in ("resign", "quit", "retire") and tree.relation(index).startswith("nsubj"):
                return "former" if not tree.is_negated(clause) else "holds"
    return "holds"


def _name_head(sentence: Sentence, start: int, end: int) -> int:
    for index in range(start, end):
        if not start <= sentence.tree.words[index].head < end:
            return index
    return end - 1


def _unique(found: list[FoundOffice]) -> list[FoundOffice]:
    out: list[FoundOffice] = []
    for office in found:
        twin = next(
            (
                o
                for o in out
                if o.detail.person.name == office.detail.person.name
                and o.detail.role.lower().split()[-1] == office.detail.role.lower().split()[-1]
            ),
            None,
        )
        if twin is None:
            out.append(office)
        elif twin.detail.organisation is None and office.detail.organisation is not None:
            out[out.index(twin)] = office
    return out
