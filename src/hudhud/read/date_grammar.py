"""Text → mentions of time: what each phrase says, with its characters, not yet resolved against anything."""

from typing import NamedTuple, cast

from hudhud.read.calendar_rules import CALENDAR
from hudhud.read.cascade import Level, codes_of
from hudhud.read.compound_rules import COMPOSED, TIMES
from hudhud.read.date_nodes import Node
from hudhud.read.duration_rules import DURATIONS
from hudhud.read.list_rules import LISTS, NUMBERS
from hudhud.read.step_rules import STEPS
from hudhud.read.time_tokens import Item, tokenise
from hudhud.read.year_rules import YEARS

__all__ = ["Mention", "read_mentions"]

_MACROS = {
    "COUNT": "count | day | int | year | vague_count | a",
    "FIGURE": "day | int | count",
    "UNIT": "unit | units | half",
    "NUMERAL": "day | ordinal",
    "SEP": "hyphen | dash | slash | to | and | comma | or | until | till | through",
    "DATE": "x_dm | x_md | x_iso",
    "DAYISH": "x_dm | x_md | x_iso | x_weekday | x_feast | x_day",
    "ANY": "x_dm | x_md | x_iso | x_weekday | x_feast | x_day | x_month | x_year | x_season | x_decade | x_century "
    "| x_quarter | x_rel | x_part",
    "APPROX": "about | around | approximately | roughly | nearly | almost | over | under | just | some | exactly "
    "| only | circa | ca | (more | less) than | at (least | most) | up to | c sign?",
}
_LEVELS = [Level(rules, _MACROS) for rules in (NUMBERS, CALENDAR + YEARS, LISTS, STEPS + DURATIONS, TIMES, COMPOSED)]


class Mention(NamedTuple):
    """A phrase of time: what it says, where it stands, and its kind in the grammar (`x_md`, `x_rel`, `x_dur`...)."""

    node: Node
    start: int
    end: int
    kind: str


def read_mentions(text: str) -> tuple[list[Mention], list[Item]]:
    """The phrases of time in `text`, in order, and the row of items around them."""
    row = tokenise(text)
    codes = codes_of(row)
    for level in _LEVELS:
        row, codes = level.reduce(row, codes)
    mentions = [
        Mention(cast(Node, item.value), item.start, item.end, item.kind)
        for item in row
        if item.kind[:2] == "x_" and item.kind != "x_the"
    ]
    return mentions, row
