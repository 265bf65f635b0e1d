import pytest

from data.drafts.decisions import Verdict
from data.drafts.folders import Desk
from etl.draft.desk.draft_states import describe_state, open_draft, refuse_merged
from etl.draft.desk.wishes import Wishes, decide, parse_verdict
from etl.draft.gazetteer.curated_rows import CuratedRows, read_curated
from etl.reporting.errors import UsageError
from tests.etl.desk import Draw


def test_no_such_draft(desk: Desk) -> None:
    with pytest.raises(UsageError, match="absent: there is no such draft"):
        open_draft(desk, "absent")


def test_what_waits_and_what_the_record_has(desk: Desk, draw: Draw) -> None:
    draft, record = draw(), read_curated(desk.curated)
    assert open_draft(desk, draft.name) == draft
    assert describe_state(desk, draft, record) == "decided"
    refuse_merged(draft, record)
    decide(desk, draft.name, Wishes(tuple(parse_verdict("1", Verdict.LATER))))
    assert describe_state(desk, draft, record) == "1 to decide"
    merged = CuratedRows({"sources": [{"id": "s", "sha256": draft.text_sha256}]})
    assert describe_state(desk, draft, merged) == "merged"
    with pytest.raises(UsageError, match="is merged already, its document is that of source s"):
        refuse_merged(draft, merged)
