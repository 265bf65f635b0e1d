from dataclasses import replace
from pathlib import Path

import pytest

from etl.draft.candidates.candidate import Candidate, Field, Origin
from etl.draft.desk import drafts
from etl.draft.desk.drafts import Draft
from etl.reporting.errors import UsageError

BODY = Candidate(
    Field.ORGANISATION,
    "Beta “B”",
    2,
    3,
    9,
    "why",
    0.5,
    Origin.GAZETTEER,
    ("beta", ""),
    {"role": "host"},
    "because",
)
DRAFT = Draft(
    "2024-course",
    "a" * 64,
    "en",
    "r",
    notes=("one", "two"),
    source={"id": "s", "title": "A “title”\nof two lines"},
    event={"id": "", "themes": ["drugs"]},
    candidates=((BODY.identity("a" * 64), BODY),),
)


def test_a_draft_comes_back_as_it_was_written(tmp_path: Path) -> None:
    drafts.write(tmp_path, DRAFT, "Words of it.\n")
    assert drafts.read(tmp_path, DRAFT.name) == DRAFT
    assert drafts.names(tmp_path) == ["2024-course"]
    assert drafts.document_of(tmp_path, DRAFT).printed == ("Words of it.",)


def test_a_candidate_is_added_by_hand(tmp_path: Path) -> None:
    drafts.write(tmp_path, DRAFT, "Words of it.\n")
    own = replace(BODY, value="Gamma", by=Origin.CURATOR)
    changed = drafts.add_candidate(tmp_path, DRAFT, own)
    assert drafts.read(tmp_path, DRAFT.name) == changed
    assert changed.candidates[-1] == (own.identity(DRAFT.text_sha256), own)


def test_a_damaged_or_absent_draft_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such draft"):
        drafts.read(tmp_path, "absent")
    drafts.write(tmp_path, DRAFT, "Words.\n")
    (tmp_path / DRAFT.name / "draft.toml").write_text("name = ", encoding="utf-8")
    with pytest.raises(UsageError, match=r"draft\.toml"):
        drafts.read(tmp_path, DRAFT.name)
