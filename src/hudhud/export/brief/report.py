"""What a brief is: sentences by theme, each with the claims it was made from, the notes and the pictures."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Brief", "Note", "Picture", "Section", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the claims it was made from, of which it can say no more.

    `change` is `new`, `revised`, `denied`, `confirmed`, `withdrawn` or `stands`. `about` is the id that
    `hudhud ask evidence` takes. `n_origins` are the independent origins behind it. `notes` are numbers of notes.
    """

    text: str
    claim_ids: tuple[str, ...]
    change: str
    about: str
    n_origins: int
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Where a sentence was read: publisher, day of publication and the quoted words."""

    number: int
    publisher: str
    published: date | None
    quote: str
    said_by: tuple[str, ...]
    url: str | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, with what it shows in words for those who do not see it. `rows` are its data."""

    name: str
    title: str
    description: str
    svg: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One theme. `n_left_out` counts what the record holds beyond the sentences shown."""

    key: str
    title: str
    sentences: tuple[Sentence, ...]
    n_left_out: int = 0
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole report. `counts` are rows of theme and numbers of new, confirmed, revised, denied, withdrawn."""

    title: str
    since: date
    until: date | None
    place: str | None
    actor: str | None
    n_documents: int
    publishers: tuple[str, ...]
    n_origins: int
    sections: tuple[Section, ...]
    counts: tuple[tuple[str, tuple[int, ...]], ...]
    notes: tuple[Note, ...]
    map: Picture | None
    limits: tuple[str, ...]
    made_by: str
