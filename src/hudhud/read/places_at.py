"""The places that a noun phrase names: in it, or in its modifiers."""

from hudhud.lexicon.people import PLACE_LIKE, TARGET
from hudhud.read.article import Sentence
from hudhud.records import Place, PlacePrecision, Span

__all__ = ["clause_span", "places_at"]

_STRETCHES = frozenset("swath tract stretch part position ground land half bridge place neighbourhood terrain".split())


def places_at(sentence: Sentence, head: int) -> list[Place]:
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
    if tree.lemma(head) not in PLACE_LIKE | TARGET | _STRETCHES or tree.words[head].upos not in ("NOUN", "PROPN"):
        return []
    start, end = tree.phrase(head)
    while start < head and tree.words[start].upos in ("DET", "PRON"):
        start += 1
    text = tree.text(start, end)
    span = sentence.words_span(start, end)
    return [Place(name=text, text=text, precision=PlacePrecision.REGION, span=span)]


def clause_span(sentence: Sentence, trigger: int) -> Span:
    """The words of the clause that a trigger stands in."""
    tree = sentence.tree
    top = trigger
    for up in tree.ancestors(trigger):
        if tree.relation(top) in ("ccomp", "advcl", "acl:relcl", "parataxis") or tree.words[top].upos == "VERB":
            break
        top = up
    return sentence.words_span(*tree.clause(top))
