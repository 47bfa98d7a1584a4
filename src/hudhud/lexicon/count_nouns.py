"""Nouns whose form does not show that they are counted, and words that end the counted phrase."""

__all__ = ["IRREGULAR_PLURALS", "NOT_PLURAL", "STOPS", "TAILS"]

IRREGULAR_PLURALS = frozenset(
    "people men women children police personnel staff troops military civilians servicemen servicewomen "
    "policemen policewomen gunmen militiamen fishermen fishers clergymen businessmen congressmen "
    "congresswomen spokesmen tribesmen countrymen infantrymen seamen firemen airmen guardsmen lawmen workmen "
    "craft aircraft helicopters spacecraft hovercraft cattle sheep livestock youth infantry cavalry folk "
    "lives wives families bodies casualties feet teeth mice geese oxen data media criteria phenomena fish "
    "dead wounded injured missing others elderly fatalities sq km headquarters barracks series species "
    "ordnance relatives kinsmen crewmen journalists horsemen bystanders schoolchildren grandchildren "
    "stepchildren kids personnels".split()
)
NOT_PLURAL = frozenset(
    "us this his is was has its as less previous serious various religious dangerous famous nervous "
    "suspicious mysterious numerous civilian yes across class mass press boss gas bus virus campus status "
    "crisis analysis basis always perhaps besides towards afterwards plus minus versus business access "
    "process success congress express thus homeless helpless wireless does goes says serves anonymous "
    "enormous indigenous devious hazardous infectious simultaneous populous notorious courageous ambitious "
    "jobless stateless overseas politics news defenceless defenseless nameless unless regardless whereas".split()
)
"""Words in -s that are no plural noun."""

STOPS = frozenset(
    "a an the and or but nor of in on at by for from to with without within into onto over under after before "
    "since until till during between among amid against about around near off up down out through across "
    "along behind beyond inside outside than as if that which who whom whose when where while because so "
    "though although however is are was were be been being has have had having do does did will would can "
    "could may might must shall should not no he she it they we you i him her them us this these those there "
    "here its their his our my your then also only just per each every both either all any more less fewer "
    "last next ago later earlier today yesterday tomorrow now still already yet even via despite including "
    "according said says say saying told reported came come went go got get took take made make remain "
    "remained died die killed wounded injured hurt captured arrested detained kidnapped abducted displaced "
    "fled lost left began begin became become appeared seemed were're it's who've what alone altogether "
    "combined overall apiece too very well away back again live lived stayed arrived gathered crossed "
    "returned entered joined surrendered perished drowned suffered sustained survived escaped remains missing "
    "plus minus versus upwards".split()
)
"""Words that no counted noun phrase goes on through."""

TAILS = frozenset(
    "deaths fatalities casualties injuries members fighters soldiers troops victims families prisoners "
    "detainees hostages workers officers refugees civilians residents houses homes attacks strikes vehicles "
    "personnel people killings arrests villages groups martyrs recruits supporters leaders commanders "
    "officials".split()
)
"""Plural nouns that a first plural only describes: `12 police officers`, `200 refugees families`."""
