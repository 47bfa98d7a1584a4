"""A record of hostile texts, and clients of it."""

from pathlib import Path
from typing import Any

import make
from starlette.testclient import TestClient

from hudhud import pipeline
from hudhud.records import Document, Factuality, OfficeDetail
from hudhud.store import Origin, Store
from hudhud.web import Access, create_app

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
EVIL_SVG = "<svg/onload=alert(3)>"


def hostile_document() -> Document:
    text = (
        f"Shells hit the market {EVIL} on Tuesday, killing at least 23 people. "
        f"The Northern Command {EVIL_SVG} denied that it fired them. [x](javascript:alert(4)) said so."
    )
    return make.document(
        text, f"Courier {EVIL}", title=f"Market {EVIL_SVG}", url="javascript:alert(5)", name="=1+1.txt"
    )


def fill(path: Path) -> Path:
    hostile, plain = hostile_document(), make.document()
    with Store.open(path, write=True) as store:
        for number, document in enumerate((hostile, plain)):
            parties = (make.party(f"Northern Command {EVIL}"),)
            fired = make.event("ASSAULT", None, actors=parties, trigger="fired")
            claims = [
                make.claim(make.event(actors=parties), document),
                make.claim(make.figure(), document),
                make.claim(fired, document, factuality=Factuality.DENIED, score=0.9),
                make.claim(OfficeDetail(make.party(EVIL), "=cmd()", make.party("Oudar"), "holds"), document),
            ]
            store.add_document(Origin("feed", f"{number}.txt", str(number)), document, claims, reader="test 1")
    pipeline.reconcile_record(path)
    return path


def fill_with_namesakes(path: Path) -> Path:
    """A record in which one surname may be that of either of two people."""
    with Store.open(path, write=True) as store:
        for number, name in enumerate(("Hafiz Harun", "Bashir Harun", "Harun")):
            quote = f"{name} denied that he gave order {number}."
            document = make.document(f"Shells hit market {number} on Tuesday. {quote}", name=f"{number}.txt")
            claim = make.claim(make.event(actors=(make.party(name),)), document, quote, score=0.9)
            store.add_document(Origin("feed", f"{number}.txt", str(number)), document, [claim], reader="test 1")
    pipeline.reconcile_record(path)
    return path


def client_of(path: Path, **access: Any) -> TestClient:
    app = create_app(path, access=Access(**access))
    return TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False)
