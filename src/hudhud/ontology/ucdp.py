"""UCDP GED's codes: columns, types of violence, precision, regions.

Source: the 49-column layout of the Georeferenced Event Dataset, as public loaders carry it, and its codebook.
"""

__all__ = ["COLUMNS", "MIDDLE_EAST", "NON_STATE", "ONE_SIDED", "REGIONS", "STATE_BASED", "WHERE_PRECISION"]

COLUMNS: tuple[str, ...] = tuple(
    (
        "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
        "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
        "number_of_sources source_article source_office source_date source_headline source_original where_prec "
        "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
        "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best "
        "high low gwnoa gwnob"
    ).split()
)

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3

# A precision of places → where_prec: 1 exact, 2 within 25 km, 3 second-order division, 4 first-order
# division, 5 a vague stretch of land, 6 country.
WHERE_PRECISION: dict[str, int] = {
    "site": 1,
    "town": 1,
    "near": 2,
    "district": 3,
    "province": 4,
    "region": 5,
    "country": 6,
}

# UN region → UCDP region; the countries of the Middle East stand apart.
REGIONS: dict[str, str] = {
    "Africa": "Africa",
    "Americas": "Americas",
    "Europe": "Europe",
    "Asia": "Asia",
    "Oceania": "Asia",
}
MIDDLE_EAST = frozenset("AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE".split())
