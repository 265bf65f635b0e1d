from unicodedata import normalize

import pytest

from data.values.text import (
    embed_right_to_left,
    escape_acting,
    find_words,
    fold,
    has_term,
    index_terms,
    printable,
    printable_part,
    search_terms,
    to_plain_letters,
    web_address,
)


def test_text_in_plain_letters_keeps_its_case() -> None:
    assert [to_plain_letters(text) for text in ("Türkiye", "ОБСЕ", "Toʻlqin", "Côte d'Ivoire", "a  b")] == [
        "Turkiye",
        "OBSE",
        "Tolqin",
        "Cote dIvoire",
        "a b",
    ]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Мирзиёев", "mirzieev"),
        ("Mirziyoyev", "mirziyoyev"),
        ("İstanbul", "istanbul"),
        ("Қазақстан", "qazaqstan"),
        ("Äußerst", "ausserst"),
        ("  Alpha \n\t Beta ", "alpha beta"),
        ("O'Brien", "o'brien"),
        ("", ""),
    ],
)
def test_text_folds_to_lower_case_ascii(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_what_is_folded_stays_as_it_is() -> None:
    assert fold(fold("Туркменистан — ʻAshgabat")) == fold("Туркменистан — ʻAshgabat")


@pytest.mark.parametrize(
    "text", ["Мирзиёев Йошкар-Ола", "Äußerst café", "Қазақстан Ӯзбек", "İstanbul", "한국"]
)
def test_decomposed_letters_fold_as_composed_ones(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize("sign", "ʻ‘’ʼ'`ʹʿʾ′´＇")
def test_signs_inside_words_may_be_left_out(sign: str) -> None:
    assert search_terms(f"To{sign}lqin shu{sign}{sign}ba") == ["tolqin", "shuba"]
    assert index_terms(fold(f"To{sign}lqin")) == ["tolqin", "to", "lqin"]


def test_signs_around_words_part_them() -> None:
    assert search_terms("'alpha' beta`s ‘gamma’-delta") == ["alpha", "betas", "gamma", "delta"]
    assert index_terms(fold("‘alpha’ beta")) == ["alpha", "beta"]
    assert search_terms("Объект") == search_terms("Obekt") == ["obekt"]


def test_signs_that_act_are_written_by_their_number() -> None:
    assert (
        escape_acting("a\x1b[2Jb\u202ec\U000e0041 \u200cд\u00e9") == "aU+001B[2JbU+202EcU+E0041 \u200cд\u00e9"
    )


@pytest.mark.parametrize(
    "text",
    [
        "https://alpha.example/",
        "http://alpha.example",
        "https://alpha.example/a?b=1&c=2#d",
        "https://alpha.example/@alpha",
        "https://альфа.example/",
    ],
)
def test_a_web_address_is_kept_as_it_is(text: str) -> None:
    assert web_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "alpha.example",
        "//alpha.example",
        "javascript:alert(1)",
        "javascript://alpha.example/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://alpha.example/",
        "JAVASCRIPT:alert(1)",
        "https://",
        "https:///path",
        "https://user@alpha.example/",
        "https://user:secret@alpha.example/",
        "https://alpha.example/a b",
        "https://alpha.example/\n",
        "https://alpha.example/\u00a0",
        " https://alpha.example/",
    ],
)
def test_what_is_no_plain_web_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="and holds no blanks or user name"):
        web_address(text)


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("", "", ""),
        ("  ", "", " "),
        (" a\nb\x00 ", "a b\ufffd", " a b\ufffd "),
        ("a\u202e\t", "a\ufffd", "a\ufffd "),
    ],
)
def test_text_is_put_on_one_line_that_a_document_can_hold(text: str, whole: str, part: str) -> None:
    assert (printable(text), printable_part(text)) == (whole, part)


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        ("Office on Drugs", ["office", "drug"], ["Office", "Drugs"]),
        ("Программный офис ОБСЕ в Душанбе", ["obse"], ["ОБСЕ"]),
        ("Türkiye, Turkiye", ["turkiye"], ["Türkiye", "Turkiye"]),
        ("T\u0075\u0308rkiye", ["turkiye"], ["T\u0075\u0308rkiye"]),
        ("Toʻlqin posti", ["lqin"], ["Toʻlqin"]),
        ("Toʻlqin posti", ["tolqin"], ["Toʻlqin"]),
        ("Turkmen-Uzbek", ["uzbek"], ["Uzbek"]),
        ("the <b>UN</b>", ["un"], ["UN"]),
        ("background", ["ground"], []),
        ("anything", [], []),
    ],
)
def test_words_of_a_search_are_found_where_they_stand(text: str, terms: list[str], found: list[str]) -> None:
    assert [text[first:end] for first, end in find_words(text, terms)] == found
    assert has_term(text, terms[0] if terms else "none") is bool(found)


def test_what_runs_from_right_to_left_is_kept_together() -> None:
    assert embed_right_to_left("“تاکنون ، 19 BLO”") == "“\u202bتاکنون ، 19 BLO\u202c”"
    assert embed_right_to_left("“Plain” <b>") == "“Plain” <b>"
