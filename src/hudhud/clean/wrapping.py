"""The lines of a page → lines that each hold whole sentences."""

import re

from hudhud.clean.characters import fold
from hudhud.clean.lines import is_sentence_end, line_reason, n_words
from hudhud.clean.page import Page

__all__ = ["whole_lines"]

# A dateline on a line of its own: `MISRATA, Libya —`.
_PLACE_ALONE = re.compile(r"[A-ZÀ-ÞĀ-Ž’'‘./-]{3,}(?:[ ,]+[A-ZÀ-ÞĀ-Ž][\w.’'-]*){0,4}(?: \([^()]{2,30}\))? ?(?:[-–—]|--)")


def whole_lines(page: Page) -> list[str]:
    """The lines, with those put together that a page or a mail broke inside a sentence."""
    blocks: list[list[str]] = []
    for at, line in enumerate(page.lines):
        if at in page.blank_before or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    lines: list[str] = []
    for block in blocks:
        for line in _unwrapped(block) if _is_wrapped(block) else _mended(block):
            if lines and _PLACE_ALONE.fullmatch(lines[-1]):
                lines[-1] = f"{lines[-1]} {line}"
            else:
                lines.append(line)
    return lines


def _is_wrapped(block: list[str]) -> bool:
    """Whether a block is one paragraph broken at a column, as mail and old agency files are."""
    if len(block) < 3:
        return False
    inner = block[:-1]
    lengths = [len(line.rstrip()) for line in inner]
    if max(lengths) > 100 or min(lengths) < 40 or max(lengths) - min(lengths) > 25:
        return False
    # A list of headlines has the same shape, but its lines begin with capitals.
    n_going_on = sum(line.strip()[0].islower() for line in block[1:])
    return n_going_on * 5 >= len(inner) * 2 and sum(map(is_sentence_end, inner)) * 3 <= len(inner)


def _unwrapped(block: list[str]) -> list[str]:
    return [fold(" ".join(block))]


def _mended(block: list[str]) -> list[str]:
    """Lines joined where a link stood on a line of its own: `… the U.S.-led`, `coalition`, ` carried out …`."""
    mended: list[str] = []
    is_open = False
    for at, line in enumerate(block):
        behind = block[at + 1] if at + 1 < len(block) else ""
        if mended and (is_open or _continues(mended[-1], block[at - 1], line, behind)):
            mended[-1] = fold(f"{mended[-1]} {line}")
            is_open = (
                not is_open and not is_sentence_end(mended[-1]) and line.strip()[:1].isalnum() and _goes_on(behind)
            )
        else:
            mended.append(fold(line))
            is_open = False
    return mended


def _goes_on(line: str) -> bool:
    return bool(line) and (line.strip()[0].islower() or line.strip()[0] in ",;.)’")


def _continues(before: str, raw_before: str, line: str, behind: str) -> bool:
    if is_sentence_end(before) or len(before) < 30 or line_reason(fold(line)):
        return False
    if line.strip()[0] in ",;)’" or (line[0] == " " and line.strip()[0].islower()):
        return True
    is_cut = raw_before.endswith(" ") or re.search(
        r"(?:,|\b(?:the|a|an|of|in|to|by|and|with|for|from|on|at|that))$", before
    )
    return bool(is_cut) and (line.strip()[0].islower() or (n_words(line) <= 4 and _goes_on(behind)))
