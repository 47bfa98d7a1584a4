"""The formats of the sets, read the same way for training and for measuring.

A set without a dev file of its own has a tenth carved out of it by the md5 of the item's letters, so that a
sentence which stands in several sets is on the same side in all of them.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

__all__ = [
    "Article",
    "Attribution",
    "Labelled",
    "Linked",
    "Tagged",
    "Token",
    "articles",
    "attribution_folder",
    "is_dev",
    "key",
    "labelled",
    "linked",
    "newswire",
    "predicates",
    "spans",
    "tagged",
    "tagged_part",
    "treebank",
]

Item = TypeVar("Item")

_BRAT_SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_BRAT_EVENT = re.compile(r"E\d+\t(.*)")
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """One row of a CoNLL-U file; `head` counts from 0, -1 is the root."""

    form: str
    lemma: str
    upos: str
    head: int
    relation: str
    misc: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence given as words, with a BIO tag each."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with one label."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A sentence with a verb and the places (character spans, perhaps none) where its event happened."""

    text: str
    verb: tuple[int, int]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Character spans of one attribution; each part may be missing or be in several pieces."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def key(text: str) -> str:
    """What two copies of a sentence share whatever their spacing, case and punctuation."""
    return hashlib.md5(_NOT_LETTERS.sub("", text.lower()).encode()).hexdigest()


def is_dev(text: str) -> bool:
    """Whether an item of a set without a dev file is in the tenth that is kept for measuring."""
    return int(key(text), 16) % 10 == 0


def treebank(path: Path) -> list[list[Token]]:
    """The sentences of a CoNLL-U file; ranges and empty nodes are left out."""
    sentences: list[list[Token]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        words = [row for row in rows if row[0].isdigit()]
        if words:
            sentences.append([Token(r[1], r[2], r[3], int(r[6]) - 1, r[7], r[9]) for r in words])
    return sentences


def tagged(path: Path) -> list[Tagged]:
    """The sentences of a two-column file (word, BIO tag, blank line between sentences)."""
    found: list[Tagged] = []
    pairs: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split()
        if len(columns) >= 2:
            pairs.append((columns[0], columns[-1]))
        elif not columns and pairs:
            found.append(Tagged(tuple(word for word, _ in pairs), tuple(tag for _, tag in pairs)))
            pairs = []
    return found


def tagged_part(folder: Path, split: str) -> list[Tagged]:
    """A split of `re3d` or `cameo_ner`."""
    return _part(folder, split, ".txt", tagged, lambda item: " ".join(item.words))


def _part(
    folder: Path, split: str, ending: str, read: Callable[[Path], list[Item]], text: Callable[[Item], str]
) -> list[Item]:
    """The items of a split: its own file where there is one, else the carved-out or the remaining part of train."""
    own = folder / f"{split}{ending}"
    whole = folder / f"train{ending}"
    if (own.exists() and split != "train") or (folder / f"dev{ending}").exists():
        return read(own)
    if split not in ("train", "dev") or not whole.exists():
        raise FileNotFoundError(f"No {own}")
    return [item for item in read(whole) if is_dev(text(item)) == (split == "dev")]


def newswire(folder: Path, split: str) -> list[Tagged]:
    """The sentences of a folder of `.tsv` articles; a split is a folder in it, or a tenth of the articles."""
    if (folder / split).is_dir():
        paths = sorted((folder / split).glob("*.tsv"))
    elif split in ("dev", "train"):
        paths = [path for path in sorted(folder.glob("*.tsv")) if is_dev(path.name) == (split == "dev")]
    else:
        paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise FileNotFoundError(f"No .tsv article in {folder}")
    return [sentence for path in paths for sentence in tagged(path)]


def labelled(folder: Path, split: str) -> list[Labelled]:
    """The sentences of `cameo_class` (tab-separated) or `plv` (JSON lines)."""
    if any(folder.glob("*.jsonl")):
        return _part(folder, split, ".jsonl", _labelled_json, lambda item: item.text)
    return _part(folder, split, ".tsv", _labelled_tsv, lambda item: item.text)


def _labelled_json(path: Path) -> list[Labelled]:
    return [Labelled(row["text"], row["label"]) for row in map(json.loads, _lines(path))]


def _labelled_tsv(path: Path) -> list[Labelled]:
    rows = [line.rsplit("\t", 1) for line in _lines(path)]
    return [Labelled(text, label.strip()) for text, label in rows]


def linked(folder: Path, split: str) -> list[Linked]:
    """The verbs of `event_location` with their places."""
    return _part(folder, split, ".jsonl", _linked, lambda item: item.text)


def _linked(path: Path) -> list[Linked]:
    found = []
    for row in map(json.loads, _lines(path)):
        verbs = [(span["start"], span["end"]) for span in row["spans"] if span["label"] == "VERB"]
        places = [(span["start"], span["end"]) for span in row["spans"] if span["label"] == "LOCATION"]
        if verbs:
            found.append(Linked(row["text"], verbs[0], tuple(places)))
    return found


def attribution_folder(folder: Path) -> Iterator[Article]:
    """The articles of a `polnear` split: `text/*.txt` with `attributions/*.ann` (brat)."""
    if not (folder / "text").is_dir():
        raise FileNotFoundError(f"No folder {folder / 'text'}")
    texts = {path.stem: path for path in (folder / "text").glob("*.txt")}
    for path in sorted((folder / "attributions").glob("*.ann")):
        stem = path.stem if path.stem in texts else path.stem.rsplit("_", 1)[0]
        if stem in texts:
            text = texts[stem].read_bytes().decode("utf-8")
            yield Article(stem, text, tuple(_attributions(path)))


def articles(folder: Path, split: str) -> list[Article]:
    """The articles of a split of `polnear`, one for each text (the first annotator where there are two)."""
    by_name: dict[str, Article] = {}
    for article in attribution_folder(folder / split):
        by_name.setdefault(article.name, article)
    return list(by_name.values())


def _attributions(path: Path) -> Iterator[Attribution]:
    pieces: dict[str, tuple[tuple[int, int], ...]] = {}
    events: list[str] = []
    for line in _lines(path):
        span, event = _BRAT_SPAN.match(line), _BRAT_EVENT.match(line)
        if span:
            pieces[span[1]] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in span[2].split(";")))
        elif event:
            events.append(event[1])
    for arguments in events:
        parts: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
        for argument in arguments.split():
            role, _, target = argument.partition(":")
            role = role.rstrip("0123456789")
            if role in parts:
                parts[role].extend(pieces[target])
        yield Attribution(*(tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content")))


def predicates(path: Path) -> list[tuple[list[str], dict[int, float]]]:
    """The sentences of a `factuality/uw` file: words, and the factuality of each annotated predicate."""
    sentences = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line]
        if rows:
            scores = {at: float(row[2]) for at, row in enumerate(rows) if row[2] != "_"}
            sentences.append(([row[1] for row in rows], scores))
    return sentences


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """The labelled spans of BIO tags; an I that continues nothing begins a span, as seqeval has it."""
    found: set[tuple[int, int, str]] = set()
    start, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if label and (prefix != "I" or kind != label):
            found.add((start, at, label))
            label = ""
        if prefix in ("B", "I") and not label:
            start, label = at, kind
    return found


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
