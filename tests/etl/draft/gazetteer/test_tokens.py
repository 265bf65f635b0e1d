import pytest

from etl.draft.gazetteer.tokens import keys, token_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Centre", "Center"),
        ("Co-operation", "Cooperation"),
        ("Türkiye", "Turkiye"),
        ("Бишкеке", "Бишкек"),
        ("Пограничной", "Пограничная"),
        ("службы", "служба"),
        ("Садыкбаевым", "Садыкбаев"),
    ],
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert token_key(one) == token_key(other)


def test_words_stay_apart() -> None:
    assert keys("UNODC-WCO’s border post") == ("unodc", "wco", "s", "border", "post")
    assert token_key("Оша") == "ош"
