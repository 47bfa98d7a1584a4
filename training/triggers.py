"""Annotated articles → trigger words: `python triggers.py --gold FOLDER --plv FOLDER --model FOLDER --to FILE`.

A claim says which words carry an event, not which of them is its trigger: the trigger is taken to be the word that
governs the quote, or what a light verb or a measuring noun governs. Other words of a quote are left unknown; words in
no quote are no trigger. The parse comes from an earlier checkpoint of the same model.
"""

import argparse
import json
from pathlib import Path

from data import PLOVER, sentence_spans, sets, split_words

from hudhud.read.analysis import Analysis
from hudhud.read.encoder import Encoder

__all__ = ["head_of"]

LIGHT_VERBS = set(
    "conduct carry take hold make begin start continue launch stage give have be do keep see remain".split()
)
LIGHT_NOUNS = set(
    "series number campaign start phase wave string part kind course process act effort need report".split()
)
# Words that govern a quote and say nothing of its type: the trigger stays unknown.
EMPTY = (
    LIGHT_VERBS
    | LIGHT_NOUNS
    | set(
        "say tell include think report face quote want play work add note announce reveal show find become come go get "
        "use know believe claim state mean seem use break open send look try attempt".split()
    )
)
CONTENT = {"VERB", "NOUN", "PROPN", "ADJ"}


def head_of(analysis: Analysis, inside: list[int]) -> int | None:
    """The word of `inside` that governs the others, past light verbs and measuring nouns."""
    within = set(inside)
    tops = [at for at in inside if analysis.words[at].head not in within and analysis.words[at].upos in CONTENT]
    if not tops:
        return None
    at = next((top for top in tops if analysis.words[top].upos == "VERB"), tops[0])
    for _ in range(2):
        word = analysis.words[at]
        wanted = (
            ("obj", "nsubj:pass", "xcomp")
            if word.lemma in LIGHT_VERBS
            else ("nmod", "acl")
            if word.lemma in LIGHT_NOUNS
            else ()
        )
        below = [n for n in inside if analysis.words[n].head == at and analysis.words[n].relation in wanted]
        if not below:
            break
        at = below[0]
    return None if analysis.words[at].lemma in EMPTY else at


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("gold", "plv", "model", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    encoder = Encoder.load(options.model, threads=1)
    lines = []
    for path in sorted((options.gold / "articles").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        claims = (options.gold / "claims" / f"{path.stem}.claims.jsonl").read_text(encoding="utf-8").splitlines()
        events = [claim for claim in map(json.loads, filter(str.strip, claims)) if claim["kind"] == "event"]
        lines += [json.dumps(line) for line in _article(text, events, encoder)]
    lines += [json.dumps(line) for line in _typed(sets.labelled(options.plv, "train"), encoder)]
    options.to.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} sentences, {sum(len(json.loads(line)['triggers']) for line in lines)} triggers")


def _article(text: str, events: list[dict], encoder: Encoder) -> list[dict[str, object]]:
    folded, where = _folded(text)
    quotes = []
    for event in events:
        quote = " ".join(event["quote"].split())
        start = folded.find(quote)
        if start >= 0 and event["type"]:
            quotes.append((where[start], where[start + len(quote) - 1] + 1, event["type"][0]))
    spans = sentence_spans(text)
    found = []
    for (a, b), analysis in zip(spans, encoder.read([text[a:b] for a, b in spans]), strict=True):
        triggers, unknown = [], set()
        for start, end, kind in quotes:
            inside = [at for at, word in enumerate(analysis.words) if a + word.start < end and a + word.end > start]
            unknown.update(at for at in inside if analysis.words[at].upos in CONTENT)
            head = head_of(analysis, inside) if inside else None
            if head is not None and kind in PLOVER and start >= a - 1:
                triggers.append([head, kind])
        words = [text[a + x : a + y] for x, y in split_words(text[a:b])]
        found.append({"words": words, "triggers": triggers, "unknown": sorted(unknown)})
    return found


def _typed(items: list[sets.Labelled], encoder: Encoder) -> list[dict[str, object]]:
    """Sentences with one type: the main verb is its trigger, the other words of content are unknown."""
    found = []
    for item, analysis in zip(items, encoder.read([item.text for item in items]), strict=True):
        head = head_of(analysis, list(range(len(analysis.words))))
        if head is not None and item.label in PLOVER:
            unknown = [at for at, word in enumerate(analysis.words) if word.upos in CONTENT]
            words = [word.text for word in analysis.words]
            found.append({"words": words, "triggers": [[head, item.label]], "unknown": unknown})
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with white space folded, and where each of its characters was."""
    folded, where = [], []
    for at, character in enumerate(text):
        if not character.isspace():
            folded.append(character)
            where.append(at)
        elif folded and folded[-1] != " ":
            folded.append(" ")
            where.append(at)
    return "".join(folded), where


if __name__ == "__main__":
    main()
