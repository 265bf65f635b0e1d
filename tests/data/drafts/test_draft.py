from dataclasses import replace
from pathlib import Path

import pytest

from data.drafts.candidate import Candidate, Field, Origin
from data.drafts.draft import (
    Draft,
    DraftError,
    create_draft,
    list_drafts,
    read_draft,
    read_text,
    update_draft,
)

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
    notes=("one", "two"),
    source={"id": "s", "title": "A “title”\nof two lines"},
    event={"id": "", "themes": ["drugs"]},
    candidates=((BODY.identity("a" * 64), BODY),),
)


def test_a_draft_comes_back_as_it_was_written(tmp_path: Path) -> None:
    create_draft(tmp_path, DRAFT, "Words of it.\n")
    assert read_draft(tmp_path, DRAFT.name) == DRAFT
    assert list_drafts(tmp_path) == ["2024-course"]
    assert read_text(tmp_path, DRAFT.name).printed == ("Words of it.",)


def test_its_head_may_change(tmp_path: Path) -> None:
    create_draft(tmp_path, DRAFT, "Words of it.\n")
    changed = replace(DRAFT, checked="c", event={"id": "e"})
    update_draft(tmp_path, changed)
    assert read_draft(tmp_path, DRAFT.name) == changed


@pytest.mark.parametrize("name", ["absent", "../2024-course", "."])
def test_no_such_draft(tmp_path: Path, name: str) -> None:
    create_draft(tmp_path / "own", DRAFT, "Words.\n")
    with pytest.raises(DraftError, match="there is no such draft"):
        read_draft(tmp_path / "own", name)


@pytest.mark.parametrize("head", ["name = ", 'name = "a"', 'name = "a"\nnotes = []\nother = 1'])
def test_a_damaged_draft_is_told(tmp_path: Path, head: str) -> None:
    create_draft(tmp_path, DRAFT, "Words.\n")
    (tmp_path / DRAFT.name / "draft.toml").write_text(head, encoding="utf-8")
    with pytest.raises(DraftError, match=r"draft\.toml"):
        read_draft(tmp_path, DRAFT.name)
