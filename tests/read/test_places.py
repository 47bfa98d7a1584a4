import math
import time

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from hudhud.read.place_offsets import distance_km, move
from hudhud.read.places import PlaceRole, find_mentions, find_places, is_metonym, locate
from hudhud.records import Place, PlacePrecision, Span

unhurried = settings(deadline=None)  # the first look-ups read the file


def only(text: str, **options: object) -> Place:
    (place,) = find_places(text, **options)  # type: ignore[arg-type]
    return place


@pytest.mark.parametrize(
    ("sentence", "words", "precision"),
    [
        ("Camps lie 45km south of Sirte.", "45km south of Sirte", PlacePrecision.NEAR),
        ("Camps lie 30 miles (48 km) west of Mosul.", "30 miles (48 km) west of Mosul", PlacePrecision.NEAR),
        ("French jets flew over southern Libya.", "southern Libya", PlacePrecision.REGION),
        ("Shells fell near Misrata.", "near Misrata", PlacePrecision.NEAR),
        ("They shut the road to Misrata.", "the road to Misrata", PlacePrecision.NEAR),
        ("A tanker burned off the coast of Libya.", "off the coast of Libya", PlacePrecision.REGION),
        ("It hit the southern suburbs of Tripoli.", "the southern suburbs of Tripoli", PlacePrecision.NEAR),
        ("Mines lie between Misrata and Sirte.", "between Misrata and Sirte", PlacePrecision.NEAR),
        ("Trucks queue at the Egypt-Libya border.", "the Egypt-Libya border", PlacePrecision.REGION),
        ("Mortars hit Aleppo’s western outskirts.", "Aleppo’s western outskirts", PlacePrecision.NEAR),
        ("He was born in Sirte.", "Sirte", PlacePrecision.TOWN),
        ("The war in Libya goes on.", "Libya", PlacePrecision.COUNTRY),
        ("It happened in Helmand province.", "Helmand", PlacePrecision.PROVINCE),
        ("They met at Tripoli International Airport.", "Tripoli International Airport", PlacePrecision.SITE),
    ],
)  # fmt: skip
def test_the_whole_expression_is_one_place(sentence, words, precision):
    place = only(sentence)
    assert (place.text, place.precision) == (words, precision)
    assert place.radius_km is not None
    assert place.radius_km > 0


def test_a_relative_place_keeps_the_name_it_is_told_by():
    place = only("Jihadists hold camps 45km south of Sirte.")
    assert (place.name, place.country) == ("Sirte", "LY")
    assert place.lat is not None
    assert 30.7 < place.lat < 30.9


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rebels left Tripoli for Sirte and Misrata.", "LY"),
        ("Sunni gunmen clashed in Tripoli, near Beirut and Sidon in Lebanon.", "LB"),
        ("The fire in Paris, Texas, spread towards Dallas.", "US"),
        ("The mayor of Paris met ministers in Lyon and Marseille.", "FR"),
    ],
)
def test_a_name_of_two_countries_goes_with_the_places_around_it(text, country):
    place = next(place for place in find_places(text) if place.name in ("Tripoli", "Paris"))
    assert place.country == country


def test_the_publisher_and_hints_speak_for_a_country():
    text = "The council of Alexandria closed two schools."
    assert only(text, hints=["Egyptian"]).country == "EG"
    assert only(text, publisher="www.thenews.eg").country == "EG"


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Washington said it would wait.", "Washington", PlaceRole.GOVERNMENT),
        ("The Tobruk-based parliament met.", "Tobruk", PlaceRole.GOVERNMENT),
        ("US forces bombed a camp.", "US", PlaceRole.GOVERNMENT),
        ("The Pentagon denied it.", "Pentagon", PlaceRole.GOVERNMENT),
        ("He spoke at the Pentagon.", "Pentagon", PlaceRole.PLACE),
        ("Talks between Russia and Turkey failed.", "Turkey", PlaceRole.GOVERNMENT),
        ("The Misrata Brigade advanced.", "Misrata", PlaceRole.PART_OF_NAME),
        ("The Central Bank of Libya paid.", "Libya", PlaceRole.PART_OF_NAME),
        ("Libyan officers agreed.", "Libyan", PlaceRole.PEOPLE),
        ("A bomb hit Paris, Texas.", "Texas", PlaceRole.CONTEXT),
        ("A car bomb went off in Washington.", "Washington", PlaceRole.PLACE),
        ("Fighting spread in Libya.", "Libya", PlaceRole.PLACE),
    ],
)
def test_a_government_is_told_from_a_place(sentence, name, role):
    span = Span(sentence.index(name), sentence.index(name) + len(name))
    found = next(mention for mention in find_mentions(sentence, names=[span]) if mention.name == span)
    assert found.role is role if name != "Texas" else find_mentions(sentence)[-1].role is role
    if role in (PlaceRole.PLACE, PlaceRole.GOVERNMENT):
        assert is_metonym(sentence, span) is (role is PlaceRole.GOVERNMENT)


@pytest.mark.parametrize(
    "text", ["Peter Cook spoke. Cook said so.", "Reading is fun.", "John Kerry left. Kerry denied it."]
)
def test_people_and_common_words_are_no_places(text):
    assert find_places(text) == []


def test_given_names_are_all_answered_even_when_unknown():
    text = "They fled Xqzvtown for Sirte."
    unknown, sirte = find_mentions(text, names=[Span(10, 18), Span(23, 28)])
    assert (unknown.place.text, unknown.place.gazetteer_id) == ("Xqzvtown", None)
    assert sirte.place.gazetteer_id is not None


def test_an_unknown_name_lies_where_the_rest_of_the_article_does():
    text = "They fled Xqzvton for Sirte, Bin Jawad and Harawa."
    found = find_mentions(text, names=[Span(10, 17), Span(22, 27), Span(29, 38), Span(43, 49)])
    assert found[0].place.precision is PlacePrecision.PROVINCE
    assert found[0].place.country == "LY"
    assert (found[0].place.radius_km or 0) >= 100


def test_arabic_text_is_read():
    names = {place.name for place in find_places("سيطرت القوات على أحياء في سرت وقصفت مصراتة قرب طرابلس في ليبيا")}
    assert {"Sirte", "Misrata", "Tripoli", "Libya"} <= names


def test_locate_takes_one_name():
    paris = locate("Paris", countries=["US"])
    assert paris is not None
    assert paris.country == "US"
    near = locate("Tripoli", near=(34.4, 35.8))
    assert near is not None
    assert near.country == "LB"
    assert locate("Xqzvton") is None
    assert locate("") is None


def test_a_long_article_is_read_quickly():
    text = "Forces from Misrata left Sirte for Bani Walid and Tripoli, said a man in Benghazi, Libya. " * 55
    find_places(text)
    began = time.process_time()
    find_places(text)
    assert time.process_time() - began < 0.25  # measured 0.03; the bound only catches a change of order


@unhurried
@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(0, 360), st.floats(0, 500))
def test_moving_agrees_with_the_ellipsoid(lat, lon, bearing, km):
    truth = Geodesic.WGS84.Direct(lat, lon, bearing, km * 1000)
    moved = move(lat, lon, bearing, km)
    off = Geodesic.WGS84.Inverse(truth["lat2"], truth["lon2"], *moved)["s12"] / 1000
    assert off <= 0.008 * km + 0.001
    assert math.isclose(distance_km(lat, lon, *moved), km, rel_tol=1e-6, abs_tol=1e-3)


@unhurried
@given(st.text(max_size=200))
def test_no_text_crashes_and_words_slice_back(text):
    check(text)


WORDS = st.sampled_from(
    "Sirte Misrata Libya, Texas. the of and 45km south Egypt-Libya border between near road to Washington said US (AP) "
    "Libyan southern coast off سرت في al-Bab Deir ez-Zor St. N.C. , - 's".split()
)


@unhurried
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_no_heap_of_place_words_crashes(text):
    check(text)


def check(text: str) -> None:
    for found in find_mentions(text):
        assert found.place.span is not None
        assert found.place.span.of(text) == found.place.text
        assert found.place.span.start <= found.name.start < found.name.end <= len(text)


NEUTRAL = [
    "The meeting lasted two hours.",
    "Nobody was hurt, a man said.",
    "Prices rose again.",
    "It rained all night long.",
]


@unhurried
@given(st.sampled_from(NEUTRAL), st.booleans())
def test_a_sentence_without_places_changes_no_value(extra, is_before):
    text = "Rebels left Tripoli. Camps lie 45km south of Sirte, near Paris, Texas."
    joined = f"{extra} {text}" if is_before else f"{text} {extra}"
    plain, longer = find_places(text), find_places(joined)
    shift = len(extra) + 1 if is_before else 0
    assert [place.shifted(shift) for place in plain] == longer
