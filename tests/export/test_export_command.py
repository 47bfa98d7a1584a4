"""Every format through its command, from a record in a file."""

import json
from contextlib import chdir
from pathlib import Path

import make
import pytest
from click.testing import CliRunner, Result

from hudhud import pipeline
from hudhud.cli import main
from hudhud.export import FORMATS, writer
from hudhud.export.material import Material, RecordMaterial, ViewMaterial
from hudhud.store import Origin, Store


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "hudhud.db"
    document = make.document()
    later = make.document("Gunmen killed 4 guards in Oudar.", "Oudar Radio", on=make.days_after(9), name="guard.txt")
    parties = {"actors": (make.party("Dawn Front"),), "recipients": (make.party("Army of Libya"),)}
    with Store.open(path, write=True) as store:
        told = [make.claim(make.event(**parties), document), make.claim(make.figure(23, 30), document)]
        store.add_document(Origin("feed", "market.txt", "1"), document, told, reader="test 1")
        more = make.claim(make.event(mode="firearms"), later, occurred=make.period(make.days_after(9)))
        store.add_document(Origin("feed", "guard.txt", "2"), later, [more], reader="test 1")
    pipeline.reconcile_record(path)
    return path


def hudhud(*words: str, cwd: Path) -> Result:
    with chdir(cwd):
        return CliRunner().invoke(main, words)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_by_its_command(name: str, record: Path, tmp_path: Path) -> None:
    if name in ("parquet", "geoparquet"):
        pytest.importorskip("duckdb", reason="the extra hudhud[parquet] is not installed")
    out = tmp_path / "out"
    done = hudhud("export", name, str(out), "--record", str(record), cwd=tmp_path)
    assert done.exit_code == 0, done.stderr
    assert "written" in done.stderr
    assert out.is_dir() if FORMATS[name].kind == "folder" else out.stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"], "nothing half written is left"


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.kind == "stream"])
def test_a_stream_can_be_standard_output(name: str, record: Path, tmp_path: Path) -> None:
    done = hudhud("export", name, "-", "--record", str(record), cwd=tmp_path)
    assert done.exit_code == 0, done.stderr
    assert "written" not in done.stdout
    assert done.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_a_record_gives_the_same_whether_streamed_or_viewed(name: str, record: Path, tmp_path: Path) -> None:
    if FORMATS[name].kind != "stream":
        return
    told: list[str] = []
    with Store.open(record) as store, store.moment():
        material: Material
        for material in (RecordMaterial(store), ViewMaterial(pipeline.view(record))):
            with (tmp_path / "out").open("w+", encoding="utf-8", newline="") as file:
                writer(name)(material, file)
                file.seek(0)
                told.append(file.read())
    assert told[0] == told[1]


def test_as_of_leaves_out_what_was_published_later(record: Path, tmp_path: Path) -> None:
    words = ("export", "geojson", "-", "--record", str(record))
    whole = json.loads(hudhud(*words, cwd=tmp_path).stdout)
    early = json.loads(hudhud(*words, "--as-of", make.DAY.isoformat(), cwd=tmp_path).stdout)
    assert len(early["features"]) == len(whole["features"]) - 1


def test_a_folder_cannot_be_standard_output(record: Path, tmp_path: Path) -> None:
    done = hudhud("export", "csv", "-", "--record", str(record), cwd=tmp_path)
    assert done.exit_code == 1
    assert "folder" in done.stderr


def test_a_missing_record_empties_no_file(tmp_path: Path) -> None:
    (tmp_path / "kept.csv").write_text("kept", encoding="utf-8")
    done = hudhud("export", "acled", "kept.csv", "--record", "missing.db", cwd=tmp_path)
    assert done.exit_code == 1
    assert (tmp_path / "kept.csv").read_text(encoding="utf-8") == "kept"


def test_acled_goes_out_and_comes_in_by_command(record: Path, tmp_path: Path) -> None:
    assert hudhud("export", "acled", "out.csv", "--record", str(record), cwd=tmp_path).exit_code == 0
    done = hudhud("import", "acled", "out.csv", "--record", "other.db", cwd=tmp_path)
    assert done.exit_code == 0, done.stderr
    asked = hudhud("ask", "compare", "--with", "acled", "--record", "other.db", "--format", "json", cwd=tmp_path)
    assert asked.exit_code == 0, asked.stderr
    assert {json.loads(line)["verdict"] for line in asked.stdout.splitlines()} == {"missed"}


def test_judgements_come_in_by_command(record: Path, tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_text("{not json\n", encoding="utf-8")
    done = hudhud("import", "judgements", "log.jsonl", "--record", "other.db", cwd=tmp_path)
    assert done.exit_code == 1
    assert "log.jsonl:1" in done.stderr
