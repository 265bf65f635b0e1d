import re
from string import Formatter

import pytest

from data.brief.english import ENGLISH, LABELS, SENTENCES, join, span


@pytest.mark.parametrize("name", SENTENCES)
def test_each_sentence_names_its_gaps_and_counted_ones_have_a_plain_form(name: str) -> None:
    forms = SENTENCES[name]
    texts = [forms] if isinstance(forms, str) else list(forms.values())
    if not isinstance(forms, str):
        assert "other" in forms
        assert set(forms) <= {"none", "only", "one", "other"}
    for text in texts:
        gaps = [gap for _, gap, _, _ in Formatter().parse(text) if gap is not None]
        assert all(re.fullmatch("[a-z_]+", gap) for gap in gaps)
        assert "  " not in text


def test_names_are_joined_as_in_a_sentence() -> None:
    assert [join(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_a_date_that_is_not_stated_is_said() -> None:
    row = {"start_on": None, "end_on": None, "date_precision": "unknown", "date_as_stated": None}
    assert span(row) == "date not stated"
    assert ENGLISH.day("2021-03") == "March 2021"
    assert ENGLISH.when("2021-03-03") == "on 3 March 2021"


def test_every_label_is_a_text() -> None:
    assert all(isinstance(text, str) and text for text in LABELS.values())
