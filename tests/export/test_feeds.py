import io
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from hudhud.export import ical, rss
from hudhud.export.material import ViewMaterial
from hudhud.records import View


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_calendar_has_an_entry_for_every_dated_event(material: ViewMaterial, view: View) -> None:
    out = io.StringIO()
    told = ical.write(material, out)
    lines = unfolded(out.getvalue())
    uids = {line.removeprefix("UID:").partition("@")[0] for line in lines if line.startswith("UID:")}
    assert uids == {event.event_id for event in view.events if event.occurred}
    assert told.n + sum(told.dropped.values()) == len(view.events)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == told.n
    assert "DTSTART;VALUE=DATE:20240312" in lines
    assert "DTEND;VALUE=DATE:20240313" in lines
    assert "GEO:30.000000;14.000000" in lines


def test_calendar_lines_are_short_and_hold_no_bare_line_end(material: ViewMaterial) -> None:
    out = io.StringIO()
    ical.write(material, out)
    assert all(len(line.encode()) <= 75 for line in out.getvalue().split("\r\n"))
    assert "\n" not in out.getvalue().replace("\r\n", "")


@given(st.text(max_size=400))
def test_folding_loses_nothing(text: str) -> None:
    clean = text.replace("\r", "").replace("\n", "").encode("utf-8", "replace").decode()
    assert ical.folded(clean).replace("\r\n ", "") == clean
    assert all(len(line.encode()) <= 75 for line in ical.folded(clean).split("\r\n"))


def test_a_feed_is_xml_whatever_the_texts_are(material: ViewMaterial) -> None:
    out = io.StringIO()
    told = rss.write(material, out)
    root = ET.fromstring(out.getvalue())
    items = root.findall("channel/item")
    assert root.attrib == {"version": "2.0"}
    assert len(items) == told.n > 0
    assert len({item.findtext("guid") for item in items}) == len(items)
    assert any("<b>bold</b>" in (item.findtext("title") or "") for item in items)
    assert any((item.findtext("title") or "").startswith("Denied: ") for item in items)
