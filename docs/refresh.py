"""Write the commands and the real output between `<!-- run: … -->` and `<!-- end -->` in the pages.

`python docs/refresh.py` runs every such command over the sample articles and replaces what stands there.
`<!-- run 20: … -->` keeps the first 20 lines. `{ask timeline --top 1}` inside a command stands for the id of the
first row of that answer. `<!-- run silent: … -->` shows the output alone.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "src/hudhud/data/sample"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"<!-- run(?P<how>[^:]*): (?P<command>.*?) -->\n.*?<!-- end -->", re.DOTALL)
WIDTH = "110"


def output(command: str, folder: Path) -> str:
    """What a hudhud command prints, on both streams, in a folder that has the sample articles at their usual path."""
    words = [sys.executable, "-m", "hudhud", *shlex.split(command)[1:]]
    environment = {**os.environ, "COLUMNS": WIDTH, "HUDHUD_RECORD": "sample.db"}
    done = subprocess.run(
        words, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True
    )
    told = done.stdout.replace(f"{folder}{os.sep}", "").replace(f"{ROOT}{os.sep}", "")
    # A clock and the ticks of a slow machine say nothing about Hudhud.
    told = re.sub(r" in \d+\.\d s", "", told)
    return re.sub(r"^\d+ items, \d+ read\n", "", told, flags=re.MULTILINE).strip("\n")


def first_id(question: str, folder: Path) -> str:
    """The id of the first row of an answer."""
    row: dict[str, str] = json.loads(output(f"hudhud {question} --format json", folder).splitlines()[0])
    return row["id"]


def block(match: re.Match[str], folder: Path) -> str:
    """One block with its command and output written anew."""
    command = re.sub(r"\{(.*?)\}", lambda found: first_id(found[1], folder), match["command"])
    lines = output(command, folder).splitlines()
    if n := re.search(r"\d+", match["how"]):
        kept = int(n[0])
        lines = [*lines[:kept], *(["…"] if len(lines) > kept else [])]
    shown = "" if "silent" in match["how"] else f"```sh\n{command}\n```\n\n"
    told = "\n".join(line.rstrip() for line in lines)
    return f"<!-- run{match['how']}: {match['command']} -->\n\n{shown}```text\n{told}\n```\n\n<!-- end -->"


def main() -> None:
    """Refresh every page that has a block."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve()
        (folder / SAMPLE).parent.mkdir(parents=True)
        (folder / SAMPLE).symlink_to(ROOT / SAMPLE, target_is_directory=True)
        for page in PAGES:
            old = page.read_text(encoding="utf-8")
            new = BLOCK.sub(lambda match: block(match, folder), old)
            if new != old:
                page.write_text(new, encoding="utf-8")
                print(page.relative_to(ROOT))


if __name__ == "__main__":
    main()
