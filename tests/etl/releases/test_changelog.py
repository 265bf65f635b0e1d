from datetime import date

from etl.releases.changelog import escape_markdown, format_changelog
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
    assert text.endswith("## Events\n\n### `a` One\n\n- row removed\n")
