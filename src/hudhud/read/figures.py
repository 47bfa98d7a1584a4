"""Quantities → figures: what a number counts, what became of the counted, and over which period."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hudhud.lexicon.counted import COUNT_VERBS, QUANTITY_OF_NOUN
from hudhud.lexicon.people import CIVILIAN, FORCE, OFFICIAL
from hudhud.read.article import Sentence
from hudhud.read.events import Happening
from hudhud.read.tree import Tree
from hudhud.records import Bound, Factuality, FigureDetail, Party, Quantity, Span

__all__ = ["FoundFigure", "figures_of_one", "find_figures"]

_MONEY = re.compile(
    r"[$€£¥₽₺]|\b(?:dollars?|euros?|pounds?|rubles?|roubles?|liras?|dinars?|riyals?|shekels?|USD|EUR|GBP)\b", re.I
)
_MEASURE = re.compile(
    r"^(?:km|kms|kilomet\w+|miles?|met(?:re|er)s?|m|feet|ft|foot|yards?|mph|kg|hectares?|acres?|degrees?|°\w*|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century|nights?|"
    r"year-olds?|p\.?m|a\.?m|o'clock|percentage points?)\b",
    re.I,
)
# Up to three, `the` and a number only point back (`the two countries`); from four on they count.
_SMALL = 3
_RISING = frozenset("rise climb increase reach stand total grow jump fall drop pass exceed put be revise".split())
_DEFINITE = frozenset("the these those both his their its our".split())
# `in total`, `so far`: the number adds up what came before it, whatever its time.
_TOTAL = re.compile(
    r"\b(?:so far|to date|in total|in all|overall|altogether|brought|bring(?:s|ing)|total(?:s|led|ed|ling)?)\b", re.I
)


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure of a sentence: its detail, the number's span, and the word that the number counts."""

    detail: FigureDetail
    span: Span
    head: int
    score: float


def find_figures(sentence: Sentence) -> list[FoundFigure]:
    """The figures of a sentence: every number that counts something, distances, durations and ages left out."""
    out: list[FoundFigure] = []
    for quantity in sentence.quantities:
        if quantity.span is None or _MEASURE.match(quantity.unit) or _is_in_period(sentence, quantity):
            continue
        figure = _figure(sentence, quantity)
        if figure is None:
            continue
        if quantity.is_part and figure.detail.quantity == "other" and out:
            # `12 people, three of them children`: the part meets the fate of its whole.
            figure = replace(figure, detail=replace(figure.detail, quantity=out[-1].detail.quantity))
        out.append(figure)
    return out


def _is_in_period(sentence: Sentence, quantity: Quantity) -> bool:
    """`the last 24 hours`, `7 April`: a number that is part of a time expression counts nothing."""
    return any(
        p.span is not None and quantity.span is not None and p.span.overlaps(quantity.span) for p in sentence.periods
    )


def _figure(sentence: Sentence, quantity: Quantity) -> FoundFigure | None:
    assert quantity.span is not None
    words = sentence.words_in(quantity.span)
    if not words:
        return None
    head = _counted_word(sentence, words, quantity)
    kind = _quantity(sentence, head, quantity)
    if kind == "other" and _is_idle(sentence, words, quantity):
        return None
    counted = _counted_text(sentence, head, words, quantity)
    if not counted and kind == "other":
        return None
    detail = FigureDetail(
        quantity=kind,
        of=counted,
        low=quantity.low,
        high=quantity.high,
        bound=Bound(quantity.bound),
        is_cumulative=bool(_TOTAL.search(sentence.text)),
        unit=quantity.unit,
        number_text=quantity.text,
        is_part=quantity.is_part,
    )
    return FoundFigure(detail, quantity.span, head, 0.7 if kind != "other" else 0.6)


def _is_idle(sentence: Sentence, words: range, quantity: Quantity) -> bool:
    """`the two sides`, `one day`: a small number that only refers back, or says `a`, counts nothing new."""
    if quantity.low is None or quantity.low != quantity.high or quantity.low > _SMALL:
        return False
    if quantity.low == 1:
        return True
    before = sentence.tree.words[words.start - 1].text.lower() if words.start else ""
    first = sentence.tree.words[words.start].text.lower()
    return before in _DEFINITE or first in _DEFINITE or first == "both"


def _counted_word(sentence: Sentence, words: range, quantity: Quantity) -> int:
    """The noun that the number modifies, the number itself where it stands alone (`11 were killed`)."""
    tree = sentence.tree
    by_unit = _unit_head(sentence, words, quantity)
    if by_unit is not None:
        return by_unit
    inside = set(words)
    tops = [i for i in words if tree.head(i) not in inside]
    numbers = [i for i in words if tree.words[i].upos == "NUM" or any(c.isdigit() for c in tree.words[i].text)]
    for index in [*numbers, *tops]:
        if tree.relation(index) in (
            "nummod",
            "amod",
            "det",
            "compound",
            "nmod:poss",
            "advmod",
            "quantmod",
        ) and tree.words[tree.head(index)].upos in ("NOUN", "PROPN", "SYM", "ADJ"):
            return tree.head(index)
        of = [i for case, i in tree.obliques(index) if case == "of"]
        if of and tree.words[index].upos in ("NOUN", "NUM"):
            return of[0]
    nouns = [i for i in tops if tree.words[i].upos in ("NOUN", "NUM", "PROPN")]
    return nouns[0] if nouns else (tops[0] if tops else words.start)


def _unit_head(sentence: Sentence, words: range, quantity: Quantity) -> int | None:
    """The governing word of the counted noun phrase that stands behind the number."""
    wanted = [part for part in quantity.unit.split() if part]
    if not wanted or not quantity.unit[0].isalpha():
        return None
    at = sentence.text.find(quantity.unit, max(0, sentence.tree.words[words.start].start))
    if at < 0:
        return None
    run = [i for i, w in enumerate(sentence.tree.words) if w.start >= at and w.end <= at + len(quantity.unit)]
    inside = set(run)
    tops = [i for i in run if sentence.tree.head(i) not in inside and sentence.tree.words[i].upos in ("NOUN", "PROPN")]
    return tops[-1] if tops else None


def _quantity(sentence: Sentence, head: int, quantity: Quantity) -> str:
    tree = sentence.tree
    if _MONEY.search(quantity.text) or _MONEY.search(quantity.unit):
        return "money"
    beside = _word_behind(sentence, quantity)
    if beside is not None:
        return beside
    verb = _fate(tree, head)
    lemma = tree.lemma(head)
    noun = QUANTITY_OF_NOUN.get(lemma) or QUANTITY_OF_NOUN.get(lemma.removesuffix("s"))
    if noun in ("killed", "injured", "captured", "abducted", "missing"):
        return noun
    risen = _risen(tree, head)
    if risen is not None:
        return _quantity_of(tree, risen)
    if verb and noun not in ("sites", "vehicles", "aid"):
        return verb
    if quantity.is_share:
        return "other"
    return noun or "other"


def _word_behind(sentence: Sentence, quantity: Quantity) -> str | None:
    """`five dead`, `23 wounded`, `17 others injured`: the fate that stands right behind the number."""
    if quantity.span is None:
        return None
    words = sentence.tree.words
    behind = sentence.words_in(quantity.span).stop
    if behind < len(words) and words[behind].text.lower() in ("others", "people", "more", "other"):
        behind += 1
    if behind >= len(words):
        return None
    word = words[behind].text.lower()
    fate = COUNT_VERBS.get(sentence.tree.lemma(behind)) or QUANTITY_OF_NOUN.get(word)
    return fate if fate and word in _STANDING_BEHIND else None


_STANDING_BEHIND = frozenset(
    "dead killed wounded injured hurt captured arrested detained abducted kidnapped displaced missing".split()
)


def _risen(tree: Tree, head: int) -> int | None:
    """`the toll rose to 23`: the subject that the number is the new measure of."""
    verb = tree.head(head)
    if verb >= 0 and tree.relation(head).startswith(("obl", "obj", "xcomp")) and tree.lemma(verb) in _RISING:
        subjects = tree.subjects(verb)
        return subjects[0] if subjects else None
    return None


def _quantity_of(tree: Tree, head: int) -> str:
    """What a number said of a noun counts: the noun itself, or what it is the number of."""
    heads = [head, *(i for case, i in tree.obliques(head) if case in ("of", "for"))]
    for index in heads:
        found = QUANTITY_OF_NOUN.get(tree.lemma(index)) or _fate(tree, index)
        if found:
            return found
    words = {tree.lemma(i) for i in tree.subtree(head)}
    return next((COUNT_VERBS[word] for word in sorted(words) if word in COUNT_VERBS), "other")


def _fate(tree: Tree, head: int) -> str | None:
    """What the sentence says became of a counted noun: its verb's word for it, or an adjective's."""
    for child in tree.children(head, "amod", "acl", "acl:relcl"):
        if tree.lemma(child) in COUNT_VERBS:
            return COUNT_VERBS[tree.lemma(child)]
    here = head
    for _ in range(3):
        relation = tree.relation(here)
        up = tree.head(here)
        if up < 0:
            return COUNT_VERBS.get(tree.lemma(here)) if tree.words[here].upos in ("ADJ", "VERB") else None
        lemma = tree.lemma(up)
        if relation.startswith("nsubj") and lemma not in COUNT_VERBS:
            # `are believed to have been killed`, `began returning`
            for verb in tree.children(up, "xcomp"):
                fate = COUNT_VERBS.get(tree.lemma(verb))
                if fate and (tree.is_passive(verb) or tree.lemma(verb) in _OF_THEMSELVES):
                    return fate
        if relation.startswith(("nsubj", "obj")) or relation in ("obl:agent",):
            fate = COUNT_VERBS.get(lemma) or COUNT_VERBS.get(tree.words[up].text.lower())
            if fate and _suffers(tree, here, up, lemma):
                return fate
            if lemma in ("leave", "find", "report", "put", "bring") and relation.startswith(("obj", "nsubj:pass")):
                for child in tree.children(up, "xcomp", "advcl", "obl"):
                    if tree.lemma(child) in COUNT_VERBS:
                        return COUNT_VERBS[tree.lemma(child)]
            return None
        if relation in ("conj", "nmod", "appos", "nummod", "dep", "compound", "obl"):
            here = up
            continue
        return None
    return None


# Verbs whose subject is the one it happens to.
_OF_THEMSELVES = frozenset("die perish drown flee return disappear dead missing vanish miss absent surrender".split())


def _suffers(tree: Tree, noun: int, verb: int, lemma: str) -> bool:
    """Whether the noun is the one it happens to: the object, a passive's subject, or who dies or flees."""
    if tree.relation(noun).startswith("nsubj"):
        intransitive = lemma in _OF_THEMSELVES
        return intransitive or tree.is_passive(verb) or tree.words[verb].upos == "ADJ"
    return True


def _counted_text(sentence: Sentence, head: int, words: range, quantity: Quantity) -> str:
    """The counted, as written: the noun phrase without the number, with its `of` and `in` where it has them."""
    tree = sentence.tree
    if tree.words[head].upos in ("NUM", "PUNCT", "VERB", "ADV") and head in words:
        return quantity.unit or "people"
    start, end = tree.phrase(head)
    numbers = [
        i
        for i in words
        if start <= i < end
        and (
            tree.words[i].upos in ("NUM", "DET", "ADV", "ADP", "SYM")
            or tree.words[i].relation in ("nummod", "advmod", "case", "det")
        )
    ]
    if numbers:
        start = max(numbers) + 1 if max(numbers) + 1 <= head else head
    text = tree.text(start, end).strip(" -–")
    return text or quantity.unit


def figures_of_one(sentence: Sentence, happenings: Iterable[Happening]) -> list[FoundFigure]:
    """One person killed, wounded, captured or abducted is a figure of one, though no number says so."""
    out: list[FoundFigure] = []
    for happening in happenings:
        quantity = COUNT_VERBS.get(sentence.tree.lemma(happening.trigger))
        if quantity not in _FATES or happening.factuality is not Factuality.ACTUAL:
            continue
        for party in happening.recipients:
            head = _single_person(sentence, party)
            if head is not None:
                detail = FigureDetail(quantity, party.name, 1, 1, Bound.EXACT, number_text=party.text)
                out.append(FoundFigure(detail, sentence.words_span(head, head + 1), happening.trigger, 0.5))
    return out


_FATES = frozenset({"killed", "injured", "captured", "abducted"})


def _single_person(sentence: Sentence, party: Party) -> int | None:
    """The word that stands for one person: a name, or a noun for a person in the singular without a number."""
    if party.span is None or not party.span.overlaps(sentence.span):
        return None
    words = sentence.words_in(party.span)
    tree = sentence.tree
    if not words or any(tree.words[i].upos == "NUM" for i in [*words, *tree.children(words[-1], "nummod")]):
        return None
    head = next((i for i in words if tree.head(i) not in words), words[-1])
    mark = sentence.entity_of.get(head)
    if mark is not None and mark.label == "PERSON" and tree.words[head].upos == "PROPN":
        return head
    singular = tree.words[head].upos == "NOUN" and tree.words[head].text.lower() == tree.lemma(head)
    return head if singular and tree.lemma(head) in (CIVILIAN | OFFICIAL | FORCE) - _COLLECTIVE else None


# Nouns for people that stand in the singular for many.
_COLLECTIVE = frozenset(
    """people population public crew staff family youth army navy police force brigade battalion division unit regiment
    corps militia military personnel infantry artillery squad team patrol company garrison jet aircraft drone tank
    convoy helicopter warplane opposition contingent legion junta command column platoon cell security troops""".split()
)
