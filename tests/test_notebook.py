"""The notebooks run from the first cell to the last, and the outputs kept in them are of the cells that stand there.

`python tests/test_notebook.py` runs each and writes its outputs anew.
"""

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
Cell = dict[str, Any]


def executed(notebook: dict[str, Any]) -> list[list[Cell]]:
    """The outputs of each code cell: what it prints, and its last value as SVG or text."""
    names: dict[str, Any] = {"__name__": "__main__"}
    made = []
    for number, cell in enumerate(code_cells(notebook), 1):
        printed, value = run("".join(cell["source"]), names)
        outputs: list[Cell] = []
        if printed:
            outputs.append({"name": "stdout", "output_type": "stream", "text": printed.splitlines(keepends=True)})
        if value is not None:
            outputs.append(
                {"data": shown(value), "execution_count": number, "metadata": {}, "output_type": "execute_result"}
            )
        made.append(outputs)
    return made


def run(source: str, names: dict[str, Any]) -> tuple[str, Any]:
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), names)
        value = (
            eval(compile(ast.Expression(last.value), "<cell>", "eval"), names) if isinstance(last, ast.Expr) else None
        )
    return printed.getvalue(), value


def shown(value: Any) -> dict[str, list[str]]:
    if hasattr(value, "_repr_svg_"):
        return {"image/svg+xml": value._repr_svg_().splitlines(keepends=True), "text/plain": ["<SVG>"]}
    return {"text/plain": repr(value).splitlines(keepends=True)}


def code_cells(notebook: dict[str, Any]) -> list[Cell]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def read(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_and_draws_what_it_shows(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    notebook = read(path)
    made = executed(notebook)
    kept = [cell["outputs"] for cell in code_cells(notebook)]
    kinds = [[output["output_type"] for output in outputs] for outputs in made]
    assert [[output["output_type"] for output in outputs] for outputs in kept] == kinds
    drawn = [output["data"] for outputs in made for output in outputs if "data" in output]
    assert sum("image/svg+xml" in data for data in drawn) >= 2
    assert "0 words without a claim" in made[-1][0]["text"][0]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_whole(path: Path) -> None:
    notebook = read(path)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(ids) == len(set(ids))
    assert [cell["execution_count"] for cell in code_cells(notebook)] == list(range(1, len(code_cells(notebook)) + 1))
    text = path.read_text(encoding="utf-8")
    assert "/home/" not in text
    assert "/tmp/" not in text


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS


if __name__ == "__main__":
    for one in NOTEBOOKS:
        whole = read(one)
        for number, (cell, outputs) in enumerate(zip(code_cells(whole), executed(whole), strict=True), 1):
            cell.update(execution_count=number, outputs=outputs)
        one.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
