"""The words of a role → the office they mean: head and commander of a command are one, deputy heads another."""

import re

from hudhud.lexicon.known_actors import adjectives
from hudhud.lexicon.spelling import fold

__all__ = ["is_single", "office_of"]

_OFFICES = (
    ("deputy", r"\b(?:deputy|vice|assistant|under)\b"),
    ("spokesperson", r"\bspokes(?:man|woman|person)\b|\bpress secretary\b"),
    ("prime minister", r"\bprime minister\b|\bpremier\b|\bpm\b"),
    ("foreign minister", r"\bforeign (?:minister|secretary)\b"
        r"|\bminister (?:of|for) foreign\b|\bsecretary of state\b"),
    ("defence minister", r"\bdefen[cs]e (?:minister|secretary|chief)\b"
        r"|\bminister (?:of|for) defen[cs]e\b|\bsecretary of defen[cs]e\b"),
    ("interior minister", r"\binterior minister\b|\bminister of (?:the )?interior\b|\bhome secretary\b"),
    ("finance minister", r"\bfinance minister\b|\bminister of finance\b"
        r"|\btreasury secretary\b|\bsecretary of the treasury\b"),
    ("minister", r"\bminister\b"),
    ("secretary general", r"^(?:un )?secretary general\b|\bnato secretary general\b"),
    ("envoy", r"\benvoy\b|\bspecial representative\b|\bspecial adviser\b|\bmediator\b"),
    ("ambassador", r"\bambassador\b"),
    ("president", r"\bpresident\b"),
    ("king", r"\bking\b|\bqueen\b|\bemir\b|\bsultan\b|\bmonarch\b"),
    ("governor", r"\bgovernor\b"),
    ("mayor", r"\bmayor\b"),
    ("speaker", r"\bspeaker\b"),
    ("head", r"\bhead|\bcommander\b|\bcommanding\b|\bcommands\b|\bchief\b|\bleads?\b"
        r"|\bleader\b|\bchair(?:man|woman|person)?\b|\bdirector\b"
     r"|\boversees\b|\bruns\b"),
)  # fmt: skip
_SINGLE = frozenset(name for name, _ in _OFFICES) - {"deputy", "spokesperson", "minister", "ambassador"}


def office_of(role: str) -> str:
    """The office that a role's words mean; the folded words themselves where it is none of the usual ones."""
    words = fold(role.replace("-", " "))
    for name, pattern in _OFFICES:
        if re.search(pattern, words):
            return name
    for country in adjectives():
        words = words.removeprefix(f"{country} ")
    return words


def is_single(role: str) -> bool:
    """Whether only one person holds such an office at a time."""
    return office_of(role) in _SINGLE
