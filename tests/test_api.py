import sys
from datetime import date
from pathlib import Path

import make
import pytest

import hudhud
from hudhud.answer import ANSWERS, Answer
from hudhud.errors import HudhudError, RecordMissing


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> hudhud.Case:
    place = tmp_path_factory.mktemp("case")
    case = hudhud.open(place / "case.db")
    case.run(make.folder(place / "feed"), reader=make.TinyReader(), today=date(2026, 11, 20))
    return case


def test_a_record_is_opened_by_path_variable_or_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert hudhud.open("a.db").path == Path("a.db")
    assert hudhud.open().path == Path("hudhud.db")
    monkeypatch.setenv("HUDHUD_RECORD", "b.db")
    assert hudhud.open().path == Path("b.db")
    assert repr(hudhud.open()) == "hudhud.open('b.db')"


def test_a_record_that_is_not_there_is_told_when_it_is_asked(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        hudhud.open(tmp_path / "case.db").timeline()


def test_every_question_is_a_method(case: hudhud.Case) -> None:
    needs = {"search": ["market"], "evidence": [next(case.claims()).claim_id], "changes": [date(2024, 1, 1)]}
    for name in ANSWERS:
        assert isinstance(getattr(case, name)(*needs.get(name, [])), Answer)


def test_filters_take_days_as_text(case: hudhud.Case) -> None:
    told = case.figures(as_of="2024-03-13")
    assert told == case.figures(as_of=date(2024, 3, 13))
    assert len(told.rows) < len(case.figures().rows)
    assert case.search("market", since="2030-01-01").rows == ()


def test_records_come_as_records(case: hudhud.Case) -> None:
    documents, claims = list(case.documents()), list(case.claims())
    assert [document.name for document in documents] == ["market-000.txt", "market-001.txt", "market-002.txt"]
    assert {claim.document_id for claim in claims} == {document.document_id for document in documents}
    assert case.view().claims == {claim.claim_id: claim for claim in claims}


def test_a_judgement_can_be_made(case: hudhud.Case) -> None:
    claim = next(case.claims())
    made = case.judge("right", claim.claim_id, author="tester", reason="seen")
    case.judge("undo", withdraws=made.judgement_id, author="tester")
    assert case.reconcile() == case.view()


def test_an_answer_is_a_data_frame_where_there_is_a_package_for_it(case: hudhud.Case) -> None:
    pandas = pytest.importorskip("pandas")
    frame = case.search("market").frame()
    assert isinstance(frame, pandas.DataFrame)
    assert len(frame) == len(case.search("market").rows)
    assert list(frame.columns[:2]) == [key for key, _ in case.search("market").columns[:2]]


def test_without_such_a_package_it_says_what_to_install(case: hudhud.Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(HudhudError, match=r"pip install 'hudhud\[frames\]'"):
        case.search("market").frame()


def test_there_is_nothing_else_in_the_package() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = hudhud.nothing
