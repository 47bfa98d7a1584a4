"""Words of increase, decrease and addition, by direction."""

__all__ = ["BY_VERBS", "CHANGE_NOUNS", "DOWN", "PHRASAL", "SO_FAR", "TAKES_OBJECT", "TOTALS", "TOTAL_VERBS", "UP"]

UP = frozenset(
    "up rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing "
    "grow grows grew grown growing gain gains gained gaining jump jumps jumped jumping add adds added adding "
    "surge surges surged soar soars soared spike spiked advance advanced rally rallied boost boosted boosting "
    "swell swelled expand expanded surging soaring higher raise raises raised raising edged improved improve".split()
)
DOWN = frozenset(
    "down fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping "
    "decline declines declined declining cut cuts cutting reduce reduces reduced reducing shrink shrank "
    "shrunk lose loses lost losing slip slipped slid slide slump slumped plunge plunged plummet plummeted "
    "tumble tumbled shed dip dipped lower lowered lowering eased ease sank sink halved slashed slash".split()
)
CHANGE_NOUNS = frozenset(
    "increase rise jump gain surge boost growth spike decrease fall drop decline cut reduction slump loss "
    "improvement uptick hike raise".split()
)
BY_VERBS = UP | DOWN
TAKES_OBJECT = frozenset(
    "lost lose loses losing added adds add adding raised raise raising lowered cut cutting shed gained gain "
    "gaining boost boosted eased dropped drop dropping reduce reduced halved slashed expand expanded lower "
    "higher improved".split()
)
"""Verbs whose object may be what is counted: `lost 20 men`, `dropped two bombs`. They tell a change of amounts only."""

PHRASAL = frozenset(
    "gave give gives giving given blew blow blowing set sets setting shot picked pick made make makes rounded "
    "rounding backed lined turned turn broke held shut took gunned mowed tore burned burnt burning hunted "
    "tracked brought put locked closed bulldozed knocked pinned struck".split()
)
"""Verbs that `up` and `down` belong to: `blew up 12 houses`, `gunned down five people`."""

TOTALS = frozenset("toll total tally".split())
TOTAL_VERBS = frozenset("to at reached reaches passed exceeds now surpassed hit topped".split())
SO_FAR = (
    "so far",
    "to date",
    "since",
    "in the past",
    "over the past",
    "over the last",
    "during the past",
    "until now",
)
"""Phrases near a number that make it one of a period."""
