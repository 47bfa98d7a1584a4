import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hudhud
from hudhud.errors import DataMissing, UnreadableInput
from hudhud.lexicon.countries import adjectives, capitals, countries, country_named
from hudhud.lexicon.gazetteer import Gazetteer, add_places
from hudhud.lexicon.key_filter import KeyFilter
from hudhud.lexicon.spelling import fold, skeleton

GAZETTEER = Gazetteer.open()
GAZETTEER_PATH = Path(hudhud.__file__).parent / "data" / "gazetteer.sqlite"


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Misrata", "LY", 32.38, 15.09),
        ("Misratah", "LY", 32.38, 15.09),
        ("Misurata", "LY", 32.38, 15.09),
        ("مصراتة", "LY", 32.38, 15.09),
        ("سرت", "LY", 31.21, 16.59),
        ("Abu Grein", "LY", 31.45, 15.24),
        ("Abu Qurayn", "LY", 31.45, 15.24),
        ("Sadada", "LY", 31.33, 14.68),
        ("Tawergha", "LY", 32.01, 15.11),
        ("Ras Lanuf", "LY", 30.50, 18.57),
        ("Ain Zara", "LY", 32.80, 13.27),
        ("Nofaliya", "LY", 30.78, 17.83),
        ("Harawa", "LY", 31.07, 17.33),
        ("Wershefana", "LY", 32.65, 12.95),
        ("Jufra", "LY", 29.1, 16.0),
        ("Kufra", "LY", 24.18, 23.31),
        ("Sebrata", "LY", 32.79, 12.48),
        ("Beni Walid", "LY", 31.76, 13.98),
        ("Zwara", "LY", 32.93, 12.08),
        ("Gharian", "LY", 32.17, 13.02),
        ("Tarhouna", "LY", 32.43, 13.63),
        ("Kobani", "SY", 36.89, 38.35),
        ("Ain al-Arab", "SY", 36.89, 38.35),
        ("Tuz Khurmatu", "IQ", 34.89, 44.63),
        ("Hodeidah", "YE", 14.80, 42.95),
        ("El Geneina", "SD", 13.45, 22.45),
        ("Avdeevka", "UA", 48.14, 37.74),
        ("Авдіївка", "UA", 48.14, 37.74),
        ("Ménaka", "ML", 15.92, 2.40),
    ],
)
def test_a_place_of_war_is_found_in_each_spelling(name, country, lat, lon):
    places = [entry for entry in GAZETTEER.look_up(name) if entry.country == country]
    assert any(abs(entry.lat - lat) < 0.2 and abs(entry.lon - lon) < 0.2 for entry in places)


@pytest.mark.parametrize("name", ["Misuraatah", "Terhounah", "Gharyaan", "Sabraatha", "Deir az-Zoor"])
def test_an_unlisted_transliteration_is_found_by_its_consonants(name):
    assert not GAZETTEER.look_up(name)
    assert GAZETTEER.spelled_like(name)


@pytest.mark.parametrize(
    "name", ["Darfur", "Sahel", "Donbas", "Fezzan", "Gaza Strip", "Golan Heights", "Red Sea", "Middle East"]
)
def test_regions_and_seas_have_a_radius(name):
    assert any(entry.kind in "RW" and entry.radius_km > 10 for entry in GAZETTEER.look_up(name))


def test_admin_areas_have_names_and_points():
    helmand = next(entry for entry in GAZETTEER.look_up("Helmand") if entry.kind == "A1")
    assert (helmand.country, GAZETTEER.admin("AF", helmand.admin1)) == ("AF", helmand)
    assert any(entry.kind == "A2" and entry.admin1 == "TX" for entry in GAZETTEER.look_up("Lamar County"))


def test_a_border_is_the_same_from_both_sides():
    assert GAZETTEER.border("LY", "EG") == GAZETTEER.border("EG", "LY") != ()
    assert GAZETTEER.border("LY", "")
    assert not GAZETTEER.border("LY", "UA")


def test_the_south_of_a_country_lies_south_of_its_north():
    south, north = GAZETTEER.part("LY", "s"), GAZETTEER.part("LY", "n")
    assert south is not None
    assert north is not None
    assert south.lat < north.lat


def test_countries_are_named_in_many_ways():
    assert len(countries()) == 250
    assert {country_named(name).iso2 for name in ("Britain", "U.K.", "United Kingdom", "Great Britain")} == {"GB"}  # type: ignore[union-attr]
    assert country_named("ليبيا") == countries()["LY"]
    assert (adjectives()["Libyan"], adjectives()["Dutch"], capitals()["tripoli"]) == ("LY", "NL", "LY")
    assert country_named("Atlantis") is None


def test_opening_and_looking_up_are_fast():
    began = time.process_time()
    opened = Gazetteer(GAZETTEER_PATH)
    assert time.process_time() - began < 0.05
    names = [
        f"{first}{last}" for first in ("Ab", "Mis", "Ser", "Tor") for last in ("ara", "tun", "ville", "abad", "osk")
    ]
    began = time.process_time()
    for _ in range(50):
        for name in names:
            opened.look_up(name)
    assert (time.process_time() - began) / (50 * len(names)) < 0.0001


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(DataMissing, match="build"):
        Gazetteer(tmp_path / "none.sqlite")


def test_a_users_csv_is_found_beside_the_shipped_places(tmp_path, monkeypatch):
    source, target = tmp_path / "mine.csv", tmp_path / "mine.sqlite"
    source.write_text(
        "name,lat,lon,country,kind,also\nCheckpoint Seventeen,31.5,15.2,LY,S,Gate 17|بوابة 17\n", encoding="utf-8"
    )
    assert add_places(source, target) == add_places(source, target) == 1
    monkeypatch.setenv("HUDHUD_PLACES", str(target))
    found = Gazetteer.open().look_up("gate 17")
    assert [(entry.name, entry.kind, entry.lat) for entry in found] == [("Checkpoint Seventeen", "S", 31.5)]
    assert Gazetteer.open().look_up("Misrata")


def test_a_geonames_dump_is_read(tmp_path):
    source, target = tmp_path / "LY.txt", tmp_path / "mine.sqlite"
    fields = [
        "88319",
        "Benghazi",
        "Benghazi",
        "Bengasi,Banghazi",
        "32.1",
        "20.1",
        "P",
        "PPLA",
        "LY",
        "",
        "69",
        "",
        "",
        "",
        "650629",
    ]
    source.write_text("\t".join([*fields, "", "", "Africa/Tripoli", "2020-01-01"]) + "\n", encoding="utf-8")
    assert add_places(source, target) == 1
    assert Gazetteer(GAZETTEER_PATH, target).look_up("Bengasi")[0].population == 650629


@pytest.mark.parametrize("text", ["", "town,latitude\nX,1\n", "name,lat,lon\nX,north,2\n"])
def test_another_file_is_refused_with_a_reason(tmp_path, text):
    source = tmp_path / "wrong.csv"
    source.write_text(text, encoding="utf-8")
    if text:
        with pytest.raises(UnreadableInput, match="GeoNames"):
            add_places(source, tmp_path / "mine.sqlite")
    else:
        assert add_places(source, tmp_path / "mine.sqlite") == 0


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_name_crashes_a_look_up(name):
    assert isinstance(GAZETTEER.look_up(name), tuple)
    assert isinstance(GAZETTEER.spelled_like(name), tuple)
    assert fold(fold(name)) == fold(name)
    assert isinstance(skeleton(name), str)


@settings(deadline=None)
@given(st.sets(st.text(min_size=1, max_size=12), min_size=1, max_size=50))
def test_a_filter_forgets_no_key(keys):
    known = KeyFilter.of(keys)
    assert all(key in known for key in keys)
