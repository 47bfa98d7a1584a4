"""Write docs/accuracy.md: the reader's claims against annotated articles, by kind and slot, with what it misses.

    python -m bench.accuracy [--out docs/accuracy.md]

The articles are third-party texts that stay outside the project, so a miss is shown by its id in the annotation and
by what was to be found, never by its sentence.
"""

import argparse
import importlib.util
import json
import os
import platform
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.suites.claims import lines_of

__all__ = ["main"]

Claim = dict[str, Any]
# What the annotators of the same articles reach against each other (a second one, working blind).
CEILING = {
    "event": 0.69,
    "figure": 0.87,
    "statement": 0.87,
    "office": 0.94,
    "relation": 0.75,
    "control": 1.0,
    "presence": 0.69,
    "all": 0.79,
}


def main() -> int:
    """Measure both sets and write the page; 2 where the annotated articles are not there."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description="Write the page of accuracy.")
    parser.add_argument("--out", type=Path, default=Path("docs/accuracy.md"))
    options = parser.parse_args()
    root = Path(os.environ.get("HUDHUD_GOLD", "../shared"))
    scorer_path = root / "tools" / "score_claims.py"
    if not scorer_path.exists():
        print(f"{scorer_path} is missing. Set HUDHUD_GOLD to the folder that holds gold/ and tools/.")
        return 2
    scorer = _module(scorer_path)
    sets = {
        "The five acceptance articles": (root / "articles", root / "gold" / "claims"),
        "The 25 further articles": (root / "gold" / "more" / "articles", root / "gold" / "more" / "claims"),
    }
    parts, reader = [], ""
    for title, (articles, gold) in sets.items():
        reader, ours = lines_of(articles)
        parts.append(_section(title, scorer, gold, ours))
    options.out.write_text(_page(reader, parts), encoding="utf-8")
    print(f"wrote {options.out}")
    return 0


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_claims", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _section(title: str, scorer: ModuleType, gold: Path, ours: list[Claim]) -> str:
    kinds = {
        kind: {"gold": 0.0, "told": 0.0, "found": 0.0, "credit": 0.0, "core": 0.0, "core_found": 0.0}
        for kind in (*scorer.KINDS, "all")
    }
    slots: dict[str, list[float]] = {}
    missed: list[Claim] = []
    for name, truth in _truth(gold):
        mine = [line for line in ours if line["document"] == name]
        pairs = scorer.match(truth, mine)
        for row in (*truth, *({"kind": line["kind"], "told": True} for line in mine)):
            for kind in (row["kind"], "all"):
                kinds[kind]["told" if row.get("told") else "gold"] += 1
                kinds[kind]["core"] += bool(row.get("core"))
        hit = set()
        for credit, i, _, scores in pairs:
            hit.add(i)
            for kind in (truth[i]["kind"], "all"):
                kinds[kind]["found"] += 1
                kinds[kind]["credit"] += credit
                kinds[kind]["core_found"] += bool(truth[i].get("core"))
            for slot, value in scores.items():
                slots.setdefault(f"{truth[i]['kind']}.{slot}", []).append(value)
        missed += [claim for i, claim in enumerate(truth) if i not in hit and claim.get("core")]
    table = "\n".join(_row(kind, row) for kind, row in kinds.items())
    slot_table = "\n".join(f"| {slot} | {sum(v) / len(v):.2f} | {len(v)} |" for slot, v in sorted(slots.items()))
    misses = "\n".join(f"- `{claim['id']}` {_wanted(claim)}" for claim in _worst(missed))
    return (
        f"## {title}\n\n| kind | annotated | told | found | precision | recall | F1 | core recall "
        f"| second annotator F1 |\n|---|---|---|---|---|---|---|---|---|\n{table}\n\n"
        f"Slots of the claims found (mean credit):\n\n| slot | credit | claims |\n|---|---|---|\n{slot_table}\n\n"
        f"Ten core claims that it misses:\n\n{misses}\n"
    )


def _truth(gold: Path) -> Iterator[tuple[str, list[Claim]]]:
    for path in sorted(gold.glob("*.claims.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        yield path.name.split(".")[0], rows


def _row(kind: str, n: dict[str, float]) -> str:
    precision = n["credit"] / n["told"] if n["told"] else 0.0
    recall = n["credit"] / n["gold"] if n["gold"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    core = f"{n['core_found'] / n['core']:.3f}" if n["core"] else "–"
    counts = f"{n['gold']:.0f} | {n['told']:.0f} | {n['found']:.0f}"
    return f"| {kind} | {counts} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {core} | {CEILING[kind]:.2f} |"


def _worst(missed: list[Claim]) -> list[Claim]:
    """Ten misses spread over the articles and kinds, the same on every machine."""
    chosen: list[Claim] = []
    seen: set[tuple[str, str]] = set()
    for claim in missed:
        key = (claim["id"].rsplit("-", 1)[0], claim["kind"])
        if key not in seen:
            seen.add(key)
            chosen.append(claim)
    return chosen[:: max(1, len(chosen) // 10)][:10]


def _wanted(claim: Claim) -> str:
    def first(value: Any) -> str:
        while isinstance(value, list):
            value = value[0] if value else "nobody"
        return str(value)

    match claim["kind"]:
        case "event":
            parties = f"{first(claim['actors'])} → {first(claim['recipients'])}"
            return f"event {first(claim['type'])}: {parties} ({claim['factuality']})"
        case "figure":
            return f"figure {claim['quantity']}: {claim['low']} to {claim['high']}"
        case "statement":
            return f"statement: {first(claim['speaker'])}, {claim['act']}"
        case "control":
            return f"control: {first(claim['actor'])} {claim['change']}"
        case "presence":
            return f"presence: {first(claim['force'])}"
        case "relation":
            return f"relation: {first(claim['subject'])} {claim['relation']} {first(claim['object'])}"
        case _:
            return f"office: {first(claim['person'])}, {first(claim['role'])}"


def _page(reader: str, parts: list[str]) -> str:
    return (
        "# How accurate the reader is\n\n"
        f"Written by `python -m bench.accuracy` on {date.today().isoformat()} ({platform.machine()}), "
        f"reader `{reader}`. The score is that of the annotation's own tool: "
        "a claim found earns the mean of its slots. The last column is what a second careful annotator, "
        "working blind, reaches on the five.\n\n"
        "The rules were tuned on the 25 articles; the five were looked at seldom. Articles that nobody tuned on are "
        "read less well.\n\n" + "\n".join(parts)
    )


if __name__ == "__main__":
    raise SystemExit(main())
