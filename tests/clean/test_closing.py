import pytest

from hudhud.clean.closing import closing_cut, closing_reason

BODY = "The army left Tarfa at dawn after a week of talks, two residents said by telephone on Monday. " * 8


@pytest.mark.parametrize(
    "line",
    [
        "Samira Holt is a senior fellow at the Centre for Desert Studies",
        "Jane Roe is the Ledger’s Africa correspondent.",
        "Sahl Watch is an independent website on the politics of the valley.",
        "Omar Zayd reports on the army for Valley Notes.",
    ],
)
def test_a_closing_line_that_introduces_somebody_new_is_a_note(line: str) -> None:
    assert closing_reason(line, [BODY]) == "author note"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Samira Holt is a senior fellow at the Centre for Desert Studies.", "Holt had warned of the attack."),
        ("The deal is the work of an analyst in the capital.", BODY),
        ("It is the only news agency left in the valley.", BODY),
    ],
)
def test_a_closing_line_on_what_the_article_spoke_of_stays(line: str, body: str) -> None:
    assert closing_reason(line, [body]) is None


@pytest.mark.parametrize(
    "note",
    [
        "• Samira Holt is a senior fellow at the Centre for Desert Studies",
        "Additional reporting by Omar Zayd",
        "• This article was amended on 3 May 2021 to correct a name.",
    ],
)
def test_notes_are_cut_off_an_article_that_came_as_one_line(note: str) -> None:
    found = closing_cut(BODY + note)
    assert found is not None
    assert (BODY + note)[found[0] :].strip() == note


def test_an_article_that_ends_as_one_is_left_whole() -> None:
    assert closing_cut(BODY + "“Find them a way to live,” she said.") is None
