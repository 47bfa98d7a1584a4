"""What the encoder says of one sentence: words, arcs, spans and scores, before any of it is a claim."""

from dataclasses import dataclass, field

__all__ = ["Analysis", "Mark", "Quoted", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence, with its place in the dependency tree.

    `start` and `end` are character offsets into the sentence's text, end exclusive. `head` is the index of
    the governing word, -1 for the root. `upos` and `relation` are Universal Dependencies 2 labels
    (`relation` with its subtype, as `nsubj:pass`).
    """

    text: str
    start: int
    end: int
    lemma: str
    upos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled run of words: word indices, `end` exclusive; `score` between 0 and 1."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Quoted:
    """One attribution inside a sentence: the cue that makes it, who is quoted and what is.

    A content that no cue of the sentence claims (the middle of a long quotation) has `cue` None and no source.
    """

    cue: Mark | None
    sources: tuple[Mark, ...]
    contents: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence as the encoder reads it. Every list may be empty; marks are in text order.

    - `entities`: PERSON, ORGANISATION, ARMED_GROUP, LOCATION, FACILITY, NATIONALITY, QUANTITY, MONEY, WEAPON,
      PLATFORM, DOCUMENT, EVENT_NAME, TIME.
    - `times`: time expressions (label `TIME`).
    - `quotes`: attribution spans, labels `SOURCE`, `CUE`, `CONTENT`.
    - `attributions`: the same spans joined, one for each cue.
    - `triggers`: event words, label a PLOVER type in capitals.
    - `roles`: spans that act, suffer or are where something happens, labels `ACTOR`, `RECIPIENT`, `PLACE`.
    - `places`: where the event of a word happened, by the index of the word (verbs and triggers only); a word whose
      place the sentence does not name is not there.
    - `quad`: the score of each of `neutral`, `verbal cooperation`, `material cooperation`,
      `verbal conflict`, `material conflict` for the sentence.
    - `types`: the score of each PLOVER type for the sentence as a whole.
    - `factuality`: per word, -3 (did not happen) to 3 (happened); meaningful on predicates.
    - `vector`: the sentence's embedding, unit length, for likeness.
    """

    text: str
    words: tuple[Word, ...]
    entities: tuple[Mark, ...] = ()
    times: tuple[Mark, ...] = ()
    quotes: tuple[Mark, ...] = ()
    attributions: tuple[Quoted, ...] = ()
    triggers: tuple[Mark, ...] = ()
    roles: tuple[Mark, ...] = ()
    places: dict[int, Mark] = field(default_factory=dict)
    quad: dict[str, float] = field(default_factory=dict)
    types: dict[str, float] = field(default_factory=dict)
    factuality: tuple[float, ...] = ()
    vector: tuple[float, ...] = ()
