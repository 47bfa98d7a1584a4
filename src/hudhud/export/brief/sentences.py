"""Claims → sentences, by grammar: every word is a claim's own or one of the closed words of `phrases`."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from hudhud.export.brief.clauses import Clause, clause, trigger_of
from hudhud.export.brief.gather import Item, party_names
from hudhud.export.brief.phrases import ACTS, COUNTED, COUNTED_BY, RELATIONS
from hudhud.export.brief.report import Sentence
from hudhud.export.brief.speech import reported
from hudhud.export.brief.words import capital, count, day, during, is_many, joined, located, named
from hudhud.lexicon.spelling import fold
from hudhud.reconcile.denials import denying
from hudhud.records import (
    Claim,
    Dispute,
    Estimate,
    Event,
    EventDetail,
    Factuality,
    FigureDetail,
    Party,
    Place,
    ReportedFigure,
    State,
    StatementDetail,
    Unsure,
    View,
)

__all__ = ["Composer"]

_ALONE = "; this could not be confirmed from a second origin"
_COPIES = "; the reports go back to one origin"
_MOST_FIGURES = 6  # reports of one thing told in the text; the chart shows all
_DEAD = ("dead", "deaths", "death", "bodies", "body", "wounded", "injured", "casualties", "the dead", "the wounded")


class Composer:
    """Makes the sentence of each item of one view; None where the claims give too little for a sentence."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def publishers(self) -> frozenset[str]:
        """The names under which outlets assert something themselves."""
        return frozenset(one.publisher or one.name for one in self.view.documents.values())

    def sentence(self, item: Item) -> Sentence | None:
        """The sentence of an item."""
        claim_ids = item.claim_ids
        match item.thing:
            case Event():
                text, more = self.event(item.thing, claim_ids)
                claim_ids, origins = tuple(dict.fromkeys((*claim_ids, *more))), item.thing.n_origins
            case State():
                text, origins = self.state(item.thing, item.claim_ids), item.thing.n_origins
            case Estimate():
                text, origins = self.estimate(item.thing, item.claim_ids), item.thing.n_origins
            case Claim():
                text, origins = self.statement(item.thing), self.n_origins(item.claim_ids)
            case Dispute():
                text, origins = self.dispute(item.thing), self.n_origins(item.claim_ids)
            case Unsure():
                text, origins = self.unsure(item.thing), self.n_origins(item.claim_ids)
        if not text:
            return None
        return Sentence(f"{capital(text)}.", claim_ids, item.change, item.key, origins)

    def where(self, place: Place | None, texts: Sequence[str]) -> str:
        """The place in words; a party that was taken for a place is none."""
        return "" if place is not None and fold(place.name) in self.party_names else located(place, texts)

    @cached_property
    def party_names(self) -> frozenset[str]:
        """The names that are a party's."""
        return party_names(self.view)

    def texts(self, claim_ids: Sequence[str]) -> list[str]:
        """The articles of these claims."""
        documents = dict.fromkeys(self.view.claims[key].document_id for key in claim_ids)
        return [self.view.documents[key].text for key in documents]

    def n_origins(self, claim_ids: Sequence[str]) -> int:
        """Independent origins of these claims: reprints count once."""
        origin = {copy.document_id: copy.origin for copy in self.view.copies}
        documents = [self.view.claims[key].document_id for key in claim_ids]
        return len({origin.get(key, key) for key in documents})

    def sources(self, names: Sequence[str], texts: Sequence[str]) -> str:
        """`according to the Health Ministry`; an outlet that asserts it itself has `reported` it."""
        others = [named(name, texts) for name in names if name not in self.publishers]
        outlets = [name for name in names if name in self.publishers]
        told = f"according to {joined(others)}" if others else ""
        if told and outlets:
            return f"{told}, and reported by {joined(outlets)}"
        return told or (f"{joined(outlets)} reported" if outlets else "")

    def event(self, event: Event, claim_ids: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """The text of an event, and the claims whose numbers stand in it."""
        texts = self.texts(claim_ids)
        claims = [self.view.claims[key] for key in claim_ids]
        event = self.agreed(event, claims)
        trigger = trigger_of(event, claims)
        quantity = COUNTED_BY.get(trigger)
        counted = {
            name: one
            for name, one in self.counted(claims).items()
            if name in event.recipients and one[0].quantity == quantity
        }
        figures = {name: f"{count(detail)} {name}" for name, (detail, _) in counted.items()}
        told: Clause = clause(event, trigger, figures, self.where(event.place, texts), texts)
        more = (*(key for _, key in counted.values()), *denying(event, self.view))
        if not told.text:
            return "", ()
        if event.factuality is Factuality.DENIED and not event.asserted_by:
            who = joined(named(name, texts) for name in event.denied_by if name not in self.publishers)
            outlets = joined(name for name in event.denied_by if name in self.publishers)
            return (f"{who} denied that {told.text}" if who else f"{told.denied}, {outlets} reported"), more
        parts = [told.text]
        if sources := self.sources(event.asserted_by, texts):
            parts.append(f", {sources}")
        if event.denied_by:
            parts.append(f"; this was denied by {joined(named(name, texts) for name in event.denied_by)}")
        elif event.n_origins < 2 and told.is_deed:
            parts.append(_COPIES if len(set(event.asserted_by) & self.publishers) > 1 else _ALONE)
        return "".join(parts), more

    def agreed(self, event: Event, claims: Sequence[Claim]) -> Event:
        """The event with the parties that most of its claims tell: one named by a single claim of many is left out."""
        details = [(one.claim_id, one.detail) for one in claims if isinstance(one.detail, EventDetail)]
        actors = Counter(self.name(key, party) for key, detail in details for party in detail.actors)
        recipients = Counter(self.name(key, party) for key, detail in details for party in detail.recipients)
        return replace(event, actors=_often(event.actors, actors), recipients=_often(event.recipients, recipients))

    def name(self, claim_id: str, party: Party) -> str:
        """The name of the actor that a party was resolved to; its own where it was not."""
        actor = self.view.party_actor.get((claim_id, party.name))
        return self.view.actors[actor].name if actor in self.view.actors else party.name

    def counted(self, claims: Sequence[Claim]) -> dict[str, tuple[FigureDetail, str]]:
        """Whom the claims' own sentences count, with the claim that does; whom they count twice is left out."""
        found: dict[str, list[tuple[FigureDetail, str]]] = {}
        for claim in claims:
            for one in self.figures_of.get(claim.document_id, ()):
                assert isinstance(one.detail, FigureDetail)
                if one.span.overlaps(claim.span):
                    found.setdefault(one.detail.of, []).append((one.detail, one.claim_id))
        return {name: told[0] for name, told in found.items() if len({(d.low, d.high) for d, _ in told}) == 1}

    @cached_property
    def figures_of(self) -> dict[str, list[Claim]]:
        """Document → its figures."""
        found: dict[str, list[Claim]] = {}
        for claim in self.view.claims.values():
            if isinstance(claim.detail, FigureDetail) and claim.factuality is Factuality.ACTUAL:
                found.setdefault(claim.document_id, []).append(claim)
        return found

    def state(self, state: State, claim_ids: Sequence[str]) -> str:
        """Who holds what, who says so, and who denies it."""
        texts = self.texts(claim_ids)
        held = self.held(state, texts)
        if not held:
            return ""
        since = f" since {day(state.since)}" if state.since and state.value == "holds" else ""
        sources = self.sources(state.said_by, texts)
        hedge = ""
        if state.claims_for and state.claims_against:
            against = [self.voice(self.view.claims[key]) for key in state.claims_against]
            hedge = f"; this was denied by {joined(named(name, texts) for name in against)}"
        elif state.kind == "control" and state.n_origins < 2:
            hedge = _ALONE
        return f"{held}{since}{f', {sources}' if sources else ''}{hedge}"

    def held(self, state: State, texts: Sequence[str]) -> str:
        """Who holds what."""
        who, other = named(state.subject, texts), named(state.object, texts) if state.object else ""
        is_told = state.factuality is Factuality.ACTUAL
        match state.kind:
            case "control":
                return _control(state, who, is_told, texts)
            case "presence":
                where = self.where(state.place, texts)
                mission = f" ({state.standing})" if state.standing else ""
                word = "were" if is_many(state.subject) else "was"
                return f"{who} {word if is_told else 'may be'} {where}{mission}" if where else ""
            case "office":
                return _office(state, who, other, is_told)
            case "relation":
                hedge = f"{state.standing} " if state.standing else ""
                be = "are" if is_many(state.subject) else "is"
                return f"{who} {be if is_told else 'may be'} {hedge}{RELATIONS[state.value]} {other}" if other else ""
        return ""

    def voice(self, claim: Claim) -> str:
        """Who says it in the end: the outermost source, the outlet where it asserts it itself."""
        if claim.attribution:
            return self.name(claim.claim_id, claim.attribution[-1].source)
        document = self.view.documents[claim.document_id]
        return document.publisher or document.name

    def estimate(self, one: Estimate, claim_ids: Sequence[str]) -> str:
        """The last number with who gave it, and the numbers before it."""
        texts = self.texts(claim_ids)
        figures = [figure for figure in one.figures if figure.claim_id in claim_ids]
        last = figures[-1]
        # The estimate's own name, place and time come from many articles; a sentence keeps to those of its claim.
        claim = self.view.claims[last.claim_id]
        number, what = count(last), _counted_what(claim)
        verb = COUNTED.get(one.quantity, COUNTED["other"])[number != "1"]
        if what in _DEAD and one.quantity in ("killed", "injured"):
            verb = verb.rsplit(" ", 1)[0]  # `14 deaths were reported`
        if what in ("them", "those") or what.startswith("the "):
            what = f"of {what}"
        place = self.where(claim.place, texts)
        if claim.place and claim.place.text and claim.place.text in what:
            place = ""
        in_all = "in all, " if one.is_cumulative else ""
        head = f"{in_all}{number} {what} {verb} {place} {during(claim.occurred)}"
        head = f"{' '.join(head.split())}, {self.figure_sources(last, texts)}"
        if len(figures) == 1:
            return head + (_ALONE if one.n_origins < 2 and one.quantity in ("killed", "injured") else "")
        before = "; ".join(
            f"{count(figure)}, {self.figure_sources(figure, texts)}" for figure in figures[-_MOST_FIGURES:-1]
        )
        return f"{head}; before that, {before}"

    def figure_sources(self, figure: ReportedFigure, texts: Sequence[str]) -> str:
        """Who gave a number, and which outlet printed it when."""
        who = joined(named(name, texts) for name in figure.said_by)
        outlet = figure.publisher or self.view.documents[figure.document_id].name
        on = f" on {day(figure.published)}" if figure.published else ""
        return f"according to {who}, {outlet} reported{on}" if who else f"{outlet} reported{on}"

    def statement(self, claim: Claim) -> str:
        """Who said what, in the words of the article."""
        detail = claim.detail
        assert isinstance(detail, StatementDetail)
        document = self.view.documents[claim.document_id]
        speaker = named(detail.speaker.name, [document.text])
        verb, opening = ACTS.get(detail.act, ACTS["say"])
        content = " ".join(detail.content.split()).strip(" ,;:.“”\"'")
        to = joined(named(party.name, [document.text]) for party in detail.addressees)
        if not detail.is_direct and re.search(rf"\b{content.split()[0].lower()}\b", document.text):
            content = content[0].lower() + content[1:]  # the first word of its sentence there, no name
        told = reported(detail, content, verb, opening, to)
        if not told:
            return ""
        outlet = document.publisher or document.name
        on = f" on {day(document.published.day)}" if document.published.day else ""
        return f"{speaker} {told}, {outlet} reported{on}"

    def dispute(self, one: Dispute) -> str:
        """What cannot all be right, with those who say it."""
        ids = [key for side in one.sides for key in side.claim_ids]
        texts = self.texts(ids)
        sides = [(side, joined(named(name, texts) for name in side.said_by)) for side in one.sides]
        about = " ".join(one.about.split()).rstrip(".")
        match one.kind:
            case "denial":
                told, denied = sides[0][1], sides[-1][1]
                quotes = [" ".join(self.view.claims[key].quote.split()) for key in ids]
                is_quote = any(about.strip(" …") in quote for quote in quotes)
                about = "“" + about.replace("“", "'").replace("”", "'") + "”" if is_quote else about
                return f"It is disputed that this was so: {about}; it is told by {told}, and denied by {denied}"
            case "figures":
                first = self.view.claims[ids[0]]
                assert isinstance(first.detail, FigureDetail)
                verb = COUNTED.get(first.detail.quantity, COUNTED["other"])[1]
                numbers = "; ".join(f"{side.says}, according to {who}" for side, who in sides)
                what = _counted_what(first).removeprefix("the ")
                return f"The reports of how many {what} {verb} cannot all be right: {numbers}"
        rivals = "; ".join(f"{side.says}, according to {who}" for side, who in sides)
        return f"The reports of {about} cannot all be right: {rivals}"

    def unsure(self, pair: Unsure) -> str:
        """Two names of which nobody has said whether they are one."""
        return f"Whether {pair.left} and {pair.right} are the same is not known"


def _often(names: Sequence[str], told: Counter[str]) -> tuple[str, ...]:
    """The names told at least half as often as the one told most. The half is hand-set."""
    most = max((told[name] for name in names), default=0)
    return tuple(name for name in names if told[name] * 2 >= most)


def _counted_what(claim: Claim) -> str:
    return claim.detail.of or claim.detail.unit if isinstance(claim.detail, FigureDetail) else ""


def _control(state: State, who: str, is_told: bool, texts: Sequence[str]) -> str:
    assert state.place
    where = located(state.place, texts)
    where = where.removeprefix("in ")
    if not is_told:
        ways = {"gains": "take control of", "loses": "lose control of", "contests": "contest", "holds": "hold"}
        verb = "did not" if state.factuality is Factuality.DENIED else "may"
        return f"{who} {verb} {ways[state.value]} {where}"
    ways = {"gains": "gained control of", "loses": "lost control of", "contests": "contested", "holds": "held"}
    return f"{who} {ways[state.value]} {where}"


def _office(state: State, who: str, other: str, is_told: bool) -> str:
    of = f" of {other}" if other else ""
    role = state.value.replace("_", " ")
    if not is_told:
        return f"{who} may be {role}{of}"
    match state.standing:
        case "former":
            return f"{who} was {role}{of} in the past"
        case "acting":
            return f"{who} is acting {role}{of}"
        case "nominee":
            return f"{who} is named as the next {role}{of}"
        case "leaving":
            return f"{who} is leaving office as {role}{of}"
    return f"{who} is {role}{of}"
