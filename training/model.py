"""The network: six transformer layers, and a small head for everything the reader needs."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["SHAPES", "Config", "Crf", "Network", "shape_of"]

# The starting vocabulary knows no case, and names are mostly told by it: one learned vector for each shape of a word.
SHAPES = ("unknown", "lower", "initial", "upper", "mixed", "digit", "sign")
# Which learned mix of layers each group of heads reads.
MIXES = ("parse", "span", "event", "quote")


def shape_of(word: str) -> int:
    """Index of the word's shape in SHAPES."""
    if any(c.isdigit() for c in word):
        return 5
    if not any(c.isalpha() for c in word):
        return 6
    if word.islower():
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    return 2 if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else 4


@dataclass(frozen=True)
class Config:
    """Sizes; the first six are those of the starting weights."""

    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    positions: int = 512
    dropout: float = 0.1
    arc: int = 256
    relation: int = 96
    pair: int = 64


class Dropout(nn.Module):
    """Dropout whose masks are cut out of one long drawn mask: drawing them anew took 13 % of a training step."""

    def __init__(self, rate: float, length: int = 1 << 23) -> None:
        super().__init__()
        self.rate, self.length = rate, length
        self.drawn: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if self.drawn is None:
            self.drawn = (torch.rand(self.length) >= self.rate).to(torch.bfloat16) / (1 - self.rate)
        at = int(torch.randint(0, self.length - x.numel(), ()))
        return x * self.drawn[at : at + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as BERT has it."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.heads = config.attention_heads
        self.qkv = nn.Linear(config.hidden, 3 * config.hidden)
        self.out = nn.Linear(config.hidden, config.hidden)
        self.norm1 = nn.LayerNorm(config.hidden, eps=1e-12)
        self.up = nn.Linear(config.hidden, config.inner)
        self.down = nn.Linear(config.inner, config.hidden)
        self.norm2 = nn.LayerNorm(config.hidden, eps=1e-12)
        self.dropout = Dropout(config.dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, d = x.shape
        q, k, v = self.qkv(x).reshape(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        scores = torch.matmul(q, k.transpose(-1, -2)) * (1 / math.sqrt(d // self.heads)) + bias
        mixed = torch.matmul(functional.softmax(scores, dim=-1), v).permute(0, 2, 1, 3).reshape(b, n, d)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + self.dropout(inner))


class Encoder(nn.Module):
    """Word pieces → the output of every layer."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.words = nn.Embedding(config.vocabulary, config.hidden)
        self.positions = nn.Embedding(config.positions, config.hidden)
        self.shapes = nn.Embedding(len(SHAPES), config.hidden)
        self.norm = nn.LayerNorm(config.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.dropout = Dropout(config.dropout)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(at)[None] + self.shapes(shapes))
        x = self.dropout(x)
        bias = (1.0 - mask.float()) * -10000.0
        if torch.is_autocast_enabled("cpu"):
            x, bias = x.bfloat16(), bias.bfloat16()
        bias = bias[:, None, None, :]
        outputs = [x]
        for layer in self.layers:
            outputs.append(layer(outputs[-1], bias))
        return outputs

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take the weights of all-MiniLM-L6-v2; the second-sentence embedding of BERT is folded into the positions."""
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            kind = weights["embeddings.token_type_embeddings.weight"][0]
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
            _copy(self.norm, weights, "embeddings.LayerNorm")
            for at, layer in enumerate(self.layers):
                old = f"encoder.layer.{at}."
                for part in ("weight", "bias"):
                    pieces = [weights[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat(pieces))
                _copy(layer.out, weights, f"{old}attention.output.dense")
                _copy(layer.norm1, weights, f"{old}attention.output.LayerNorm")
                _copy(layer.up, weights, f"{old}intermediate.dense")
                _copy(layer.down, weights, f"{old}output.dense")
                _copy(layer.norm2, weights, f"{old}output.LayerNorm")


def _copy(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])


class Network(nn.Module):
    """The encoder and every head. `labels` is what `Labels.as_json` gives."""

    def __init__(self, config: Config, labels: Mapping[str, object]) -> None:
        super().__init__()
        self.config, self.labels = config, labels
        d, drop = config.hidden, Dropout(0.2)
        tags: Mapping[str, list[str]] = labels["tags"]
        self.encoder = Encoder(config)
        self.mix = nn.Parameter(torch.zeros(len(MIXES), config.layers + 1))
        with torch.no_grad():
            self.mix[:, -1] = 1.0
        self.drop = drop
        self.upos = nn.Linear(d, len(labels["upos"]))
        self.parse = nn.Linear(d, 2 * config.arc + 2 * config.relation)
        self.root = nn.Parameter(torch.randn(config.arc + config.relation) * 0.02)
        self.arc = nn.Parameter(torch.randn(config.arc + 1, config.arc) * 0.02)
        self.relation = nn.Parameter(
            torch.randn(config.relation + 1, len(labels["relations"]), config.relation + 1) * 0.02
        )
        self.span = nn.Linear(d, d)
        schemes = [name for name in tags if name not in ("cameo_ner", "quotes", "re3d")]
        self.schemes = nn.ModuleDict({name: nn.Linear(d, len(tags[name])) for name in schemes})
        borrowed = len(tags["newswire"]) + len(tags["gum"])
        self.schemes["re3d"] = nn.Linear(d + borrowed, len(tags["re3d"]))
        self.event = nn.Linear(d, d)
        self.schemes["cameo_ner"] = nn.Linear(d, len(tags["cameo_ner"]))
        self.triggers = nn.Linear(d, len(labels["triggers"]))
        self.place = nn.Linear(d, 4 * config.pair)
        self.nowhere = nn.Parameter(torch.randn(2 * config.pair) * 0.02)
        self.factuality = nn.Sequential(nn.Linear(d, 128), nn.GELU(), nn.Dropout(0.1), nn.Linear(128, 1))
        self.quote = nn.Linear(d, d)
        self.schemes["quotes"] = nn.Linear(d, len(tags["quotes"]))
        self.link = nn.Linear(d, 2 * config.pair)
        self.attend = nn.Linear(d, 1)
        self.sentence = nn.Linear(2 * d, d)
        self.quad = nn.Linear(d, len(labels["quads"]))
        self.kind = nn.Linear(d, len(labels["types"]))
        self.story = nn.Linear(d, len(labels["triggers"]))
        self.crf = Crf({name: len(values) for name, values in tags.items()})

    def mixed(self, outputs: list[Tensor], pool: Tensor) -> dict[str, Tensor]:
        """A learned mix of the layers for each group of heads, averaged over the pieces of each word."""
        weights = functional.softmax(self.mix, dim=1)
        b, n, d = outputs[-1].shape
        stacked = torch.stack(outputs).reshape(len(outputs), -1)
        at_pieces = torch.matmul(weights.to(stacked.dtype), stacked).reshape(len(MIXES), b, n, d)
        return {name: torch.matmul(pool, at_pieces[at]) for at, name in enumerate(MIXES)}

    def parse_vectors(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Arc as dependent and as head, relation as dependent and as head; the heads begin with the root."""
        a, r = self.config.arc, self.config.relation
        x = self.drop(functional.gelu(self.parse(self.drop(words))))
        arc_dep, arc_head, rel_dep, rel_head = x.split([a, a, r, r], dim=-1)
        root = self.root.to(x.dtype).expand(x.shape[0], 1, a + r)
        return (
            arc_dep,
            torch.cat([root[..., :a], arc_head], 1),
            _with_one(rel_dep),
            _with_one(torch.cat([root[..., a:], rel_head], 1)),
        )

    def arcs(self, arc_dep: Tensor, arc_head: Tensor) -> Tensor:
        """Score of every head (0 is the root) for every word."""
        return torch.matmul(torch.matmul(_with_one(arc_dep), self.arc), arc_head.transpose(1, 2))

    def relations_at(self, rel_dep: Tensor, rel_head: Tensor) -> Tensor:
        """Relation scores for one head of each word: both [B, W, relation + 1]."""
        i, r, j = self.relation.shape
        left = torch.matmul(rel_dep, self.relation.reshape(i, r * j)).reshape(*rel_dep.shape[:2], r, j)
        return torch.matmul(left, rel_head[..., None])[..., 0]

    def relations(self, rel_dep: Tensor, rel_head: Tensor) -> Tensor:
        """Relation scores for every pair: [B, W, heads, R]."""
        i, r, j = self.relation.shape
        left = torch.matmul(rel_dep, self.relation.reshape(i, r * j)).reshape(*rel_dep.shape[:2], r, j)
        b, w = left.shape[:2]
        pairs = torch.matmul(left.reshape(b, w * r, j), rel_head.transpose(1, 2))
        return pairs.reshape(b, w, r, -1).transpose(2, 3)

    def spans(self, words: Tensor) -> Tensor:
        return self.drop(functional.gelu(self.span(self.drop(words))))

    def events(self, words: Tensor) -> Tensor:
        return self.drop(functional.gelu(self.event(self.drop(words))))

    def quotes(self, words: Tensor) -> Tensor:
        return self.drop(functional.gelu(self.quote(self.drop(words))))

    def re3d(self, hidden: Tensor) -> Tensor:
        """The smallest entity set leans on what the two larger ones say of each word."""
        others = [functional.softmax(self.schemes[name](hidden).float(), dim=-1) for name in ("newswire", "gum")]
        return self.schemes["re3d"](torch.cat([hidden, *(other.to(hidden.dtype) for other in others)], dim=-1))

    def places(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """For each word as the verb, scores of the first and of the last word of its place; 0 is nowhere."""
        p = self.config.pair
        from_verb, at_word = self.place(self.drop(words)).split([2 * p, 2 * p], dim=-1)
        nowhere = self.nowhere.to(words.dtype).expand(words.shape[0], 1, 2 * p)
        targets = torch.cat([nowhere, at_word], 1).transpose(1, 2)
        return torch.matmul(from_verb[..., :p], targets[:, :p]), torch.matmul(from_verb[..., p:], targets[:, p:])

    def links(self, words: Tensor) -> Tensor:
        """Score that two words stand in one attribution."""
        left, right = self.link(self.drop(words)).split(self.config.pair, dim=-1)
        return torch.matmul(left, right.transpose(1, 2)) * (1 / math.sqrt(self.config.pair))

    def sentences(self, words: Tensor, present: Tensor) -> Tensor:
        """One vector for the sentence, from the mean of its words and from those it attends to."""
        present = present.to(words.dtype)
        mean = (words * present[..., None]).sum(1) / present.sum(1, keepdim=True).clamp(min=1)
        scores = self.attend(words)[..., 0].float() + (present.float() - 1) * 10000.0
        attended = torch.matmul(functional.softmax(scores, dim=1)[:, None].to(words.dtype), words)[:, 0]
        return self.drop(functional.gelu(self.sentence(self.drop(torch.cat([mean, attended], 1)))))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


class Crf(nn.Module):
    """Transitions of every BIO head, run together: rows of a batch may belong to different heads."""

    def __init__(self, sizes: Mapping[str, int]) -> None:
        super().__init__()
        self.sizes = dict(sizes)
        self.width = max(sizes.values())
        self.transitions = nn.ParameterDict({name: nn.Parameter(torch.zeros(n + 1, n)) for name, n in sizes.items()})

    def loss(
        self, emissions: Mapping[str, Tensor], tags: Mapping[str, Tensor], present: Mapping[str, Tensor]
    ) -> dict[str, Tensor]:
        """Negative log likelihood of the tags, per row, by head."""
        names = list(emissions)
        e = torch.cat(
            [functional.pad(emissions[n].float(), (0, self.width - self.sizes[n]), value=-1e4) for n in names]
        )
        t = torch.cat([tags[n] for n in names])
        p = torch.cat([present[n] for n in names]).float()
        pieces, starts = [], []
        for name in names:
            extra = self.width - self.sizes[name]
            table = functional.pad(self.transitions[name], (0, extra))
            rows = emissions[name].shape[0]
            pieces.append(functional.pad(table[1:], (0, 0, 0, extra)).expand(rows, -1, -1))
            starts.append(table[0].expand(rows, -1))
        between, start = torch.cat(pieces), torch.cat(starts)
        total = self._total(e, p, between, start)
        gold = self._gold(e, t, p, between, start)
        return dict(zip(names, (total - gold).split([emissions[n].shape[0] for n in names]), strict=True))

    @staticmethod
    def _total(e: Tensor, p: Tensor, between: Tensor, start: Tensor) -> Tensor:
        alpha = start + e[:, 0]
        for at in range(1, e.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + between, dim=1) + e[:, at]
            alpha = torch.where(p[:, at, None] > 0, step, alpha)
        return torch.logsumexp(alpha, dim=1)

    @staticmethod
    def _gold(e: Tensor, t: Tensor, p: Tensor, between: Tensor, start: Tensor) -> Tensor:
        own = (e.gather(2, t[..., None])[..., 0] * p).sum(1)
        rows = torch.arange(e.shape[0])[:, None]
        moves = (between[rows, t[:, :-1], t[:, 1:]] * p[:, 1:]).sum(1)
        return own + moves + start.gather(1, t[:, :1])[:, 0]
