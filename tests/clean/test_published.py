from datetime import date

import pytest

from hudhud.clean.dates import find_dates
from hudhud.clean.published import UNKNOWN, published_at
from hudhud.records import DatePrecision


def infer(text: str, today: date | None = None) -> tuple[date | None, date | None, str]:
    found, _ = published_at(printed=(), fields=(), given=None, text=text, today=today)
    return found.day, found.last_day, found.how


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The toll rose on Tuesday, 28 March 2017, in Tarfa.", date(2017, 3, 28)),
        ("On Monday 19 December the council met. It had met in 2015 and in 2016.", date(2016, 12, 19)),
        ("Clashes on 24 March 2017 killed two men in Tarfa.", date(2017, 3, 24)),
    ],
)
def test_a_day_told_as_news_gives_the_week_that_follows(text: str, day: date) -> None:
    assert infer(text) == (day, date.fromordinal(day.toordinal() + 6), "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "On 7 April they left. The old ruler was overthrown in 2011.",
        "The army left Tarfa on Tuesday, two residents said.",
        "The vote will be held on Monday, 3 June 2019, the speaker said.",
        "x" * 500 + " It had begun on 3 May 2014.",
    ],
)
def test_history_plans_and_days_without_a_year_give_nothing(text: str) -> None:
    assert infer(text) == (None, None, "unknown")


def test_nothing_is_inferred_after_today() -> None:
    assert infer("The toll rose on Tuesday, 28 March 2017.", date(2017, 3, 1)) == (None, None, "unknown")


def test_an_ambiguous_printed_date_yields_to_a_given_day() -> None:
    printed = list(find_dates("03/05/2024"))
    found, _ = published_at(printed=printed, fields=(), given="2024-05-03", text="", today=None)
    assert (found.day, found.how) == (date(2024, 5, 3), "given")
    alone, _ = published_at(printed=printed, fields=(), given=None, text="", today=None)
    assert (alone.day, alone.last, alone.precision) == (date(2024, 3, 5), date(2024, 5, 3), DatePrecision.RANGE)


def test_a_future_date_gives_way_to_the_next_one() -> None:
    found, dropped = published_at(
        printed=(), fields=["2031-05-03"], given="2024-05-03", text="", today=date(2024, 6, 1)
    )
    assert (found.day, found.how) == (date(2024, 5, 3), "given")
    assert [item.reason for item in dropped] == ["future date"]


def test_no_date_at_all_is_unknown() -> None:
    found, _ = published_at(printed=(), fields=["soon"], given="recently", text="", today=date(2024, 6, 1))
    assert found == UNKNOWN
