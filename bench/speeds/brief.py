"""A brief over the sample record, each form from the open record to the bytes, and the seconds of each part."""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from hudhud import pipeline
from hudhud.answer import Question
from hudhud.export.brief import Brief, as_html, as_markdown, compose_brief
from hudhud.export.brief.docx import as_docx
from hudhud.export.brief.pdf import as_pdf
from hudhud.records import View

__all__ = ["run"]

_SINCE = date(2024, 10, 1)
_TIMES = 5


def run() -> dict[str, object]:
    """The median of five times, in seconds; `cpu_seconds` is what the whole HTML brief takes of one core."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "sample.db"
        with as_file(files("hudhud").joinpath("data", "sample")) as sample:
            pipeline.run(sample, record)
        view = pipeline.view(record)
        made = compose_brief(view, Question(since=_SINCE))

        def whole(record: Path = record) -> object:
            return as_html(_composed(pipeline.view(record)))

        begun = time.process_time()
        whole()
        cpu = time.process_time() - begun
        return {
            "documents": len(view.documents),
            "claims": len(view.claims),
            "sentences": sum(len(section.sentences) for section in made.sections),
            "notes": len(made.notes),
            "compose_seconds": _median(lambda: _composed(view)),
            "md_seconds": _median(lambda: as_markdown(made, {})),
            "html_seconds": _median(lambda: as_html(made)),
            "pdf_seconds": _median(lambda: as_pdf(made)),
            "docx_seconds": _median(lambda: as_docx(made)),
            "record_to_html_seconds": _median(whole),
            "record_to_html_cpu_seconds": round(cpu, 3),
        }


def _composed(view: View) -> Brief:
    return compose_brief(view, Question(since=_SINCE))


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_TIMES):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return round(sorted(times)[_TIMES // 2], 3)
