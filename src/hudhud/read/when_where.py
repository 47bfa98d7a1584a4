"""Which of a sentence's times and places belong to one of its words."""

from collections.abc import Sequence
from dataclasses import replace

from hudhud.lexicon.speech import ACT_OF_VERB
from hudhud.read.article import Sentence
from hudhud.read.tree import Tree
from hudhud.records import Period, Place, Span

__all__ = ["carried_period", "carried_place", "period_for", "place_for", "said_period", "span_of_clause"]


# A time is carried over at most this many sentences of one paragraph.
_CARRY = 2


def period_for(sentence: Sentence, trigger: int) -> Period | None:
    """The period told for a word: the one nearest to it in the tree, none that belongs to another clause.

    A period at the start of the sentence frames all of it.
    """
    since = _since(sentence, trigger)
    if since is not None:
        return since
    best: tuple[int, int, Period] | None = None
    for period in sentence.periods:
        if period.span is None or (period.start is None and period.end is None):
            continue
        words = sentence.words_in(period.span)
        if not words or _is_of_telling(sentence.tree, words, trigger):
            continue
        distance = _distance(sentence.tree, trigger, _top(sentence.tree, words))
        if distance is None:
            continue
        key = (distance, abs(words.start - trigger))
        if best is None or key < best[:2]:
            best = (*key, period)
    return best[2] if best else None


def _is_of_telling(tree: Tree, words: range, trigger: int) -> bool:
    """`the ministry said on Friday`: a time right behind a verb of speech, wherever the tree hangs it, is its time."""
    before = _follows(tree, words)
    return before >= 0 and before != trigger and tree.words[before].upos == "VERB" and tree.lemma(before) in _SAYING


def _follows(tree: Tree, words: range) -> int:
    """The word that a time stands right behind, small words between left out; -1 at the start of the sentence."""
    before = words.start - 1
    while before > 0 and tree.words[before].upos in ("ADP", "DET", "ADV"):
        before -= 1
    return before


def said_period(sentence: Sentence, cue: int, contents: Sequence[Span]) -> Period | None:
    """When something was said: the period nearest to the cue that is no part of what is said.

    One right behind the cue (`said on Friday the town had fallen`) counts wherever what is said begins.
    """
    best: tuple[int, Period] | None = None
    for period in sentence.periods:
        if period.span is None or (period.start is None and period.end is None):
            continue
        words = sentence.words_in(period.span)
        if not words:
            continue
        is_behind = _follows(sentence.tree, words) == cue
        if not is_behind and any(span.overlaps(period.span) for span in contents):
            continue
        distance = 0 if is_behind else _distance(sentence.tree, cue, _top(sentence.tree, words))
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, period)
    return best[1] if best else None


_SAYING = frozenset("say tell announce report add confirm state write warn claim declare".split())


def _since(sentence: Sentence, trigger: int) -> Period | None:
    """`since the siege began on 5 May`: from the day that a clause of `since` tells, open at the end."""
    tree = sentence.tree
    for word in (trigger, *tree.ancestors(trigger)):
        for clause in tree.children(word, "advcl"):
            if trigger in tree.subtree(clause) or not any(
                tree.lemma(m) == "since" for m in tree.children(clause, "mark")
            ):
                continue
            start, end = tree.clause(clause)
            span = sentence.words_span(start, end)
            inside = [p for p in sentence.periods if p.span is not None and p.start and p.span.overlaps(span)]
            if inside:
                return replace(inside[0], end=None, text=tree.text(start, end), span=span)
        if tree.relation(word) in _BARRIERS:
            break
    return None


def carried_period(sentences: tuple[Sentence, ...], sentence: Sentence) -> Period | None:
    """The period that a sentence without one of its own stands under: the last told before it in its paragraph."""
    if sentence.periods:
        return None
    for other in reversed(sentences[max(0, sentence.index - _CARRY) : sentence.index]):
        if other.paragraph != sentence.paragraph and not _points_back(sentence, other):
            return None
        if other.periods:
            return period_for(other, other.tree.root)
    return None


def _points_back(sentence: Sentence, other: Sentence) -> bool:
    """`These strikes …`: a new paragraph that takes up the sentence right before it."""
    first = sentence.tree.words[0].text.lower() if len(sentence.tree) else ""
    return other.index == sentence.index - 1 and first in ("these", "this", "those", "they")


def carried_place(sentences: tuple[Sentence, ...], sentence: Sentence) -> Place | None:
    """The place that a sentence without one of its own stands under: the last told before it in its paragraph."""
    if any(_is_where(sentence.tree, _top(sentence.tree, w)) for p in sentence.places if (w := _words(sentence, p))):
        return None
    for other in reversed(sentences[max(0, sentence.index - _CARRY) : sentence.index]):
        if other.paragraph != sentence.paragraph:
            return None
        found = place_for(other, other.tree.root)
        if found is not None:
            return found
    return None


def _words(sentence: Sentence, place: Place) -> range:
    return sentence.words_in(place.span) if place.span is not None else range(0)


def place_for(sentence: Sentence, trigger: int) -> Place | None:
    """The place told for a word: the one nearest to it in the tree, none that belongs to another clause."""
    best: tuple[int, int, Place] | None = None
    for place in sentence.places:
        if place.span is None:
            continue
        words = sentence.words_in(place.span)
        if not words:
            continue
        top = _top(sentence.tree, words)
        if not _is_where(sentence.tree, top):
            continue
        distance = _distance(sentence.tree, trigger, top)
        if distance is None:
            continue
        key = (distance, abs(words.start - trigger))
        if best is None or key < best[:2]:
            best = (*key, place)
    return best[2] if best else None


def span_of_clause(sentence: Sentence, trigger: int) -> Span:
    """The words of the finite clause around a trigger, clauses of speech about it left out."""
    tree = sentence.tree
    top = trigger
    for up in tree.ancestors(trigger):
        if tree.relation(top) in ("ccomp", "parataxis", "acl:relcl") or (
            tree.relation(top) in ("advcl", "conj") and tree.words[top].upos == "VERB"
        ):
            break
        top = up
    drop = frozenset(c for c in tree.children(top, "parataxis") if trigger not in tree.subtree(c))
    return sentence.words_span(*tree.clause(top, drop=drop))


def _top(tree: Tree, words: range) -> int:
    inside = set(words)
    return next((i for i in words if tree.head(i) not in inside), words.start)


def _is_where(tree: Tree, top: int) -> bool:
    """Whether a place stands as a place rather than as somebody who acts (`Oudar said`)."""
    return not tree.relation(top).startswith("nsubj") or tree.words[top].upos != "PROPN"


_BARRIERS = ("ccomp", "parataxis", "acl:relcl")


def crossed_speech(tree: Tree, up: list[int]) -> bool:
    """Whether the way up from a word leaves what somebody said: the time of saying is not that of the deed."""
    return any(
        tree.relation(i) in ("ccomp", "parataxis") and tree.head(i) >= 0 and tree.lemma(tree.head(i)) in ACT_OF_VERB
        for i in up
    )


def _distance(tree: Tree, one: int, other: int) -> int | None:
    """Steps between two words in the tree, None where a clause boundary parts them from the other's side."""
    above_one = [one, *tree.ancestors(one)]
    above_other = [other, *tree.ancestors(other)]
    common = next((i for i in above_one if i in above_other), None)
    if common is None:
        return None
    down = above_other[: above_other.index(common)]
    up = above_one[: above_one.index(common)]
    crossed = sum(tree.relation(i) in _BARRIERS or tree.relation(i).startswith("advcl") for i in down)
    if crossed and tree.words[one].upos in ("VERB", "NOUN"):
        return None
    if crossed_speech(tree, up):
        return None
    risen = sum(tree.relation(i) in _BARRIERS for i in up)
    return len(up) + len(down) + 2 * risen
