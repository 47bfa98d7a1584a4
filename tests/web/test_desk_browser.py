"""The desk in a real browser: Debian's chromium, over the record of the sample articles."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
from web_client import EVIL, fill, fill_with_namesakes

from hudhud import pipeline

CHROMIUM = shutil.which("chromium")
try:
    from playwright.sync_api import Browser, Page, sync_playwright
except ImportError:
    sync_playwright = None  # type: ignore[assignment]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM or sync_playwright is None, reason="needs chromium and playwright"),
]
ARTICLES = (
    "courier-market-dead.txt",
    "courier-toll-rises.html",
    "northlight-market-shelling.html",
    "northlight-ceasefire-brief.html",
    "notebook-two-ministers.txt",
    "notebook-who-holds-tosontsengel.txt",
    "corridor-families-return.html",
)
VIEWS = {
    "timeline": "/",
    "map": "/?view=map",
    "figures": "/?view=figures",
    "situation": "/?view=situation&beside=2024-11-15",
    "actors": "/?view=actors",
    "documents": "/?view=documents",
    "review": "/?view=review",
    "search": "/?view=search&words=market",
}
SIGHT = {
    "timeline": ".bar",
    "map": "circle.doubt",
    "figures": ".mark",
    "situation": "tr.added, tr.gone",
    "actors": "td a",
    "documents": "td a",
    "review": ".actions button",
    "search": ".hit mark",
}


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The record served by `hudhud serve`, as a person starts it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "hudhud", "serve", "--record", str(record), "--port", str(port)]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(240):
                time.sleep(0.25)
                try:
                    with urllib.request.urlopen(f"{address}/api/v1/session"):
                        break
                except OSError:
                    continue
            yield address
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of a third of the sample; HUDHUD_SAMPLE_RECORD names a whole one that is there."""
    path = tmp_path_factory.mktemp("desk") / "sample.db"
    if made := os.environ.get("HUDHUD_SAMPLE_RECORD"):
        shutil.copy(made, path)
        return path
    feed = path.parent / "feed"
    feed.mkdir()
    with as_file(files("hudhud").joinpath("data", "sample")) as folder:
        for name in ("articles.json", *ARTICLES):
            shutil.copy(folder / name, feed / name)
    pipeline.run(feed, path)
    return path


@pytest.fixture(scope="module")
def desk(record: Path) -> Iterator[str]:
    with served(record) as address:
        yield address


@pytest.fixture(scope="module")
def browser(no_home_for_browser: None) -> Iterator["Browser"]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def no_home_for_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("browser")))
        yield


Opener = Callable[..., "Page"]


@pytest.fixture
def opened(browser: "Browser", desk: str) -> Iterator[Opener]:
    """Opens an address of the desk in a fresh browser, and refuses what goes wrong in it unseen."""
    contexts, faults = [], []

    def open_page(path: str, base: str = desk, **more: Any) -> "Page":
        context = browser.new_context(**more)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: None if request.url.startswith(base) else faults.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        page.goto(base + path)
        ready(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


def ready(page: "Page") -> None:
    page.wait_for_selector("main:not([aria-busy]) h1", timeout=60_000)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_without_another_host_and_without_a_fault(opened: Opener, view: str) -> None:
    page = opened(VIEWS[view])
    assert page.locator(SIGHT[view]).count() > 0
    assert page.locator("nav [aria-current=page]").inner_text().lower() == view


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation(opened: Opener, view: str, scheme: str) -> None:
    page = opened(VIEWS[view], color_scheme=scheme, bypass_csp=True)
    found = violations(page)
    assert not found, found


def test_axe_finds_no_violation_in_an_article_an_actor_and_beside_the_evidence(opened: Opener) -> None:
    page = opened("/?view=documents", bypass_csp=True)
    page.locator("td a").first.click()
    page.wait_for_selector(".text mark")
    page.locator(".text mark").first.click()
    assert not violations(page)
    page = opened("/?view=actors", bypass_csp=True)
    page.locator("td a").first.click()
    page.wait_for_selector("text=Names")
    assert not violations(page)
    page = opened("/", bypass_csp=True)
    page.locator(".what").first.click()
    page.wait_for_selector("aside blockquote")
    assert not violations(page)


def violations(page: "Page") -> list[str]:
    page.add_script_tag(content=(Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8"))
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    told = page.evaluate(f"axe.run(document, {json.dumps(rules)})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]} ({len(one['nodes'])})" for one in told["violations"]]


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_runs_over_the_side_on_a_phone_or_at_twice_the_size(opened: Opener, view: str) -> None:
    for width in (390, 640):
        page = opened(VIEWS[view], viewport={"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_link_gives_the_same_view_in_a_fresh_browser(opened: Opener) -> None:
    page = opened("/")
    page.locator(".chip", has_text="assault").click()
    page.wait_for_url("**type=ASSAULT**")
    ready(page)
    page.fill("input[name=place]", "Tosontsengel")
    page.keyboard.press("Enter")
    page.wait_for_url("**place=Tosontsengel**")
    ready(page)
    page.locator(".what").first.click()
    page.wait_for_selector("aside blockquote")
    other = opened(page.url.removeprefix(page.evaluate("location.origin")))
    other.wait_for_selector("aside blockquote")
    for part in ("main", "aside"):
        assert other.locator(part).inner_text() == page.locator(part).inner_text()


def test_drawing_over_the_bars_filters_every_view(opened: Opener) -> None:
    page = opened("/")
    box = page.locator("svg.chart").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 60)
    page.mouse.up()
    page.wait_for_url("**since=**")
    page.get_by_role("link", name="Map").click()
    page.wait_for_url("**view=map**since=**")


def test_the_slider_goes_back_in_time(opened: Opener) -> None:
    page = opened("/?view=map")
    now = page.locator("circle.doubt").count()
    page.locator("#day").focus()
    page.keyboard.press("Home")
    assert page.locator("circle.doubt").count() < now
    page.wait_for_url("**day=**")


def test_hovering_a_figure_tells_who_said_it_in_which_words(opened: Opener) -> None:
    page = opened("/?view=figures")
    page.locator("g.mark").first.hover()
    assert page.locator(".tip q").first.inner_text()


def test_marked_words_are_the_claim_s_and_tell_its_slots(opened: Opener, desk: str) -> None:
    page = opened("/?view=documents")
    page.locator("td a").first.click()
    page.wait_for_selector(".text mark")
    page.locator(".text mark").first.click()
    chosen = page.locator(".stay blockquote").inner_text()
    marked = " ".join("".join(page.locator(".text mark.on").all_inner_texts()).split())
    assert " ".join(chosen.split()) == marked
    assert page.locator(".stay dt", has_text="held as").count() == 1


def test_keys_lead_everywhere(opened: Opener) -> None:
    page = opened("/")
    page.keyboard.press("3")
    page.wait_for_url("**view=figures**")
    ready(page)
    page.keyboard.press("/")
    page.wait_for_selector("#words:focus")
    page.keyboard.type("minister")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit mark")


def test_empty_answers_say_what_to_do(opened: Opener) -> None:
    for path in ("/?place=Atlantis", "/?view=search&words=qqqq", "/?view=search", "/?view=figures&place=Atlantis"):
        assert opened(path).locator(".empty p").inner_text()


def test_a_judgement_is_seen_after_a_restart_and_undone_by_a_key(
    browser: "Browser", record: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(record, tmp_path / "case.db"))
    with served(copy) as address:
        page = browser.new_page()
        page.goto(f"{address}/?view=review")
        ready(page)
        page.keyboard.press("w")
        page.wait_for_selector("text=Kept: wrong", timeout=90_000)
        page.close()
    with served(copy) as address:
        page = browser.new_page()
        page.goto(f"{address}/?view=review")
        ready(page)
        assert page.locator("caption", has_text="Judgements").count() == 1
        assert "1 judged" in page.locator(".heading").inner_text()
        page.keyboard.press("u")
        page.wait_for_selector("text=Kept: undo", timeout=90_000)
        page.wait_for_selector("text=0 judged")
        page.close()


def test_names_that_may_be_one_are_judged_by_a_key(browser: "Browser", tmp_path: Path) -> None:
    with served(fill_with_namesakes(tmp_path / "case.db")) as address:
        page = browser.new_page()
        page.goto(f"{address}/?view=review")
        page.wait_for_selector("text=2 wait")
        assert page.locator("blockquote", has_text="Bashir Harun denied").count() == 1
        page.keyboard.press("s")
        page.wait_for_selector("text=Kept: same")
        page.wait_for_selector("td:has-text('Bashir Harun = Harun')")
        page.keyboard.press("d")
        page.wait_for_selector("td:has-text('Hafiz Harun = Harun')")
        page.wait_for_selector("text=Nothing waits")
        page.keyboard.press("u")
        page.wait_for_selector("text=1 wait")
        page.close()


def test_hostile_texts_are_shown_as_they_are_written(browser: "Browser", tmp_path: Path) -> None:
    ran: list[str] = []
    with served(fill(tmp_path / "hostile.db")) as address:
        page = browser.new_page()
        page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda told: ran.append(told.text) if "Security" in told.text else None)
        for path in [*VIEWS.values(), "/?view=search&words=script", f"/?place={EVIL}", "/?view=documents"]:
            page.goto(address + path)
            ready(page)
        page.locator("td a").first.click()
        page.wait_for_selector(".text mark")
        assert page.locator("main img, main script, main a[href^=javascript]").count() == 0
        page.goto(f"{address}/?view=situation")
        ready(page)
        assert EVIL in page.locator("main").inner_text()
        page.close()
    assert not ran
