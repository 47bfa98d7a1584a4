"""Noun phrases that stand for somebody: names, descriptions, pronouns."""

from dataclasses import dataclass
from enum import StrEnum

from hudhud.lexicon.offices import TITLES
from hudhud.lexicon.people import PARTY_NOUNS
from hudhud.read.article import Sentence
from hudhud.read.tree import Tree

__all__ = ["Mention", "MentionKind", "counted", "mention_of", "strip_titles"]

_PRONOUNS = frozenset("he she they it we i him her them us you who himself herself themselves itself".split())
_POSSESSIVES = frozenset("his her their its our my".split())
_DETERMINERS = frozenset(
    "whose the a an this that these those some any another other both all each such several many".split()
)
_TAILS = ("’s", "'s", "’", "'", "s’")
_NAME_ENTITIES = frozenset({"PERSON", "ORGANISATION", "ARMED_GROUP", "LOCATION", "FACILITY", "NATIONALITY"})


class MentionKind(StrEnum):
    """How a phrase refers."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that stands for somebody: sentence, head word, run of words, and its text.

    `text` is without articles, quotation marks and a genitive ending. `entity` is the encoder's label for the
    head, an empty string where it has none.
    """

    sentence: int
    head: int
    start: int
    end: int
    text: str
    kind: MentionKind
    entity: str
    is_possessive: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the encoder takes the head for a person's name."""
        return self.entity == "PERSON"


def mention_of(sentence: Sentence, head: int) -> Mention | None:
    """The mention that a noun, name or pronoun heads, or None where the word can stand for nobody."""
    tree = sentence.tree
    head = counted(sentence.tree, head)
    word = tree.words[head]
    lower = word.text.lower()
    if (
        word.upos == "PRON"
        or lower in _POSSESSIVES
        or (word.upos == "DET" and lower in ("all", "both", "many", "some"))
    ):
        if lower in _PRONOUNS or lower in _POSSESSIVES:
            kind = MentionKind.PRONOUN
            return Mention(sentence.index, head, head, head + 1, word.text, kind, "", lower in _POSSESSIVES)
        return None
    if word.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "X", "DET", "VERB", "SYM"):
        return None
    start, end = tree.phrase(head)
    start, end = _to_entity(sentence, head, start, end)
    start, end = _to_name(sentence, head, start, end)
    start, end = _trim(sentence, head, start, end)
    text = tree.text(start, end)
    if not any(char.isalnum() for char in text):
        return None
    entity = sentence.entity_of[head].label if head in sentence.entity_of else ""
    named = entity in ("PERSON", "ORGANISATION", "ARMED_GROUP") and word.text[:1].isupper()
    is_name = word.upos == "PROPN" or named
    kind = MentionKind.NAME if is_name and _is_capitalised(text) else MentionKind.DESCRIPTION
    return Mention(sentence.index, head, start, end, text, kind, entity)


_COUNTING = frozenset(
    """dozen dozens hundred hundreds thousand thousands million millions score scores number majority handful most some
    many all few several lot rest half third quarter part couple pair tens""".split()
)


def counted(tree: Tree, head: int) -> int:
    """Of `dozens of fighters` and `most of the troops` the fighters and the troops."""
    if tree.lemma(head) not in _COUNTING:
        return head
    return next(
        (i for case, i in tree.obliques(head) if case == "of" and tree.words[i].upos in ("NOUN", "PROPN")), head
    )


def _to_entity(sentence: Sentence, head: int, start: int, end: int) -> tuple[int, int]:
    """A named organisation or group is called by all the words that the encoder marked, and by no others."""
    mark = sentence.entity_of.get(head)
    if mark is None or mark.label not in ("ORGANISATION", "ARMED_GROUP"):
        return start, end
    words = sentence.tree.words[mark.start : mark.end]
    small = ("ADP", "DET", "CCONJ", "PUNCT", "PART")
    if not all(word.text[:1].isupper() or word.upos in small for word in words):
        return start, end
    first = mark.start
    tokens = sentence.tree.words
    while first > start and tokens[first - 1].text[:1].isupper() and tokens[first - 1].upos in ("ADJ", "PROPN"):
        first -= 1
    return first, mark.end


def _to_name(sentence: Sentence, head: int, start: int, end: int) -> tuple[int, int]:
    """Of `defence chief General Ann Ode` and its like only the name stands for the person."""
    mark = sentence.entity_of.get(head)
    if mark is None or mark.label != "PERSON" or mark.end <= head:
        return start, end
    low, high = max(min(start, head), mark.start), mark.end
    words = sentence.tree.words
    proper = [i for i in range(low, high) if words[i].upos == "PROPN" or words[i].text[:1].isupper()]
    if not proper or head not in proper:
        return start, end
    first = last = head
    while first - 1 >= low and _in_name(words[first - 1].text):
        first -= 1
    while last + 1 < high and _in_name(words[last + 1].text):
        last += 1
    while last + 1 < end and words[last + 1].upos == "PROPN" and words[last + 1].relation == "flat":
        last += 1
    while first < last and words[first].text.lower() in TITLES | PARTY_NOUNS:
        first += 1
    return first, last + 1


def _in_name(text: str) -> bool:
    particle = ("al", "el", "ibn", "bin", "bint", "abu", "van", "von", "de", "der", "da", "di", "du", "la", "-")
    return (
        text[:1].isupper() or text.lower() in particle or text.lower().startswith(("al-", "el-", "ul-", "ar-", "as-"))
    )


_AMOUNTS = frozenset(
    "about some around nearly almost over only exactly roughly at least more than up to another".split()
)
_PARTICLES = frozenset("al el ul ar as an ad at az abu".split())


def _trim(sentence: Sentence, head: int, start: int, end: int) -> tuple[int, int]:
    words = sentence.tree.words
    while start >= 2 and words[start - 1].text == "-" and words[start - 2].text.lower() in _PARTICLES:
        start -= 2
    while start < head and (
        words[start].text.lower() in _DETERMINERS
        or words[start].text.lower() in _AMOUNTS
        or words[start].upos == "NUM"
        or words[start].text.lower() in _POSSESSIVES
        or words[start].upos in ("PUNCT", "ADP", "CCONJ", "SCONJ")
    ):
        start += 1
    while end > head + 1 and (words[end - 1].text in _TAILS or words[end - 1].upos in ("PUNCT", "ADP", "CCONJ")):
        end -= 1
    return start, end


def _is_capitalised(text: str) -> bool:
    return any(part[:1].isupper() for part in text.split())


def strip_titles(name: str) -> str:
    """A person's name without ranks and titles in front: `Lt Gen Ann Ode` → `Ann Ode`; a bare title stays."""
    parts = name.split()
    kept = list(parts)
    while len(kept) > 1 and (kept[0].lower().strip(",") in TITLES or kept[0].lower().strip(".,") in TITLES):
        kept.pop(0)
    return " ".join(kept)
