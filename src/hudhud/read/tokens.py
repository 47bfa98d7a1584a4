"""Sentence → words, split as Universal Dependencies splits English.

The encoder was trained on words split this way, so the running text has to be split the same way: the
possessive and the contracted verb stand apart (`army | 's`, `do | n't`), abbreviations stay whole (`U.S.`,
`Gen.`), the hyphen of a compound is a word of its own (`Turkish | - | backed`) except after a mere prefix
(`anti-tank`) and in a designation (`F-16`, `T-72`), and a currency sign stands before its figure.
"""

import re

__all__ = ["split_words"]

_TITLES = (
    "Mr Mrs Ms Dr Gen Maj Col Lt Sgt Capt Cpl Pvt Adm Brig Cmdr Gov Sen Rep Rev Hon St Jr Sr Prof Inc Corp Co Ltd "
    "Bros vs etc No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mt Ft"
)
_PREFIXES = "anti co counter de e ex inter intra mid mini multi non post pre pro quasi re semi sub trans ultra un vice"
_LETTER = r"[^\W\d_]"
_APOSTROPHE = "['’ʼ]"
_CLITIC = rf"{_APOSTROPHE}(?:s|re|ve|ll|d|m)(?!\w)"
_PATTERN = re.compile(
    "|".join(
        [
            r"https?://\S*[\w/]|www\.\S*[\w/]",
            r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
            r"[@#]\w+",
            rf"(?:{_LETTER}\.){{2,}}",
            rf"\b(?:{'|'.join(_TITLES.split())})\.(?=\s|$|\d)",
            r"(?<![\w.])[A-Z]\.(?=\s+[A-Z])",
            rf"n{_APOSTROPHE}t(?!\w)",
            _CLITIC,
            r"\d{4}-\d{2}-\d{2}(?!\d)",
            r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|km|mm|[kmKMB])?(?!\w)",
            r"\d+(?:[.,:/]\d+)*",
            r"[A-Z][A-Za-z]{0,3}-\d+\w*",
            r"[A-Z]+(?:&[A-Z]+)+",
            rf"(?i:\b(?:{'|'.join(_PREFIXES.split())}))-{_LETTER}+",
            rf"{_LETTER}+?(?=n{_APOSTROPHE}t(?!\w))",
            rf"{_LETTER}[\w]*(?:(?!{_CLITIC}){_APOSTROPHE}{_LETTER}+)*",
            r"\w+",
            r"\.{2,}|-{2,}|–|—|…|``|''",
            r"\S",
        ]
    )
)


def split_words(text: str) -> list[tuple[int, int]]:
    """Character offsets of the words of a sentence, in order, end exclusive; white space is in none."""
    return [found.span() for found in _PATTERN.finditer(text)]
