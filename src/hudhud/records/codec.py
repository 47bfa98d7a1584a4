"""Records ↔ plain JSON values, by the dataclasses' own annotations."""

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from hudhud.records.claim import (
    ControlDetail,
    EventDetail,
    FigureDetail,
    OfficeDetail,
    PresenceDetail,
    RelationDetail,
    StatementDetail,
)

__all__ = ["from_plain", "to_plain"]

T = TypeVar("T")

_DETAILS: dict[str, type] = {
    str(detail.kind): detail
    for detail in (
        EventDetail,
        FigureDetail,
        StatementDetail,
        OfficeDetail,
        RelationDetail,
        ControlDetail,
        PresenceDetail,
    )
}
_KINDS = {detail: kind for kind, detail in _DETAILS.items()}


def to_plain(value: Any) -> Any:
    """A record as dicts, lists, strings and numbers; a detail carries its `kind`. Defaults are kept."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        kind = _KINDS.get(type(value))
        return {"kind": kind, **plain} if kind else plain
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """The record of class `kind` that `to_plain` made `plain` from. Unknown keys are ignored.

    Raises:
        KeyError: If a field without a default is missing.
    """
    values: dict[str, Any] = {}
    hints = _hints(kind)  # type: ignore[arg-type]
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        if field.name in plain:
            values[field.name] = _value(hints[field.name], plain[field.name])
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise KeyError(f"{kind.__name__} needs {field.name}; given: {sorted(plain)}")
    return kind(**values)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, plain: Any) -> Any:
    if plain is None:
        return None
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        if len(options) > 1 and isinstance(plain, dict):
            return from_plain(_DETAILS[plain["kind"]], plain)
        return _value(options[0], plain)
    if origin is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in plain)
    if origin is dict:
        return {key: _value(get_args(hint)[1], item) for key, item in plain.items()}
    if dataclasses.is_dataclass(hint):
        return from_plain(hint, plain)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(plain)
    if hint is date:
        return date.fromisoformat(plain)
    return plain
