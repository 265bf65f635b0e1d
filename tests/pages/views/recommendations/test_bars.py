"""Bars by theme as HTML: order, lengths by family, what is hatched, what is faded, what a press hands on."""

import re
from typing import Any

from pages.views.recommendations.bars import FULL, draw_bars

COUNTS = [
    {"theme_id": "cyber", "theme": "Cyber <b>x</b>", "family": "un_global", "rows": 2, "possibly": 0},
    {"theme_id": "drugs", "theme": "Drugs", "family": "state", "rows": 1, "possibly": 0},
    {"theme_id": "drugs", "theme": "Drugs", "family": "un_global", "rows": 3, "possibly": 0},
]


def buttons(counts: list[dict[str, Any]] = COUNTS, chosen: tuple[str, ...] = ()) -> list[str]:
    return re.findall(r"<button.*?</button>", draw_bars(counts, chosen))


def parts(button: str) -> list[tuple[str, float]]:
    """Class and length of each part."""
    found = re.findall(r'<i class="(.*?)" style="width:(.*?)%"', button)
    return [(kind, float(length)) for kind, length in found]


def test_longest_bar_stands_on_top_with_its_total_and_hands_on_its_theme() -> None:
    assert [re.findall('data-choice="(.*?)"', button) for button in buttons()] == [["drugs"], ["cyber"]]
    assert [re.findall("<b>(.*?)</b>", button) for button in buttons()] == [["4"], ["2"]]


def test_one_part_a_family_in_the_order_of_families() -> None:
    drugs, cyber = buttons()
    assert parts(drugs) == [("un_global", FULL * 3 / 4), ("state", FULL / 4)]
    assert parts(cyber) == [("un_global", FULL * 2 / 4)]


def test_what_is_only_possible_is_hatched_behind_what_is_certain() -> None:
    drugs, _ = buttons([COUNTS[0], COUNTS[1], COUNTS[2] | {"possibly": 1}])
    lengths = [("un_global", FULL * 2 / 4), ("un_global hatched", FULL / 4), ("state", FULL / 4)]
    assert parts(drugs) == lengths
    assert 'title="Drugs: 3 (2 certainly, 1 possibly) by UN and global bodies"' in drugs


def test_a_bar_is_named_by_all_its_parts() -> None:
    name = "Drugs: 4; 1 by States and their services, 3 by UN and global bodies"
    assert f'aria-label="{name}" aria-pressed="false"' in buttons()[0]


def test_themes_that_are_not_chosen_are_faded() -> None:
    drugs, cyber = buttons(chosen=("cyber",))
    assert 'class="bar faded"' in drugs
    assert 'class="bar"' in cyber
    assert 'aria-pressed="true"' in cyber


def test_text_cannot_carry_markup() -> None:
    assert "<b>x" not in draw_bars(COUNTS, ())


def test_no_rows_give_an_empty_picture() -> None:
    assert draw_bars([], ()) == '<div class="themes"></div>'
