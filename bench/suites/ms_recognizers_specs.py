"""Microsoft's Recognizers-Text specs, English: phrases with the days and the numbers they mean.

`accuracy` is over the cases that news uses and that are read by the same rules there (`bench/recognizers.py` and
`bench/recognizer_numbers.py` hold the reasons for the others); `accuracy_all` is over all. With `--split all` the
wrong cases and the counts of each reason are printed to standard error.
"""

import sys
from collections import Counter
from pathlib import Path

from bench import recognizer_numbers as numbers
from bench import recognizers as dates
from bench.report import Baseline, Report

__all__ = ["run"]


def run(data: Path, split: str) -> Report:
    rows = [*_date_rows(data), *_number_rows(data)]
    counted = [row for row in rows if row[3] is None]
    if split == "all":
        _print_reasons(rows)
    metrics = {
        "accuracy": _share(counted, 2),
        "accuracy_dates": _share([row for row in counted if row[0] == "date"], 2),
        "accuracy_numbers": _share([row for row in counted if row[0] == "number"], 2),
        "accuracy_all": _share(rows, 2),
        "n_outside": float(len(rows) - len(counted)),
    }
    baseline = Baseline("ISO dates, runs of digits", {"accuracy": _share(counted, 4)})
    return Report("ms_recognizers_specs", split, len(counted), metrics, baseline, "rules")


Row = tuple[str, str, bool, str | None, bool]


def _date_rows(data: Path) -> list[Row]:
    """Kind, what was read, whether it is right, why it does not count, whether the baseline is right."""
    rows: list[Row] = []
    for case in dates.date_cases(data):
        read = dates.read_case(case)
        right = dates.is_right(case, read)
        told = f"{case.text} | {case.reference} | {[(p.text, str(p.start), str(p.end)) for p in read]}"
        reason = dates.reason_outside(case, is_read_right=right)
        rows.append(("date", told, right, reason, dates.is_right(case, dates.iso_only(case))))
    return rows


def _number_rows(data: Path) -> list[Row]:
    rows: list[Row] = []
    for case in numbers.number_cases(data):
        read = numbers.read_case(case)
        humble = numbers.is_right(case, numbers.digits_only(case))
        told = f"{case.text} | {[found[2] for found in case.expected]} | {[found[2] for found in read]}"
        rows.append(("number", told, numbers.is_right(case, read), numbers.reason_outside(case), humble))
    return rows


def _share(rows: list[Row], column: int) -> float:
    return sum(bool(row[column]) for row in rows) / len(rows) if rows else 0.0


def _print_reasons(rows: list[Row]) -> None:
    for kind, told, right, reason, _ in rows:
        if reason is None and not right:
            print(f"wrong {kind}: {told}", file=sys.stderr)
    for reason, count in Counter(row[3] for row in rows if row[3]).most_common():
        print(f"left out: {reason}: {count}", file=sys.stderr)
