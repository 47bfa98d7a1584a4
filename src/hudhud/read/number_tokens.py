"""Text → the small tokens that the number grammar reads."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hudhud.records.values import Span

__all__ = ["Token", "sentences_of", "tokenise"]


class Token(NamedTuple):
    """One word, number or sign with its offsets; `is_glued` where no space parts it from the token before."""

    text: str
    low: str
    start: int
    end: int
    is_glued: bool

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[-1] in "0123456789"

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


# Digits first: grouped by commas (Indian grouping too), by thin or hard spaces, by a plain space only before a group
# that ends in 00 (`5 000`, since two neighbouring numbers are as likely), by several dots, or plain with a fraction.
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?(?![0-9])"
    r"|[1-9][0-9]{0,2}(?: [0-9]00)+(?![0-9,.])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?"
    r"|\.[0-9]+"
    r"|[apAP]\.[mM]\b\.?"
    r"|(?:[A-Z]\.){2,}"
    r"|[^\W\d_]+(?:['’](?:s|t|re|ve|ll|d)\b)?"
    r"|[^\s]"
)


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; every character that is no white space is in one."""
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        tokens.append(Token(word, word.lower(), start, end, start == last))
        last = end
    return tokens


_ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos approx ca mr mrs ms dr gen col lt maj capt sgt "
    "brig st gov sen rep art sec vs etc v p pp vol fig c est ft mt inc ltd co corp u.s u.n".split()
)
_ENDS = frozenset(".!?؟")


def sentences_of(text: str, tokens: Sequence[Token], spans: Sequence[Span] = ()) -> Iterator[Sequence[Token]]:
    """The tokens sentence by sentence: of the spans given, or by dots and blank lines where none are."""
    first = 0
    if spans:
        bounds = sorted(span.end for span in spans)
        place = 0
        for at, token in enumerate(tokens):
            while place < len(bounds) and token.start >= bounds[place]:
                place += 1
                if at > first:
                    yield tokens[first:at]
                    first = at
    else:
        for at in range(1, len(tokens)):
            if _begins(text, tokens, at):
                yield tokens[first:at]
                first = at
    if first < len(tokens):
        yield tokens[first:]


def _begins(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence begins at a token: after a full stop that ends no abbreviation, or after a line end."""
    token, before = tokens[at], tokens[at - 1]
    if token.is_glued:
        return False
    if "\n" in text[before.end : token.start]:
        return True
    if before.text in "”\"’')" and before.is_glued and at >= 2:
        before = tokens[at - 2]
    if before.text not in _ENDS:
        return before.low in ("a.m.", "p.m.") and token.text[0].isupper()
    word = tokens[at - 2].low if at >= 2 else ""
    opens = not token.text[0].islower() and token.text not in ",;:)—–-"
    return (
        opens
        and not (word in _ABBREVIATIONS and before.is_glued)
        and not (len(word) == 1 and word.isalpha() and token.text[0].isupper())
    )
