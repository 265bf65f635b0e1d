from data.extracts.writers.package_texts import format_citation, format_readme
from tests.data.extracts.writers.receipts import RECEIPT


def test_the_read_me_says_filter_link_and_how_to_cite() -> None:
    words = format_readme([], RECEIPT)
    assert "Filter: the whole record." in words
    assert "<http://localhost:8501/timeline>" in words
    assert RECEIPT.cite in words
    assert words.endswith("None.\n")


def test_the_citation_is_quoted_and_dated_only_where_the_release_is() -> None:
    assert 'version: "2026.11.1"' in format_citation(RECEIPT)
    assert "date-released" not in format_citation(RECEIPT)
