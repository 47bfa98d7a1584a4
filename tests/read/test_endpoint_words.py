import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.read.endpoint_words import Words
from hudhud.records import Span

TEXT = "The “Northern  Command”\nsaid it hadn’t fired – not once. Oudar fell; Oudaris held. Oudar again."


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ('"Northern Command" said', "“Northern  Command”\nsaid"),
        ("hadn't fired - not once", "hadn’t fired – not once"),
        ("Oudaris", "Oudaris"),
        ("  Oudar   fell ", "Oudar fell"),
        ("Oudar", "Oudar"),
    ],
)
def test_words_are_found_with_white_space_and_forms_of_marks_folded(words: str, stands: str) -> None:
    span = Words(TEXT).find(words)
    assert span is not None
    assert span.of(TEXT) == stands


@pytest.mark.parametrize("words", ["northern command", "Command said", "udar", "Oudari", "had fired", "", "   ", "…"])
def test_nothing_else_is_forgiven(words: str) -> None:
    assert Words(TEXT).find(words) is None


def test_of_several_places_the_nearest_is_taken_or_the_one_inside() -> None:
    words = Words(TEXT)
    first, last = TEXT.index("Oudar fell"), TEXT.rindex("Oudar")
    assert words.find("Oudar", near=len(TEXT)) == Span(last, last + 5)
    assert words.find("Oudar", near=0) == Span(first, first + 5)
    assert words.find("Oudar", inside=Span(first + 1, len(TEXT))) == Span(last, last + 5)
    assert words.find("Oudar", inside=Span(0, first + 4)) is None


def test_what_nobody_sees_is_passed_over() -> None:
    text = "The Min\u00adister\u200e Amal Dorre"
    span = Words(text).find("Minister Amal\u200b Dorre")
    assert span is not None
    assert span.of(text) == text[4:]


def test_quotation_marks_can_be_left_out() -> None:
    words = Words("“We left,” he said. “We will ‘not’ return.”", with_quotation_marks=False)
    assert words.find("We will 'not' return") is not None
    assert words.find("We left, he said. We will") is not None


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cf"))), st.data())
def test_every_stretch_between_spaces_is_found_and_slices_back(text: str, data: st.DataObject) -> None:
    words = text.split()
    if words:
        low = data.draw(st.integers(0, len(words) - 1))
        high = data.draw(st.integers(low + 1, len(words)))
        wanted = " ".join(words[low:high])
        span = Words(text).find(wanted)
        assert span is not None
        assert Words(span.of(text)).find(wanted) == Span(0, span.end - span.start)
