"""Happenings of one article that tell of one another: what one telling leaves out, an earlier one has."""

from collections.abc import Iterable
from dataclasses import replace

from hudhud.read.article import Article
from hudhud.read.events import Happening, is_noun_told

__all__ = ["completed"]

# A definite event noun takes up a telling at most this many sentences back. Without a measurement.
_REACH = 6


def completed(article: Article, happenings: Iterable[Happening]) -> list[Happening]:
    """The happenings with parties filled in, in the same order.

    `the attack` takes the parties of the last attack told that it does not contradict.
    """
    out: list[Happening] = []
    for happening in happenings:
        if happening.type == "ASSAULT":
            happening = _with_earlier(article, happening, out)
        out.append(happening)
    return out


def _with_earlier(article: Article, happening: Happening, before: list[Happening]) -> Happening:
    sentence = article.sentences[happening.sentence]
    if (happening.actors and happening.recipients) or not is_noun_told(sentence, happening.trigger):
        return happening
    determiners = {sentence.tree.lemma(i) for i in sentence.tree.children(happening.trigger, "det")}
    if not determiners & {"the", "this", "that", "these", "those"}:
        return happening
    for other in reversed(before):
        if happening.sentence - other.sentence > _REACH:
            break
        if other.type == happening.type and _agree(happening, other):
            return replace(
                happening,
                actors=happening.actors or other.actors,
                recipients=happening.recipients or other.recipients,
                mode=happening.mode or other.mode,
            )
    return happening


def _agree(one: Happening, other: Happening) -> bool:
    if one.mode and other.mode and one.mode != other.mode:
        return False
    return all(
        not mine or not theirs or {p.name for p in mine} & {p.name for p in theirs}
        for mine, theirs in ((one.actors, other.actors), (one.recipients, other.recipients))
    )
