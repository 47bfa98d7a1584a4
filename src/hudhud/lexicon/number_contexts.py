"""Words beside a number that tell what it is not: a date, a time, an age, a name."""

__all__ = [
    "CLOCK",
    "FORMATIONS",
    "LABELS",
    "MONTHS",
    "ONE_AFTER",
    "ONE_BEFORE",
    "SCORE_VERBS",
    "STREETS",
    "TITLED_BY",
    "WEEKDAYS",
]

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec".split()
)
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)
CLOCK = frozenset("am pm a.m a.m. p.m p.m. o o'clock oclock gmt utc est edt cet".split())

LABELS = frozenset(
    "resolution resolutions article articles section sections paragraph paragraphs chapter chapters highway "
    "highways route routes page pages phase phases flight flights version versions no number nos type mark mk "
    "level category appendix annex table figure room row seat block gate channel pier line platform apartment "
    "suite runway terminal rule law decree directive bill act title clause amendment protocol volume vol "
    "episode stage tier class grade lane rank ranked area areas zone zones sector checkpoint camp district "
    "precinct ward unit battalion brigade division station motorway interstate road avenue street autoroute "
    "task kilometre psalm verse magnitude hq group track model series century week game round quarter covid "
    "formula top big".split()
)
"""Words that a numeral after them names (`Resolution 2254`, `area 1`), where no counted noun follows."""

FORMATIONS = frozenset(
    "brigade division battalion regiment squadron corps army infantry airborne panzer mechanised mechanized "
    "parachute motorised motorized armoured st nd rd th".split()
)
"""Singular nouns after digits that make a unit's name: `604 brigade`."""

SCORE_VERBS = frozenset(
    "beat beats won win wins lost loses draw drew drawn defeated thrashed score scored victory defeat tie "
    "tied lead led vote voted ruled ahead trailed leading trailing match final game home away half-time".split()
)
ONE_BEFORE = frozenset(
    "no any every each this that the another which someone anyone everyone some only first last next latest "
    "previous number big good bad new old right wrong other same little loved day square".split()
)
"""Words before `one` that make it a pronoun; with a counted noun after it, only `no` and its like do."""

ONE_AFTER = frozenset(
    "day night morning afternoon evening time way thing another side hand end can could must should would may "
    "might will has had is was 's that who which whose by after that's and to at s on in with for".split()
)
"""Words after `one` that make it no count of what follows."""

TITLED_BY = frozenset("group big area phase world formula channel table page week game day round".split())

STREETS = frozenset("road rd street st avenue ave lane drive boulevard blvd way square".split())
