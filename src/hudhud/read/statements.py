"""Who says what: cues, speakers and contents, and the chain of speakers over any character of an article."""

import re
from dataclasses import dataclass, replace

from hudhud.lexicon.event_words import BLAME
from hudhud.lexicon.offices import ROLE_HEADS
from hudhud.lexicon.outlets import is_outlet
from hudhud.lexicon.people import PARTY_NOUNS
from hudhud.lexicon.speech import ACT_OF_NOUN, ACT_OF_VERB, BELIEF_VERBS, NEEDS_CLAUSE, REQUEST_CONTENT, SOURCES
from hudhud.read.article import Article, Sentence
from hudhud.read.parties import Parties
from hudhud.read.quotations import Quotation
from hudhud.read.tree import Tree
from hudhud.records import Attribution, Party, Span

__all__ = ["Speech", "Statements", "content_text"]

# A quotation of fewer words is a term held at arm's length rather than speech of its own.
_SPEECH_WORDS = 4

# A speaker still speaks to the outlet told last if it was named at most this many sentences before.
_OUTLET_REACH = 3

# A speaker with title and cue takes about this many characters: what is left of a relayed speech without them.
_CLAUSE_OF_SPEECH = 60

_SPEAKERS = frozenset({"PERSON", "ORGANISATION", "ARMED_GROUP", "NATIONALITY", "LOCATION"})

# Verbs whose content may be a noun phrase: `announced a ceasefire`, `denied the allegations`.
_NOUN_CONTENT = frozenset(
    """announce deny condemn reject denounce criticise criticize demand accuse blame confirm report promise pledge vow
    claim declare refute dismiss dispute decry deplore slam propose predict estimate describe warn urge stress
    reiterate express welcome cite note predict emphasize emphasise highlight unveil call thank""".split()
)


_WORD = re.compile(r"[a-z]+")
_EXPRESSED = frozenset("concern hope fear confidence view regret belief doubt opinion condolence anger".split())


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of speech: the cue's sentence and word, who speaks, what is said, to whom.

    `contents` are the runs of characters said, one where the cue does not interrupt them. `is_outlet_only` is
    true where nobody but the outlet's wording (`reportedly`) stands behind it.
    """

    sentence: int
    cue: int
    cue_text: str
    speaker: Party
    act: str
    contents: tuple[Span, ...]
    addressees: tuple[Party, ...] = ()
    is_direct: bool = False
    is_belief: bool = False
    is_according: bool = False
    outlet: Party | None = None

    def covers(self, offset: int) -> bool:
        """Whether a character of the document is part of what is said."""
        return any(span.start <= offset < span.end for span in self.contents)

    @property
    def size(self) -> int:
        """How many characters are said."""
        return sum(span.end - span.start for span in self.contents)


class Statements:
    """All speech of an article, and who stands behind each of its characters."""

    def __init__(self, article: Article, parties: Parties) -> None:
        self.article = article
        self.parties = parties
        self.speeches: list[Speech] = []
        for sentence in article.sentences:
            self.speeches.extend(self._in_sentence(sentence))
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

    # -- within one sentence ------------------------------------------------------------------------------------

    def _in_sentence(self, sentence: Sentence) -> list[Speech]:
        out: list[Speech] = []
        tree = sentence.tree
        for index, word in enumerate(tree.words):
            if word.upos in ("VERB", "AUX") and tree.lemma(index) in ACT_OF_VERB and tree.relation(index) != "amod":
                speech = self._of_verb(sentence, index)
                if speech is not None:
                    out.extend(self._by_speaker(sentence, index, speech))
            elif word.text.lower() == "according":
                out.extend(self._of_according(sentence, index))
        return out

    def _by_speaker(self, sentence: Sentence, cue: int, speech: Speech) -> list[Speech]:
        """One speech for each of several subjects: `Iran and Russia had claimed`."""
        above = self._speech_above(sentence.tree, cue)
        subjects = sentence.tree.subjects(above if above is not None else cue)
        parties = [party for i in subjects if (party := self._speaker(sentence, i)) is not None]
        others = [replace(speech, speaker=party) for party in parties if party.name != speech.speaker.name]
        return [speech, *others]

    def _of_verb(self, sentence: Sentence, cue: int) -> Speech | None:
        tree = sentence.tree
        lemma = tree.lemma(cue)
        if tree.is_passive(cue) and not tree.children(cue, "obl:agent"):
            return None
        if lemma == "call" and not any(case in ("for", "on", "upon") for case, _ in tree.obliques(cue)):
            return None
        if lemma in ("suggest", "indicate") and tree.relation(cue) in ("acl", "advcl"):
            return None
        speaker = self._verb_speaker(sentence, cue)
        if speaker is None:
            return None
        contents = self._contents(sentence, cue)
        if not contents:
            return None
        quoted = [q for q in self.article.quotations if any(q.span.overlaps(span) for span in contents)]
        addressees = self._addressees(sentence, cue)
        return Speech(
            sentence=sentence.index,
            cue=cue,
            cue_text=tree.words[cue].text,
            speaker=speaker,
            act=self._act(sentence, cue, contents),
            contents=contents,
            addressees=tuple(party for party in addressees if not is_outlet(party.name)),
            outlet=self._outlet(sentence, cue, addressees),
            is_direct=bool(quoted),
            is_belief=lemma in BELIEF_VERBS,
        )

    def _verb_speaker(self, sentence: Sentence, cue: int) -> Party | None:
        tree = sentence.tree
        agents = tree.children(cue, "obl:agent") if tree.is_passive(cue) else []
        above = self._speech_above(tree, cue)
        if above is not None:
            return self._verb_speaker(sentence, above)
        quoted = self._quoted_speaker(tree, cue)
        for subject in quoted or agents or tree.subjects(cue):
            party = self._speaker(sentence, subject)
            if party is not None:
                return party
        return None

    def _speaker(self, sentence: Sentence, head: int) -> Party | None:
        """The speaker a subject names; of `the ministry's statement` it is the ministry."""
        tree = sentence.tree
        if tree.lemma(head) in ACT_OF_NOUN or tree.lemma(head) in ("statement", "document", "letter", "readout"):
            owner = tree.child(head, "nmod:poss") or tree.child(head, "compound")
            behind = [i for case, i in tree.obliques(head) if case in ("from", "by")]
            for candidate in ([owner] if owner is not None else []) + behind:
                party = self.parties.party(sentence, candidate)
                if party is not None:
                    return party
        if not self._can_speak(sentence, head):
            return None
        if tree.words[head].upos in ("NUM", "DET", "ADV", "VERB") or tree.lemma(head) in ("there", "it", "what"):
            return self.parties.party(sentence, head) if tree.lemma(head) == "it" else None
        return self.parties.party(sentence, head)

    def _speech_above(self, tree: Tree, cue: int) -> int | None:
        """`said …, adding that …`: the verb of speech whose subject a participle of speech shares."""
        if not tree.relation(cue).startswith("advcl") or not tree.words[cue].text.lower().endswith("ing"):
            return None
        ups = list(tree.ancestors(cue))
        own = next((up for up in ups[:1] if tree.lemma(up) in ACT_OF_VERB), None)
        return None if own is not None else next((up for up in ups[1:3] if tree.lemma(up) in ACT_OF_VERB), None)

    def _quoted_speaker(self, tree: Tree, cue: int) -> list[int]:
        """`quoted the army as saying`: the one quoted, not the one who quotes."""
        up = tree.head(cue)
        if up >= 0 and tree.lemma(up) in ("quote", "cite") and tree.relation(cue) in ("advcl", "xcomp", "obl", "ccomp"):
            return tree.children(up, "nsubj:pass") or tree.children(up, "obj")
        return []

    def _can_speak(self, sentence: Sentence, head: int) -> bool:
        """Whether a subject is somebody, or something written or broadcast; an attack or an issue is neither."""
        tree = sentence.tree
        word = tree.words[head]
        mark = sentence.entity_of.get(head)
        if word.upos in ("PRON", "PROPN", "DET", "NUM") or (mark is not None and mark.label in _SPEAKERS):
            return True
        return tree.lemma(head) in PARTY_NOUNS | ROLE_HEADS | SOURCES

    def _contents(self, sentence: Sentence, cue: int) -> tuple[Span, ...]:
        tree = sentence.tree
        lemma = tree.lemma(cue)
        quoted = self._quoted_beside(sentence, cue)
        if tree.relation(cue) in ("parataxis", "discourse", "dep") and not tree.children(cue, "ccomp", "xcomp"):
            around = self._around(sentence, cue)
            if around and (
                lemma in ("say", "tell", "add", "report", "write", "state", "claim", "note", "announce") or quoted
            ):
                return around
        clauses = tree.children(cue, "ccomp")
        if lemma in REQUEST_CONTENT or lemma in (
            "promise",
            "vow",
            "pledge",
            "agree",
            "refuse",
            "threaten",
            "claim",
            "decline",
        ):
            clauses = clauses + tree.children(cue, "xcomp")
        if clauses:
            return self._clause_spans(sentence, cue, clauses)
        advcl = [
            i for i in tree.children(cue, "advcl") if any(tree.lemma(m) == "that" for m in tree.children(i, "mark"))
        ]
        if advcl:
            return self._clause_spans(sentence, cue, advcl)
        if quoted:
            return quoted
        if lemma in NEEDS_CLAUSE and lemma not in _NOUN_CONTENT:
            return ()
        return self._noun_content(sentence, cue)

    def _noun_content(self, sentence: Sentence, cue: int) -> tuple[Span, ...]:
        """`condemned the attack`, `called for a ceasefire`, `warned of famine`, `accused X of Y`."""
        tree = sentence.tree
        if tree.lemma(cue) not in _NOUN_CONTENT and tree.lemma(cue) not in ("appeal", "press", "insist", "ask"):
            return ()
        heads = [i for i in tree.children(cue, "obj") if tree.words[i].upos != "PRON"]
        of = [i for i in tree.children(cue, "obl") if tree.case(i) in ("for", "of", "against", "about", "on")]
        clause = [i for i in tree.children(cue, "advcl", "xcomp") if i > cue]
        if tree.lemma(cue) in ("call", "appeal", "press", "insist", "ask", "urge", "warn"):
            sought = [i for i in of if tree.case(i) != "on"]
            heads = sought or clause or of or (heads if tree.lemma(cue) == "urge" else [])
        elif tree.lemma(cue) == "express":
            heads = [i for i in heads if tree.lemma(i) in _EXPRESSED]
        elif tree.lemma(cue) == "thank":
            heads = of
        elif tree.lemma(cue) in ("accuse", "blame"):
            heads = of or clause or heads
        if not heads:
            return ()
        start = min(tree.clause(i)[0] for i in heads)
        end = max(tree.clause(i)[1] for i in heads)
        return self._trimmed(sentence, start, end)

    def _clause_spans(self, sentence: Sentence, cue: int, clauses: list[int]) -> tuple[Span, ...]:
        """The words of the content clauses, without `that`, the cue and its own branch where it interrupts them."""
        tree = sentence.tree
        spans: list[Span] = []
        for clause in clauses:
            for head in tree.conjuncts(clause):
                words = set(tree.subtree(head, without=frozenset({"conj"} if head != clause else ())))
                if cue in words:
                    continue
                spans.extend(self._trimmed(sentence, min(words), max(words) + 1))
                break
        if not spans:
            return ()
        low, high = min(span.start for span in spans), max(span.end for span in spans)
        quotation = self.article.quotation_at(high - 1)
        if quotation is not None and quotation.span.end > high and quotation.span.end <= sentence.span.end:
            high = quotation.span.end
        cue_at = sentence.start + tree.words[cue].start
        if low <= cue_at < high:
            return self._around(sentence, cue)
        return (Span(low, high),)

    def _around(self, sentence: Sentence, cue: int) -> tuple[Span, ...]:
        """The sentence without the reporting clause: what stands before it and what stands behind it."""
        tree = sentence.tree
        own = tree.subtree(cue, without=frozenset({"ccomp", "parataxis", "conj", "advcl"}))
        start, end = min(own), max(own) + 1
        before = self._trimmed(sentence, 0, start) if start else ()
        behind = self._trimmed(sentence, end, len(tree)) if end < len(tree) else ()
        return tuple(span for span in (*before, *behind) if span.end - span.start > 2)

    def _trimmed(self, sentence: Sentence, start: int, end: int) -> tuple[Span, ...]:
        """A run of words without its outer punctuation and complementiser, as a span of the document."""
        words = sentence.tree.words
        while start < end and (
            words[start].upos == "PUNCT" or (words[start].relation == "mark" and words[start].text.lower() == "that")
        ):
            start += 1
        while start < end and words[end - 1].upos == "PUNCT" and words[end - 1].text not in (".", "?", "!"):
            end -= 1
        while start < end and words[end - 1].text == "." and end == len(words):
            end -= 1
        return (sentence.words_span(start, end),) if start < end else ()

    def _quoted_beside(self, sentence: Sentence, cue: int) -> tuple[Span, ...]:
        """The quotations of speech in the cue's sentence, the cue itself standing outside them."""
        at = sentence.start + sentence.tree.words[cue].start
        return tuple(
            Span(max(q.span.start, sentence.span.start), min(q.span.end, sentence.span.end))
            for q in self.article.quotations
            if q.span.overlaps(sentence.span) and not q.span.start <= at < q.span.end and q.n_words >= _SPEECH_WORDS
        )

    def _act(self, sentence: Sentence, cue: int, contents: tuple[Span, ...]) -> str:
        tree = sentence.tree
        lemma = tree.lemma(cue)
        act = ACT_OF_VERB[lemma]
        said = " ".join(span.of(self.article.document.text) for span in contents).lower()
        if act == "say" and set(_WORD.findall(said)) & BLAME:
            return "condemn"
        if lemma == "refuse" and tree.children(cue, "xcomp"):
            return "reject"
        if act == "say" and ("should" in said.split() or " need to " in said or said.startswith(("let ", "please "))):
            return "urge"
        if act == "say" and ("must" in said.split()):
            return "demand"
        if (
            act == "say"
            and lemma in BELIEF_VERBS
            and lemma in ("believe", "think", "expect")
            and any(c.isdigit() for c in said)
        ):
            return "estimate"
        if act == "say" and any(
            phrase in f" {said}" for phrase in (" we will ", " i will ", " we are going to ", " we’re going to ")
        ):
            return "promise"
        return act

    def _addressees(self, sentence: Sentence, cue: int) -> tuple[Party, ...]:
        tree = sentence.tree
        lemma = tree.lemma(cue)
        heads = list(tree.children(cue, "iobj"))
        if lemma in REQUEST_CONTENT | {"tell", "inform", "accuse", "blame", "thank", "brief", "assure"}:
            heads += tree.children(cue, "obj")
            if lemma in ("call", "appeal", "press"):
                heads = [i for case, i in tree.obliques(cue) if case in ("on", "upon", "to")]
            heads = heads or tree.addressed(cue)
        elif lemma in ("say", "announce", "complain", "write", "appeal", "explain"):
            heads += [i for case, i in tree.obliques(cue) if case == "to"]
        parties = [self.parties.party(sentence, member) for head in heads for member in tree.conjuncts(head)]
        return tuple(party for party in parties if party is not None)

    def _outlet(self, sentence: Sentence, cue: int, addressees: tuple[Party, ...]) -> Party | None:
        """The outlet that was told, or that conducted the interview."""
        told = next((party for party in addressees if is_outlet(party.name)), None)
        if told is not None:
            return told
        tree = sentence.tree
        for _, index in tree.obliques(cue):
            if tree.lemma(index) == "interview":
                for case, other in tree.obliques(index):
                    party = self.parties.party(sentence, other) if case in ("with", "to", "by") else None
                    if party is not None:
                        return party
        return None

    def _of_according(self, sentence: Sentence, index: int) -> list[Speech]:
        tree = sentence.tree
        source = tree.head(index)
        if tree.words[index].relation != "case":
            source = next((i for case, i in tree.obliques(index) if case == "to"), -1)
        if source < 0:
            return []
        governor = tree.head(source) if tree.words[index].relation == "case" else tree.head(index)
        own = set(tree.subtree(source)) | {index}
        start, end = min(own), max(own) + 1
        before = self._trimmed(sentence, 0, start) if start else ()
        behind = self._trimmed(sentence, end, len(tree)) if end < len(tree) else ()
        contents = tuple(span for span in (*before, *behind) if span.end - span.start > 2)
        if governor >= 0 and not contents:
            return []
        out = []
        for member in tree.conjuncts(source):
            party = self._speaker(sentence, member)
            if party is not None and contents:
                quoted = any(q.span.overlaps(span) for q in self.article.quotations for span in contents)
                out.append(
                    Speech(sentence.index, index, "according to", party, "say", contents, (), quoted, is_according=True)
                )
        return out

    # -- over sentences -----------------------------------------------------------------------------------------

    def _continue_quotations(self) -> None:
        """Give each sentence inside a quotation without a cue of its own to whoever speaks around it."""
        for quotation in self.article.quotations:
            if quotation.n_words < _SPEECH_WORDS:
                continue
            for sentence in self.article.sentences:
                part = _common(quotation.span, sentence.span)
                if part is None or part.end - part.start < 3 * _SPEECH_WORDS or self._is_said(part):
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
