"""A desk over the invented data, with a page that names their bodies."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from data.drafts.cards import Change, decide_card, list_cards, sign_decision
from data.drafts.decisions import Verdict, append_decisions
from data.drafts.draft import Draft, read_draft, update_draft
from data.drafts.folders import Desk
from etl.draft.desk.reading import Reader
from etl.draft.desk.reading_child import SourceFacts, answer
from etl.draft.desk.reading_process import Reading, parse_answer
from etl.draft.files.file_text import RefusedError
from etl.draft.gazetteer.curated_rows import CuratedRows, read_curated
from etl.draft.gazetteer.record_names import RecordNames, record_names
from tests.conftest import CURATED
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


@cache
def known_names() -> tuple[CuratedRows, RecordNames]:
    record = read_curated(CURATED)
    return record, record_names(record)


def reading_here(facts: SourceFacts) -> Callable[[Path], Reading]:
    """What `ReadingProcess.read` does, in this process."""

    def read(path: Path) -> Reading:
        content = path.read_bytes() if path.is_file() else b"MZ"
        kind, *found = answer(content, *known_names(), facts)
        if kind != "read":
            raise RefusedError(found[0])
        return parse_answer(*found)

    return read


@pytest.fixture
def reader(desk: Desk) -> Reader:
    facts = SourceFacts(published_on="2024-05-05")
    return Reader(desk, read_curated(desk.curated), facts, "2026-12-01", reading_here(facts))


@pytest.fixture
def draw(desk: Desk, reader: Reader, tmp_path: Path) -> Draw:
    """A draft of a page with its source and title filled in, and all it proposes accepted."""

    def drawn(text: str = PAGE, source: str = SOURCE["id"], *, is_accepted: bool = True) -> Draft:
        path = tmp_path / "page.txt"
        path.write_text(text, encoding="utf-8")
        draft = read_draft(desk.drafts, reader.read(path).draft)
        filled = replace(
            draft,
            source={**draft.source, **SOURCE, "id": source},
            event={**draft.event, "title": TITLE, "themes": ["drugs"]},
        )
        update_draft(desk.drafts, filled)
        if is_accepted:
            accept(desk, filled)
        return filled

    return drawn


def accept(desk: Desk, draft: Draft) -> None:
    """Accept all; of several rows the first, of a recommendation words of our own."""
    made = []
    for card in list_cards(draft, {}):
        several = [row for row in card.candidate.rows if row][:1] if card.candidate.is_open else []
        words = "States should share lists." if card.candidate.field == "recommendation" else ""
        verdict = Verdict.EDITED if words or several else Verdict.ACCEPTED
        decision = decide_card(draft, card, verdict, Change(words, "".join(several)))
        made.append(sign_decision(decision, "tester", "2026-12-01"))
    append_decisions(desk.decisions, *made)
