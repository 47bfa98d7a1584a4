"""Words around a number → how they bound it."""

from types import MappingProxyType

from hudhud.records.values import Bound

__all__ = ["AFTER", "BEFORE", "LONGEST"]


def _table(rows: dict[Bound, str]) -> MappingProxyType[tuple[str, ...], Bound]:
    return MappingProxyType(
        {tuple(phrase.split()): bound for bound, phrases in rows.items() for phrase in phrases.split(" | ")}
    )


BEFORE = _table(
    {
        Bound.AT_LEAST: (
            "at least | at the very least | at a minimum | more than | over | no fewer than | not fewer than | "
            "no less than | not less than | upwards of | upward of | in excess of | exceeding | exceed | "
            "exceeds | exceeded | surpassing | surpassed | surpass | topped | topping | a minimum of | "
            "minimum of | north of | above | greater than | higher than | bigger than | longer than | beyond | "
            "larger than | as few as | > | ≥ | > = | greater than or equal to | more than or equal to | "
            "atleast | older than | taller than | wider than | deeper than | heavier than | faster than"
        ),
        Bound.AT_MOST: (
            "up to | upto | as many as | as much as | at most | at the most | fewer than | less than | under | "
            "below | no more than | not more than | a maximum of | maximum of | lower than | smaller than | "
            "shorter than | as high as | less than or equal to | < = | sub - | south of | < | ≤ | "
            "nothing more than | short of | as long as | younger than"
        ),
        Bound.ABOUT: (
            "around | about | some | almost | nearly | roughly | approximately | approx | approx . | circa | "
            "ca . | c . | ~ | ≈ | an estimated | estimated | estimated at | estimated to be | close to | "
            "in the region of | in the order of | on the order of | perhaps | maybe | possibly | near | "
            "nearing | approaching | virtually | practically | averaging | more or less | something like | "
            "somewhere around | barely"
        ),
    }
)
"""Phrases that stand before a number; the longest that fits is taken."""

AFTER = _table(
    {
        Bound.AT_LEAST: (
            "or more | or greater | or higher | or above | or over | plus | + | at least | at a minimum | "
            "and more | and above"
        ),
        Bound.AT_MOST: ("or less | or fewer | or lower | or under | or below | at most | at the most | maximum"),
        Bound.ABOUT: ("or so | or thereabouts | approximately | odd | - odd"),
    }
)
"""Phrases that stand after a number, or after the noun that it counts."""

LONGEST = max(len(phrase) for phrase in (*BEFORE, *AFTER))
