import pytest

from pages.views.html import markup
from pages.views.html.directions import escape_isolated

PERSIAN = "کارگاه (BLO) ۲۰۲۳ در دوشنبه"


@pytest.mark.parametrize("text", [PERSIAN, "תוכנית (BLO) 7", "Border ﺍﻟﺤﺪﻭﺩ"])
def test_text_from_right_to_left_stands_apart_in_its_own_direction(text: str) -> None:
    assert escape_isolated(text) == f"<bdi>{text}</bdi>"


@pytest.mark.parametrize("text", ["Border (BLO) 7", "Пограничная служба", "Тоҷикистон", "Toʻlqin", "国境"])
def test_other_text_is_as_it_was(text: str) -> None:
    assert escape_isolated(text) == text


def test_our_quotation_marks_stay_outside() -> None:
    assert escape_isolated(f"“{PERSIAN}”") == f"“<bdi>{PERSIAN}</bdi>”"


def test_it_is_escaped_once_and_notes_and_headings_stand_outside() -> None:
    assert escape_isolated(f"<b>{PERSIAN}") == f"<bdi>&lt;b&gt;{PERSIAN}</bdi>"
    titled = markup.join((PERSIAN, markup.footnote_numbers([markup.Number(1, PERSIAN)])))
    assert titled.startswith(f"<bdi>{PERSIAN}</bdi><sup")
    assert markup.tag("b", markup.tag("i", PERSIAN)) == f"<b><i><bdi>{PERSIAN}</bdi></i></b>"
    assert f'<th scope="row"><bdi>{PERSIAN}</bdi></th>' in markup.fact_table([(PERSIAN, 1)])
