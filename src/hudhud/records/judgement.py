"""A person's decision, appended and replayed on every later run."""

from dataclasses import dataclass, field

__all__ = ["Judgement"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Same, different, wrong, right, set or name: who decided it, why and when.

    `targets` are claim ids or actor names, as the verb asks. `slots` are the slot and value of a `set` or
    `name`. `withdraws` is the id of a judgement that this one takes back. `decided_at` is ISO 8601, UTC.
    """

    judgement_id: str
    verb: str
    targets: tuple[str, ...]
    author: str
    reason: str
    decided_at: str
    slots: dict[str, str] = field(default_factory=dict)
    withdraws: str | None = None
