"""Record → FollowTheMoney statements: one value that one publisher gives of one entity a line."""

import hashlib
import re
from collections.abc import Iterator
from json.encoder import encode_basestring as _quoted
from typing import Any, TextIO

from hudhud.export.ftm import DATASET, Properties, entities
from hudhud.export.material import Material, Written

__all__ = ["write"]

# The type of each property that `ftm` writes, as FollowTheMoney's model has it; the others are `string`.
_TYPES = {
    **dict.fromkeys(("name", "alias", "namesMentioned"), "name"),
    **dict.fromkeys(("summary", "notes"), "text"),
    **dict.fromkeys(("date", "startDate", "endDate", "publishedAt"), "date"),
    **dict.fromkeys(("country", "jurisdiction"), "country"),
    **dict.fromkeys(
        ("involved", "proof", "addressEntity", "holder", "post", "organization", "member", "subject", "object"),
        "entity",
    ),
    **dict.fromkeys(("latitude", "longitude"), "number"),
    "sourceUrl": "url",
    "language": "language",
    "location": "address",
    "full": "address",
}
_NO_NAME = re.compile(r"[^a-z0-9]+")


def write(material: Material, out: TextIO) -> Written:
    """Write each value as one JSON line with the columns of the statement table.

    `dataset` is the publisher for what the publisher itself says, so that who says so stays apart; `hudhud` for what
    follows from several.
    """
    n, dropped = 0, {"state of no FollowTheMoney schema": 0}
    for entity, own in entities(material, dropped):
        rows = [_statement(entity, prop, value, dataset) for dataset, prop, value in _values(entity["properties"], own)]
        out.write("".join(rows))
        n += len(rows)
    return Written(n, {reason: count for reason, count in dropped.items() if count})


def _values(whole: Properties, own: dict[str, Properties]) -> Iterator[tuple[str, str, str]]:
    """Dataset, property and value: a publisher's own values, then those that are nobody's own."""
    told: set[tuple[str, str]] = set()
    for publisher, properties in own.items():
        dataset = _slug(publisher)
        for prop, values in properties.items():
            for value in values:
                told.add((prop, value))
                yield dataset, prop, value
    for prop, values in whole.items():
        for value in values:
            if (prop, value) not in told:
                yield DATASET, prop, value


def _slug(name: str) -> str:
    """A publisher as the name of a dataset, which is Latin letters and digits; another script's by a hash of it."""
    told = _NO_NAME.sub("_", name.casefold()).strip("_")
    return told or f"publisher_{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:10]}"


def _statement(entity: dict[str, Any], prop: str, value: str, dataset: str) -> str:
    """A row of the statement table as JSON, put together by hand: an event has twenty, and most of each is fixed."""
    key = f"{dataset}.{entity['id']}.{prop}.{value}"
    statement_id = hashlib.sha1(key.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
    entity_id = _quoted(entity["id"])
    return (
        f'{{"id": "{statement_id}", "entity_id": {entity_id}, "canonical_id": {entity_id}, "prop": "{prop}", '
        f'"prop_type": "{_TYPES.get(prop, "string")}", "schema": "{entity["schema"]}", "value": {_quoted(value)}, '
        f'"original_value": null, "dataset": "{dataset}", "origin": "{DATASET}", "lang": null, "external": false, '
        '"first_seen": null, "last_seen": null}\n'
    )
