"""Words that a language model repeats → where they stand in a document, or nowhere."""

from bisect import bisect_left
from unicodedata import category

from hudhud.records import Span

__all__ = ["QUOTATION_MARKS", "Words"]

QUOTATION_MARKS = frozenset('"“”„‟«»')

# Models write these marks their own way; they mean the same, and what is kept is what the document has.
_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("‐‑–—−", "-"),
    }
)
# Of a word that stands in a text more often than this, the nearest of the first so many is taken.
_MOST = 500


class Words:
    """The words of a text, found verbatim: white space folded, forms of quotation marks and dashes taken as one.

    Nothing else is forgiven: a changed letter, a changed case or a left-out word is not found.
    """

    def __init__(self, text: str, *, with_quotation_marks: bool = True) -> None:
        self.text = text
        self._drop = frozenset() if with_quotation_marks else QUOTATION_MARKS
        self._folded, self._offsets = self._fold(text)

    def find(self, words: str, *, inside: Span | None = None, near: int | None = None) -> Span | None:
        """Where `words` stand as whole words: the first time inside a span, or the nearest to an offset."""
        wanted = self._fold(words)[0].strip()
        if not wanted:
            return None
        low = bisect_left(self._offsets, inside.start) if inside else 0
        high = bisect_left(self._offsets, inside.end) if inside else len(self._folded)
        best: Span | None = None
        at = low - 1
        for _ in range(_MOST):
            at = self._folded.find(wanted, at + 1, high)
            if at < 0:
                break
            if not self._is_whole(at, at + len(wanted)):
                continue
            span = Span(self._offsets[at], self._offsets[at + len(wanted) - 1] + 1)
            if near is None:
                return span
            if best is None or abs(span.start - near) < abs(best.start - near):
                best = span
        return best

    def _fold(self, text: str) -> tuple[str, list[int]]:
        characters: list[str] = []
        offsets: list[int] = []
        for offset, character in enumerate(text):
            if character in self._drop:
                continue
            folded = " " if character.isspace() else character.translate(_SAME)
            if not folded.isascii() and category(folded) == "Cf":  # marks of direction, joiners: nothing to see
                continue
            if not (folded == " " and characters and characters[-1] == " "):
                characters.append(folded)
                offsets.append(offset)
        return "".join(characters), offsets

    def _is_whole(self, start: int, end: int) -> bool:
        folded = self._folded
        cuts_first = start > 0 and folded[start - 1].isalnum() and folded[start].isalnum()
        cuts_last = end < len(folded) and folded[end].isalnum() and folded[end - 1].isalnum()
        return not (cuts_first or cuts_last)
