"""`the city`, `the country`, `there`: places named before, told again by what they are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hudhud.lexicon.governments import country_of_adjective
from hudhud.read.analysis import Analysis, Mark
from hudhud.records import Place, PlacePrecision, Span

__all__ = ["described_places", "named_places"]

# What a description is → the precisions of the places it can take up. A village is a town to the gazetteer.
_TOWN = (PlacePrecision.TOWN, PlacePrecision.SITE, PlacePrecision.NEAR)
_SORTS: dict[str, tuple[PlacePrecision, ...]] = {
    "city": _TOWN,
    "town": _TOWN,
    "village": _TOWN,
    "capital": _TOWN,
    "camp": (PlacePrecision.SITE, PlacePrecision.TOWN),
    "airport": (PlacePrecision.SITE,),
    "base": (PlacePrecision.SITE,),
    "country": (PlacePrecision.COUNTRY,),
    "nation": (PlacePrecision.COUNTRY,),
    "province": (PlacePrecision.PROVINCE,),
    "governorate": (PlacePrecision.PROVINCE,),
    "region": (PlacePrecision.PROVINCE, PlacePrecision.REGION, PlacePrecision.DISTRICT),
    "district": (PlacePrecision.DISTRICT,),
}


def named_places(analysis: Analysis, start: int) -> list[Span]:
    """The parts of the encoder's location marks that are names: of `the Iraqi city of Mosul` only `Mosul`.

    `start` is the sentence's offset in the document.
    """
    out: list[Span] = []
    for mark in analysis.entities:
        if (mark.label in ("LOCATION", "FACILITY") or _stands_as_place(analysis, mark)) and (
            run := _name_run(analysis, mark)
        ):
            words = analysis.words[run[0] : run[1]]
            out.append(Span(start + words[0].start, start + words[-1].end))
    return out


# Prepositions that put a name on the map. The encoder has no capitals and takes a rare town for a person now and then.
_WHERE = frozenset("in at near outside inside around across toward towards into throughout".split())


def _stands_as_place(analysis: Analysis, mark: Mark) -> bool:
    """A short name taken for a person or body where only a place can stand: `in Sirte`, `out of Sirte`."""
    words = analysis.words
    if mark.label not in ("PERSON", "ORGANISATION") or mark.end - mark.start > 2 or not mark.start:
        return False
    before = words[mark.start - 1].text.lower()
    out_of = (
        before == "of" and mark.start > 1 and words[mark.start - 2].text.lower() in ("out", "city", "town", "village")
    )
    return (before in _WHERE or out_of) and words[mark.end - 1].upos == "PROPN"


def _name_run(analysis: Analysis, mark: Mark) -> tuple[int, int] | None:
    words = analysis.words
    names = [
        i
        for i in range(mark.start, mark.end)
        if words[i].text[:1].isupper() and words[i].upos != "DET" and not country_of_adjective(words[i].text)
    ]
    if not names and mark.end - mark.start == 1 and words[mark.start].upos == "PROPN":
        names = [mark.start]
    return (names[0], names[-1] + 1) if names else None


def described_places(analyses: Sequence[Analysis], starts: Sequence[int], places: Iterable[Place]) -> list[Place]:
    """One place for each description that takes up a place named before it, with the description's words."""
    named = sorted((place for place in places if place.span is not None), key=lambda place: place.span or Span(0, 0))
    out: list[Place] = []
    for analysis, start in zip(analyses, starts, strict=True):
        for index, word in enumerate(analysis.words):
            sorts = _SORTS.get(word.lemma.lower())
            if sorts is None or word.upos != "NOUN" or not _is_taken_up(analysis, index):
                continue
            at = start + word.start
            before = [p for p in named if p.span is not None and p.span.end <= at and p.precision in sorts]
            if before:
                first = index - 1
                span = Span(start + analysis.words[first].start, start + word.end)
                text = analysis.text[span.start - start : span.end - start]
                out.append(replace(before[-1], text=text, span=span))
    return out


def _is_taken_up(analysis: Analysis, index: int) -> bool:
    """`the city` alone: an article right before it, no `of` behind it, not part of a longer name."""
    words = analysis.words
    if not index or words[index - 1].text.lower() not in ("the", "this", "that"):
        return False
    behind = words[index + 1].text.lower() if index + 1 < len(words) else ""
    return behind not in ("of", "'s", "’s", "-") and words[index].relation != "compound"
