"""View → Brief: sentences by theme, their notes, the counts, the limits, the pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hudhud import __version__
from hudhud.answer.table import Question
from hudhud.errors import WrongOption
from hudhud.export.brief.charts import figure_chart
from hudhud.export.brief.gather import THEMES, Item, gather
from hudhud.export.brief.maps import map_picture
from hudhud.export.brief.report import Brief, Note, Picture, Section, Sentence
from hudhud.export.brief.sentences import Composer
from hudhud.export.brief.trace import Tracer
from hudhud.export.brief.words import day
from hudhud.records import Claim, ClaimKind, Document, Estimate, View

__all__ = ["CHANGES", "compose_brief"]

CHANGES = ("new", "confirmed", "revised", "denied", "withdrawn", "stands")
_MOST = 12  # sentences a theme: what a page holds; the rest is counted and can be asked for
_MOST_CHARTS = 6
_MOST_NOTES = 4  # on an office or alliance: twenty articles that name one minister are no twenty notes
_SHORT = 60  # characters: a quote of fewer is a name and a role


@dataclass(frozen=True, slots=True)
class _Told:
    section: Section
    items: tuple[Item, ...]
    counts: tuple[int, ...]


def compose_brief(view: View, question: Question) -> Brief:
    """What the articles of a period changed, told by grammar with a note for every sentence.

    `question` gives `since` and, where wanted, `until`, `place`, `actor`, and with `top` the most sentences a
    theme. A sentence that would hold a word of neither its claims nor the grammar is left out and counted.

    Raises:
        WrongOption: If `since` is missing or comes after `until`.
    """
    since = question.since
    if since is None or (question.until and question.until < since):
        raise WrongOption(option="since", given=since and str(since), allowed="a day up to --until")
    composer, tracer = Composer(view), Tracer(view)
    told = [_tell(composer, tracer, key, items, question.top or _MOST) for key, items in gather(view, question).items()]
    sections, notes = _noted([one.section for one in told], view)
    documents = [one for one in view.documents.values() if _is_in(one, since, question.until)]
    origin = {copy.document_id: copy.origin for copy in view.copies}
    return Brief(
        title=_title(question),
        since=since,
        until=question.until,
        place=question.place,
        actor=question.actor,
        n_documents=len(documents),
        publishers=tuple(sorted({one.publisher or one.name for one in documents})),
        n_origins=len({origin.get(one.document_id, one.document_id) for one in documents}),
        sections=tuple(sections),
        counts=tuple((one.section.title, one.counts) for one in told),
        notes=tuple(notes),
        map=map_picture([item for one in told for item in one.items], view),
        limits=_limits(view),
        made_by=f"Hudhud {__version__}",
    )


def _title(question: Question) -> str:
    about = ", ".join(filter(None, (question.place, question.actor)))
    return f"Brief: {about}" if about else "Brief"


def _is_in(document: Document, since: date, until: date | None) -> bool:
    day = document.published.day
    return day is not None and since <= day and (until is None or day <= until)


def _tell(composer: Composer, tracer: Tracer, key: str, items: Sequence[Item], most: int) -> _Told:
    shown: list[tuple[Item, Sentence]] = []
    said: set[str] = set()
    for item in items:
        if len(shown) == most:
            break
        sentence = composer.sentence(item)
        if sentence is None or sentence.text in said or tracer.untraced(sentence):
            continue
        said.add(sentence.text)
        shown.append((item, sentence))
    pictures = _charts([item for item, _ in shown], composer.view) if key == "figures" else ()
    n_of = tuple(sum(item.change == change for item in items) for change in CHANGES)
    section = Section(key, THEMES[key], tuple(one for _, one in shown), len(items) - len(shown), pictures)
    return _Told(section, tuple(item for item, _ in shown), n_of)


def _charts(items: Sequence[Item], view: View) -> tuple[Picture, ...]:
    """The histories worth a picture: those with several reports, or with an open end or a range."""
    found = [item.thing for item in items if isinstance(item.thing, Estimate)]
    found.sort(key=lambda one: -len(one.figures))
    told = [one for one in found if len(one.figures) > 1][:_MOST_CHARTS]
    return tuple(figure_chart(one, view, number) for number, one in enumerate(told, 1))


def _noted(sections: Sequence[Section], view: View) -> tuple[list[Section], list[Note]]:
    """The sections with the numbers of their notes; one sentence of one article has one note throughout."""
    notes: dict[tuple[str, str], Note] = {}
    made = []
    for section in sections:
        sentences = []
        for sentence in section.sentences:
            numbers = [_note(key, view, notes) for key in _cited(sentence.claim_ids, view)]
            sentences.append(replace(sentence, notes=tuple(dict.fromkeys(numbers))))
        made.append(replace(section, sentences=tuple(sentences)))
    return made, list(notes.values())


def _cited(claim_ids: Sequence[str], view: View) -> list[str]:
    """The claims that get a note; of an office told in many articles one for each publisher and way of telling."""
    first: dict[tuple[str, str], str] = {}
    for key in claim_ids:
        claim = view.claims[key]
        document = view.documents[claim.document_id]
        first.setdefault((document.publisher or document.name, claim.factuality.value), key)
    quotes = {(view.claims[key].document_id, view.claims[key].quote) for key in claim_ids}
    is_office = view.claims[claim_ids[0]].kind in (ClaimKind.OFFICE, ClaimKind.RELATION)
    return list(first.values()) if is_office and len(quotes) > _MOST_NOTES else list(claim_ids)


def _quoted(claim: Claim, document: Document) -> str:
    """The claim's words; a few words with the sentence they stand in."""
    words = claim.quote
    if len(words) < _SHORT:
        inside = [span for span in document.sentences if span.start <= claim.span.start and claim.span.end <= span.end]
        words = inside[0].of(document.text) if inside else words
    return " ".join(words.split())


def _note(claim_id: str, view: View, notes: dict[tuple[str, str], Note]) -> int:
    claim = view.claims[claim_id]
    document = view.documents[claim.document_id]
    quote = _quoted(claim, document)
    key = (claim.document_id, quote)
    said_by = tuple(link.source.name for link in claim.attribution)
    old = notes.get(key)
    if old is None:
        outlet = document.publisher or document.name
        notes[key] = Note(len(notes) + 1, outlet, document.published.day, quote, said_by, document.url, (claim_id,))
    else:
        names = tuple(dict.fromkeys((*old.said_by, *said_by)))
        ids = tuple(dict.fromkeys((*old.claim_ids, claim_id)))
        notes[key] = replace(old, said_by=names, claim_ids=ids)
    return notes[key].number


def _limits(view: View) -> tuple[str, ...]:
    undated = sum(document.published.day is None for document in view.documents.values())
    found = [
        "Sentences are composed by grammar from what articles say. None is a finding of its own; each note gives the "
        "words it was read from. A reader that works by machine misreads some: check the words before you rely on one.",
        "Reprints and near copies of one text count as one origin.",
    ]
    if view.as_of:
        found.append(f"Nothing published after {day(view.as_of)} was looked at.")
    if undated:
        found.append(f"Left out because their date is not known: {undated} articles.")
    if view.skipped:
        found.append(f"Set aside because they could not be read: {len(view.skipped)} items.")
    return tuple(found)
