"""Cues of speech in a sentence → who says what to whom."""

import re
from dataclasses import dataclass, replace

from hudhud.lexicon.event_words import BLAME
from hudhud.lexicon.offices import ROLE_HEADS
from hudhud.lexicon.outlets import is_outlet
from hudhud.lexicon.people import PARTY_NOUNS
from hudhud.lexicon.speech import ACT_OF_NOUN, ACT_OF_VERB, BELIEF_VERBS, NEEDS_CLAUSE, REQUEST_CONTENT, SOURCES
from hudhud.read.article import Article, Sentence
from hudhud.read.parties import Parties
from hudhud.read.tree import Tree
from hudhud.records import Party, Span

__all__ = ["SPEECH_WORDS", "Cues", "Speech"]

# A quotation of fewer words is a term held at arm's length rather than speech of its own.
SPEECH_WORDS = 4

_SPEAKERS = frozenset({"PERSON", "ORGANISATION", "ARMED_GROUP", "NATIONALITY", "LOCATION"})

# Verbs whose content may be a noun phrase: `announced a ceasefire`, `denied the allegations`.
_NOUN_CONTENT = frozenset(
    """announce deny condemn reject denounce criticise criticize demand accuse blame confirm report promise pledge vow
    claim declare refute dismiss dispute decry deplore slam propose predict estimate describe warn urge stress
    rule request reiterate express welcome cite note predict emphasize emphasise highlight unveil call thank""".split()
)


_ISSUED = frozenset("statement declaration communique resolution report release letter".split())
_ISSUING = frozenset("issue release publish sign make adopt send".split())
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


class Cues:
    """Finds the acts of speech of one article's sentences."""

    def __init__(self, article: Article, parties: Parties) -> None:
        self.article = article
        self.parties = parties

    def of(self, sentence: Sentence) -> list[Speech]:
        """The acts of speech whose cue stands in a sentence, in text order."""
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
        subjects = self._subjects(sentence, above if above is not None else cue)
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
        for subject in quoted or agents or self._subjects(sentence, cue):
            party = self._speaker(sentence, subject)
            if party is not None:
                return party
        return None

    def _speaker(self, sentence: Sentence, head: int) -> Party | None:
        """The speaker a subject names; of `the ministry's statement` it is the ministry."""
        tree = sentence.tree
        issuer = self._issuer(sentence, head)
        if issuer is not None:
            return issuer
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

    def _subjects(self, sentence: Sentence, cue: int) -> list[int]:
        """The subjects of a cue; where it stands outside a quotation, those outside it before those inside."""
        subjects = sentence.tree.subjects(cue)
        words = sentence.tree.words
        if self.article.quotation_at(sentence.start + words[cue].start) is not None:
            return subjects
        outside = [i for i in subjects if self.article.quotation_at(sentence.start + words[i].start) is None]
        return outside or subjects

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

    def _issuer(self, sentence: Sentence, head: int) -> Party | None:
        """Whoever issued `the statement` that speaks, told in the three sentences before."""
        tree = sentence.tree
        definite = any(tree.lemma(i) in ("the", "this") for i in tree.children(head, "det"))
        if tree.lemma(head) not in _ISSUED or not definite or tree.children(head, "nmod", "nmod:poss", "compound"):
            return None
        for other in reversed(self.article.sentences[max(0, sentence.index - 3) : sentence.index]):
            for index, word in enumerate(other.tree.words):
                issued = other.tree.lemma(index) == tree.lemma(head) and word.relation.startswith("obj")
                if issued and other.tree.lemma(other.tree.head(index)) in _ISSUING:
                    for subject in other.tree.subjects(other.tree.head(index)):
                        return self.parties.party(other, subject)
        return None

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
        """`condemned the attack`, `called for a ceasefire`, `warned of famine`, `accused X of Y`, `denied this`."""
        tree = sentence.tree
        points_back = any(tree.lemma(i) in ("this", "that", "it") for i in tree.children(cue, "obj"))
        if points_back and sentence.index and tree.lemma(cue) in ("deny", "confirm", "reject", "dispute"):
            return (self.article.sentences[sentence.index - 1].span,)
        if tree.lemma(cue) == "rule" and not any(tree.lemma(i) == "out" for i in tree.children(cue)):
            return ()
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
                words = self._said_words(tree, head, without_list=head != clause)
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

    def _said_words(self, tree: Tree, head: int, *, without_list: bool) -> set[int]:
        """The words of a content clause, less a further clause in which somebody else speaks."""
        words = set(tree.subtree(head, without=frozenset({"conj"} if without_list else ())))
        for other in tree.children(head, "conj"):
            if tree.lemma(other) in ACT_OF_VERB and tree.subjects(other, inherit=False):
                words -= set(tree.subtree(other))
        return words

    def _around(self, sentence: Sentence, cue: int) -> tuple[Span, ...]:
        """The sentence without the reporting clause: what stands before it and what stands behind it."""
        tree = sentence.tree
        own = tree.subtree(cue, without=frozenset({"ccomp", "parataxis", "conj", "advcl", "punct"}))
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
            if q.span.overlaps(sentence.span) and not q.span.start <= at < q.span.end and q.n_words >= SPEECH_WORDS
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
