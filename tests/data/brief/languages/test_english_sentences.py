import re
from string import Formatter

import pytest

from data.brief.languages.english_sentences import SENTENCES


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
        assert not (text.endswith(".") and re.match(r"\{(n|of|value)\}", text)), "begins with a figure"
