"""Bytes → characters that say only what they show."""

import codecs
import re
import unicodedata

__all__ = ["decode", "fold", "tidy"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The first bytes are enough to tell an encoding; whole files are not read twice.
_SAMPLE = 200_000

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Control characters, byte order marks, soft hyphens, invisible operators, and the marks that turn the direction
# of text: shown text would not be the text that is read.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
# Joiners are spelling in Persian, Kurdish and Indic scripts, and nothing elsewhere.
_JOINER = re.compile("(?<![\u0600-\u0dff\ufb50-\ufefc])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff\ufb50-\ufefc])")
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# More than four marks on one letter are decoration (a quarter of real words in any script has at most two).
_STACKED = re.compile("([\u0300-\u036f\u0483-\u0489\u20d0-\u20f0]{4})[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0]+")
_ENTITY = re.compile(r"&(?:amp|quot|lt|gt|nbsp|apos|hellip|[lr][sd]quo|[mn]dash|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
# Corpora cut into tokens print brackets and quotation marks in the manner of the Penn Treebank.
_TOKENS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”"}
_TOKEN = re.compile(r"-[LR][RSC]B-|(?<!\S)``(?!\S)|(?<!\S)''(?!\S)")
_BLANKS = re.compile(r"\s+")


def decode(data: bytes, *, is_html: bool = False) -> str:
    """The characters of `data` in the encoding it is most likely in. Never raises.

    A byte order mark is believed, then valid UTF-8, then the page's own charset, then what the bytes look like.
    Bytes that fit nowhere become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) if encoding == "utf-8" else 0 :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, is_html=is_html)


def _guess(data: bytes, *, is_html: bool) -> str:
    from resiliparse.parse.encoding import detect_encoding

    sample = data[:_SAMPLE]
    named = detect_encoding(sample, from_html_meta=is_html) or "replacement"
    try:
        if named not in ("utf-8", "replacement"):
            return data.decode(named)
    except (LookupError, UnicodeDecodeError):
        pass
    # A file that is UTF-8 but for a few bytes stays UTF-8: it was cut or patched, not encoded otherwise.
    patched = data.decode("utf-8", errors="replace")
    if patched.count("\ufffd") * 50 < len(patched):
        return patched
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def tidy(text: str) -> str:
    """`text` in NFC, its line ends `\\n`, its spaces plain, without characters that hide or turn text."""
    text = _LINE_ENDS.sub("\n", text)
    text = _HIDDEN.sub("", _SPACES.sub(" ", text))
    text = _TOKEN.sub(lambda token: _TOKENS[token[0]], _JOINER.sub("", text))
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    return _STACKED.sub(r"\1", unicodedata.normalize("NFC", text))


def _character(entity: re.Match[str]) -> str:
    import html

    return _SPACES.sub(" ", _HIDDEN.sub("", html.unescape(entity[0]))).replace("\n", " ")


def fold(line: str) -> str:
    """`line` with its white space folded to single spaces."""
    return _BLANKS.sub(" ", line).strip()
