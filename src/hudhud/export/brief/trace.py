"""Sentence → the words in it that neither its claims nor the grammar give: none, or it says too much."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from hudhud.export.brief.phrases import MONTHS, grammar_words
from hudhud.export.brief.report import Sentence
from hudhud.export.brief.words import day, participle, past
from hudhud.lexicon.event_words import VERBS
from hudhud.lexicon.spelling import fold
from hudhud.records import Claim, EventDetail, FigureDetail, StatementDetail, View, to_plain

__all__ = ["Tracer", "strays", "untraced"]

_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
_QUOTED = re.compile(r"“([^“”]*)”")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def untraced(sentence: Sentence, view: View) -> list[str]:
    """Every word, number and date of a sentence that no claim of it gives; `no claim` where it names none.

    What stands in quotation marks must be the claims' characters; all else their values or the grammar's words.
    """
    return Tracer(view).untraced(sentence)


class Tracer:
    """Traces the sentences of one view."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.actors_of: dict[str, list[str]] = {}
        for (claim_id, _), actor in view.party_actor.items():
            self.actors_of.setdefault(claim_id, []).append(actor)
        self.grammar = grammar_words()

    def untraced(self, sentence: Sentence) -> list[str]:
        """What `untraced` gives, with the view's own index made once."""
        claims = [self.view.claims[key] for key in sentence.claim_ids if key in self.view.claims]
        if not claims or len(claims) < len(sentence.claim_ids):
            return ["no claim"]
        quoted = [one.strip(" …") for one in _QUOTED.findall(sentence.text)]
        verbatim = [" ".join(text.split()) for claim in claims for text in (claim.quote, *_content(claim))]
        days, rest = _parted(_QUOTED.sub(" ", sentence.text))
        strings = self.strings(claims)
        words = _words(strings) | self.grammar | _verb_forms(claims)
        told, known = (
            _NUMBER.findall(rest),
            _numbers(claims) | {one for text in strings for one in _NUMBER.findall(text)},
        )
        found = [one for one in quoted if not any(one in text for text in verbatim)]
        found += [one for one in days if one not in self.days(claims)]
        found += [one for one in told if one not in known]
        return [*found, *(word for word in sorted(_words([rest])) if word not in words)]

    def strings(self, claims: Sequence[Claim]) -> list[str]:
        """Every string in the slots of the claims, the names of their actors, their outlets and their days.

        The quotes are left out: a sentence is made from what was read, not from the words around it.
        """
        found = [text for claim in claims for text in _flat(to_plain(replace(claim, quote="")))]
        for key in {actor for claim in claims for actor in self.actors_of.get(claim.claim_id, ())}:
            if key in self.view.actors:
                found += [self.view.actors[key].name, *(name.name for name in self.view.actors[key].names)]
        for claim in claims:
            document = self.view.documents[claim.document_id]
            found += [document.publisher or "", document.name]
        # Months and years of a period may stand without its days. Counted numbers may have a word behind them.
        found += [f"{MONTHS[one.month - 1]} {one.year}" for claim in claims for one in _ends(claim)]
        return found + sorted(_numbers(claims))

    def days(self, claims: Sequence[Claim]) -> set[str]:
        """The days on which it happened or was published, as a sentence writes them."""
        published = [self.view.documents[claim.document_id].published.day for claim in claims]
        ends = [one for claim in claims for one in _ends(claim)]
        return {day(one) for one in (*published, *ends) if one}


def strays(polished: str, original: str) -> list[str]:
    """What a polished text has beyond its original, what it lost, or `the order of words`; empty where it passes.

    Articles and their like may come and go, words may take another ending, a single date may move, and the clause
    that begins with `according to` may go to the front. Everything else stays as it is and where it is: who did it
    to whom is in the order of the words.
    """
    (days, rest), (old_days, old_rest) = _parted(polished), _parted(original)
    found = [f"lost {one}" for one in old_days if one not in days] + [one for one in days if one not in old_days]
    if len(old_days) > 1 and days != old_days:
        found.append("the order of dates")
    words, old = _content_words(rest), _content_words(old_rest)
    found += [word for word in dict.fromkeys(words) if word not in old]
    found += [f"lost {word}" for word in dict.fromkeys(old) if word not in words]
    fronted = old[old.index("accor") :] + old[: old.index("accor")] if "accor" in old else old
    if not found and words not in (old, fronted):
        found.append("the order of words")
    return found


# Words without which a sentence says the same. No form of `be` and no `by`, which turn a deed round.
_GLUE = frozenset("the a an and also in on at of that which".split())
_FORMS = {**dict.fromkeys(("is", "are", "was", "were"), "be"), **dict.fromkeys(("has", "have", "had"), "have")}


def _content_words(text: str) -> list[str]:
    """The numbers as written and the words by their beginnings, in order; glue left out."""
    numbers = _NUMBER.findall(text)
    words = [_FORMS.get(word, word[:5]) for word in fold(_NUMBER.sub(" 0 ", text)).split() if word not in _GLUE]
    told = iter(numbers)
    return [next(told, word) if word == "0" else word for word in words]


def _parted(text: str) -> tuple[list[str], str]:
    return [" ".join(found) for found in _DATE.findall(text)], _DATE.sub(" ", text)


def _words(texts: Iterable[str]) -> set[str]:
    return set(fold(" \n ".join(texts)).split())


def _content(claim: Claim) -> list[str]:
    return [claim.detail.content] if isinstance(claim.detail, StatementDetail) else []


def _ends(claim: Claim) -> list[date]:
    return [one for one in (claim.occurred.start, claim.occurred.end) if one] if claim.occurred else []


def _flat(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _flat(one)
    elif isinstance(value, list):
        for one in value:
            yield from _flat(one)


def _numbers(claims: Sequence[Claim]) -> set[str]:
    figures = [claim.detail for claim in claims if isinstance(claim.detail, FigureDetail)]
    return {f"{value:,.10g}" for one in figures for value in (one.low, one.high) if value is not None}


def _verb_forms(claims: Sequence[Claim]) -> set[str]:
    verbs = {one.detail.trigger for one in claims if isinstance(one.detail, EventDetail) and one.detail.trigger}
    return _words(form for verb in verbs & _known_verbs() for form in (verb, past(verb), participle(verb)))


@cache
def _known_verbs() -> frozenset[str]:
    return frozenset(VERBS)
