"""Records ↔ plain JSON values, by the dataclasses' own annotations."""

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache, partial
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
_Read = Callable[[Any], Any]

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
    for name, read, is_needed in _plan(kind):  # type: ignore[arg-type]
        if name in plain:
            given = plain[name]
            values[name] = given if given is None or read is None else read(given)
        elif is_needed:
            raise KeyError(f"{kind.__name__} needs {name}; given: {sorted(plain)}")
    return kind(**values)


@cache
def _plan(kind: Any) -> tuple[tuple[str, _Read | None, bool], ...]:
    """Of each field: its name, what makes its value of JSON's (None where it is the same), whether it must be there.

    Worked out once a class: an export reads a hundred thousand records, and asking the annotations each time took
    three quarters of its time.
    """
    hints = get_type_hints(kind)
    return tuple(
        (
            field.name,
            _reading(hints[field.name]),
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(kind)
    )


def _reading(hint: Any) -> _Read | None:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        first = _reading(options[0])
        return first if len(options) == 1 else partial(_one_of, first)
    if origin is tuple:
        return partial(_all_of, _reading(get_args(hint)[0]))
    if origin is dict:
        return partial(_each_of, _reading(get_args(hint)[1]))
    if dataclasses.is_dataclass(hint):
        return partial(from_plain, hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return date.fromisoformat if hint is date else None


def _all_of(item: _Read | None, plain: Any) -> tuple[Any, ...]:
    return tuple(plain) if item is None else tuple(None if one is None else item(one) for one in plain)


def _each_of(item: _Read | None, plain: Any) -> dict[str, Any]:
    return {key: one if one is None or item is None else item(one) for key, one in plain.items()}


def _one_of(first: _Read | None, plain: Any) -> Any:
    """A detail by its kind; what is no object, as the first of the types that are allowed."""
    if isinstance(plain, dict):
        return from_plain(_DETAILS[plain["kind"]], plain)
    return plain if first is None else first(plain)
