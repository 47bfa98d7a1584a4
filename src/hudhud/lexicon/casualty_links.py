"""Small words between a casualty word and the people it tells of: helpers, joints of lists, breaks, tellings."""

__all__ = [
    "ADDING",
    "ADVERBS",
    "ARTICLES",
    "BACKGROUND",
    "BE",
    "BREAKS",
    "COLON_REACH",
    "COMPANY_REACH",
    "COUNTS",
    "JOINS",
    "LIST_GAPS",
    "NEGATIVES",
    "NO_TOLL",
    "OPENERS",
    "OWNERS",
    "PLURAL_OUTCOMES",
    "PREPOSITIONS",
    "QUOTES",
    "REACHED_REACH",
    "REACHES",
    "RELATIVES",
    "SUFFERING",
    "TOGETHER",
    "TOLD",
]

BE = frozenset({"was", "were", "been", "being", "be", "is", "are", "got", "get", "getting"})
ADVERBS = frozenset(
    "reportedly allegedly also apparently later subsequently then both all either confirmed initially now "
    "already only fatally critically seriously severely lightly slightly mostly instantly immediately "
    "successfully safely tragically have has had having may might must reported believed said thought feared "
    "found left brutally further likely just presumed so positively not to".split()
)
OPENERS = frozenset(
    "the of up an a total also reportedly approximately lives life what as many some both another additional "
    "dead further yet at least entire whole family".split()
)
JOINS = frozenset(
    {
        "and",
        ",",
        "as",
        "well",
        "along",
        "with",
        "together",
        "alongside",
        "plus",
        "&",
        "also",
        "both",
        "but",
        "possibly",
        "perhaps",
    }
)
PREPOSITIONS = frozenset(
    "in on at by from near during after before with for into against over between of towards toward targeting "
    "hit hitting struck striking to around behind using".split()
)
RELATIVES = frozenset({"that", "which", "who"})
BACKGROUND = frozenset(
    "responsible suspected involved linked participated planned planning accused directed intended conspired "
    "plotting plotted connection".split()
)
ARTICLES = frozenset({"a", "an", "the"})
OWNERS = frozenset({"the", "his", "her", "their", "its"})
NEGATIVES = frozenset({"no", "nobody", "none", "without", "neither", "never", "not"})
PLURAL_OUTCOMES = frozenset({"injuries", "deaths", "fatalities", "martyrs"})
TOGETHER = frozenset({"along", "alongside", "together"})
COMPANY_REACH = 7
"""Tokens from the verb to its company: `was killed in the same incident, along with his son`."""

COUNTS = frozenset({"count", "counts", "toll", "tally", "figure"})
REACHES = frozenset("reached reaching at as to be was is were hit passed rose climbed stood high".split())
REACHED_REACH = 9
"""Tokens from the outcome to its number: `the number of guards killed in the raid on the port reached 39`."""

COLON_REACH = 7
"""Tokens from people to the colon before their names."""

LIST_GAPS = frozenset(
    tuple(gap.split())
    for gap in ("and", ", and", ",", "as well as", "along with", ", along with", "alongside", "together with")
)
"""What stands between two of a list: `a woman along with her husband, and two children`."""

QUOTES = frozenset('“”"„«»')
SUFFERING = frozenset({"sustained", "suffered", "sustaining", "suffering"})
NO_TOLL = frozenset(
    "his her their its the to for no any of from with these those civilian my such 's serious whose unto "
    "sustained suffered minor severe various".split()
)
TOLD = frozenset(
    "according said says wrote tweeted posted post stated claimed told sources source noted added mentioned "
    "reports report tweet facebook twitter twitter/x agency correspondent channel ministry shared page user "
    "users account initially updated estimated spokesman spokesperson outlet outlets media".split()
)
ADDING = frozenset({"another", "additional", "also", "other", "others", "further", "more", "additionally"})
BREAKS = frozenset({";", "while", "but", "whereas", "when"})
