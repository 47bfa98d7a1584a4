import gzip
import hashlib
import json
from importlib.resources import files

from hudhud.web.pages import static_files

VENDOR = files("hudhud.web").joinpath("static", "vendor")


def test_every_file_of_others_is_the_one_that_is_named() -> None:
    listed = json.loads(VENDOR.joinpath("vendor.json").read_text(encoding="utf-8"))
    for one in listed:
        assert hashlib.sha256(VENDOR.joinpath(one["file"]).read_bytes()).hexdigest() == one["sha256"], one["file"]
        assert one["name"]
        assert one["version"]
        assert one["licence"]
    assert {one["file"] for one in listed} | {"vendor.json", "LICENCES.txt"} == {file.name for file in VENDOR.iterdir()}


def test_all_static_files_together_are_small() -> None:
    assert sum(len(gzip.compress(data, 9)) for data in static_files().values()) < 1_500_000
