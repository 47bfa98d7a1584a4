"""Record → Parquet tables, by DuckDB; a table streams through CSV files of its own, so memory stays flat."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hudhud.errors import HudhudError
from hudhud.export.cells import cell, without_controls
from hudhud.export.material import Material, Written
from hudhud.export.tables import TABLES

__all__ = ["write", "write_table"]

# How a column of each type is made from the text of its cell; `bytes` come as hexadecimal text.
_AS = {
    "text": "{0}",
    "int": "CAST({0} AS BIGINT)",
    "float": "CAST({0} AS DOUBLE)",
    "day": "CAST({0} AS DATE)",
    "bool": "CAST({0} AS BOOLEAN)",
    "list": "CAST(from_json({0}, '[\"VARCHAR\"]') AS VARCHAR[])",
    "bytes": "unhex({0})",
}
# Stands for nothing in the CSV file, so that an empty text stays one. Texts come without control characters.
_NOTHING = "\x01"
_MEMORY = "512MB"
_ROWS = 10_240  # of a row group; with articles of 5,000 characters that is 50 MB
_PART = 20_000  # rows of a CSV file: DuckDB holds on to what it has read of a file until the file ends
_LINE = 32_000_000  # bytes of the longest row; an article is at most 20 MB


def write(material: Material, out: Path) -> Written:
    """Write `documents.parquet`, `claims.parquet` and so on into the folder, which is made where there is none.

    Raises:
        HudhudError: If DuckDB is not installed.
    """
    out.mkdir(parents=True, exist_ok=True)
    n = 0
    for name, table in TABLES.items():
        n += write_table(table.columns, table.rows(material), out / f"{name}.parquet")
    return Written(n, {})


def write_table(
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Sequence[Any]],
    out: Path,
    *,
    metadata: dict[str, Any] | None = None,
) -> int:
    """Write one Parquet file, with `metadata` as JSON under its keys; the number of rows.

    A column of type `bytes` takes values as hexadecimal text.

    Raises:
        HudhudError: If DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise HudhudError(message="Parquet needs DuckDB. Install it: pip install 'hudhud[parquet]'") from error

    with TemporaryDirectory(dir=out.parent, prefix=".hudhud-") as room:
        n, told = _as_csv(columns, rows, Path(room))
        # Extensions are never fetched: everything used here is part of DuckDB itself.
        config: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": _MEMORY,
            "temp_directory": room,
            "threads": "1",
        }
        with duckdb.connect(":memory:", config=config) as connection:
            connection.execute(_copy(columns, told, out, metadata or {}))
    return n


def _as_csv(columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]], room: Path) -> tuple[int, list[Path]]:
    """The rows as CSV files of `_PART` rows in the folder `room`; their number and the files, at least one."""
    n = 0
    told: list[Path] = []
    lists = [kind == "list" for _, kind in columns]
    left: Iterator[Sequence[Any]] = iter(rows)
    while not told or n == len(told) * _PART:
        told.append(room / f"rows-{len(told)}.csv")
        with told[-1].open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
            for row in islice(left, _PART):
                lines.writerow([_told(value, is_list) for value, is_list in zip(row, lists, strict=True)])
                n += 1
    return n, told


def _told(value: Any, is_list: bool) -> str:
    if value is None:
        return _NOTHING
    if is_list:
        return json.dumps([without_controls(str(part)) for part in value], ensure_ascii=False)
    return cell(value, is_guarded=False)


def _copy(columns: Sequence[tuple[str, str]], told: Sequence[Path], out: Path, metadata: dict[str, Any]) -> str:
    made = ", ".join(f"{_AS[kind].format(_name(name))} AS {_name(name)}" for name, kind in columns)
    files = ", ".join(_text(str(path)) for path in told)
    given = ", ".join(f"{_text(name)}: 'VARCHAR'" for name, _ in columns)
    keys = ", ".join(f"{key}: {_text(json.dumps(value))}" for key, value in metadata.items())
    reading = (
        "header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"', allow_quoted_nulls = true, "
        f"nullstr = {_text(_NOTHING)}, max_line_size = {_LINE}, buffer_size = {2 * _LINE}"
    )
    writing = (
        f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROWS}{', KV_METADATA {' + keys + '}' if keys else ''}"
    )
    return (
        f"COPY (SELECT {made} FROM read_csv([{files}], {reading}, columns = {{{given}}})) "
        f"TO {_text(str(out))} ({writing})"
    )


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _name(value: str) -> str:
    return f'"{value}"'
