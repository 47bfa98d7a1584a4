"""Weights → what ships: `python export.py --run FOLDER --data FOLDER --start FOLDER --to src/hudhud/data/model`."""

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from batches import Cutter, collate
from data import plain, sets
from lemmas import lemma_table
from model import SHAPES, Config, Network
from quantise import quantise
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["Shipped"]

OUTPUTS = (
    "upos",
    "arcs",
    "relations",
    "tags",
    "triggers",
    "first",
    "last",
    "links",
    "factuality",
    "quad",
    "types",
    "vector",
)
# Small products whose rounding costs more accuracy than their size is worth.
KEEP_FLOAT = ("/tags", "/re3d")


class Shipped(nn.Module):
    """The network as the runtime calls it: one pass, every head, scores in the order of OUTPUTS."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net
        self.heads = list(net.crf.sizes)

    def forward(self, ids: Tensor, shapes: Tensor, pool: Tensor, present: Tensor) -> tuple[Tensor, ...]:
        net = self.net
        mask = (ids != 0).float()
        outputs = net.encoder(ids, shapes, mask)
        mixed = net.mixed(outputs, pool)
        arc_dep, arc_head, rel_dep, rel_head = net.parse_vectors(mixed["parse"])
        spans, events, quotes = net.spans(mixed["span"]), net.events(mixed["event"]), net.quotes(mixed["quote"])
        hidden = {"cameo_ner": events, "quotes": quotes}
        tags = [net.re3d(spans) if n == "re3d" else net.schemes[n](hidden.get(n, spans)) for n in self.heads]
        first, last = net.places(mixed["event"])
        sentence = net.sentences(mixed["event"], present)
        mean = (outputs[-1] * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return (
            net.upos(mixed["parse"]).argmax(-1),
            net.arcs(arc_dep, arc_head),
            net.relations(rel_dep, rel_head).argmax(-1),
            torch.cat(tags, dim=-1),
            torch.sigmoid(net.triggers(events)),
            first,
            last,
            torch.sigmoid(net.links(mixed["quote"])),
            net.factuality(mixed["event"])[..., 0],
            functional.softmax(net.quad(sentence), dim=-1),
            functional.softmax(net.kind(sentence), dim=-1),
            functional.normalize(mean, dim=-1),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("run", "data", "start", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--version", default="1.0.0")
    options = parser.parse_args()
    labels = json.loads((options.run / "labels.json").read_text())
    net = Network(Config(), labels)
    state = torch.load(options.run / "checkpoint.pt")
    net.load_state_dict(state["net"])
    net.eval()
    options.to.mkdir(parents=True, exist_ok=True)
    whole = options.run / "encoder.float.onnx"
    _write(Shipped(net), whole)
    quantise(whole, options.to / "encoder.onnx", list(_calibration(options)), KEEP_FLOAT)
    tokenizer = json.loads((options.start / "tokenizer.json").read_text())
    tokenizer["truncation"] = tokenizer["padding"] = None
    (options.to / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")))
    _describe(net, options, state["step"])
    beside = options.run / "float"
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(options.to, beside)
    shutil.copy(whole, beside / "encoder.onnx")
    _seal(beside)


def _write(shipped: Shipped, path: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 12))
    pool = torch.rand(2, 8, 12)
    axes = {
        "ids": {0: "b", 1: "p"},
        "shapes": {0: "b", 1: "p"},
        "pool": {0: "b", 1: "w", 2: "p"},
        "present": {0: "b", 1: "w"},
    }
    torch.onnx.export(
        shipped,
        (ids, torch.ones_like(ids), pool, torch.ones(2, 8)),
        str(path),
        input_names=list(axes),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _calibration(options: argparse.Namespace) -> Iterator[dict[str, np.ndarray]]:
    """Batches of training sentences of every kind of text, as the runtime makes them."""
    examples = plain(options.data, 512)
    cutter = Cutter(options.start / "tokenizer.json")
    pieces = sorted(cutter.cut(examples), key=lambda piece: len(piece.ids))
    for at in range(0, len(pieces), 32):
        batch = collate(pieces[at : at + 32])
        yield {
            "ids": batch.ids.numpy(),
            "shapes": batch.shapes.numpy(),
            "pool": batch.pool.numpy(),
            "present": batch.present.numpy(),
        }


def _describe(net: Network, options: argparse.Namespace, step: int) -> None:
    trees = [t for name in ("ud_ewt", "ud_gum") for t in sets.treebank(options.data / name / "train.conllu")]
    lemmas = json.dumps(lemma_table(trees), ensure_ascii=False, separators=(",", ":"))
    (options.to / "lemmas.json").write_text(lemmas, encoding="utf-8")
    transitions = {
        name: [[round(float(x), 4) for x in row] for row in table] for name, table in net.crf.transitions.items()
    }
    labels = dict(net.labels)
    described = {
        "version": options.version,
        "steps": step,
        "shapes": list(SHAPES),
        "labels": labels,
        "transitions": transitions,
    }
    (options.to / "model.json").write_text(json.dumps(described, separators=(",", ":")))
    _seal(options.to)


def _seal(folder: Path) -> None:
    """Write the hash of every other file into model.json."""
    described = json.loads((folder / "model.json").read_text())
    described["sha256"] = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ("encoder.onnx", "tokenizer.json", "lemmas.json")
    }
    (folder / "model.json").write_text(json.dumps(described, separators=(",", ":")))


if __name__ == "__main__":
    main()
