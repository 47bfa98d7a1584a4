"""Record → a folder of CSV tables, one a noun."""

import csv
from pathlib import Path

from hudhud.export.cells import cell
from hudhud.export.material import Material, Written
from hudhud.export.tables import TABLES

__all__ = ["write"]


def write(material: Material, out: Path) -> Written:
    """Write `documents.csv`, `claims.csv` and so on into the folder, which is made where there is none."""
    out.mkdir(parents=True, exist_ok=True)
    n = 0
    for name, table in TABLES.items():
        with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(column for column, _ in table.columns)
            for row in table.rows(material):
                rows.writerow([cell(value) for value in row])
                n += 1
    return Written(n, {})
