from datetime import date

import pytest

from hudhud.clean.dates import date_line, find_dates, leading_date, read_date
from hudhud.records import DatePrecision


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 May 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Fri 3rd of May 2024", "2024-05-03"),
        ("2024/05/03", "2024-05-03"),
        ("03.05.2024", "2024-05-03"),
        ("5/23/2024", "2024-05-23"),
        ("23/5/2024", "2024-05-23"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("January 29 , 2011", "2011-01-29"),
        ("٢٨ مارس ٢٠٢٢", "2022-03-28"),
        ("28 آذار 2022", "2022-03-28"),
    ],
)
def test_a_printed_day_is_read(words: str, day: str) -> None:
    assert [found.first.isoformat() for found in find_dates(f"It says {words} here")] == [day]


def test_a_date_that_can_be_read_two_ways_keeps_both() -> None:
    (found,) = find_dates("03/05/2024")
    assert (found.first, found.last) == (date(2024, 3, 5), date(2024, 5, 3))
    assert found.precision is DatePrecision.RANGE


def test_a_month_is_its_first_to_its_last_day() -> None:
    (found,) = find_dates("February 2024")
    assert (found.first, found.last, found.precision) == (date(2024, 2, 1), date(2024, 2, 29), DatePrecision.MONTH)


@pytest.mark.parametrize("words", ["31 February 2024", "99/99/2024", "may 20244", "version 1.2.2024.5"])
def test_what_is_no_day_is_not_read_as_one(words: str) -> None:
    assert not [found for found in find_dates(words) if found.precision is DatePrecision.DAY]


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("2017-03-28T23:30:00-05:00", "2017-03-28"),
        ("2017-03-28T00:30:00+09:00", "2017-03-28"),
        ("Tue, 28 Mar 2017 19:02:00 GMT", "2017-03-28"),
        ("20170328T190200Z", "2017-03-28"),
        ("2017-03", "2017-03-01"),
        ("2017", "2017-01-01"),
    ],
)
def test_a_field_keeps_its_local_day(field: str, day: str) -> None:
    found = read_date(field)
    assert found is not None
    assert found.first.isoformat() == day


@pytest.mark.parametrize("field", ["", "yesterday", "n/a", "0000-00-00"])
def test_a_field_without_a_date_gives_none(field: str) -> None:
    assert read_date(field) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Friday 3 May 2024, 14:05 GMT", "2024-05-03"),
        ("Posted on May 3, 2024 at 5:02 pm | Updated May 9, 2024", "2024-05-03"),
        ("Updated May 9, 2024 – Published May 3, 2024", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("The truce of 3 May 2024 held.", None),
        ("3 May 2024: shelling in Tarfa", None),
    ],
)
def test_a_line_that_is_only_a_date_is_told_from_one_with_a_date(line: str, day: str | None) -> None:
    found = date_line(line)
    assert (found.first.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Wednesday 9 March 2022 10.47 GMT The governor has resigned", "The governor has resigned"),
        ("March 9, 2022 | By Jane Roe", "By Jane Roe"),
        ("9 March 2022 was a dark day", None),
        ("9 March 2022 : One 's not going", None),
        ("On 9 March 2022 The Front attacked", None),
    ],
)
def test_a_date_fused_with_the_text_is_cut_off(line: str, rest: str | None) -> None:
    found = leading_date(line)
    assert (line[found[1] :] if found else None) == rest
