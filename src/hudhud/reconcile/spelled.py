"""Words spelt in several ways → their bones, and how surely two words are one."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from hudhud.lexicon import names as words_of

__all__ = ["bones", "initials", "is_one_run", "word_score"]

_RATIO = 0.65  # of letters that words of the same bones share: Waleed and Walid have .67, Mattis and Matthews .63
_RUN = 0.8  # of letters that whole names of the same bones share; hand-set

# Digraphs first. Gaddafi, Qaddafi, Kadhafi and Khadafy; Serraj and Sarraj; Waleed and Walid share their bones.
_SOUNDS = (
    ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "k"), ("dj", "j"), ("dh", "d"),
    ("th", "t"), ("ph", "f"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("q", "k"), ("g", "k"), ("c", "k"),
    ("x", "ks"), ("v", "f"), ("z", "s"),
)  # fmt: skip
_ENDING = re.compile(r"(?<=[ei])j$")  # Sergej, Dmitrij
_MERGED = re.compile(r"^(?:al|el)(?=.{4,})")


@lru_cache(maxsize=65536)
def bones(word: str, *, kh: str = "kh") -> str:
    """The consonants that transliterations of a word share; a key to find candidates, never a proof.

    With `kh="h"` for the spellings that write kh so: Khorla and Horla, Khoms and Homs.
    """
    key = _ENDING.sub("i", _MERGED.sub("", word).replace("kh", kh))
    for sound, letter in _SOUNDS:
        key = key.replace(sound, letter)
    first = key[:1] if key[:1] not in "aeiouyw" else "a"
    rest = re.sub(r"[aeiouywh]", "", key[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


def initials(words: tuple[str, ...]) -> str:
    """The letters an abbreviation of these words would have, joints left out."""
    return "".join(word[0] for word in words if word not in words_of.JOINTS)


@lru_cache(maxsize=131072)
def word_score(left: str, right: str) -> float:
    """How surely two words are one word spelt twice: 1 equal, 0 unlike."""
    if left == right:
        return 1.0
    left, right = (words_of.FIRST_NAMES.get(word, word) for word in (left, right))
    if left == right:
        return 0.95
    if len(left) == 1 or len(right) == 1:
        return 0.85 if left[0] == right[0] else 0.0
    left, right = _MERGED.sub("", left), _MERGED.sub("", right)
    ratio = Levenshtein.normalized_similarity(left, right)
    if bones(left) == bones(right) and len(bones(left)) > 1 and ratio >= _RATIO:
        return 0.92
    if bones(left, kh="h") == bones(right, kh="h") and len(bones(left)) > 1 and ratio >= _RATIO:
        return 0.92
    return 0.85 if ratio >= 0.85 and min(len(left), len(right)) >= 6 and left[0] == right[0] else 0.0


def is_one_run(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names are one when their words run together: `Abdel Karim Omar` and `Abdulkarim Omar`."""
    one, other = "".join(left), "".join(right)
    has_one_run = "".join(map(bones, left)) == "".join(map(bones, right))
    return has_one_run and len(one) > 8 and Levenshtein.normalized_similarity(one, other) >= _RUN
