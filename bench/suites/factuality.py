"""How sure it is that an event happened, on [-3, 3], the predicates given."""

from pathlib import Path

from bench.encoding import encoder
from bench.report import Baseline, Report
from bench.scoring import accuracy_and_macro_f1, pearson
from bench.sets import predicates

__all__ = ["run"]

_DENIALS = {"not", "n't", "no", "never", "nobody", "nothing", "without", "denied", "refused", "failed"}


def run(data: Path, split: str) -> Report:
    """`data` holds `uw/<split>.conll` (or `<split>.conll`); n counts predicates."""
    folder = data / "uw" if (data / "uw").is_dir() else data
    gold = predicates(folder / f"{split}.conll")
    read = encoder().read_words([words for words, _ in gold])
    real = [score for _, scores in gold for score in scores.values()]
    ours = [analysis.factuality[at] for analysis, (_, scores) in zip(read, gold, strict=True) for at in scores]
    guess = [_guess(words, at) for words, scores in gold for at in scores]
    baseline = Baseline("happened, unless a denial stands just before", _score(guess, real))
    return Report("factuality", split, len(real), _score(ours, real), baseline, encoder().version)


def _score(ours: list[float], real: list[float]) -> dict[str, float]:
    kinds = accuracy_and_macro_f1([_kind(score) for score in ours], [_kind(score) for score in real])
    return {"pearson": pearson(ours, real), "macro_f1": kinds["macro_f1"]}


def _kind(score: float) -> str:
    """The halves of each side of the scale: beyond 1.5 it happened, or it did not."""
    return "happened" if score >= 1.5 else "did not" if score <= -1.5 else "uncertain"


def _guess(words: list[str], at: int) -> float:
    return -3.0 if _DENIALS & {word.lower() for word in words[max(at - 4, 0) : at]} else 3.0
