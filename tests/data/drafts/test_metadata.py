import pytest

from data.drafts.cards import DecisionError
from data.drafts.draft import Draft
from data.drafts.metadata import EVENT, SOURCE, SOURCE_NEEDS, decide_metadata, fill_metadata, list_missing

DRAFT = Draft("d", "t", source={"id": "a", "publisher": "P"}, event={"id": "", "title": "", "themes": []})


def test_later_decisions_on_a_head_keep_the_earlier_cells() -> None:
    first = decide_metadata(DRAFT, EVENT, {"id": "2024-talks"}, None)
    second = decide_metadata(DRAFT, EVENT, {"title": "Talks  on drugs", "themes": "drugs arms"}, first)
    found = fill_metadata(DRAFT, {EVENT: second})
    assert found.event == {"id": "2024-talks", "title": "Talks on drugs", "themes": ["drugs", "arms"]}
    assert found.source == DRAFT.source


def test_a_cell_can_be_cleared() -> None:
    made = decide_metadata(DRAFT, SOURCE, {"publisher": " "}, None)
    assert fill_metadata(DRAFT, {SOURCE: made}).source == {"id": "a", "publisher": ""}


def test_a_cell_that_there_is_not_is_refused() -> None:
    with pytest.raises(DecisionError, match="event: colour is none of id, title, themes, confidence"):
        decide_metadata(DRAFT, EVENT, {"colour": "red"}, None)


def test_what_is_missing_is_named() -> None:
    assert list_missing(DRAFT, is_known=True) == ["title of the event"]
    assert list_missing(DRAFT, is_known=False) == [*SOURCE_NEEDS[2:], "title of the event"]
    same = fill_metadata(DRAFT, {EVENT: decide_metadata(DRAFT, EVENT, {"id": "2024-talks"}, None)})
    assert list_missing(same, is_known=True) == []
