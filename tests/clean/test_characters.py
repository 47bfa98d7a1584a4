import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudhud.clean.characters import decode, tidy

ARABIC = "أعلن الجيش يوم الخميس سيطرته على جسر الوادي بعد معارك استمرت ثلاثة أيام مع مقاتلي الجبهة في القرى."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zoë left Tarfa – “at dawn”.".encode(), "Zoë left Tarfa – “at dawn”."),
        (b"\xef\xbb\xbfTwo men", "Two men"),
        ("Two men in Tarfa".encode("utf-16"), "Two men in Tarfa"),
        ("“We saw it,” said the mayor’s café owner – twice, naïve as ever.".encode("cp1252"), None),
        (ARABIC.encode("cp1256"), ARABIC),
    ],
)
def test_text_is_decoded_in_the_encoding_it_is_in(data: bytes, text: str | None) -> None:
    assert decode(data) == (text or data.decode("cp1252"))


def test_a_page_is_decoded_by_the_charset_it_names() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body>{ARABIC}</body></html>'
    assert ARABIC in decode(page.encode("cp1256"), is_html=True)


def test_a_few_wrong_bytes_do_not_change_the_encoding() -> None:
    data = ("Zoë left Tarfa at dawn. " * 20).encode() + b"\xff"
    assert decode(data) == "Zoë left Tarfa at dawn. " * 20 + "\ufffd"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("Tar\xadfa\u200b \ufeffnow\x00", "Tarfa now"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("a\u200db", "ab"),
        ("می\u200cروم", "می\u200cروم"),
        ("e\u0301", "é"),
        ("5\xa0km\u2009north", "5 km north"),
        ("p&amp;p &#8217;x &unknown;", "p&p ’x &unknown;"),
        ("-LRB- AP -RRB- `` No , '' he said", "( AP ) “ No , ” he said"),
    ],
)
def test_characters_say_only_what_they_show(text: str, shown: str) -> None:
    assert tidy(text) == shown


@given(st.binary(max_size=300), st.booleans())
@settings(deadline=None)
def test_decoding_never_raises(data: bytes, is_html: bool) -> None:
    decode(data, is_html=is_html).encode("utf-8")


@given(st.text(max_size=300))
@settings(deadline=None)
def test_tidy_text_is_composed_and_has_no_control_characters(text: str) -> None:
    shown = tidy(text)
    assert unicodedata.is_normalized("NFC", shown)
    assert not [character for character in shown if unicodedata.category(character) == "Cc" and character != "\n"]
