"""Who says what: the speech of an article, and the chain of speakers over any of its characters."""

from dataclasses import replace

from hudhud.read.article import Article, Sentence
from hudhud.read.cues import SPEECH_WORDS, Cues, Speech
from hudhud.read.parties import Parties
from hudhud.read.quotations import Quotation
from hudhud.records import Attribution, Span

__all__ = ["Speech", "Statements", "content_text"]

# A speaker still speaks to the outlet told last if it was named at most this many sentences before.
_OUTLET_REACH = 3
# A speaker with title and cue takes about this many characters: what is left of a relayed speech without them.
_CLAUSE_OF_SPEECH = 60


class Statements:
    """All speech of an article, and who stands behind each of its characters."""

    def __init__(self, article: Article, parties: Parties) -> None:
        self.article = article
        self.parties = parties
        self.speeches: list[Speech] = []
        cues = Cues(article, parties)
        for sentence in article.sentences:
            self.speeches.extend(cues.of(sentence))
        self._continue_quotations()
        self._keep_outlets()
        self.speeches.sort(key=lambda speech: (speech.sentence, speech.contents[0].start))
        parties.hear(self._speaker_at)

    def chain(self, offset: int, *, besides: Speech | None = None) -> tuple[Attribution, ...]:
        """Who says so of a character: the nearest speaker first, then whoever quotes that speaker."""
        covering = sorted(
            (speech for speech in self.speeches if speech is not besides and speech.covers(offset)),
            key=lambda speech: speech.size,
        )
        out: list[Attribution] = []
        for speech in covering:
            for source in (speech.speaker, speech.outlet):
                if source is not None and all(link.source.name != source.name for link in out):
                    out.append(Attribution(source, speech.cue_text))
        return tuple(out)

    def outer(self, speech: Speech) -> tuple[Attribution, ...]:
        """Who reports a speech: the speeches that cover its cue."""
        chain = self.chain(self._cue_offset(speech), besides=speech)
        told = () if speech.outlet is None else (Attribution(speech.outlet, speech.cue_text),)
        known = {speech.speaker.name, *(link.source.name for link in told)}
        return (*told, *(link for link in chain if link.source.name not in known))

    def relays(self, speech: Speech) -> bool:
        """Whether what is said is itself somebody else's speech: `the agency reported that the minister had denied`.

        Such a speech is a link of the inner one's chain, and no statement of its own.
        """
        for other in self.speeches:
            if other is speech or other.speaker.name == speech.speaker.name or other.sentence != speech.sentence:
                continue
            inside = [span for span in other.contents if any(_common(span, outer) for outer in speech.contents)]
            if (
                inside
                and speech.covers(self._cue_offset(other))
                and other.size >= min(0.5 * speech.size, speech.size - _CLAUSE_OF_SPEECH)
            ):
                return True
        return False

    def _cue_offset(self, speech: Speech) -> int:
        sentence = self.article.sentences[speech.sentence]
        return sentence.start + sentence.tree.words[speech.cue].start

    def _speaker_at(self, offset: int) -> str | None:
        chain = self.chain(offset)
        return chain[0].source.name if chain else None

    def _continue_quotations(self) -> None:
        """Give each sentence inside a quotation without a cue of its own to whoever speaks around it."""
        for quotation in self.article.quotations:
            if quotation.n_words < SPEECH_WORDS:
                continue
            for sentence in self.article.sentences:
                part = _common(quotation.span, sentence.span)
                if part is None or part.end - part.start < 3 * SPEECH_WORDS or self._is_said(part):
                    continue
                source = self._speaker_near(quotation, sentence)
                if source is not None:
                    self.speeches.append(
                        replace(
                            source,
                            sentence=sentence.index,
                            cue=sentence.words_in(part).start,
                            contents=(part,),
                            act=self._quoted_act(part, source.act),
                            is_direct=True,
                            is_belief=False,
                            is_according=False,
                        )
                    )

    def _keep_outlets(self) -> None:
        """Who has told an outlet something goes on speaking to it in the sentences that follow."""
        self.speeches.sort(key=lambda speech: (speech.sentence, speech.contents[0].start))
        last: dict[str, Speech] = {}
        for position, speech in enumerate(self.speeches):
            before = last.get(speech.speaker.name)
            if speech.outlet is None and before is not None and speech.sentence - before.sentence <= _OUTLET_REACH:
                speech = self.speeches[position] = replace(speech, outlet=before.outlet)
            if speech.outlet is not None:
                last[speech.speaker.name] = speech

    def _is_said(self, part: Span) -> bool:
        middle = (part.start + part.end) // 2
        return any(speech.covers(middle) and not speech.is_according for speech in self.speeches)

    def _speaker_near(self, quotation: Quotation, sentence: Sentence) -> Speech | None:
        """The speech that has another part of this quotation, else the last in the paragraph or just before it."""
        same = [
            speech
            for speech in self.speeches
            if any(span.overlaps(quotation.span) for span in speech.contents)
            and not quotation.span.start <= self._cue_offset(speech) < quotation.span.end
        ]
        if same:
            return min(same, key=lambda speech: abs(speech.sentence - sentence.index))
        before = [
            speech
            for speech in self.speeches
            if speech.sentence <= sentence.index
            and sentence.index - speech.sentence <= 3
            and not speech.is_according
            and not quotation.span.start <= self._cue_offset(speech) < quotation.span.end
        ]
        after = [
            speech
            for speech in self.speeches
            if speech.sentence == sentence.index + 1
            and self.article.sentences[speech.sentence].paragraph == sentence.paragraph
        ]
        if before:
            return max(before, key=lambda speech: (speech.sentence, speech.contents[0].start))
        return after[0] if after else None

    def _quoted_act(self, part: Span, act: str) -> str:
        said = part.of(self.article.document.text).lower()
        if said.rstrip('”" ').endswith("?"):
            return "ask"
        if "should" in said.split():
            return "urge"
        return act if act in ("say", "condemn", "warn", "urge") else "say"


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def content_text(text: str, contents: tuple[Span, ...]) -> str:
    """What is said, verbatim, with quotation marks dropped and white space folded."""
    said = " ".join(span.of(text) for span in contents)
    for mark in '“”„«»"':
        said = said.replace(mark, "")
    return " ".join(said.split())
