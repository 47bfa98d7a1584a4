import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudhud.clean.sentences import paragraph_spans, sentence_spans


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Lt. Col. Idris Saleh met Maj. Gen. Hanan Tarek in Tarfa.", "He left at noon."],
        ["Brig. Gen. A. B. Nour commands the 2nd Bn. there.", "It has 400 men."],
        ["U.S. forces and U.N. monitors met on St. George St. in March.", "Nobody spoke."],
        ["Mr. Issa and Dr. Mansour signed on Jan. 3.", "No. 4 brigade did not."],
        ["The unit moved north.", "It then stopped."],
        ["“We are ready.”", "He did not say for what."],
        ["“We are ready,” he said.", "“Not yet.”"],
        ["Who fired?", "Nobody knows!", "The army denied it."],
        ["They left on Tuesday (the third day).", "Then it rained."],
        ["Prices rose 3.5 percent.", "Bread costs $1.20 now."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("It would be done in Tarfa.Quraysh stressed that a request was needed.", 2),
        ("They met on Sunday.The army left.", 2),
        ("See www.valleynotes.Example.org and the site tarfa.com for more.", 1),
        ("هل ينتهي القتال؟ لا أحد يعرف.", 2),
    ],
)
def test_a_missing_space_still_ends_a_sentence_but_not_an_address(text: str, n: int) -> None:
    assert len(split(text)) == n


def test_sentences_do_not_cross_paragraphs() -> None:
    text = "The heading\n\nThe army left. It rained.\n\nThe end"
    assert split(text) == ["The heading", "The army left.", "It rained.", "The end"]
    assert [span.of(text) for span in paragraph_spans(text)] == ["The heading", "The army left. It rained.", "The end"]


@given(st.text(alphabet="aB .”“?!\n…)(1؟’", max_size=120))
@settings(max_examples=80, deadline=None)
def test_spans_cover_every_character_that_is_not_space(text: str) -> None:
    spans = sentence_spans(text)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)
    assert [span.start for span in spans] == sorted({span.start for span in spans})
