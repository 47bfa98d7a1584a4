"""What a statement says → a verb and its content, so that the words stay the article's and the grammar holds."""

import re

from hudhud.records import StatementDetail

__all__ = ["reported"]

_NO_CLAUSE = ("to ", "of ", "for ", "which ", "what ", "who ", "how ", "when ", "where ", "why ", "whether ")
_TAKES_TO = ("urge", "ask", "demand", "promise", "agree")
_FINITE = re.compile(r"\b(had|has|have|was|were|is|are|would|will|could|can|did|does|do|may|might|must|should)\b")
_ACCUSED = re.compile(r"(?:^|\b)of (?:having|\w+ing)\b")


def reported(detail: StatementDetail, content: str, verb: str, opening: str, to: str) -> str:
    """Verb and content: in quotation marks where the words are the speaker's own.

    `opening` is not empty where the verb takes a clause. Empty where the content fits no construction of the verb.
    """
    start = content.lower()
    if detail.is_direct:
        return f"said: “{content}”"
    if detail.act == "condemn" and (found := _ACCUSED.search(content)):
        return f"accused {to} {content}" if not found.start() and to else f"accused {content}" if found.start() else ""
    if start.startswith("to "):
        whom = f"{to} " if to and detail.act in ("urge", "ask", "warn") else ""
        return f"{verb} {whom}{content}" if whom or detail.act in _TAKES_TO else ""
    if start.startswith("for ") and detail.act in ("urge", "demand"):
        return f"called {content}"
    if start.startswith(_NO_CLAUSE):
        return f"{verb} {content}" if detail.act not in ("say", "warn", "estimate") else f"{verb}: {content}"
    if start.startswith("that ") or detail.act in ("thank", "condemn", "ask", "reject", "agree"):
        return f"{verb} {content}"
    if _FINITE.search(content):
        return f"{verb} that {content}"
    return f"{verb}: {content}" if opening else f"{verb} {content}"
