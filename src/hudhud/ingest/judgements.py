"""Lines of `hudhud judge log --format json` → judgements."""

from typing import Any

from hudhud.errors import UnreadableInput
from hudhud.records import Judgement

__all__ = ["judgement_of"]

_NEEDED = ("id", "verb", "author", "reason", "decided_at")
_ADVICE = "Give lines as `hudhud judge log --format json` prints them."


def judgement_of(line: dict[str, Any], number: int) -> Judgement:
    """The judgement that a line of the log tells.

    Raises:
        UnreadableInput: If a field is missing or of another type.
    """
    missing = [key for key in _NEEDED if not isinstance(line.get(key), str)]
    about, slots = line.get("about") or [], line.get("slots") or {}
    if missing or not isinstance(slots, dict) or not isinstance(about, list | str):
        reason = f"no text in {', '.join(missing)}" if missing else "about or slots are of another type"
        raise UnreadableInput(name=f"judgement {number}", reason=reason, advice=_ADVICE)
    is_undo = line["verb"] == "undo"
    return Judgement(
        line["id"],
        line["verb"],
        () if is_undo else tuple(map(str, [about] if isinstance(about, str) else about)),
        line["author"],
        line["reason"],
        line["decided_at"],
        {str(key): str(value) for key, value in slots.items()},
        str(about) if is_undo else None,
    )
