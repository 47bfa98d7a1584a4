"""View → what was set aside, and why."""

from hudhud.answer.table import Answer, Question
from hudhud.records import View

__all__ = ["skipped"]

_COLUMNS = (("name", "item"), ("stage", "stage"), ("reason", "why"), ("advice", "what to do"))


def skipped(view: View, question: Question) -> Answer:
    """Items that a stage could not take."""
    rows = tuple(
        {"id": one.name, "name": one.name, "stage": one.stage, "reason": one.reason, "advice": one.advice}
        for one in view.skipped[: question.top]
        if not question.type or question.type == one.stage
    )
    return Answer("Set aside", _COLUMNS, rows, empty="Nothing was set aside.")
