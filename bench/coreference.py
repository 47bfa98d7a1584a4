"""MUC, B-cubed and CEAF-e of one clustering against another, and their mean, the CoNLL F1."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

__all__ = ["conll"]

Clusters = list[frozenset[Hashable]]


def conll(found: Mapping[Hashable, Hashable], gold: Mapping[Hashable, Hashable]) -> dict[str, float]:
    """F1 of the three measures and their mean; both give every mention its cluster, single mentions too."""
    ours, theirs = _clusters(found), _clusters(gold)
    muc = _f1(_muc(ours, gold), _muc(theirs, found))
    b_cubed = _f1(_b_cubed(ours, gold, theirs), _b_cubed(theirs, found, ours))
    alike = _best_total(ours, theirs, gold)
    ceaf = _f1(alike / max(len(ours), 1), alike / max(len(theirs), 1))
    return {"conll_f1": (muc + b_cubed + ceaf) / 3, "muc_f1": muc, "b3_f1": b_cubed, "ceafe_f1": ceaf}


def _clusters(of: Mapping[Hashable, Hashable]) -> Clusters:
    made: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in of.items():
        made[cluster].add(mention)
    return [frozenset(members) for members in made.values()]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(clusters: Clusters, other: Mapping[Hashable, Hashable]) -> float:
    """The share of the links of these clusters that the other clustering has too."""
    links = sum(len(members) - 1 for members in clusters)
    kept = sum(len(members) - len({other[one] for one in members}) for members in clusters)
    return kept / links if links else 0.0


def _b_cubed(clusters: Clusters, other: Mapping[Hashable, Hashable], others: Clusters) -> float:
    total = sum(map(len, clusters))
    shared = sum(
        count * count / len(members)
        for members in clusters
        for count in Counter(other[one] for one in members).values()
    )
    return shared / total if total and others else 0.0


def _best_total(ours: Clusters, theirs: Clusters, gold: Mapping[Hashable, Hashable]) -> float:
    """The greatest sum of likenesses (Dice) of a pairing of clusters one to one, each island of overlaps by itself."""
    number = {gold[next(iter(members))]: at for at, members in enumerate(theirs)}
    alike: dict[tuple[int, int], float] = {}
    island = list(range(len(ours) + len(theirs)))

    def root(at: int) -> int:
        while island[at] != at:
            island[at] = island[island[at]]
            at = island[at]
        return at

    for at, members in enumerate(ours):
        for cluster, count in Counter(gold[one] for one in members).items():
            other = number[cluster]
            alike[at, other] = 2 * count / (len(members) + len(theirs[other]))
            island[root(at)] = root(len(ours) + other)
    groups: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in alike:
        groups[root(pair[0])].append(pair)
    return sum(_assigned(group, alike) for group in groups.values())


def _assigned(pairs: Sequence[tuple[int, int]], alike: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum over one island (the Hungarian method)."""
    rows, columns = sorted({left for left, _ in pairs}), sorted({right for _, right in pairs})
    if len(rows) > len(columns):
        flipped = {(right, left): value for (left, right), value in alike.items()}
        return _assigned([(right, left) for left, right in pairs], flipped)
    cost = [[-alike.get((row, column), 0.0) for column in columns] for row in rows]
    over_row, over_column = [0.0] * (len(rows) + 1), [0.0] * (len(columns) + 1)
    holder = [0] * (len(columns) + 1)
    for row in range(1, len(rows) + 1):
        holder[0] = row
        _augment(cost, over_row, over_column, holder)
    return -sum(cost[row - 1][column - 1] for column, row in enumerate(holder) if column and row)


def _augment(cost: list[list[float]], over_row: list[float], over_column: list[float], holder: list[int]) -> None:
    """Find a place for the row that stands at column 0."""
    size, at = len(over_column), 0
    least, way, used = [float("inf")] * size, [0] * size, [False] * size
    while holder[at]:
        used[at], row, step, following = True, holder[at], float("inf"), 0
        for column in range(1, size):
            if not used[column]:
                slack = cost[row - 1][column - 1] - over_row[row] - over_column[column]
                if slack < least[column]:
                    least[column], way[column] = slack, at
                if least[column] < step:
                    step, following = least[column], column
        for column in range(size):
            if used[column]:
                over_row[holder[column]] += step
                over_column[column] -= step
            else:
                least[column] -= step
        at = following
    while at:
        holder[at] = holder[way[at]]
        at = way[at]
