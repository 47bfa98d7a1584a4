"""The shipped model, from text to analysis."""

import pickle
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hudhud.read.encoder as module
from hudhud.errors import DataDamaged, DataMissing, HudhudError
from hudhud.read.analysis import Analysis, Mark
from hudhud.read.encoder import Encoder

MODEL = Path(module.__file__).parent.parent / "data" / "model"
SENTENCE = "The interior minister, Mohammed Hassan, told Reuters that rebels had seized the city of Idlib on Thursday."


@lru_cache(maxsize=1)
def _encoder() -> Encoder:
    return Encoder.load()


def _text(analysis: Analysis, mark: Mark) -> str:
    return analysis.text[analysis.words[mark.start].start : analysis.words[mark.end - 1].end]


def test_words_slice_back_to_the_sentence() -> None:
    (analysis,) = _encoder().read([SENTENCE])
    assert all(SENTENCE[word.start : word.end] == word.text for word in analysis.words)


def test_a_plain_sentence_is_parsed() -> None:
    (analysis,) = _encoder().read(["The rebels seized the town."])
    assert [word.relation for word in analysis.words] == ["det", "nsubj", "root", "det", "obj", "punct"]
    assert [word.head for word in analysis.words] == [1, 2, -1, 4, 2, 2]
    assert [word.lemma for word in analysis.words] == ["the", "rebel", "seize", "the", "town", "."]


def test_names_times_and_attribution_are_found() -> None:
    (analysis,) = _encoder().read([SENTENCE])
    entities = {_text(analysis, mark): mark.label for mark in analysis.entities}
    assert entities["Idlib"] == "LOCATION"
    assert entities["Mohammed Hassan"] == "PERSON"
    assert [_text(analysis, mark) for mark in analysis.times] == ["Thursday"]
    (quoted,) = analysis.attributions
    assert quoted.cue is not None
    assert _text(analysis, quoted.cue) == "told"
    assert "Hassan" in _text(analysis, quoted.sources[0])
    assert "seized" in _text(analysis, quoted.contents[0])


def test_scores_cover_their_labels() -> None:
    (analysis,) = _encoder().read([SENTENCE])
    assert sum(analysis.quad.values()) == pytest.approx(1, abs=1e-3)
    assert sum(analysis.types.values()) == pytest.approx(1, abs=1e-3)
    assert sum(value * value for value in analysis.vector) == pytest.approx(1, abs=1e-3)
    assert len(analysis.factuality) == len(analysis.words)


def test_near_copies_are_likelier_than_strangers() -> None:
    one, copy, stranger = _encoder().read(
        [
            "Rebels seized the town on Thursday.",
            "On Thursday the town was seized by rebels.",
            "She sells old books in Lyon.",
        ]
    )

    def likeness(a: Analysis, b: Analysis) -> float:
        return sum(x * y for x, y in zip(a.vector, b.vector, strict=True))

    assert likeness(one, copy) > likeness(one, stranger) + 0.2


def test_order_and_company_do_not_change_a_reading() -> None:
    texts = [SENTENCE, "The rebels seized the town.", "He said it was over.", SENTENCE.replace("Thursday", "Sunday")]
    alone = [_encoder().read([text])[0].words for text in texts]
    assert [analysis.words for analysis in reversed(_encoder().read(list(reversed(texts))))] == alone


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "\u200b", "…", "!!!", "ا", "🚀"],
)
def test_odd_text_is_read_without_error(text: str) -> None:
    (analysis,) = _encoder().read([text])
    assert analysis.text == text


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_gives_trees(texts: list[str]) -> None:
    for analysis in _encoder().read(texts):
        assert sum(word.head == -1 for word in analysis.words) == (1 if analysis.words else 0)
        assert all(word.head != at for at, word in enumerate(analysis.words))


def test_no_entity_is_lost_at_the_border_of_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    clause = "and on Monday John Kerry met Mohammed Hassan of the United Nations in Damascus, "
    for shift in range(8):
        text = "The talks went on, " + "and they went on, " * shift + clause * 14 + "and that was all."
        with monkeypatch.context() as patch:
            patch.setattr(module, "WINDOW_PIECES", 500)
            (whole,) = _encoder().read([text])
        (cut,) = _encoder().read([text])
        assert len(cut.words) > module.WINDOW_PIECES
        names = {"John Kerry", "Mohammed Hassan", "Damascus"}
        expected = [mark.start for mark in whole.entities if _text(whole, mark) in names]
        found = {mark.start for mark in cut.entities if _text(cut, mark) in names}
        assert len(expected) > 35
        assert set(expected) <= found
        assert sum(word.head == -1 for word in cut.words) == 1


def test_a_word_of_a_thousand_letters_is_read() -> None:
    (analysis,) = _encoder().read(["He wrote " + "xqj" * 400 + " and left."])
    assert analysis.words[-2].text == "left"


def test_given_words_keep_their_number() -> None:
    (analysis,) = _encoder().read_words([["The", "Turkish-backed", "rebels", "left", "."]])
    assert [word.text for word in analysis.words] == ["The", "Turkish-backed", "rebels", "left", "."]
    assert analysis.text == "The Turkish-backed rebels left ."


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match=r"model\.json"):
        Encoder.load(tmp_path)


def test_a_damaged_file_is_named_and_the_error_pickles(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    weights = folder / "encoder.onnx"
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 1
    weights.write_bytes(bytes(content))
    with pytest.raises(DataDamaged, match=r"encoder\.onnx") as caught:
        Encoder.load(folder)
    again = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(again, HudhudError)
    assert str(again) == str(caught.value)


def test_importing_the_encoder_loads_no_runtime() -> None:
    heavy = "('numpy', 'onnxruntime', 'tokenizers')"
    code = f"import sys, hudhud.read.encoder; print([m for m in {heavy} if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
