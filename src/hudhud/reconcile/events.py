"""Event claims → clusters of one happening each, with the reasons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import floor

from hudhud.reconcile.nearness import is_broad, overlap, same_place, spread
from hudhud.reconcile.told import Told, retold
from hudhud.records import Evidence

__all__ = ["Cluster", "cluster", "likeness"]

# A pair with this much in common is one happening; less is asked inside one article, which tells one story.
# Hand-set on the annotated articles; not swept.
_SAME, _SAME_IN_DOCUMENT = 4.5, 3.5
# What all rare words in common weigh (3, 4.5 and 6 gave B3 .846, .860 and .875 on 287 gva articles; 4.5 joins
# fewer articles of one running story), and what being told within a fortnight does for an undated claim.
_STORY, _SOON = 4.5, 0.5
_COMPARED = 12  # members of a cluster that a claim is compared with
# Words are somebody's: two speakers are two acts, whatever day and addressee they share.
_VERBAL = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "SANCTION")
_MEETINGS = ("CONSULT", "AGREE", "COOPERATE")
_NEAR_MODES = (
    {"aerial", "drone", "heavy-weapons"},
    {"suicide-attack", "explosives"},
    {"firearms", "targeted"},
    {"firearms", "heavy-weapons"},
    {"withdraw", "ceasefire"},
)


@dataclass(slots=True)
class Cluster:
    """Claims about one happening, in the order they joined, and why each did."""

    members: list[Told]
    evidence: list[Evidence] = field(default_factory=list)
    killed: set[tuple[str, float]] = field(default_factory=set)

    @property
    def documents(self) -> set[str]:
        """The documents that tell of it."""
        return {told.claim.document_id for told in self.members}


def cluster(
    claims: Iterable[Told],
    *,
    origins: Mapping[str, str] | None = None,
    tolls: Mapping[str, frozenset[tuple[str, float]]] | None = None,
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> list[Cluster]:
    """Group claims about one happening.

    Exactly dated claims come first, so that vaguer ones join what they fit; where a vague claim fits two happenings
    alike it stays alone. What a copy repeats of its origin (`origins`) is in the event of the original. `tolls`
    are the figures told beside a claim. `same` and `different` are judged pairs of claim ids.
    """
    return _Clusterer(origins or {}, tolls or {}, different).run(list(claims), same)


class _Clusterer:
    def __init__(
        self,
        origins: Mapping[str, str],
        tolls: Mapping[str, frozenset[tuple[str, float]]],
        different: Iterable[tuple[str, str]],
    ) -> None:
        self.origins, self.tolls = origins, tolls
        self.retold: dict[tuple[object, ...], int] = {}
        self.clusters: list[Cluster] = []
        self.index: dict[tuple[object, ...], list[int]] = defaultdict(list)
        self.different: dict[str, set[str]] = defaultdict(set)
        for left, right in different:
            self.different[left].add(right)
            self.different[right].add(left)

    def run(self, claims: list[Told], same: Iterable[tuple[str, str]]) -> list[Cluster]:
        for told in sorted(claims, key=lambda told: (self.is_copy(told), *_order(told))):
            twin = retold(told.claim, self.origins)
            if self.is_copy(told) and twin in self.retold:
                self.clusters[self.retold[twin]].members.append(told)
                continue
            at, evidence = self.find(told)
            if at is None:
                at = len(self.clusters)
                self.clusters.append(Cluster([]))
            self.retold.setdefault(twin, at)
            self.clusters[at].members.append(told)
            self.clusters[at].killed |= self.tolls.get(told.claim.claim_id, frozenset())
            if evidence:
                self.clusters[at].evidence.append(evidence)
            for key in _registered(told):
                if at not in self.index[key][-1:]:
                    self.index[key].append(at)
        return self.merged(same)

    def is_copy(self, told: Told) -> bool:
        """Whether the claim stands in a copy of another document."""
        return self.origins.get(told.claim.document_id, told.claim.document_id) != told.claim.document_id

    def find(self, told: Told) -> tuple[int | None, Evidence | None]:
        scored: list[tuple[float, int, Evidence]] = []
        for at in sorted({at for key in _looked_up(told) for at in self.index.get(key, ())}):
            found = self.fit(told, self.clusters[at])
            if found:
                scored.append((found.score, at, found))
        scored.sort(key=lambda item: (-item[0], item[1]))
        if not scored:
            return None, None
        if (
            told.rank > 0
            and len(scored) > 1
            and scored[0][0] - scored[1][0] < 0.05
            and self.differ(scored[0][1], scored[1][1])
        ):
            return None, Evidence("fits several happenings alike", scored[0][0], told.claim.quote[:80])
        return scored[0][1], scored[0][2]

    def differ(self, left: int, right: int) -> bool:
        """Whether two clusters happened at different times."""
        return overlap(self.clusters[left].members[0].period, self.clusters[right].members[0].period) is False

    def fit(self, told: Told, other: Cluster) -> Evidence | None:
        """How well a claim fits a cluster: its best member, unless a member forbids it."""
        if any(member.claim.claim_id in self.different.get(told.claim.claim_id, ()) for member in other.members):
            return None
        best: tuple[float, tuple[str, ...]] | None = None
        for member in other.members[:_COMPARED]:
            found = likeness(told, member, bool(self.tolls.get(told.claim.claim_id, frozenset()) & other.killed))
            if found is None:
                return None
            if best is None or found > best:
                best = found
        if best is None:
            return None
        asked = _SAME_IN_DOCUMENT if told.claim.document_id in other.documents else _SAME
        if best[0] < asked:
            return None
        return Evidence("one happening", round(min(best[0] / 10, 1.0), 3), ", ".join(best[1]))

    def merged(self, same: Iterable[tuple[str, str]]) -> list[Cluster]:
        """Join the clusters that a person judged the same."""
        where = {told.claim.claim_id: at for at, found in enumerate(self.clusters) for told in found.members}
        for left, right in sorted(same):
            if left in where and right in where and where[left] != where[right]:
                into, out = sorted((where[left], where[right]))
                self.clusters[into].members.extend(self.clusters[out].members)
                self.clusters[into].evidence.append(Evidence("judged the same", 1.0, f"{left} = {right}"))
                for told in self.clusters[out].members:
                    where[told.claim.claim_id] = into
                self.clusters[out] = Cluster([])
        return [found for found in self.clusters if found.members]


def _order(told: Told) -> tuple[object, ...]:
    return told.rank, told.published or date.max, told.claim.document_id, told.claim.span, told.claim.claim_id


def _base(told: Told) -> tuple[str, bool]:
    return told.detail.type, told.is_ahead


def _registered(told: Told) -> list[tuple[object, ...]]:
    """The keys under which later claims find this one."""
    keys: list[tuple[object, ...]] = [(*_base(told), told.claim.document_id)]
    times: Sequence[object] = ()
    if told.rank == 0:
        times = [*told.span_days(), *{day.replace(day=1).isoformat() for day in told.span_days()}]
    elif told.rank == 1:
        times = tuple(month.isoformat() for month in _months(told))
    elif told.rank == 3 and told.published:
        times = [f"published {told.published.replace(day=1)}"]
    return keys + [(*_base(told), time, anchor) for time in times for anchor in _anchors(told, around=False)]


def _looked_up(told: Told) -> list[tuple[object, ...]]:
    keys: list[tuple[object, ...]] = [(*_base(told), told.claim.document_id)]
    times: Sequence[object] = ()
    if told.rank == 0:
        times = list(told.span_days())
    elif told.rank == 1:
        times = tuple(month.isoformat() for month in _months(told))
    elif told.rank == 3 and told.published:
        first = told.published.replace(day=1)
        times = [first.isoformat(), (first - timedelta(days=1)).replace(day=1).isoformat(), f"published {first}"]
    return keys + [(*_base(told), time, anchor) for time in times for anchor in _anchors(told, around=True)]


def _months(told: Told) -> list[date]:
    assert told.period
    assert told.period.start
    assert told.period.end
    found, day = [], told.period.start.replace(day=1)
    while day <= told.period.end:
        found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return found


def _anchors(told: Told, *, around: bool) -> list[object]:
    """What two claims of one happening share: a patch of the map (and its neighbours), a party, a rare word."""
    found: list[object] = [*sorted(told.actors | told.recipients), *sorted(told.story)]
    place = told.place
    if place and place.lat is not None and place.lon is not None and not is_broad(place):
        lat, lon = floor(place.lat), floor(place.lon)
        steps = (-1, 0, 1) if around else (0,)
        found += [("cell", lat + up, lon + right) for up in steps for right in steps]
    elif place and not is_broad(place):
        found.append(("place", place.name))
    return found


def likeness(left: Told, right: Told, same_toll: bool) -> tuple[float, tuple[str, ...]] | None:
    """How much two claims of one type have in common, with the reasons; None where something forbids it."""
    parts = [_time(left, right), _place(left, right), *_parties(left, right), _mode(left, right), _words(left, right)]
    parts.append(_story(left, right))
    if same_toll:
        parts.append((1.5, "same toll"))
    if any(part is None for part in parts):
        return None
    told = [part for part in parts if part]
    return round(sum(score for score, _ in told), 4), tuple(reason for score, reason in told if score > 0)


def _time(left: Told, right: Told) -> tuple[float, str] | None:
    in_one = left.claim.document_id == right.claim.document_id
    shared = overlap(left.period, right.period)
    if shared is False:
        return None
    if shared is None:
        return (
            (1.5 if left.period is None and right.period is None else 1.0, "one article")
            if in_one
            else _guessed(left, right)
        )
    widths = [spread(told.period) or 9999 for told in (left, right)]
    if max(widths) <= 3:
        return 3.0, "same day"
    if min(widths) <= 3 and max(widths) <= 35:
        return 1.5, "day inside the month"
    same = left.period is not None and right.period is not None and left.period.start == right.period.start
    return (1.5 if same and max(widths) <= 366 else 0.5), "times overlap"


def _guessed(left: Told, right: Told) -> tuple[float, str] | None:
    """An undated claim of another article: what it tells lies in the two weeks before it was published, if anywhere."""
    undated, other = (left, right) if left.period is None else (right, left)
    if undated.published is None:
        return 0.0, "undated"
    start = other.period.start if other.period else other.published
    if start is None:
        return 0.0, "undated"
    return (_SOON, "told soon after") if timedelta(0) <= abs(undated.published - start) <= timedelta(days=14) else None


def _place(left: Told, right: Told) -> tuple[float, str] | None:
    near = same_place(left.place, right.place)
    if near is None:
        return 0.0, "place unknown"
    if near < 0:
        return None
    return (
        (2.0, "same place") if near >= 0.9 else (0.5, "same country") if near >= 0.3 else (0.0, "places some way off")
    )


def _parties(left: Told, right: Told) -> list[tuple[float, str] | None]:
    if left.detail.type in _MEETINGS:
        ones, others = left.actors | left.recipients, right.actors | right.recipients
        both = len(ones & others)
        if not ones or not others:
            return [(0.0, "parties unknown")]
        share = both / min(len(ones), len(others))
        return [(3.0 * share if share >= 0.5 else -2.0, "same parties")]
    if left.detail.type in _VERBAL and left.actors and right.actors and not left.actors & right.actors:
        return [None]
    return [
        _party(left.actors, right.actors, "same actor"),
        _party(left.recipients, right.recipients, "same recipient"),
    ]


def _party(left: frozenset[str], right: frozenset[str], reason: str) -> tuple[float, str]:
    if left & right:
        return 1.5, reason
    named = [any(not key.startswith("~") for key in keys) for keys in (left, right)]
    return (-2.0, reason) if all(named) else (0.0, reason)


def _mode(left: Told, right: Told) -> tuple[float, str]:
    one, other = left.detail.mode, right.detail.mode
    if one is None or other is None:
        return 0.0, "mode unknown"
    if one == other:
        return 1.0, "same mode"
    return (0.0, "modes alike") if any({one, other} <= modes for modes in _NEAR_MODES) else (-4.0, "two modes")


def _story(left: Told, right: Told) -> tuple[float, str]:
    """The names and numbers that few articles have and both of these do, or that neither shares at all."""
    smaller = min(len(left.story), len(right.story))
    if left.claim.document_id == right.claim.document_id or smaller < 4:
        return 0.0, "one article"
    share = len(left.story & right.story) / smaller
    return (
        (-2.0, "unlike articles")
        if share < 0.05 and smaller >= 10
        else (round(_STORY * share, 4), "rare words in common")
    )


def _words(left: Told, right: Told) -> tuple[float, str]:
    smaller = min(len(left.words), len(right.words))
    if smaller < 3:
        return 0.0, "few words"
    return round(1.5 * len(left.words & right.words) / smaller, 4), "words in common"
