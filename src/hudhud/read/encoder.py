"""Sentences → analyses, by the one small model that reads a sentence in every way the reader needs.

The model is an ONNX file with its tokenizer, lemma table and labels beside it (`hudhud/data/model`, see MODEL_CARD.md
there). This is the only module that imports onnxruntime and tokenizers, and it imports them when a model is loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hudhud.errors import DataDamaged, DataMissing
from hudhud.read.analysis import Analysis, Mark
from hudhud.read.lemma import LemmaTable
from hudhud.read.tokens import split_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["Encoder", "Scores"]

# The model was trained on sentences of up to 176 pieces; longer ones are read in windows of this many, each sharing
# this many words with the next, and every word is taken from the window in whose middle it stands.
WINDOW_PIECES = 176
SHARED_WORDS = 40
# A process peaks at 293 MB with 512, at 346 with 1,024 and at 494 with 2,048, and none of them was plainly faster.
PIECES_PER_BATCH = 512
MOST_WASTE = 0.1
# Sentences held at once: enough to batch by length, little enough to keep memory flat over a long run.
CHUNK = 512
_FIRST_PIECE, _LAST_PIECE, _UNKNOWN_PIECE = 101, 102, 100
_FAR = -1e4
_OF_WORDS = ("upos", "tags", "triggers", "factuality")
_OF_PAIRS = ("arcs", "relations", "first", "last", "links")
_OF_SENTENCE = ("quad", "types", "vector")


@dataclass(slots=True)
class Scores:
    """What the model says of one sentence, each array without its padding."""

    n_words: int
    arrays: dict[str, Any]


@dataclass(slots=True)
class _Window:
    """A run of a sentence's words that is read at once."""

    sentence: int
    start: int
    end: int
    ids: list[int]
    word_of: list[int]


class Encoder:
    """The loaded model. Not shared between processes; reading keeps no state, so threads may share one."""

    def __init__(self, session: Any, tokenizer: Any, lemmas: LemmaTable, about: dict[str, Any]) -> None:
        self._session, self._tokenizer, self._lemmas, self._about = session, tokenizer, lemmas, about
        self._outputs = [output.name for output in session.get_outputs()]
        self._shape_names: list[str] = about["shapes"]

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = 1) -> Encoder:
        """Load the model in the folder `path`, by default the one that ships with the package.

        Raises:
            DataMissing: If a file of the model is not there.
            DataDamaged: If a file's hash is not the one written down for it.
        """
        # onnxruntime 1.31 and later report to their makers, and keep a device id in the home folder, unless this is
        # set before they are loaded. Nothing here uses the network.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime
        from tokenizers import Tokenizer

        folder = path if path is not None else Path(__file__).resolve().parent.parent / "data" / "model"
        about = json.loads(_read(folder / "model.json"))
        files = {name: _checked(folder / name, digest) for name, digest in about["sha256"].items()}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = onnxruntime.InferenceSession(files["encoder.onnx"], options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode())
        return cls(session, tokenizer, LemmaTable(json.loads(files["lemmas.json"])), about)

    @property
    def version(self) -> str:
        """The version of the weights."""
        return str(self._about["version"])

    @property
    def labels(self) -> dict[str, Any]:
        """The label lists of the heads: `upos`, `relations`, `tags` by scheme, `triggers`, `types`, `quads`."""
        return dict(self._about["labels"])

    def read(self, sentences: Sequence[str]) -> list[Analysis]:
        """Read sentences, each given as text. Offsets are into the text given; odd or empty text has no words."""
        offsets = [split_words(text) for text in sentences]
        words = [[text[a:b] for a, b in of_text] for text, of_text in zip(sentences, offsets, strict=True)]
        return self._analyses(sentences, words, offsets)

    def read_words(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """Read sentences whose words are given; the text of each is its words with a space between."""
        words = [list(sentence) for sentence in sentences]
        offsets = [list(_joined_offsets(sentence)) for sentence in words]
        return self._analyses([" ".join(sentence) for sentence in words], words, offsets)

    def spans(self, sentences: Sequence[Sequence[str]], scheme: str) -> list[list[Mark]]:
        """The spans of one scheme alone, in its own labels, for sentences whose words are given."""
        from hudhud.read.interpret import scheme_marks

        found: list[list[Mark]] = []
        for words in _chunks([list(sentence) for sentence in sentences]):
            found.extend(scheme_marks(self.scores(words), self._about, (scheme,))[scheme])
        return found

    def _analyses(
        self, texts: Sequence[str], words: list[list[str]], offsets: list[list[tuple[int, int]]]
    ) -> list[Analysis]:
        from hudhud.read.interpret import interpret

        found: list[Analysis] = []
        for chunk in _chunks(words):
            start = len(found)
            scores = self.scores(chunk)
            part = slice(start, start + len(chunk))
            found.extend(interpret(texts[part], chunk, offsets[part], scores, self._about, self._lemmas))
        return found

    def scores(self, sentences: Sequence[Sequence[str]]) -> list[Scores]:
        """The raw scores of sentences whose words are given."""
        windows = list(self._windows(sentences))
        parts: list[list[tuple[_Window, dict[str, Any]]]] = [[] for _ in sentences]
        for batch in _batches(windows):
            for window, arrays in zip(batch, self._run(batch, sentences), strict=True):
                parts[window.sentence].append((window, arrays))
        return [_whole(len(words), of_sentence) for words, of_sentence in zip(sentences, parts, strict=True)]

    def _windows(self, sentences: Sequence[Sequence[str]]) -> Iterator[_Window]:
        encodings = self._tokenizer.encode_batch(
            [list(words) for words in sentences], is_pretokenized=True, add_special_tokens=False
        )
        for at, (words, encoding) in enumerate(zip(sentences, encodings, strict=True)):
            if not words:
                continue
            if len(encoding.ids) <= WINDOW_PIECES:
                yield _Window(at, 0, len(words), encoding.ids, encoding.word_ids)
            else:
                yield from _cut(at, len(words), encoding.ids, encoding.word_ids)

    def _run(self, batch: list[_Window], sentences: Sequence[Sequence[str]]) -> Iterator[dict[str, Any]]:
        import numpy as np

        longest = max(len(window.ids) for window in batch) + 2
        widest = max(window.end - window.start for window in batch)
        ids = np.zeros((len(batch), longest), dtype=np.int64)
        shapes = np.zeros((len(batch), longest), dtype=np.int64)
        pool = np.zeros((len(batch), widest, longest), dtype=np.float32)
        present = np.zeros((len(batch), widest), dtype=np.float32)
        for row, window in enumerate(batch):
            n, n_words = len(window.ids), window.end - window.start
            words = sentences[window.sentence][window.start : window.end]
            of_words = np.array([_shape(word) for word in words])
            own = np.array(window.word_of, dtype=np.int64)
            ids[row, 0], ids[row, n + 1] = _FIRST_PIECE, _LAST_PIECE
            ids[row, 1 : n + 1] = window.ids
            shapes[row, 1 : n + 1] = of_words[own]
            pool[row, own, np.arange(1, n + 1)] = 1 / np.maximum(np.bincount(own, minlength=n_words), 1)[own]
            present[row, :n_words] = 1
        given = {"ids": ids, "shapes": shapes, "pool": pool, "present": present}
        outputs = dict(zip(self._outputs, self._session.run(None, given), strict=True))
        for row, window in enumerate(batch):
            yield _unpadded(outputs, row, window.end - window.start)


def _unpadded(outputs: dict[str, Any], row: int, n: int) -> dict[str, Any]:
    arrays = {name: outputs[name][row, :n] for name in _OF_WORDS}
    for name in _OF_PAIRS:
        arrays[name] = outputs[name][row, :n, : n if name == "links" else n + 1]
    return arrays | {name: outputs[name][row] for name in _OF_SENTENCE}


def _shape(word: str) -> int:
    """Index of the word's shape: lower, initial, upper, mixed, digit, sign (0, unknown, is for training alone)."""
    if word.islower() and word.isalpha():
        return 1
    if any(character.isdigit() for character in word):
        return 5
    if not any(character.isalpha() for character in word):
        return 6
    if word.islower():
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    return 2 if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else 4


def _cut(sentence: int, n_words: int, ids: list[int], word_of: list[int]) -> Iterator[_Window]:
    """Windows of whole words over a long sentence, each sharing SHARED_WORDS with the one before."""
    pieces: list[list[int]] = [[] for _ in range(n_words)]
    for piece, word in zip(ids, word_of, strict=True):
        pieces[word].append(piece)
    pieces = [own if len(own) <= WINDOW_PIECES // 4 else [_UNKNOWN_PIECE] for own in pieces]
    start = 0
    while True:
        end, used = start, 0
        while end < n_words and (used + len(pieces[end]) <= WINDOW_PIECES or end == start):
            used += len(pieces[end])
            end += 1
        own = [word - start for word in range(start, end) for _ in pieces[word]]
        yield _Window(sentence, start, end, [piece for word in range(start, end) for piece in pieces[word]], own)
        if end == n_words:
            return
        start = max(end - min(SHARED_WORDS, (end - start) // 2), start + 1)


def _batches(windows: list[_Window]) -> Iterator[list[_Window]]:
    """Windows of like length together, so that padding stays below MOST_WASTE."""
    batch: list[_Window] = []
    used = longest = 0
    for window in sorted(windows, key=lambda window: -len(window.ids)):
        size = len(window.ids) + 2
        grown = max(longest, size) * (len(batch) + 1)
        if batch and (grown > PIECES_PER_BATCH or used + size < (1 - MOST_WASTE) * grown):
            yield batch
            batch, used, longest = [], 0, 0
        batch.append(window)
        used, longest = used + size, max(longest, size)
    if batch:
        yield batch


def _whole(n_words: int, parts: list[tuple[_Window, dict[str, Any]]]) -> Scores:
    """One sentence's scores out of its windows'; a pair of words that share no window is out of reach."""
    import numpy as np

    if len(parts) == 1:
        return Scores(n_words, parts[0][1])
    if not parts:
        return Scores(0, {})
    parts.sort(key=lambda part: part[0].start)
    arrays: dict[str, Any] = {}
    for name, example in parts[0][1].items():
        if name in _OF_WORDS:
            arrays[name] = np.zeros((n_words, *example.shape[1:]), dtype=example.dtype)
        elif name in _OF_PAIRS:
            empty = 0 if name in ("relations", "links") else _FAR
            arrays[name] = np.full((n_words, n_words + (name != "links")), empty, dtype=example.dtype)
        else:
            arrays[name] = np.mean([part[name] for _, part in parts], axis=0)
    for at, (window, own) in enumerate(parts):
        first = window.start if at == 0 else (parts[at - 1][0].end + window.start) // 2
        last = window.end if at == len(parts) - 1 else (window.end + parts[at + 1][0].start) // 2
        rows, inner = slice(first, last), slice(first - window.start, last - window.start)
        for name in _OF_WORDS:
            arrays[name][rows] = own[name][inner]
        for name in _OF_PAIRS:
            if name == "links":
                arrays[name][rows, window.start : window.end] = own[name][inner]
            else:
                arrays[name][rows, 0] = own[name][inner, 0]
                arrays[name][rows, window.start + 1 : window.end + 1] = own[name][inner, 1:]
    return Scores(n_words, arrays)


def _joined_offsets(words: Iterable[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for word in words:
        yield at, at + len(word)
        at += len(word) + 1


def _chunks(sentences: list[list[str]]) -> Iterator[list[list[str]]]:
    for at in range(0, len(sentences), CHUNK):
        yield sentences[at : at + CHUNK]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as missing:
        raise DataMissing(path=str(path), advice="Install hudhud again, which brings the model with it.") from missing


def _checked(path: Path, digest: str) -> bytes:
    content = _read(path)
    given = hashlib.sha256(content).hexdigest()
    if given != digest:
        raise DataDamaged(path=str(path), given=given, allowed=digest)
    return content
