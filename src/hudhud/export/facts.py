"""A dossier → the facts that several formats ask for: its day, its deaths, its words in one line."""

from datetime import date, timedelta

from hudhud.export.material import Dossier
from hudhud.records import Actor, Estimate, Event, Factuality

__all__ = ["deaths", "figure_words", "has_happened", "middle", "precision_days", "said_by", "sector", "span_days"]

_STATE_KINDS = ("country", "state_organ")


def has_happened(event: Event) -> bool:
    """Whether the event is told as having happened, and not by those alone who deny it."""
    return event.factuality is Factuality.ACTUAL


def deaths(dossier: Dossier) -> Estimate | None:
    """The estimate of people killed in the event: the whole, not a part of it and not a sum over a period."""
    killed = [one for one in dossier.estimates if one.quantity == "killed" and not one.is_cumulative and one.event_id]
    own = {one.estimate_id for one in killed}
    wholes = [one for one in killed if not own & set(one.inside)]
    return max(
        wholes, key=lambda one: (one.n_origins, len(one.figures), one.best or 0.0, one.estimate_id), default=None
    )


def span_days(event: Event) -> tuple[date, date] | None:
    """First and last day as told; None where an end is open or nothing is told."""
    period = event.occurred
    if period is None or period.start is None or period.end is None:
        return None
    return period.start, period.end


def middle(first: date, last: date) -> date:
    """The day in the middle of a period."""
    return first + timedelta(days=(last - first).days // 2)


def precision_days(event: Event) -> int | None:
    """How many days the event's period allows; None where it is open or unknown."""
    found = span_days(event)
    return (found[1] - found[0]).days + 1 if found else None


def sector(actor: Actor) -> str | None:
    """The PLOVER sector of a party; of a country its government."""
    return actor.sector or ("GOV" if actor.kind in _STATE_KINDS else None)


def said_by(event: Event) -> str:
    """Who says so and who denies it, in one line."""
    told = "; ".join(event.asserted_by)
    denied = "; ".join(event.denied_by)
    return " | ".join(filter(None, (told and f"according to {told}", denied and f"denied by {denied}")))


def figure_words(estimate: Estimate) -> str:
    """An estimate in words: its interval, its best number, how many tell it."""
    low, best, high = (None if end is None else f"{end:.10g}" for end in (estimate.low, estimate.best, estimate.high))
    interval = f"{low or '0'} to {high or 'unknown'}" if low != high else low or "unknown"
    chosen = f", best {best} ({estimate.rule})" if best and low != high else ""
    tellings = "1 independent telling" if estimate.n_origins == 1 else f"{estimate.n_origins} independent tellings"
    return f"{estimate.quantity} {estimate.what}: {interval}{chosen}, {tellings}"
