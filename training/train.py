"""Examples → weights: `python train.py --data FOLDER --start FOLDER --out FOLDER`; run again, it goes on."""

import argparse
import json
import os
import random
import signal
import time
from pathlib import Path

import torch
from batches import Cutter, collate, stream
from data import load
from losses import losses
from measure import measure
from model import Config, Network
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

SEED = 20261120
ENCODER_RATE, HEAD_RATE = 2e-4, 1.5e-3
WARM_UP = 0.03
TEACH_EVERY = 8


def main() -> None:
    options = _options()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    examples, labels = load(options.data, options.out / "triggers.jsonl")
    cutter = Cutter(options.start / "tokenizer.json")
    cut = {name: cutter.cut(found) for name, found in examples.items() if found}
    for name, found in cut.items():
        print(f"{name:16}{len(found):7} examples {sum(len(p.ids) for p in found):8} pieces", flush=True)
    net = Network(Config(), labels.as_json())
    start = load_file(options.start / "model.safetensors")
    net.encoder.start_from(start)
    teacher = Network(Config(), labels.as_json())
    teacher.encoder.start_from(start)
    teacher.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "labels.json").write_text(json.dumps(labels.as_json()))
    Trainer(net, teacher, cut, cutter, options).run()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=14000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--measure-every", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args()


class Trainer:
    """The loop, its rates and its checkpoints."""

    def __init__(self, net: Network, teacher: Network, cut: dict, cutter: Cutter, options: argparse.Namespace) -> None:
        self.net, self.teacher, self.cut, self.cutter, self.options = net, teacher, cut, cutter, options
        net.encoder.words.weight.requires_grad_(False)
        body = [p for p in net.encoder.parameters() if p.requires_grad]
        known = {id(p) for p in net.encoder.parameters()}
        heads = [p for p in net.parameters() if id(p) not in known]
        groups = [
            {"params": body, "lr": ENCODER_RATE, "top": ENCODER_RATE},
            {"params": heads, "lr": HEAD_RATE, "top": HEAD_RATE},
        ]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self.step, self.seconds = 0, 0.0
        self.stopped = False
        signal.signal(signal.SIGTERM, self._stop)

    def run(self) -> None:
        self._resume()
        rng = random.Random(self.options.seed + self.step)
        seen: dict[str, list[float]] = {}
        began, pieces = time.time(), 0
        saved = time.time()
        self.net.train()
        for drawn in stream(self.cut, self.options.seed + self.step):
            if self.step >= self.options.steps or self.stopped:
                break
            batch = collate(drawn, rng)
            pieces += int(batch.mask.sum())
            for name, value in self._one(batch).items():
                seen.setdefault(name, []).append(value)
            self.step += 1
            if self.step % 100 == 0:
                took = time.time() - began
                self.seconds += took
                said = " ".join(f"{n}={sum(v) / len(v):.3f}" for n, v in sorted(seen.items()))
                left = (self.options.steps - self.step) * took / 100 / 60
                rate = f"{pieces / took:.0f} pieces/s {left:.0f} min left"
                print(f"{time.strftime('%H:%M:%S')} step {self.step} {rate} | {said}", flush=True)
                seen, began, pieces = {}, time.time(), 0
            if time.time() - saved > 240:
                self._save()
                saved = time.time()
            if self.step % self.options.measure_every == 0:
                self._measure()
                began = time.time()
        self._save()
        self._measure()

    def _stop(self, *_: object) -> None:
        """Asked to end: save after this step, so that the next run goes on from here."""
        self.stopped = True

    def _one(self, batch) -> dict[str, float]:
        rate = self._rate()
        for group in self.optimizer.param_groups:
            group["lr"] = group["top"] * rate
        with torch.autocast("cpu", torch.bfloat16):
            found, outputs = losses(self.net, batch)
            if self.step % TEACH_EVERY == 0:
                found["likeness"] = self._likeness(batch, outputs[-1]) * len(batch.examples)
        loss = sum(found.values()) / len(batch.examples)
        loss.backward()
        nn.utils.clip_grad_norm_([p for g in self.optimizer.param_groups for p in g["params"]], 2.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        sizes = {name: len(rows) for name, rows in batch.rows.items()}
        sizes |= {"arc": sizes.get("parse", 1), "relation": sizes.get("parse", 1), "upos": sizes.get("parse", 1)}
        sizes |= {"likeness": len(batch.examples), "weak": sizes.get("type", 1)}
        return {name: float(value.detach()) / sizes[name] for name, value in found.items()}

    def _rate(self) -> float:
        done = self.step / self.options.steps
        return done / WARM_UP if done < WARM_UP else (1 - done) / (1 - WARM_UP)

    def _likeness(self, batch, last: Tensor) -> Tensor:
        """Keep the mean of the last layer near the starting weights' own, so that it still tells near copies."""
        with torch.no_grad():
            target = self.teacher.encoder(batch.ids, torch.zeros_like(batch.shapes), batch.mask)[-1]
        mask = batch.mask[..., None]
        ours, theirs = ((x.float() * mask).sum(1) / mask.sum(1) for x in (last, target))
        return 4 * (1 - functional.cosine_similarity(ours, theirs, dim=1)).mean()

    def _save(self) -> None:
        state = {
            "net": self.net.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }
        path = self.options.out / "checkpoint.pt"
        torch.save(state, path.with_suffix(".new"))
        os.replace(path.with_suffix(".new"), path)

    def _resume(self) -> None:
        path = self.options.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path)
            self.net.load_state_dict(state["net"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.seconds = state["step"], state["seconds"]
            print(f"going on from step {self.step}", flush=True)

    def _measure(self) -> None:
        began = time.time()
        self.net.eval()
        figures = measure(self.net, self.cutter, self.options.data)
        self.net.train()
        said = " ".join(f"{name}={value:.4f}" for name, value in figures.items())
        print(
            f"{time.strftime('%H:%M:%S')} measured at {self.step} in {time.time() - began:.0f} s | {said}", flush=True
        )


if __name__ == "__main__":
    main()
