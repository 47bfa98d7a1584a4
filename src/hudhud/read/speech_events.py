"""Speech that PLOVER has a type for: what is urged is a request, what is held against somebody an accusation."""

import re

from hudhud.lexicon.event_words import BLAME
from hudhud.read.article import Article, Sentence
from hudhud.read.events import Happening
from hudhud.read.modes import mode_of_request
from hudhud.read.roles import Roles
from hudhud.read.statements import Speech, Statements, content_text
from hudhud.records import Factuality, Party

__all__ = ["told_by_speech"]

_TYPES = {"urge": "REQUEST", "demand": "REQUEST", "condemn": "ACCUSE", "thank": "SUPPORT", "reject": "REJECT"}
_MODES = {"ACCUSE": "disapprove"}
_WORD = re.compile(r"[a-z]+")


def told_by_speech(article: Article, statements: Statements, happenings: list[Happening]) -> list[Happening]:
    """The events that acts of speech are, where no event word of the same type tells them already."""
    out: list[Happening] = []
    for speech in statements.speeches:
        if statements.relays(speech):
            continue
        said = content_text(article.document.text, speech.contents)
        kind = _TYPES.get(speech.act) or ("ACCUSE" if set(_WORD.findall(said.lower())) & BLAME else None)
        if kind is None or any(h.sentence == speech.sentence and h.type == kind for h in [*happenings, *out]):
            continue
        sentence = article.sentences[speech.sentence]
        out.append(
            Happening(
                sentence=speech.sentence,
                trigger=speech.cue,
                word=speech.cue_text,
                type=kind,
                mode=mode_of_request(said) if kind in ("REQUEST", "REJECT") else _MODES.get(kind),
                frame="tells",
                actors=(speech.speaker,),
                recipients=speech.addressees or _spoken_of(article, sentence, statements, speech),
                factuality=Factuality.ACTUAL,
                score=0.5,
            )
        )
    return out


def _spoken_of(article: Article, sentence: Sentence, statements: Statements, speech: Speech) -> tuple[Party, ...]:
    """The parties that the said clause is about: its subject, in an order the one who should act."""
    roles = Roles(sentence, statements.parties)
    tree = sentence.tree
    for index, word in enumerate(tree.words):
        offset = sentence.start + word.start
        if word.upos in ("VERB", "ADJ", "NOUN") and speech.covers(offset) and tree.subjects(index, inherit=False):
            found = roles.parties_of(tree.subjects(index, inherit=False))
            return tuple(party for party in found if party.name != speech.speaker.name)
    return ()
