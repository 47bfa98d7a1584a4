"""Whether a name is that of an outlet that one speaks to: `told Reuters`, `in an interview with the Harbour Post`."""

from functools import cache

from hudhud.lexicon.publishers import AGENCIES, PUBLISHERS

__all__ = ["is_outlet"]

_WORDS = frozenset(
    """news times post tv television radio agency press herald tribune journal telegraph gazette magazine newspaper
    broadcaster weekly chronicle observer independent mirror broadcasting""".split()
)


@cache
def _names() -> frozenset[str]:
    return frozenset(
        name.casefold().removeprefix("the ")
        for table in (AGENCIES, PUBLISHERS)
        for fullest, others in table.items()
        for name in (fullest, *others)
    )


def is_outlet(name: str) -> bool:
    """Whether a name is a known outlet's or has a word that only outlets' names end in (`… Times`, `… TV`)."""
    folded = name.casefold().removeprefix("the ").strip()
    last = folded.split()[-1] if folded else ""
    return folded in _names() or (last in _WORDS and name[:1].isupper())
