"""A brief as Markdown, HTML, PDF and DOCX: complete, hostile text tamed, nothing asked from outside."""

import io
import json
import re
import sys
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import make
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from hudhud.answer import Question
from hudhud.cli import main
from hudhud.errors import HudhudError, UnreadableInput, WrongOption
from hudhud.export.brief import Brief, as_html, as_markdown, compose_brief, form_of, write_brief
from hudhud.export.brief.docx import as_docx
from hudhud.export.brief.pdf import as_pdf
from hudhud.export.brief.templating import escaped, is_web
from hudhud.reconcile import reconcile
from hudhud.records import View
from hudhud.store import Origin, Store

HOSTILE = '<script>alert(1)</script> ![x](javascript:1) #panic("x") {{ 7*7 }} *bold* `code` www.evil.example'


def view() -> View:
    text = f"Shells hit the market in Oudar on Tuesday, killing at least 23 people {HOSTILE}."
    first = make.document(text, HOSTILE, url="javascript:alert(1)", sentences=())
    later = make.document("The hospital counted 26 dead in Oudar.", "Plain Dealer", on=make.days_after(9))
    claims = [
        make.claim(make.event(actors=(make.party("Northern Command"),), trigger="shell"), first, text),
        make.claim(make.figure(23, None), first, text),
        make.claim(make.figure(26, 26), later, attribution=make.said_by("hospital")),
        make.claim(make.statement(f"they would go on with {HOSTILE}", is_direct=True), first, text),
    ]
    return reconcile([first, later], claims)


def brief() -> Brief:
    return compose_brief(view(), Question(since=date(2024, 3, 1)))


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = _Page(as_html(brief()))
    assert not page.all("script")
    assert not page.all("link")
    assert not page.all("iframe")
    assert not [one for _, one in page.tags if "src" in one or any(name.startswith("on") for name in one)]
    assert all(str(one["href"]).startswith("#") for one in page.all("a"))
    policy = next(one for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in str(policy["content"])


def test_the_page_can_be_used_without_eyes_or_mouse() -> None:
    page = _Page(as_html(brief()))
    assert page.all("html")[0]["lang"] == "en"
    assert page.all("a")[0]["href"] == "#main"
    assert [name for name, _ in page.tags if name in ("h1", "h2", "h3")][:2] == ["h1", "h2"]
    assert len(page.all("h1")) == 1
    assert all(one["role"] == "img" and one["aria-labelledby"] for one in page.all("svg"))
    assert len(page.all("title")) == len(page.all("svg")) + 1
    ids = [one["id"] for _, one in page.tags if "id" in one]
    assert len(ids) == len(set(ids))
    targets = {str(one["href"])[1:] for one in page.all("a")}
    assert targets <= set(ids)
    assert {scope for one in page.all("th") if (scope := one.get("scope"))} == {"col", "row"}


def test_the_page_shows_hostile_text_as_text() -> None:
    page = _Page(as_html(brief()))
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text


def test_markdown_shows_hostile_text_as_text() -> None:
    text = as_markdown(brief(), {})
    assert "<script" not in text.replace("\\<script", "")
    assert "![x]" not in text
    assert "\\*bold\\*" in text
    assert "javascript:alert" not in text
    assert "49" not in text


@given(st.text())
def test_escaped_text_opens_nothing_in_markdown(text: str) -> None:
    made = escaped(text)
    assert "\n" not in made
    assert not re.search(r"(?<!\\)(?:\\\\)*[<\[`*]", made)
    assert not re.match(r"[-+=#>]|\d+[.)]", made)
    assert re.sub(r"\\(.)", r"\1", made) == " ".join(text.split())


def test_every_note_of_the_markdown_is_told_once() -> None:
    text = as_markdown(brief(), {})
    asked = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    told = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert sorted(told) == sorted(asked)


def test_markdown_has_its_pictures_beside_it(tmp_path: Path) -> None:
    written = write_brief(brief(), tmp_path / "my week.md")
    assert [path.name for path in written][:2] == ["my week.md", "my-week-map.svg"]
    assert "](my-week-map.svg)" in written[0].read_text(encoding="utf-8")
    assert written[1].read_text(encoding="utf-8").startswith("<svg")


def test_pdf_is_set_with_hostile_text() -> None:
    made = as_pdf(brief())
    assert made.startswith(b"%PDF")
    assert len(made) > 10_000


def test_docx_holds_every_sentence_and_picture() -> None:
    import docx

    made = brief()
    data = as_docx(made)
    document = docx.Document(io.BytesIO(data))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert all(sentence.text in text for section in made.sections for sentence in section.sentences)
    pictures = [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if name.endswith(".png")]
    assert pictures


def test_docx_leaves_out_what_xml_cannot_hold() -> None:
    assert as_docx(replace(brief(), title="a\x00b\x1f"))


@pytest.mark.parametrize("make_form", [as_html, as_pdf, as_docx])
def test_an_empty_brief_can_be_written(make_form: "type[object]") -> None:
    assert make_form(compose_brief(View(None, {}, {}), Question(since=date(2024, 1, 1))))


def test_a_template_of_the_user_is_filled_in(tmp_path: Path) -> None:
    template = tmp_path / "own.html"
    template.write_text("<p>{{ brief.title }}|{{ period }}|{{ brief.publishers[0] }}</p>", encoding="utf-8")
    made = as_html(brief(), template=template)
    assert made.startswith("<p>Brief|Since 1 March 2024|&lt;script&gt;")


@pytest.mark.parametrize(
    "source",
    [
        "{{ brief.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{% include '/etc/passwd' %}",
        "{{ brief.nothing }}",
        "{% for %}",
        "{{ brief.publishers.__init__.__globals__ }}",
    ],
)
def test_a_template_reaches_nothing_but_the_brief(tmp_path: Path, source: str) -> None:
    template = tmp_path / "own.html"
    template.write_text(source, encoding="utf-8")
    with pytest.raises(HudhudError, match="template"):
        as_html(brief(), template=template)


def test_a_typst_template_cannot_read_files(tmp_path: Path) -> None:
    template = tmp_path / "own.typ"
    template.write_text(f'#read("{tmp_path / "secret"}")', encoding="utf-8")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    with pytest.raises(HudhudError, match="typst"):
        as_pdf(brief(), template=template)


def test_a_docx_template_must_be_a_document(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_text("no zip", encoding="utf-8")
    with pytest.raises(UnreadableInput):
        as_docx(brief(), template=tmp_path / "own.docx")


@pytest.mark.parametrize(
    ("module", "name", "package"),
    [("jinja2", "b.html", "jinja2"), ("typst", "b.pdf", "typst"), ("docx", "b.docx", "python-docx")],
)
def test_a_missing_package_is_named_with_the_extra(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: str, name: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_text("older", encoding="utf-8")
    with pytest.raises(HudhudError, match=rf"{package}.*hudhud\[brief\]"):
        write_brief(brief(), tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8") == "older"


@pytest.mark.parametrize(("out", "form"), [("-", "md"), ("a.md", "md"), ("a.HTML", "html"), ("a.htm", "html")])
def test_the_name_tells_the_form(out: str, form: str) -> None:
    assert form_of(out) == form


@pytest.mark.parametrize("out", ["a", "a.txt", "a.odt"])
def test_another_name_is_refused(out: str) -> None:
    with pytest.raises(WrongOption):
        form_of(out)


@pytest.mark.parametrize(("url", "is_page"), [("https://a.example/b", True), ("javascript:1", False), (None, False)])
def test_only_pages_are_linked(url: str | None, is_page: bool) -> None:
    assert is_web(url) is is_page


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    document = make.document()
    with Store.open(path, write=True) as store:
        claims = [make.claim(make.figure(), document), make.claim(make.event(trigger="shell"), document)]
        origin = Origin.of(tmp_path, make.raw())
        store.add_document(origin, document, claims, reader="test 1")
    return path


@pytest.mark.parametrize("name", ["b.md", "b.html", "b.pdf", "b.docx"])
def test_the_command_writes_each_form(record: Path, name: str) -> None:
    out = record.with_name(name)
    done = CliRunner().invoke(main, ["brief", "--since", "2024-03", "--record", str(record), "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert out.stat().st_size > 1000
    assert "sentences" in done.stderr


def test_the_command_writes_markdown_to_standard_output(record: Path) -> None:
    done = CliRunner().invoke(main, ["brief", "--since", "2024-03-01", "--record", str(record), "-o", "-"])
    assert done.stdout.startswith("# Brief")
    assert "killed" in done.stdout


def test_the_command_needs_an_endpoint_to_polish(record: Path) -> None:
    done = CliRunner().invoke(main, ["brief", "--since", "2024", "--record", str(record), "-o", "-", "--polish"])
    assert done.exit_code == 2
    assert "--endpoint" in done.stderr


def test_data_reaches_typst_as_data() -> None:
    from hudhud.export.brief.pdf import _data
    from hudhud.export.brief.templating import Polished

    assert HOSTILE in json.dumps(_data(brief(), Polished()), ensure_ascii=False).replace('\\"', '"')
