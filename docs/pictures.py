"""Draw docs/images/desk-*.png anew: `make pictures` serves a record and takes a picture of each view."""

import argparse
import json
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ADDRESS = "http://127.0.0.1:8799"
IMAGES = Path(__file__).parent / "images"
WIDE, HIGH = 1160, 740
VIEWS = {
    "timeline": "/?show={event}",
    "map": "/?view=map",
    "figures": "/?view=figures&type=killed",
    "situation": "/?view=situation&beside=2024-11-15",
    "actors": "/?view=actors&id={actor}",
    "documents": "/?view=documents&id={document}",
    "review": "/?view=review",
    "search": "/?view=search&words=market",
}


def main() -> int:
    """Serve the record, open every view, keep a picture of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", type=Path, default=Path("demo.db"), help="the record that `hudhud demo` made")
    record = parser.parse_args().record
    words = [sys.executable, "-m", "hudhud", "serve", "--record", str(record), "--port", ADDRESS.rpartition(":")[2]]
    with subprocess.Popen(words) as server:
        try:
            take_pictures()
        finally:
            server.terminate()
    return 0


def take_pictures() -> None:
    """One picture of each view, small enough for a page."""
    from playwright.sync_api import sync_playwright

    ids = {name: first(path) for name, path in (("event", "timeline?type=ASSAULT"), ("actor", "actors"))}
    ids["document"] = first("documents")
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
        for name, path in VIEWS.items():
            page.goto(ADDRESS + path.format(**ids))
            page.wait_for_selector("main:not([aria-busy]) h1")
            page.wait_for_timeout(500)
            page.screenshot(path=IMAGES / f"desk-{name}.png")
        browser.close()


def first(path: str) -> str:
    """The id of the first row of an answer; waits until the server is there."""
    for _ in range(120):
        try:
            with urllib.request.urlopen(f"{ADDRESS}/api/v1/{path}") as told:
                return str(json.load(told)["rows"][0]["id"])
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    sys.exit(main())
