"""A small record with everything that is hard to write: formulas, markup, controls, no day, no place."""

import make
import pytest

from hudhud.export.material import ViewMaterial
from hudhud.reconcile import reconcile
from hudhud.records import Factuality, OfficeDetail, PlacePrecision, View

HOSTILE = (
    '=HYPERLINK("http://x.invalid"); <b>bold</b>, \\ "quoted" \x07 bell & more text than one line of a calendar holds.'
)


@pytest.fixture
def view() -> View:
    army = make.party("Army of Libya")
    first = make.document(url="https://courier.example/1")
    text = f"{HOSTILE} Rebels of the Dawn Front killed 40 people in Oudar. Nobody was hurt on a day nobody knows."
    second = make.document(text, "=Sum(Press)", on=make.days_after(2), name="hostile.txt", title="@cmd|x")
    sentences = [text[: text.index(" Rebels")], "Rebels of the Dawn Front killed 40 people in Oudar."]
    claims = [
        make.claim(make.event(actors=(army,)), first),
        make.claim(make.figure(23, None), first),
        make.claim(
            make.event(actors=(army,)),
            first,
            first.sentences[1].of(first.text),
            factuality=Factuality.DENIED,
            attribution=make.said_by("Amal Dorre"),
        ),
        make.claim(make.event("CONSULT", None, recipients=()), second, sentences[0], occurred=None, place=None),
        make.claim(
            make.event("ASSAULT", "firearms", actors=(make.party("Dawn Front"),), recipients=(army,)),
            second,
            sentences[1],
            occurred=make.period(make.days_after(1)),
            place=make.place(precision=PlacePrecision.TOWN),
        ),
        make.claim(make.figure(40, 40), second, sentences[1], occurred=make.period(make.days_after(1))),
        make.claim(
            OfficeDetail(make.party("Amal Dorre"), "spokeswoman", make.party("Northern Command"), "holds"),
            first,
            first.sentences[1].of(first.text),
        ),
    ]
    return reconcile([first, second], claims)


@pytest.fixture
def material(view: View) -> ViewMaterial:
    return ViewMaterial(view)
