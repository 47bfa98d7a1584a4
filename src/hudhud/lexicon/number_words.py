"""English number words: what each is worth, and how vague."""

from types import MappingProxyType

__all__ = [
    "COLLECTIVES",
    "FRACTIONS",
    "GLUED_SCALES",
    "ORDINALS",
    "SCALES",
    "SHORT_SCALES",
    "SMALL",
    "TENS",
    "VAGUE_FACTORS",
    "VAGUE_PLURALS",
]

SMALL = MappingProxyType(
    {
        word: float(value)
        for value, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen".split()
        )
    }
)
TENS = MappingProxyType(
    {
        word: 10.0 * value
        for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
    }
    | {"fourty": 40.0}
)
SCALES = MappingProxyType(
    {
        "hundred": 1e2,
        "thousand": 1e3,
        "lakh": 1e5,
        "million": 1e6,
        "crore": 1e7,
        "billion": 1e9,
        "trillion": 1e12,
    }
)
"""Words that multiply what stands before them."""

COLLECTIVES = MappingProxyType({"dozen": 12.0, "score": 20.0, "pair": 2.0})
"""Nouns that are a number: `a dozen`, `two dozen`, `a score of`."""

SHORT_SCALES = MappingProxyType(
    {"bn": 1e9, "bln": 1e9, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "tn": 1e12, "trn": 1e12, "trln": 1e12}
)
"""Scales that may stand apart from their digits: `1.5 bn`."""

GLUED_SCALES = MappingProxyType({"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12})
"""Letters that are a scale only when they touch their digits: `4.2b`."""

VAGUE_PLURALS = MappingProxyType(
    {
        "dozens": 24.0,
        "scores": 40.0,
        "hundreds": 200.0,
        "thousands": 2e3,
        "lakhs": 2e5,
        "millions": 2e6,
        "crores": 2e7,
        "billions": 2e9,
        "trillions": 2e12,
        "tens": 20.0,
    }
)
"""Two of their unit, at least: a plural promises no more."""

VAGUE_FACTORS = MappingProxyType({"several": 3.0, "few": 3.0, "many": 2.0})
"""What `several hundred` multiplies by: three or more, so 300 to open. Alone they are no number."""

FRACTIONS = MappingProxyType(
    {
        "half": 1 / 2,
        "halves": 1 / 2,
        "third": 1 / 3,
        "thirds": 1 / 3,
        "quarter": 1 / 4,
        "quarters": 1 / 4,
        "fourth": 1 / 4,
        "fourths": 1 / 4,
        "fifth": 1 / 5,
        "fifths": 1 / 5,
        "sixth": 1 / 6,
        "sixths": 1 / 6,
        "seventh": 1 / 7,
        "sevenths": 1 / 7,
        "eighth": 1 / 8,
        "eighths": 1 / 8,
        "ninth": 1 / 9,
        "ninths": 1 / 9,
        "tenth": 1 / 10,
        "tenths": 1 / 10,
    }
)
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth "
    "seventieth eightieth ninetieth hundredth thousandth millionth".split()
)
