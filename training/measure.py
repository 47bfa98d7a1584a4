"""A look at the dev parts while training; published figures come from `bench.quality` on the exported model."""

import random
from collections.abc import Sequence
from pathlib import Path

import torch
from batches import Batch, Cutter, collate
from data import Example, sets
from losses import emit, forward
from model import Network

__all__ = ["measure"]


def measure(net: Network, cutter: Cutter, data: Path, most: int = 400) -> dict[str, float]:
    """Head, relation and tag accuracy, span F1 (greedy per CRF) and label accuracy on up to `most` sentences a set."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        return {
            **_parse(net, cutter, sets.treebank(data / "ud_ewt" / "dev.conllu"), most),
            "re3d": _spans(net, cutter, "re3d", sets.tagged(data / "re3d" / "dev.txt"), most),
            "newswire": _spans(net, cutter, "newswire", sets.newswire(data / "worldwide_newswire_ner", "dev"), most),
            "cameo_ner": _spans(net, cutter, "cameo_ner", sets.tagged_part(data / "cameo_ner", "dev"), most),
            "cameo_class": _label(
                net, cutter, "quad", [(i.text, int(i.label)) for i in sets.labelled(data / "cameo_class", "dev")]
            ),
            "plv": _label(
                net,
                cutter,
                "kind",
                [(i.text, net.labels["types"].index(i.label)) for i in sets.labelled(data / "plv", "dev")],
            ),
        }


def _batches(cutter: Cutter, examples: Sequence[Example], most: int) -> list[Batch]:
    chosen = list(examples)
    random.Random(1).shuffle(chosen)
    pieces = sorted(cutter.cut(chosen[:most]), key=lambda p: len(p.ids))
    return [collate(pieces[at : at + 32]) for at in range(0, len(pieces), 32)]


def _parse(net: Network, cutter: Cutter, sentences: list[list[sets.Token]], most: int) -> dict[str, float]:
    upos, relations = net.labels["upos"], net.labels["relations"]
    examples = [
        Example(
            "dev",
            [t.form for t in s],
            upos=[upos.index(t.upos) for t in s],
            heads=[t.head for t in s],
            relations=[relations.index(t.relation) if t.relation in relations else -1 for t in s],
        )
        for s in sentences
    ]
    right = [0, 0, 0, 0]
    for batch in _batches(cutter, examples, most):
        mixed, _ = forward(net, batch)
        arc_dep, arc_head, rel_dep, rel_head = net.parse_vectors(mixed["parse"])
        scores = net.arcs(arc_dep, arc_head).float()
        present = torch.cat([torch.ones_like(batch.present[:, :1]), batch.present], 1)
        heads = scores.masked_fill(present[:, None] == 0, -1e4).argmax(-1)
        at = heads[..., None].expand(-1, -1, rel_head.shape[-1])
        kinds = net.relations_at(rel_dep, rel_head.gather(1, at)).argmax(-1)
        tags = net.upos(mixed["parse"]).argmax(-1)
        for row, e in enumerate(batch.examples):
            for w in range(len(e.words)):
                headed = int(heads[row, w]) - 1 == e.heads[w]
                right[0] += 1
                right[1] += int(tags[row, w]) == e.upos[w]
                right[2] += headed
                right[3] += headed and int(kinds[row, w]) == e.relations[w]
    return {"upos": right[1] / right[0], "uas": right[2] / right[0], "las": right[3] / right[0]}


def _spans(net: Network, cutter: Cutter, head: str, gold: list[sets.Tagged], most: int) -> float:
    names = net.labels["tags"][head]
    examples = [Example("dev", list(s.words), tags={"gold": list(s.tags)}) for s in gold]
    table = net.crf.transitions[head].float()
    hit = said = real = 0
    for batch in _batches(cutter, examples, most):
        mixed, _ = forward(net, batch)
        emissions = emit(net, head, mixed).float()
        for row, e in enumerate(batch.examples):
            ours = sets.spans([names[t] for t in _best(emissions[row, : len(e.words)], table)])
            theirs = sets.spans(e.tags["gold"])
            hit, said, real = hit + len(ours & theirs), said + len(ours), real + len(theirs)
    return 2 * hit / max(said + real, 1)


def _best(emissions: torch.Tensor, table: torch.Tensor) -> list[int]:
    score, back = table[0] + emissions[0], []
    for at in range(1, len(emissions)):
        best, came = (score[:, None] + table[1:]).max(0)
        back.append(came)
        score = best + emissions[at]
    path = [int(score.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]


def _label(net: Network, cutter: Cutter, head: str, gold: list[tuple[str, int]]) -> float:
    """Macro F1."""
    from data import _words

    examples = [Example("dev", _words(text), quad=label) for text, label in gold]
    pairs = []
    for batch in _batches(cutter, examples, 10000):
        mixed, _ = forward(net, batch)
        scores = getattr(net, head)(net.sentences(mixed["event"], batch.present))
        pairs += [(e.quad, int(best)) for e, best in zip(batch.examples, scores.argmax(-1), strict=True)]
    kinds = {g for g, _ in pairs}
    f1 = [
        2 * sum(g == p == k for g, p in pairs) / max(sum(g == k for g, _ in pairs) + sum(p == k for _, p in pairs), 1)
        for k in kinds
    ]
    return sum(f1) / len(f1)
