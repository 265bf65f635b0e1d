from datetime import date

from etl.releases.changelog import MOST_ROWS, escape_markdown, format_changelog
from etl.releases.comparison import Change, ChangeKind
from etl.releases.state import State


def test_nothing_of_a_value_is_read_as_markdown() -> None:
    assert escape_markdown("a\n*b* <c> [d](e) |f|") == r"a \*b\* \<c\> \[d\](e) \|f\|"


def test_a_removed_record_is_named_as_it_was_and_leads_nowhere() -> None:
    before = State("release 1", {"events": {"a": "1"}}, {"events": {"a": {"id": "a", "title": "One"}}})
    text = format_changelog(
        "2", date(2027, 1, 2), State("release 2"), before, [Change("events", "a", "", ChangeKind.ROW_REMOVED)]
    )
    assert "| events | 0 | 0 | 1 | 0 |" in text
    assert text.endswith("## Events\n\nRow removed: 1\n\n- `a` One\n")


def test_of_many_rows_that_changed_alike_the_first_are_named() -> None:
    keys = [f"row-{number:02}" for number in range(MOST_ROWS + 2)]
    found = [Change("themes", key, "", ChangeKind.ROW_REMOVED) for key in keys]
    before = State("release 1", {"themes": dict.fromkeys(keys, "1")})
    text = format_changelog("2", date(2027, 1, 2), State("release 2"), before, found)
    assert "Row removed: 32\n\n- `row-00`\n" in text
    assert text.endswith("- `row-29`\n- and 2 more, in `2.changes.csv`\n")
