"""A batch → the loss of every head; each task weighs in with the number of its examples, not of its words."""

import torch
from batches import Batch
from model import Network
from torch import Tensor
from torch.nn import functional

__all__ = ["forward", "losses"]

# A sentence of words counts as the sum over its words divided by this, to stand beside one label of a sentence.
PER_WORDS = 10.0
WEIGHTS = {"factuality": 0.5, "story": 0.5, "link": 0.5, "tags.gum": 0.5, "weak": 0.3}


def forward(net: Network, batch: Batch) -> tuple[dict[str, Tensor], list[Tensor]]:
    """The words' vectors for each group of heads, and the output of each layer."""
    outputs = net.encoder(batch.ids, batch.shapes, batch.mask)
    return net.mixed(outputs, batch.pool.to(outputs[-1].dtype)), outputs


def losses(net: Network, batch: Batch) -> tuple[dict[str, Tensor], list[Tensor]]:
    """The summed loss of each task over the rows that have its labels."""
    mixed, outputs = forward(net, batch)
    found: dict[str, Tensor] = {}
    for task, rows in batch.rows.items():
        if task in _TASKS:
            at = torch.tensor(rows)
            words = {name: vectors[at] for name, vectors in mixed.items()}
            found |= _TASKS[task](net, batch, rows, words, batch.present[at])
    found |= _tags(net, batch, mixed)
    return {name: loss * WEIGHTS.get(name, 1.0) for name, loss in found.items()}, outputs


def _padded(values: list[list[int]], width: int, fill: int) -> Tensor:
    return torch.tensor([row + [fill] * (width - len(row)) for row in values])


def _parse(net: Network, batch: Batch, rows: list[int], words: dict[str, Tensor], present: Tensor) -> dict[str, Tensor]:
    x, width = words["parse"], present.shape[1]
    heads = _padded([[h + 1 for h in batch.examples[r].heads or []] for r in rows], width, -100)
    relations = _padded([batch.examples[r].relations or [] for r in rows], width, -100)
    upos = _padded([batch.examples[r].upos or [] for r in rows], width, -100)
    arc_dep, arc_head, rel_dep, rel_head = net.parse_vectors(x)
    scores = net.arcs(arc_dep, arc_head).float()
    absent = torch.cat([torch.ones_like(present[:, :1]), present], 1)[:, None, :] == 0
    scores = scores.masked_fill(absent, -1e4)
    at = heads.clamp(min=0)[..., None].expand(-1, -1, rel_head.shape[-1])
    relation_scores = net.relations_at(rel_dep, rel_head.gather(1, at)).float()
    return {
        "arc": _words_loss(scores, heads),
        "relation": _words_loss(relation_scores, relations),
        "upos": _words_loss(net.upos(net.drop(x)).float(), upos),
    }


def _words_loss(scores: Tensor, gold: Tensor) -> Tensor:
    return (
        functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-100, reduction="sum") / PER_WORDS
    )


def _sentence(head: str, field: str):
    def loss(
        net: Network, batch: Batch, rows: list[int], words: dict[str, Tensor], present: Tensor
    ) -> dict[str, Tensor]:
        gold = torch.tensor([getattr(batch.examples[r], field) for r in rows])
        vectors = net.sentences(words["event"], present)
        found = {
            field: functional.cross_entropy(
                getattr(net, head)(vectors).float(), gold, reduction="sum", label_smoothing=0.05
            )
        }
        if field == "type":
            found["weak"] = _weak_triggers(net, words, present, gold)
        return found

    return loss


def _weak_triggers(net: Network, words: dict[str, Tensor], present: Tensor, gold: Tensor) -> Tensor:
    """A sentence of a type has some word that says so: the best word's score should be high."""
    names, types = net.labels["triggers"], net.labels["types"]
    scores = net.triggers(net.events(words["event"])).float() - (1 - present)[..., None] * 1e4
    at = torch.tensor([names.index(types[g]) for g in gold.tolist()])
    own = scores.gather(2, at[:, None, None].expand(-1, scores.shape[1], 1))[..., 0]
    return functional.softplus(-own.max(1).values).sum()


def _place(net: Network, batch: Batch, rows: list[int], words: dict[str, Tensor], present: Tensor) -> dict[str, Tensor]:
    first, last = net.places(words["event"])
    absent = torch.cat([torch.ones_like(present[:, :1]), present], 1) == 0
    verbs = torch.tensor([batch.examples[r].places[0][0] for r in rows])
    total = torch.zeros(())
    for scores, part in ((first, 1), (last, 2)):
        gold = torch.tensor([batch.examples[r].places[0][part] + 1 for r in rows])
        own = scores.float()[torch.arange(len(rows)), verbs].masked_fill(absent, -1e4)
        total = total + functional.cross_entropy(own, gold, reduction="sum")
    return {"place": total}


def _triggers(
    net: Network, batch: Batch, rows: list[int], words: dict[str, Tensor], present: Tensor
) -> dict[str, Tensor]:
    scores = net.triggers(net.events(words["event"])).float()
    gold, known = torch.zeros_like(scores), torch.zeros_like(scores)
    for row, r in enumerate(rows):
        for at, labels in enumerate(batch.examples[r].triggers or []):
            for kind, value in labels.items():
                gold[row, at, kind], known[row, at, kind] = value, 1.0
    return {"triggers": (functional.binary_cross_entropy_with_logits(scores, gold, reduction="none") * known).sum() / 3}


def _link(net: Network, batch: Batch, rows: list[int], words: dict[str, Tensor], present: Tensor) -> dict[str, Tensor]:
    """Cue words against the words of sources and contents: are they of one attribution?"""
    width = present.shape[1]
    group = _padded([batch.examples[r].group or [] for r in rows], width, 0)
    tags = _padded([batch.examples[r].tags["quotes"] for r in rows], width, 0)
    is_cue = (tags == 3) | (tags == 4)
    is_other = (tags > 0) & ~is_cue
    pairs = (is_cue[:, :, None] & is_other[:, None, :]).float()
    if not pairs.any():
        return {}
    same = (group[:, :, None] == group[:, None, :]).float()
    scores = net.links(words["quote"]).float()
    each = functional.binary_cross_entropy_with_logits(scores, same, reduction="none") * pairs
    return {"link": (each.sum((1, 2)) / pairs.sum((1, 2)).clamp(min=1)).sum()}


def _factuality(
    net: Network, batch: Batch, rows: list[int], words: dict[str, Tensor], present: Tensor
) -> dict[str, Tensor]:
    where = [(row, at, value) for row, r in enumerate(rows) for at, value in batch.examples[r].factuality.items()]
    gold = torch.tensor([value for _, _, value in where])
    vectors = words["event"][torch.tensor([w[0] for w in where]), torch.tensor([w[1] for w in where])]
    scores = net.factuality(net.drop(vectors))[:, 0].float()
    return {"factuality": functional.huber_loss(scores, gold, reduction="sum")}


def _tags(net: Network, batch: Batch, mixed: dict[str, Tensor]) -> dict[str, Tensor]:
    emissions, gold, present = {}, {}, {}
    width = batch.present.shape[1]
    for name in net.crf.sizes:
        rows = batch.rows.get(f"tags.{name}")
        if rows:
            at = torch.tensor(rows)
            emissions[name] = emit(net, name, {k: v[at] for k, v in mixed.items()})
            gold[name] = _padded([batch.examples[r].tags[name] for r in rows], width, 0)
            present[name] = batch.present[at]
    if not emissions:
        return {}
    found = net.crf.loss(emissions, gold, present)
    return {f"tags.{name}": loss.sum() / PER_WORDS * 2 for name, loss in found.items()}


def emit(net: Network, name: str, words: dict[str, Tensor]) -> Tensor:
    """Tag scores of a BIO head."""
    if name == "cameo_ner":
        return net.schemes[name](net.events(words["event"]))
    if name == "quotes":
        return net.schemes[name](net.quotes(words["quote"]))
    hidden = net.spans(words["span"])
    return net.re3d(hidden) if name == "re3d" else net.schemes[name](hidden)


_TASKS = {
    "parse": _parse,
    "quad": _sentence("quad", "quad"),
    "type": _sentence("kind", "type"),
    "story": _sentence("story", "story"),
    "place": _place,
    "triggers": _triggers,
    "link": _link,
    "factuality": _factuality,
}
