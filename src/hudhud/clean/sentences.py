"""Clean text → spans of its paragraphs and sentences."""

import re
from itertools import pairwise

from hudhud.records import Span

__all__ = ["paragraph_spans", "sentence_spans"]

# The splitter takes these for a sentence's end although they are ranks, titles and short forms. Their dots are
# turned into a letter for it, which keeps every offset.
_RANKS = (
    "Gen Lt Col Maj Capt Cmdr Cdr Comdr Adm Brig Sgt Cpl Pvt Pfc Spc Ens Insp Supt Det Ofc Const Lieut Marsh Msgr "
    "Mr Mrs Ms Messrs Mme Mlle Dr Prof Hon Rev Fr Br Sr Jr St Ste Mt Ft Pres Gov Sen Rep Reps Sens Amb Sec Min Dep "
    "Atty Asst Assoc Comm Dist Div Regt Bn Sq Hqs vs No Nos Fig Vol Art Sect Ave Blvd Rd approx est ca cf al e.g i.e "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Inc Ltd Corp Co Bros Univ Gov't"
).split()
_RANK_DOT = re.compile(
    rf"\b(?:{'|'.join(re.escape(rank) for rank in _RANKS)})(\.)(?=[ -]*[\w“\"'‘(]|,)"
    r"(?!\s+(?:He|She|They|It|The|But|In|On|A|An)\b)"
)
_INITIAL_DOT = re.compile(r"\b(?:[A-Z]\.)+(?=[ -]?[A-Z\w,;])")
# A sentence ends where a closing dot runs straight into the next sentence: `in Tunisia.Dunford said`.
_RUN_ON = re.compile(
    r"(?<=[a-z)\]”\"’]{2})[.!?][”\"’)]?(?=[“\"‘(]?[A-Z][a-z’']+[ ,])|(?<=[a-z]\d)[.!?](?=[A-Z][a-z]+ )"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)\S{1,80}@\S+|\b[\w-]{1,63}\.(?:com|org|net|gov|edu|co|info|ly|tv)\b\S*",
    re.IGNORECASE,
)
_OTHER_END = re.compile(r"[؟۔。！？]+[”\"’»)]*\s*")
_CLOSERS = "”\"’')]»"
_MASK = "x"


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text`, which blank lines divide."""
    spans = []
    for match in re.finditer(r"[^\n]+(?:\n(?!\n)[^\n]+)*", text):
        if match[0].strip():
            spans.append(_trimmed(text, match.start(), match.end()))
    return tuple(spans)


def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order. None crosses a paragraph; closing quotes stay with their sentence."""
    spans: list[Span] = []
    for paragraph in paragraph_spans(text):
        spans.extend(span.shifted(paragraph.start) for span in _of_paragraph(paragraph.of(text)))
    return tuple(spans)


def _of_paragraph(text: str) -> list[Span]:
    from nupunkt import sent_spans_adaptive

    masked = _masked(text)
    cuts = {end for _, end in sent_spans_adaptive(masked)}
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    run_ons = {match.end() for match in _RUN_ON.finditer(masked)}
    cuts |= {cut for cut in run_ons if not any(start < cut < end for start, end in addresses)}
    cuts |= {match.end() for match in _OTHER_END.finditer(text)}
    edges = [0, *sorted(_behind_closers(text, cut) for cut in cuts), len(text)]
    pieces = (_trimmed(text, start, end) for start, end in pairwise(edges) if text[start:end].strip())
    return _with_lone_marks_joined(text, list(pieces))


def _masked(text: str) -> str:
    def blank(match: re.Match[str]) -> str:
        return match[0].replace(".", _MASK)

    return _INITIAL_DOT.sub(blank, _RANK_DOT.sub(blank, text))


def _behind_closers(text: str, cut: int) -> int:
    """`cut` moved behind a closing quote or bracket that the splitter left to the next sentence."""
    while cut < len(text) and text[cut] in _CLOSERS and not text[cut - 1].isspace():
        cut += 1
    return cut


def _with_lone_marks_joined(text: str, pieces: list[Span]) -> list[Span]:
    """Pieces without a letter or digit belong to the sentence before them."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and not any(character.isalnum() for character in piece.of(text)):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
