"""Examples → padded tensors, drawn set by set and sorted by length."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from data import Example
from model import shape_of
from tokenizers import Tokenizer
from torch import Tensor

__all__ = ["SHARES", "Batch", "Cutter", "collate", "stream"]

# The share of word pieces that each set has of the training; small sets are seen 10 to 40 times, large ones 2 to 4.
SHARES = {
    "ewt": 0.22,
    "gum": 0.13,
    "re3d": 0.045,
    "newswire": 0.18,
    "cameo_ner": 0.05,
    "polnear": 0.16,
    "wikiwars": 0.025,
    "cameo_class": 0.035,
    "plv": 0.04,
    "event_location": 0.06,
    "m2e2": 0.015,
    "synthetic": 0.015,
    "claims": 0.03,
}
PIECES_PER_BATCH = 1024
STEP = 16
LONGEST = 176


@dataclass(slots=True)
class Piece:
    """An example cut into word pieces, without the marks that stand at both ends."""

    example: Example
    ids: list[int]
    words: list[int]


@dataclass
class Batch:
    """Padded inputs, and for each task the rows that have its labels."""

    examples: list[Example]
    ids: Tensor
    shapes: Tensor
    mask: Tensor
    pool: Tensor
    present: Tensor
    rows: dict[str, list[int]] = field(default_factory=dict)


class Cutter:
    """Words → word pieces, with the tokenizer of the starting weights."""

    def __init__(self, path: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def cut(self, examples: Sequence[Example]) -> list[Piece]:
        encodings = self.tokenizer.encode_batch(
            [e.words for e in examples], is_pretokenized=True, add_special_tokens=False
        )
        cut = [Piece(e, x.ids, x.word_ids) for e, x in zip(examples, encodings, strict=True)]
        return [piece for piece in cut if 0 < len(piece.ids) <= LONGEST]


def collate(pieces: Sequence[Piece], rng: random.Random | None = None) -> Batch:
    """Pad to multiples of 16, so that the same kernels serve again; with `rng`, hide some case and some pieces."""
    longest = _up(max(len(p.ids) for p in pieces) + 2)
    widest = _up(max(len(p.example.words) for p in pieces))
    n = len(pieces)
    ids = torch.zeros(n, longest, dtype=torch.long)
    shapes = torch.zeros(n, longest, dtype=torch.long)
    mask = torch.zeros(n, longest)
    pool = torch.zeros(n, widest, longest)
    present = torch.zeros(n, widest)
    for row, piece in enumerate(pieces):
        count = len(piece.ids)
        ids[row, : count + 2] = torch.tensor([101, *_hidden(piece.ids, rng), 102])
        of_words = _shapes(piece.example.words, rng)
        shapes[row, 1 : count + 1] = torch.tensor([of_words[w] for w in piece.words])
        mask[row, : count + 2] = 1
        present[row, : len(piece.example.words)] = 1
        pool[row, torch.tensor(piece.words), torch.arange(1, count + 1)] = 1
    pool /= pool.sum(-1, keepdim=True).clamp(min=1)
    batch = Batch([p.example for p in pieces], ids, shapes, mask, pool, present)
    batch.rows = _rows(batch.examples)
    return batch


def _up(n: int) -> int:
    return -(-n // STEP) * STEP


def _hidden(ids: list[int], rng: random.Random | None) -> list[int]:
    """One sentence in three loses an eighth of its pieces to [MASK]: the small sets are seen dozens of times."""
    if rng is None or rng.random() > 0.33:
        return ids
    return [103 if rng.random() < 0.125 else i for i in ids]


def _shapes(words: list[str], rng: random.Random | None) -> list[int]:
    if rng is None:
        return [shape_of(word) for word in words]
    draw = rng.random()
    if draw < 0.05:
        return [0] * len(words)
    if draw < 0.07:
        words = [word.upper() for word in words]
    elif draw < 0.09:
        words = [word.title() for word in words]
    elif draw < 0.12:
        words = [word.lower() for word in words]
    return [shape_of(word) for word in words]


def _rows(examples: list[Example]) -> dict[str, list[int]]:
    tests = {
        "parse": lambda e: e.heads is not None,
        "quad": lambda e: e.quad is not None,
        "type": lambda e: e.type is not None,
        "story": lambda e: e.story is not None,
        "place": lambda e: bool(e.places),
        "triggers": lambda e: e.triggers is not None,
        "link": lambda e: e.group is not None,
        "factuality": lambda e: bool(e.factuality),
    }
    rows = {name: [at for at, e in enumerate(examples) if test(e)] for name, test in tests.items()}
    for at, example in enumerate(examples):
        for head in example.tags:
            rows.setdefault(f"tags.{head}", []).append(at)
    return {name: found for name, found in rows.items() if found}


def stream(cut: Mapping[str, list[Piece]], seed: int) -> Iterator[list[Piece]]:
    """Batches without end: each round draws 64 batches' worth of pieces, each set its share, sorted by length."""
    rng = random.Random(seed)
    decks: dict[str, list[Piece]] = {name: [] for name in cut}
    shares = {name: SHARES[name] / sum(SHARES[n] for n in cut) for name in cut}
    owed = dict.fromkeys(cut, 0.0)
    while True:
        drawn: list[Piece] = []
        for name, share in shares.items():
            owed[name] += 64 * PIECES_PER_BATCH * share
            while owed[name] > 0:
                if not decks[name]:
                    decks[name] = list(cut[name])
                    rng.shuffle(decks[name])
                drawn.append(decks[name].pop())
                owed[name] -= len(drawn[-1].ids) + 2
        drawn.sort(key=lambda piece: len(piece.ids) + rng.random())
        batches: list[list[Piece]] = [[]]
        for piece in drawn:
            if (len(batches[-1]) + 1) * _up(len(piece.ids) + 2) > PIECES_PER_BATCH and batches[-1]:
                batches.append([])
            batches[-1].append(piece)
        rng.shuffle(batches)
        yield from batches
