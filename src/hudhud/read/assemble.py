"""What the modules found in an article → its claims."""

from collections.abc import Iterator
from dataclasses import replace

from hudhud.ontology.plover import TYPES
from hudhud.read.appointments import find_appointments
from hudhud.read.article import Article, Sentence
from hudhud.read.contexts import contexts_of
from hudhud.read.control import find_control
from hudhud.read.events import Happening, find_happenings
from hudhud.read.factuality import factuality
from hudhud.read.figures import figures_of_one, find_figures
from hudhud.read.offices import find_offices
from hudhud.read.parties import Parties
from hudhud.read.presence import find_presence
from hudhud.read.relations import find_relations
from hudhud.read.speech_events import told_by_speech
from hudhud.read.statements import Speech, Statements, content_text
from hudhud.read.tellings import completed
from hudhud.read.when_where import carried_period, carried_place, period_for, place_for, said_period
from hudhud.records import (
    Attribution,
    Claim,
    Detail,
    EventDetail,
    Factuality,
    FigureDetail,
    OfficeDetail,
    Period,
    Place,
    RelationDetail,
    Span,
    StatementDetail,
    claim_id,
)

__all__ = ["assemble"]


def assemble(article: Article, reader: str) -> list[Claim]:
    """The claims of an article in text order, each once."""
    parties = Parties.of(article)
    statements = Statements(article, parties)
    claims = _Claims(article, statements, reader)
    for speech in statements.speeches:
        if not statements.relays(speech):
            claims.statement(speech)
    told = [happening for sentence in article.sentences for happening in find_happenings(sentence, parties)]
    told += told_by_speech(article, statements, told)
    told = completed(article, told)
    for happening in told:
        claims.event(article.sentences[happening.sentence], happening)
    for sentence in article.sentences:
        happened = [h for h in told if h.sentence == sentence.index]
        for figure in [*find_figures(sentence), *figures_of_one(sentence, happened)]:
            claims.add(
                sentence, figure.head, figure.detail, sentence.span, figure.score, factuality(sentence, figure.head)
            )
        for office in find_offices(sentence, parties):
            claims.add(sentence, None, office.detail, office.span, office.score)
        for detail, span, score in find_appointments(sentence, parties):
            claims.add(sentence, None, detail, span, score)
        for relation in find_relations(sentence, parties, happened):
            claims.add(sentence, relation.trigger, relation.detail, relation.span, relation.score, timeless=True)
        for control in find_control(sentence, parties):
            level = factuality(sentence, control.trigger)
            claims.add(
                sentence, control.trigger, control.detail, control.span, control.score, level, place=control.place
            )
        for presence in find_presence(sentence, parties):
            level = factuality(sentence, presence.trigger)
            claims.add(
                sentence, presence.trigger, presence.detail, presence.span, presence.score, level, place=presence.place
            )
    return sorted(_once(claims.found), key=lambda claim: (claim.span, claim.kind, claim.claim_id))


# Whoever has spoken on a day goes on speaking on it, with at most this many sentences between.
_SPEECH_REACH = 6
# Violence that news tells without anybody: it is heard or found.
_HEARD = frozenset("explosion blast gunfire shelling shooting airstrike bombing clash fighting gunshot".split())


class _Claims:
    """Collects the claims of one article, each with its chain, time and place."""

    def __init__(self, article: Article, statements: Statements, reader: str) -> None:
        self.article = article
        self.statements = statements
        self.reader = reader
        self.contexts = contexts_of(article.document.text)
        self.found: list[Claim] = []
        self.said: dict[str, tuple[int, Period]] = {}

    def statement(self, speech: Speech) -> None:
        """The statement claim of an act of speech."""
        text = self.article.document.text
        sentence = self.article.sentences[speech.sentence]
        content = content_text(text, speech.contents)
        if len(content.split()) < 2:
            return
        detail = StatementDetail(speech.speaker, speech.act, content, speech.is_direct, speech.addressees)
        low = min(sentence.span.start, *(span.start for span in speech.contents))
        high = max(sentence.span.end, *(span.end for span in speech.contents))
        level = factuality(sentence, speech.cue) if not speech.is_according else Factuality.ACTUAL
        if level in (Factuality.FUTURE, Factuality.REQUESTED, Factuality.CONDITIONAL):
            level = Factuality.ACTUAL
        period = self._said_on(sentence, speech)
        self._append(detail, Span(low, high), level, self.statements.outer(speech), period, None, 0.8)

    def _said_on(self, sentence: Sentence, speech: Speech) -> Period | None:
        """When a speech was given: the time told beside its cue, else the one told for its speaker just before."""
        speaker = speech.speaker.name
        period = said_period(sentence, speech.cue, speech.contents)
        if period is None and speaker in self.said:
            before, carried = self.said[speaker]
            period = carried if sentence.index - before <= _SPEECH_REACH else None
        if period is not None:
            self.said[speaker] = (sentence.index, period)
        return period

    def event(self, sentence: Sentence, happening: Happening) -> None:
        """The event claim of a happening."""
        detail = EventDetail(
            type=happening.type,
            mode=happening.mode,
            actors=happening.actors,
            recipients=happening.recipients,
            contexts=self.contexts,
            trigger=happening.word,
        )
        if not happening.actors and not happening.recipients and happening.word not in _HEARD:
            return
        self.add(sentence, happening.trigger, detail, sentence.span, happening.score, happening.factuality)

    def add(
        self,
        sentence: Sentence,
        trigger: int | None,
        detail: Detail,
        span: Span,
        score: float,
        level: Factuality = Factuality.ACTUAL,
        *,
        place: Place | None = None,
        timeless: bool = False,
    ) -> None:
        """A claim read at a word of a sentence; time and place are those told for that word."""
        offset = sentence.start + sentence.tree.words[trigger].start if trigger is not None else span.start
        period: Period | None = None
        if trigger is not None and not timeless:
            period = period_for(sentence, trigger)
            if period is None and level is Factuality.ACTUAL:
                period = carried_period(self.article.sentences, sentence)
            place = place or place_for(sentence, trigger)
            if place is None and _is_on_the_ground(detail):
                place = carried_place(self.article.sentences, sentence)
        if isinstance(detail, FigureDetail) and _adds_up(period):
            detail = replace(detail, is_cumulative=True)
        self._append(detail, span, level, self.statements.chain(offset), period, place, score)

    def _append(
        self,
        detail: Detail,
        span: Span,
        level: Factuality,
        chain: tuple[Attribution, ...],
        period: Period | None,
        place: Place | None,
        score: float,
    ) -> None:
        document = self.article.document
        self.found.append(
            Claim(
                claim_id=claim_id(document.document_id, span, detail),
                document_id=document.document_id,
                span=span,
                quote=span.of(document.text),
                detail=detail,
                factuality=level,
                attribution=chain,
                occurred=period,
                place=place,
                score=score,
                reader=self.reader,
            )
        )


def _is_on_the_ground(detail: Detail) -> bool:
    """Fighting and what it counts happen where the lines before say; words and deals need not."""
    if isinstance(detail, EventDetail):
        return TYPES[detail.type].quad == 4
    return isinstance(detail, FigureDetail)


def _adds_up(period: Period | None) -> bool:
    """Whether a number told for a period covers more than one day of it (`since March`, `in the past 24 hours`)."""
    if period is None or period.start is None:
        return False
    return period.end is None or period.end > period.start


def _once(claims: list[Claim]) -> Iterator[Claim]:
    """Each claim once; an office or relation that an article tells again and again stands where it is told first."""
    seen: set[object] = set()
    for claim in claims:
        key: object = claim.claim_id
        match claim.detail:
            case OfficeDetail(person=person, role=role, holds=holds):
                key = ("office", person.name, role.lower(), holds)
            case RelationDetail(subject=subject, relation=relation, object=other):
                key = ("relation", subject.name, relation, other.name)
            case _:
                pass
        if key not in seen:
            seen.add(key)
            yield claim
