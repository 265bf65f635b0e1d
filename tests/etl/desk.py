"""A desk over the invented data, with a page that names their bodies."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from etl.draft.desk import decisions, drafts
from etl.draft.desk.decisions import Decision, Verdict
from etl.draft.desk.drafts import Draft
from etl.draft.desk.places import Desk
from etl.draft.desk.reading import Reader, SourceFacts
from etl.draft.gazetteer import curated_rows
from etl.draft.gazetteer.record_names import record_names
from tests.etl.folder import Folder

PAGE = """Beta Organisation trains officers in Tashkent

On 3 May 2024 the Beta Organisation held a course in Tashkent, funded by the Government of Uzbekistan.

Ms. Vera Veraeva, Director of the Delta Institute, said that 24 officers took part.

The Swedish Coast Agency was there. Participants recommended that states should share lists.

The course was held under the Alpha Plan.
"""
SOURCE = {"id": "press-2024-05-05-course", "publisher": "Press", "originator": "press", "about": "A course."}
TITLE = "Course of Beta for officers"
Draw = Callable[..., Draft]


@pytest.fixture
def desk(tmp_path: Path, folder: Folder) -> Desk:
    return Desk(tmp_path / "desk", folder.path, tmp_path / "desk-decisions.csv", tmp_path / "documents")


@pytest.fixture
def reader(desk: Desk) -> Reader:
    record = curated_rows.read(desk.curated)
    return Reader(desk, record, record_names(record), SourceFacts(published_on="2024-05-05"), "2026-12-01")


@pytest.fixture
def draw(desk: Desk, reader: Reader, tmp_path: Path) -> Draw:
    """A draft of a page with its source and title filled in, and all it proposes accepted."""

    def drawn(text: str = PAGE, source: str = SOURCE["id"], *, is_accepted: bool = True) -> Draft:
        path = tmp_path / "page.txt"
        path.write_text(text, encoding="utf-8")
        draft = drafts.read(desk.drafts, reader.read(path).draft)
        filled = replace(
            draft,
            source={**draft.source, **SOURCE, "id": source},
            event={**draft.event, "title": TITLE, "themes": ["drugs"]},
        )
        drafts.write(desk.drafts, filled)
        if is_accepted:
            accept(desk, filled)
        return filled

    return drawn


def accept(desk: Desk, draft: Draft) -> None:
    """Accept all; of several rows the first, of a recommendation words of our own."""
    made = []
    for identity, each in draft.candidates:
        row = next((row for row in each.rows if row), "") if len(each.rows) > 1 else ""
        words = "States should share lists." if each.field == "recommendation" else ""
        verdict = Verdict.EDITED if words else Verdict.ACCEPTED
        parts = (identity, draft.text_sha256, str(each.field), each.value, each.anchor)
        made.append(Decision(*parts, verdict, kept_value=words, kept_row=row, who="tester", day="2026-12-01"))
    decisions.decide(desk.decisions, *made)
