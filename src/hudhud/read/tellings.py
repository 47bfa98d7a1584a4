"""Happenings of one article that tell of one another: what one telling leaves out, an earlier one has."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from hudhud.lexicon.people import PLACE_LIKE, TARGET
from hudhud.read.article import Article
from hudhud.read.events import Happening, is_noun_told
from hudhud.records import Party

__all__ = ["completed"]

# A definite event noun takes up a telling at most this many sentences back. Without a measurement.
_REACH = 6


def completed(article: Article, happenings: Iterable[Happening]) -> list[Happening]:
    """The happenings with parties filled in, in the same order.

    `the attack` takes the parties of the last attack told that it does not contradict; who attacks a place
    attacks the one it is known, in this article, to fight.
    """
    out: list[Happening] = []
    foes = _foes(happenings := list(happenings))
    for happening in happenings:
        if happening.type == "ASSAULT":
            happening = _with_earlier(article, happening, out)
            happening = _with_foe(happening, foes)
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


def _foes(happenings: list[Happening]) -> dict[str, str]:
    """Who each party of the article fights most often."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for happening in happenings:
        if happening.type != "ASSAULT":
            continue
        for actor in happening.actors:
            for recipient in happening.recipients:
                if _is_named(recipient) and _is_named(actor):
                    counts[actor.name][recipient.name] += 1
                    counts[recipient.name][actor.name] += 1
    return {name: foes.most_common(1)[0][0] for name, foes in counts.items()}


def _with_foe(happening: Happening, foes: dict[str, str]) -> Happening:
    if happening.recipients and not all(_is_place(party) for party in happening.recipients):
        return happening
    for actor in happening.actors:
        if actor.name in foes and foes[actor.name] != actor.name:
            foe = Party(foes[actor.name], "", None)
            return replace(happening, recipients=(*happening.recipients, foe))
    return happening


def _is_named(party: Party) -> bool:
    return any(part[:1].isupper() for part in party.name.split())


def _is_place(party: Party) -> bool:
    last = party.name.split()[-1].lower()
    return last in TARGET | PLACE_LIKE
