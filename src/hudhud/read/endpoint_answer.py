"""A language model's answer → the items in it, as far as they are whole."""

import json
import re
from typing import Any, NoReturn

__all__ = ["items_in", "parsed"]

_LIST = re.compile(r'"claims"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def parsed(text: str) -> Any:
    """The JSON value of a text; None where it is none, or one that Python cannot hold."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None


def items_in(content: str) -> tuple[list[Any], bool] | None:
    """The items of an answer, and whether it is whole; None where it holds no list of claims.

    Of an answer that breaks off or breaks in the middle, the items before the break are taken. What stands around
    the object, as thoughts or a fence, is passed over.
    """
    content = content.rpartition("</think>")[2]
    start, end = content.find("{"), content.rfind("}")
    value = parsed(content[start : end + 1]) if 0 <= start < end else None
    if isinstance(value, dict):
        items = value.get("claims")
        return (items, True) if isinstance(items, list) else None
    opened = _LIST.search(content)
    return (_items_before_the_break(content, opened.end()), False) if opened else None


def _items_before_the_break(content: str, at: int) -> list[Any]:
    decoder = json.JSONDecoder(parse_constant=_no_number)
    items: list[Any] = []
    while True:
        gap = _BETWEEN.match(content, at)
        at = gap.end() if gap else at
        if not content.startswith("{", at):
            return items
        try:
            item, at = decoder.raw_decode(content, at)
        except (ValueError, RecursionError):
            return items
        items.append(item)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
