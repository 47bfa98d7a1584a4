"""View → Answer."""

from collections.abc import Callable

from hudhud.answer.actors import actors
from hudhud.answer.changes import changes
from hudhud.answer.compare import compare
from hudhud.answer.disputes import disputes
from hudhud.answer.evidence import evidence
from hudhud.answer.figures import figures
from hudhud.answer.search import search
from hudhud.answer.situation import situation
from hudhud.answer.skipped import skipped
from hudhud.answer.table import Answer, Question
from hudhud.answer.timeline import timeline
from hudhud.records import View

__all__ = ["ANSWERS", "Answer", "Question"]

# What can be asked; `hudhud ask NAME`.
ANSWERS: dict[str, Callable[[View, Question], Answer]] = {
    "timeline": timeline,
    "figures": figures,
    "situation": situation,
    "actors": actors,
    "disputes": disputes,
    "search": search,
    "evidence": evidence,
    "skipped": skipped,
    "changes": changes,
    "compare": compare,
}
