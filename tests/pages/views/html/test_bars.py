import pytest

from pages.views.html import bars


def test_bars_are_as_high_as_their_values() -> None:
    made = bars.draw_bars([("2020", 1, 0, 0), ("2021", 3, 1, 1), ("2022", 0, 2, 2)])
    heights = [part.split("%")[0] for part in made.split("height:")[1:]]
    assert heights == ["0", "25", "25", "75", "50", "0"], "the possible above the certain, year by year"
    assert 'title="2021: 3 certainly, 1 possibly"' in made


@pytest.mark.parametrize("periods", [[], [("2020", 0, 0, 0)]])
def test_bars_without_any_value_are_empty(periods: list[tuple[str, int, int, float]]) -> None:
    assert "height:100%" not in bars.draw_bars(periods)


def test_a_part_of_a_bar_without_length_is_not_there() -> None:
    assert bars.draw_part(12.5, "half", "state") == '<i class="state" style="width:12.5%" title="half"></i>'
    assert bars.draw_part(0, "none", "state") == ""


def test_a_picture_has_a_name_and_labels_stand_at_their_share() -> None:
    made = bars.draw_picture("<Read>", bars.draw_label(12.5, "2010 & on"), "grid")
    assert made == (
        '<div class="grid" role="img" aria-label="&lt;Read&gt;">'
        '<span style="left:12.5%">2010 &amp; on</span></div>'
    )
