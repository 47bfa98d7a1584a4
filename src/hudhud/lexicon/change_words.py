"""Words of increase, decrease and addition, by direction."""

__all__ = ["BY_VERBS", "CHANGE_NOUNS", "DOWN", "TOTALS", "UP"]

UP = frozenset(
    "up rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing grow grows "
    "grew grown growing gain gains gained gaining jump jumps jumped jumping add adds added adding surge surges surged "
    "soar soars soared spike spiked advance advanced rally rallied boost boosted boosting swell swelled expand expanded "
    "higher raise raises raised raising edged improved improve".split()
)
DOWN = frozenset(
    "down fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline "
    "declines declined declining cut cuts cutting reduce reduces reduced reducing shrink shrank shrunk lose loses lost "
    "losing slip slipped slid slide slump slumped plunge plunged plummet plummeted tumble tumbled shed dip dipped "
    "lower lowered lowering eased ease sank sink halved slashed slash".split()
)
CHANGE_NOUNS = frozenset(
    "increase rise jump gain surge boost growth spike decrease fall drop decline cut reduction slump loss improvement "
    "uptick hike raise".split()
)
BY_VERBS = UP | DOWN
TOTALS = frozenset("toll total tally".split())
