"""A folder of news, or one file → its raw documents, in the order of their names."""

import os
from collections.abc import Iterator
from pathlib import Path

from hudhud.errors import UnreadableInput
from hudhud.ingest.json_items import read_json, read_json_lines
from hudhud.ingest.media import MAX_BYTES, Kind, kind_of, too_large
from hudhud.ingest.side_file import SIDE_FILE, Beside, read_side_file
from hudhud.records import RawDocument, Skipped

__all__ = ["read_folder"]

_SNIFFED = 4096


def read_folder(folder: Path) -> Iterator[RawDocument | Skipped]:
    """Every article in a folder and the folders in it, or in one file; what cannot be read, with the reason.

    Names are relative to the folder, with `/` on every machine (`2017/feed.jsonl:12`), and come sorted, so that
    two runs see the same documents in the same order. Hidden files and the side file `articles.json` are no
    articles. Links that lead out of the folder are not followed.

    Raises:
        UnreadableInput: If there is no file or folder at the path.
    """
    folder = Path(folder)
    if folder.is_file():
        beside, _ = read_side_file(folder.parent / SIDE_FILE, SIDE_FILE)
        yield from _read_file(folder, folder.name, beside.get(folder.name, Beside()))
    elif folder.is_dir():
        yield from _read_tree(folder)
    else:
        raise UnreadableInput(
            name=str(folder), reason="there is no such file or folder", advice="Name a folder of articles."
        )


def _read_tree(folder: Path) -> Iterator[RawDocument | Skipped]:
    unread: list[Skipped] = []
    paths = sorted(_files(folder, unread), key=lambda path: path.relative_to(folder).as_posix())
    sides: dict[Path, dict[str, Beside]] = {}
    for place in sorted({folder, *(path.parent for path in paths)}):
        name = (place / SIDE_FILE).relative_to(folder).as_posix()
        sides[place], trouble = read_side_file(place / SIDE_FILE, name)
        unread.extend(trouble)
    yield from unread
    root = folder.resolve()
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if path.name == SIDE_FILE and sides[path.parent]:
            continue
        if path.name == SIDE_FILE and any(item.name == name for item in unread):
            continue
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            yield Skipped(name, "ingest", "a link that leads out of the folder", "Copy the file into the folder.")
            continue
        beside = sides[path.parent].get(path.name) or sides[folder].get(name) or Beside()
        yield from _read_file(path, name, beside)


def _files(folder: Path, unread: list[Skipped]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        place = Path(error.filename or folder)
        unread.append(_unreadable(place.relative_to(folder).as_posix(), error))

    for place, folders, files in os.walk(folder, onerror=note):
        for name in sorted(folders):
            if not name.startswith(".") and (Path(place) / name).is_symlink():
                linked = (Path(place) / name).relative_to(folder).as_posix()
                unread.append(Skipped(linked, "ingest", "a link to a folder", "Name that folder itself."))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place) / name for name in files if not name.startswith("."))


def _read_file(path: Path, name: str, beside: Beside) -> Iterator[RawDocument | Skipped]:
    try:
        yield from _read_open(path, name, beside)
    except OSError as error:
        yield _unreadable(name, error)


def _read_open(path: Path, name: str, beside: Beside) -> Iterator[RawDocument | Skipped]:
    if not path.is_file():
        reason = "a link that leads nowhere" if path.is_symlink() else "not a file but a device or a pipe"
        yield Skipped(name, "ingest", reason, "Put the article's text into a file.")
        return
    with path.open("rb") as file:
        head = file.read(_SNIFFED)
    kind = kind_of(path.name, head)
    if isinstance(kind, str):
        yield Skipped(name, "ingest", kind, "Save the article as text, HTML or JSON lines.")
    elif kind is Kind.JSON_LINES:
        yield from read_json_lines(path, name, beside)
    elif kind is Kind.JSON:
        yield from read_json(path, name, beside)
    else:
        yield _whole(path, name, kind, beside)


def _whole(path: Path, name: str, kind: Kind, beside: Beside) -> RawDocument | Skipped:
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return too_large(name, path.stat().st_size)
    if not data.strip():
        return Skipped(name, "ingest", "the file is empty", "")
    return RawDocument(name, kind.value, data, **beside.fields())


def _unreadable(name: str, error: OSError) -> Skipped:
    reason = f"it cannot be opened ({error.strerror or error})"
    return Skipped(name, "ingest", reason, "Look at who may read the file, then run again.")
