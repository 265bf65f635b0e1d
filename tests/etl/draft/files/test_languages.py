import pytest

from etl.draft.files.languages import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The course was held in Dushanbe by the office and it was attended by officers of the region.",
            "en",
        ),
        ("Семинар прошёл в Душанбе, и в нём приняли участие представители служб на границе.", "ru"),
        ("Дар шаҳри Душанбе семинар баргузор гардид, ки дар он намояндагони мақомот ширкат варзиданд.", ""),
        ("Le cours a été donné à Douchanbé par le bureau et il a réuni des agents de la région.", ""),
        ("", ""),
    ],
)
def test_english_and_russian_are_told_from_others(text: str, language: str) -> None:
    assert detect_language(text) == language
