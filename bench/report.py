"""What a quality run says: one object, the same shape for every suite."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Baseline", "Report"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A humble method measured on the same items, so that a figure has something beside it."""

    name: str
    metrics: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """The measured quality of one suite on one split. `n` counts the items (sentences, documents, cases)."""

    suite: str
    split: str
    n: int
    metrics: Mapping[str, float]
    baseline: Baseline
    model: str

    def as_json(self, seconds: float) -> dict[str, object]:
        """The object that `--json` prints."""
        return {
            "suite": self.suite,
            "split": self.split,
            "n": self.n,
            "metrics": {name: round(value, 6) for name, value in self.metrics.items()},
            "baseline": {"name": self.baseline.name}
            | {name: round(value, 6) for name, value in self.baseline.metrics.items()},
            "model": self.model,
            "seconds": round(seconds, 3),
        }
