from hudhud.clean.page import read_text
from hudhud.clean.wrapping import whole_lines


def joined(text: str) -> list[str]:
    return whole_lines(read_text(text))


def test_paragraphs_broken_at_a_column_are_put_together() -> None:
    text = (
        "A ceasefire held for a second day in the oasis on Tuesday, monitors\n"
        "said, as the first lorries with flour reached the market and people\n"
        "queued for bread in the sun."
    )
    assert joined(text) == [text.replace("\n", " ")]


def test_a_list_of_headlines_stays_a_list() -> None:
    lines = [
        "Harbour company saves water with a new machine",
        "Interview with the envoy on the wells of Tarfa",
        "Dogs of Marsa Tir to be fitted with warm vests",
    ]
    assert joined("\n".join(lines)) == lines


def test_a_link_on_a_line_of_its_own_is_put_back_into_its_sentence() -> None:
    assert joined("In the past two days, the U.N.-led \nmission\n carried out five patrols, the office said.") == [
        "In the past two days, the U.N.-led mission carried out five patrols, the office said."
    ]


def test_a_menu_is_not_joined() -> None:
    assert joined("Menu\nin") == ["Menu", "in"]


def test_a_dateline_alone_stands_with_its_text() -> None:
    assert joined("TARFA, Sahl —\n\nThe army left at dawn.") == ["TARFA, Sahl — The army left at dawn."]
