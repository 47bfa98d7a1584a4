"""What the program offers is documented, and what the documentation points to is there."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from hudhud import errors

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@cache
def documentation() -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES if page.name != "CHANGELOG.md")


def commands() -> Iterator[tuple[str, click.Command]]:
    from hudhud.cli import main

    waiting: list[tuple[str, click.Command]] = [("hudhud", main)]
    while waiting:
        path, command = waiting.pop()
        if isinstance(command, click.Group):
            context = click.Context(command, info_name=path)
            for name in command.list_commands(context):
                child = command.get_command(context, name)
                assert child is not None, f"{path} lists {name} and does not have it"
                waiting.append((f"{path} {name}", child))
        yield path, command


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    broken = []
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            broken.append(target)
    assert not broken


def test_every_page_is_reachable_from_the_index() -> None:
    seen: set[Path] = set()
    waiting = [DOCS / "index.md", ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        targets = LINK.findall(page.read_text(encoding="utf-8"))
        waiting += [(page.parent / target.partition("#")[0]).resolve() for target in targets if "://" not in target]
    assert set(DOCS.rglob("*.md")) <= seen


def test_every_command_is_documented() -> None:
    assert not [path for path, _ in commands() if not re.search(rf"{re.escape(path)}\b", documentation())]


def test_every_long_option_is_documented() -> None:
    options = {
        option
        for _, command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for option in parameter.opts
        if option.startswith("--")
    }
    assert not sorted(option for option in options if option not in documentation())


def test_every_command_says_what_it_does() -> None:
    assert not [path for path, command in commands() if not (command.help or "").strip()]


def test_every_error_is_documented() -> None:
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    assert not [name for name in errors.__all__ if f"| `{name}` |" not in page]


def test_every_setting_is_documented() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    settings = set(re.findall(r"\bHUDHUD_[A-Z][A-Z_]*[A-Z]\b", sources))
    assert not sorted(name for name in settings if name not in documentation())


def test_every_decision_is_in_the_index() -> None:
    index = (DOCS / "adr" / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in (DOCS / "adr").glob("[0-9]*.md")]
    assert not [name for name in pages if f"({name})" not in index]


def test_no_page_names_a_place_of_this_machine() -> None:
    assert not [page.name for page in PAGES if re.search(r"/work/|/home/\w|/Users/\w", page.read_text("utf-8"))]
