"""Two events that seem one happening told of two places or two days → pairs for a dispute; they stay two events."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from hudhud.reconcile.events import Cluster
from hudhud.reconcile.nearness import is_broad, overlap, same_place
from hudhud.reconcile.told import Told
from hudhud.records import Factuality

__all__ = ["rivals"]

# Hand-set, not measured: one toll alone is chance, so most of the words have to be the same too.
_SHARED = 0.5  # of the words of the shorter telling
_DAYS = timedelta(days=3)  # between the days told
_PUBLISHED = timedelta(days=7)  # between the articles
_MOST = 50  # events of one toll; more tell nothing


def rivals(clusters: Sequence[Cluster]) -> list[tuple[str, int, int]]:
    """Find (`place` or `time`, number of a cluster, number of another).

    They are of one type, toll, mode and parties and told in the same words by articles of one week, none of which
    tells both: an article that tells two happenings means two.
    """
    tolls: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, found in enumerate(clusters):
        first = found.members[0]
        is_told = first.claim.factuality is Factuality.ACTUAL and first.rank == 0
        if is_told and first.place and not is_broad(first.place):
            for toll in found.killed:
                tolls[first.detail.type, *toll].append(at)
    pairs = {pair for group in tolls.values() if len(group) <= _MOST for pair in _pairs(group)}
    found_pairs = []
    for left, right in sorted(pairs):
        kind = _kind(clusters[left], clusters[right])
        if kind:
            found_pairs.append((kind, left, right))
    return found_pairs


def _pairs(group: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((left, right) for at, left in enumerate(group) for right in group[at + 1 :])


def _kind(left: Cluster, right: Cluster) -> str | None:
    one, other = left.members[0], right.members[0]
    if left.documents & right.documents or not _is_one_week(one, other) or not _is_alike(left, right):
        return None
    shared, near = overlap(one.period, other.period), same_place(one.place, other.place)
    if near is None or one.period is None or other.period is None:
        return None
    if shared and near < 0.3:
        return "place"
    starts = one.period.start, other.period.start
    close = starts[0] is not None and starts[1] is not None and abs(starts[0] - starts[1]) <= _DAYS
    return "time" if shared is False and close and near >= 0.9 else None


def _is_one_week(one: Told, other: Told) -> bool:
    days = one.published, other.published
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= _PUBLISHED


def _is_alike(left: Cluster, right: Cluster) -> bool:
    one, other = left.members[0], right.members[0]
    if one.detail.mode and other.detail.mode and one.detail.mode != other.detail.mode:
        return False
    if any(ours and theirs and not ours & theirs for ours, theirs in _parties(one, other)):
        return False
    smaller = min(len(one.words), len(other.words))
    return smaller >= 3 and len(one.words & other.words) / smaller >= _SHARED


def _parties(one: Told, other: Told) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return (one.actors, other.actors), (one.recipients, other.recipients)
