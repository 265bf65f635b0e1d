import pytest

from etl.draft.gazetteer.words import LONGEST_TITLE, find_title_before


@pytest.mark.parametrize(
    ("before", "title"),
    [("said H.E. Mr. ", "H.E. Mr. "), ("said ", None), ("генерал-майор ", "генерал-майор "), ("", None)],
)
def test_titles_before_a_name(before: str, title: str | None) -> None:
    found = find_title_before(f"{before}Ivan", len(before))
    assert (None if found is None else before[found:]) == title


def test_it_looks_back_no_further_than_titles_go() -> None:
    found = find_title_before("Mr. " * 1_000 + "Ivan", 4_000)
    assert found == 4_000 - LONGEST_TITLE
