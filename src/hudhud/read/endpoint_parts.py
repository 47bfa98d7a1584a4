"""Document → the parts that are sent one by one, cut between paragraphs."""

from collections.abc import Iterable

from hudhud.records import Document, Span

__all__ = ["halves_of", "parts_of"]

# About 1,000 tokens of English. A part's claims take several times its own length, and a server with a window of
# 8,192 tokens must hold both. Not measured on any model.
_LONGEST = 4_000


def parts_of(document: Document, *, longest: int = _LONGEST) -> list[Span]:
    """The document in parts of at most `longest` characters: whole paragraphs where they fit, else whole sentences.

    Every character that is not white space is in exactly one part.
    """
    whole = Span(0, len(document.text))
    units = _units(document, document.paragraphs or document.sentences or (whole,), whole, longest)
    return [part for part in _packed(units, longest) if part.of(document.text).strip()]


def halves_of(document: Document, part: Span) -> list[Span]:
    """A part in two of about one length, cut between sentences; the part alone where it has only one."""
    inside = [span for span in document.sentences if part.start < span.start < part.end]
    if not inside:
        return [part]
    middle = (part.start + part.end) // 2
    cut = min((span.start for span in inside), key=lambda start: abs(start - middle))
    return [Span(part.start, cut), Span(cut, part.end)]


def _units(document: Document, spans: Iterable[Span], within: Span, longest: int) -> list[Span]:
    """`within` cut where spans start, and again by sentences and by words where a piece is too long."""
    starts = sorted({within.start, *(span.start for span in spans if within.start < span.start < within.end)})
    out: list[Span] = []
    for start, end in zip(starts, [*starts[1:], within.end], strict=True):
        unit = Span(start, end)
        if end - start <= longest:
            out.append(unit)
        elif any(start < sentence.start < end for sentence in document.sentences):
            out += _units(document, document.sentences, unit, longest)
        else:
            out += _sliced(document.text, unit, longest)
    return out


def _sliced(text: str, unit: Span, longest: int) -> list[Span]:
    out: list[Span] = []
    start = unit.start
    while unit.end - start > longest:
        space = text.rfind(" ", start + 1, start + longest)
        end = space if space > 0 else start + longest
        out.append(Span(start, end))
        start = end
    return [*out, Span(start, unit.end)]


def _packed(units: Iterable[Span], longest: int) -> list[Span]:
    out: list[Span] = []
    for unit in units:
        if out and unit.end - out[-1].start <= longest:
            out[-1] = Span(out[-1].start, unit.end)
        else:
            out.append(unit)
    return out
