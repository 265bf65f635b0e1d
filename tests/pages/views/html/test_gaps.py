from pages.views.html.gaps import fill_gaps, make_gap, split_at_gaps
from pages.views.html.markup import join, tag


def test_gaps_are_filled_by_number_wherever_they_stand() -> None:
    kept = split_at_gaps(join((make_gap(1), tag("b", "<x>"), make_gap(0))))
    assert kept == ["", "1", "<b>&lt;x&gt;</b>", "0", ""]
    assert fill_gaps(kept, [tag("i", "first"), tag("i", "second")]) == (
        "<i>second</i><b>&lt;x&gt;</b><i>first</i>"
    )


def test_html_without_gaps_stays_as_it_is() -> None:
    assert fill_gaps(split_at_gaps(tag("p", "1 and 0")), []) == "<p>1 and 0</p>"
