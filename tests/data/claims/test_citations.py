import json
from urllib.parse import unquote

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from data.claims.citations import FORMS, add_text_fragment, format_citations, quote_words

SOURCE = {
    "id": "alpha-2021-report",
    "publisher": "Alpha",
    "title": "Alpha report",
    "about": "Reports the alpha round table.",
    "kind": "document",
    "language": "en",
    "published_on": "2021-03-05",
    "url": "https://alpha.example/report",
    "read_on": "2026-01-02",
}
BARE = {**SOURCE, "title": None, "kind": "web_page", "published_on": None, "url": None, "read_on": None}


def test_plain_names_publisher_date_title_and_address() -> None:
    assert format_citations(SOURCE)["plain"] == (
        "Alpha (2021-03-05). Alpha report. https://alpha.example/report, read 2026-01-02."
    )


def test_what_is_not_stated_is_left_out_and_a_title_of_ours_is_bracketed() -> None:
    assert format_citations(BARE)["plain"] == "Alpha (n.d.). [Reports the alpha round table]."
    [record] = rispy.loads(format_citations(BARE)["ris"])
    assert {"year", "date", "urls", "access_date"} & set(record) == set()
    [item] = json.loads(format_citations(BARE)["csl"])
    assert {"issued", "accessed", "URL"} & set(item) == set()
    assert item["title"] == "[Reports the alpha round table]"


def test_ris_is_read_back_by_its_library() -> None:
    [record] = rispy.loads(format_citations(SOURCE)["ris"])
    assert record == {
        "type_of_reference": "RPRT",
        "id": "alpha-2021-report",
        "authors": ["Alpha"],
        "title": "Alpha report",
        "publisher": "Alpha",
        "language": "en",
        "year": "2021",
        "date": "2021/03/05",
        "access_date": "2026/01/02",
        "urls": ["https://alpha.example/report"],
    }
    assert format_citations(SOURCE)["ris"].startswith("TY  - RPRT\n")


def test_a_publisher_with_a_comma_is_never_parted_into_names() -> None:
    cited = format_citations({**SOURCE, "publisher": "Ministry of Alpha, Betaland"})
    [record] = rispy.loads(cited["ris"])
    assert (record["publisher"], record.get("authors")) == ("Ministry of Alpha, Betaland", None)
    [item] = json.loads(cited["csl"])
    assert item["author"] == [{"literal": "Ministry of Alpha, Betaland"}]


def test_a_line_break_in_a_title_begins_no_new_field() -> None:
    [record] = rispy.loads(format_citations({**SOURCE, "title": "One\nAU  - Other"})["ris"])
    assert (record["title"], record["authors"]) == ("One AU - Other", ["Alpha"])


@pytest.mark.parametrize(
    ("day", "parts"), [("2021-03-05", [2021, 3, 5]), ("2021-03", [2021, 3]), ("2021", [2021])]
)
def test_csl_dates_are_as_precise_as_printed(day: str, parts: list[int]) -> None:
    [item] = json.loads(format_citations({**SOURCE, "published_on": day})["csl"])
    assert item["issued"] == {"date-parts": [parts]}
    assert (item["type"], item["author"]) == ("report", [{"literal": "Alpha"}])


@pytest.mark.parametrize(
    ("url", "anchor", "prefix", "suffix", "address"),
    [
        ("https://a.example/x", "over 600", None, None, "https://a.example/x#:~:text=over%20600"),
        ("https://a.example/x", "a, b", None, None, "https://a.example/x#:~:text=a%2C%20b"),
        ("https://a.example/x", "well-known", None, None, "https://a.example/x#:~:text=well%2Dknown"),
        (
            "https://a.example/x",
            "1344, 15 – км",
            None,
            None,
            "https://a.example/x#:~:text=1344%2C%2015%20%E2%80%93%20%D0%BA%D0%BC",
        ),
        ("https://a.example/x", "b", "a-", "c,", "https://a.example/x#:~:text=a%2D-,b,-c%2C"),
        ("https://a.example/x", "b&c", None, "d", "https://a.example/x#:~:text=b%26c,-d"),
        ("https://a.example/x#top", "b", None, None, "https://a.example/x#top:~:text=b"),
    ],
)
def test_an_address_opens_at_the_words(
    url: str, anchor: str, prefix: str | None, suffix: str | None, address: str
) -> None:
    assert add_text_fragment(url, anchor, prefix, suffix) == address


@given(st.text(min_size=1), st.text(), st.text())
def test_the_parts_of_a_fragment_can_be_told_apart(anchor: str, prefix: str, suffix: str) -> None:
    whole = add_text_fragment(
        "https://a.example/x", *(part.encode("utf-8", "ignore").decode() for part in (anchor, prefix, suffix))
    )
    parts = whole.split(":~:text=")[1].split(",")
    assert unquote(next(part for part in parts if not part.endswith("-") and not part.startswith("-"))) == (
        anchor.encode("utf-8", "ignore").decode()
    )
    assert len(parts) == 1 + bool(prefix.encode("utf-8", "ignore")) + bool(suffix.encode("utf-8", "ignore"))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("over 600", "“over 600”"),
        ("“Oybek”", "“Oybek”"),
        ('"a" and "b"', '"a" and "b"'),
        ("the “Oybek”", "“the ‘Oybek’”"),
    ],
)
def test_words_that_bring_their_own_quotation_marks_get_no_others(words: str, shown: str) -> None:
    assert quote_words(words) == shown


def test_quotation_marks_within_a_quotation_are_single() -> None:
    assert quote_words("the “Dusti” office") == "“the ‘Dusti’ office”"


@pytest.mark.parametrize("form", FORMS)
def test_no_text_breaks_its_line_or_turns_its_direction(form: str) -> None:
    hostile = {**SOURCE, "title": "One\nTY  - two\u202e", "publisher": "Al\x00pha\nBureau"}
    text = format_citations(hostile)[form]
    assert "One TY - two\ufffd" in text
    assert "Al\ufffdpha Bureau" in text
    assert "[One two\ufffd" in format_citations(hostile | {"title": None, "about": "One\ntwo\u202e."})[form]
