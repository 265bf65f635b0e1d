import pytest

from data.drafts.candidate import Field
from tests.etl.draft.conftest import Propose


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Participants called on donors to equip posts.", "Participants", "donors"),
        ("Ms. Anna Alfova, Head of the OSCE, urged states to act.", "Anna Alfova", "states"),
        ("Experts said that the OSCE should go on.", "OSCE", ""),
        ("Experts stressed the importance of training officers.", "Experts", ""),
        ("Experts underlined the importance of trade.", None, None),
        ("It must be noted that it rained.", None, None),
        ("It rained.", None, None),
        ("Participants called (again) on donors.", None, None),
    ],
)
def test_who_asks_and_who_is_asked(text: str, who: str | None, whom: str | None, proposed: Propose) -> None:
    found = proposed(text).of(Field.RECOMMENDATION)
    assert [(each.value, each.detail["by"], each.detail["to"]) for each in found] == (
        [] if who is None else [("", who, whom)]
    )


def test_each_entry_of_a_list_of_recommendations_is_one(proposed: Propose) -> None:
    text = "Two recommendations were made : (1) assess the needs; (2) make sure that aid (of states) crosses."
    found = proposed(text).of(Field.RECOMMENDATION)
    assert [text[each.start :].split()[0] for each in found] == ["assess", "make"]
    assert proposed("A recommendation (1) of the OSCE was read.").of(Field.RECOMMENDATION) == []


@pytest.mark.parametrize("last", ["at crossings", "at posts"])
def test_a_long_request_ends_with_a_whole_word(last: str, proposed: Propose) -> None:
    text = f"Participants recommended that states should share lists and train officers {last} of donors."
    [found] = proposed(text).of(Field.RECOMMENDATION)
    assert text[found.start : found.end].endswith(f"train officers {last}")
