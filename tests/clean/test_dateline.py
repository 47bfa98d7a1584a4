import pytest

from hudhud.clean.dateline import read_dateline

REST = "Two bridges were closed after shelling, the police said."


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("TRIPOLI (Reuters) — ", "TRIPOLI", "Reuters"),
        ("SANA'A, Yemen, May 4 – ", "SANA'A", None),
        ("MEXICO CITY, Feb. 8 (UPI) — ", "MEXICO CITY", "UPI"),
        ("BEIRUT, Lebanon — ", "BEIRUT", None),
        ("RIYADH: ", "RIYADH", None),
        ("Tripoli, 4 April 2019 (Lana) - ", "Tripoli", "Lana"),
        ("Geneva/Damascus, 3 May 2018 – ", "Geneva/Damascus", None),
        ("New York ( CNN ) -- ", "New York", " CNN "),
        ("(AFP) - ", None, "AFP"),
        ("WASHINGTON -- ", "WASHINGTON", None),
    ],
)
def test_a_dateline_gives_place_and_agency(opening: str, place: str | None, agency: str | None) -> None:
    found = read_dateline(opening + REST)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (opening + REST)[found.end :] == REST


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "UPDATE: Two bridges were closed after shelling, the police said on Monday.",
        "The general – a man of few words – said nothing about the bridges.",
        "Haftar - the commander of the east - said nothing about the bridges.",
        "UN: Two bridges were closed after shelling, the police said on Monday.",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert read_dateline(text) is None
