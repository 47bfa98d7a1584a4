"""Record → GeoParquet 1.1: one row an event, its point as WKB."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hudhud.export.geojson import COLUMNS, properties
from hudhud.export.material import Material, Written
from hudhud.export.parquet import write_table
from hudhud.records import Place

__all__ = ["write"]

# No `crs` means longitude and latitude on WGS84, as in GeoJSON.
_GEO = {
    "version": "1.1.0",
    "primary_column": "geometry",
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
}


def write(material: Material, out: Path) -> Written:
    """Write one GeoParquet file; an event without a point has no geometry.

    Raises:
        HudhudError: If DuckDB is not installed.
    """
    n = write_table((("geometry", "bytes"), *COLUMNS), _rows(material), out, metadata={"geo": _GEO})
    return Written(n, {})


def _rows(material: Material) -> Iterator[list[Any]]:
    for dossier in material.dossiers():
        told = properties(dossier)
        yield [_point(dossier.event.place), *(told[name] for name, _ in COLUMNS)]


def _point(place: Place | None) -> str | None:
    """Little-endian WKB in hexadecimal."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return struct.pack("<BIdd", 1, 1, place.lon, place.lat).hex()
