"""Parts of speech and dependencies on a Universal Dependencies treebank, words given.

`las` is that of the CoNLL 2018 shared task (relations without their subtypes, punctuation counted);
`las_subtypes` asks for the subtype too.
"""

from pathlib import Path

from bench.encoding import encoder
from bench.report import Baseline, Report
from bench.sets import Token, treebank

__all__ = ["measure_treebank"]

Row = tuple[str, int, str]


def measure_treebank(suite: str, data: Path, split: str) -> Report:
    """`data` holds `<split>.conllu`. n counts sentences."""
    gold = treebank(data / f"{split}.conllu")
    read = encoder().read_words([[token.form for token in sentence] for sentence in gold])
    ours = [[(word.upos, word.head, word.relation) for word in analysis.words] for analysis in read]
    guess = [[("NOUN", at + 1 if at + 1 < len(s) else -1, "compound") for at in range(len(s))] for s in gold]
    baseline = Baseline("every word a noun that hangs on the next", _score(guess, gold))
    return Report(suite, split, len(gold), _score(ours, gold), baseline, encoder().version)


def _score(ours: list[list[Row]], gold: list[list[Token]]) -> dict[str, float]:
    pairs = [
        (row, token) for rows, tokens in zip(ours, gold, strict=True) for row, token in zip(rows, tokens, strict=True)
    ]
    headed = [(row, token) for row, token in pairs if row[1] == token.head]
    return {
        "upos": sum(row[0] == token.upos for row, token in pairs) / len(pairs),
        "uas": len(headed) / len(pairs),
        "las": sum(row[2].split(":")[0] == token.relation.split(":")[0] for row, token in headed) / len(pairs),
        "las_subtypes": sum(row[2] == token.relation for row, token in headed) / len(pairs),
    }
