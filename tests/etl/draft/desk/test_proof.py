from dataclasses import replace

import pytest

from data.drafts.acceptance import list_accepted
from data.drafts.decisions import Decision, Verdict, append_decisions
from data.drafts.draft import read_draft, update_draft
from data.drafts.folders import Desk
from data.drafts.metadata import decide_metadata
from etl.draft.desk import journal, proof
from etl.draft.desk.digests import digest_record
from etl.draft.desk.rows import DraftRows
from etl.draft.gazetteer.curated_rows import read_curated
from etl.reporting.errors import BadData, UsageError
from tests.etl.desk import Draw
from tests.etl.folder import Folder


def test_the_record_with_a_draft_passes_and_is_as_it_was(desk: Desk, draw: Draw) -> None:
    draft, before = draw(), digest_record(desk.curated)
    found = proof.check(desk, [draft.name])
    assert (found.faults, found.undecided, digest_record(desk.curated)) == ((), 0, before)
    assert found.anchors == len(found.rows["claims"])
    assert read_draft(desk.drafts, draft.name).checked == proof.make_extension(desk, [draft.name]).stamp
    assert proof.summarise(found)[0].startswith(f"{draft.name}: adds sources 1, events 1")


def test_a_row_of_the_draft_that_is_bad_is_told(desk: Desk, draw: Draw, folder: Folder) -> None:
    draft = draw()
    folder.edit("themes.csv", "drugs,Drugs", "other,Drugs")
    with pytest.raises(BadData):
        proof.check(desk, [draft.name])
    assert read_draft(desk.drafts, draft.name).checked == ""


def test_an_anchor_that_is_not_in_the_document_is_a_fault(desk: Desk, draw: Draw) -> None:
    draft = draw()
    path = desk.drafts / draft.name / "candidates.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Vera Veraeva", "Nobody Here", 2), encoding="utf-8")
    found = proof.check(desk, [draft.name])
    assert "stands nowhere" in str(found.faults[0])
    assert read_draft(desk.drafts, draft.name).checked == ""


def test_several_rows_must_be_chosen_from(desk: Desk, draw: Draw) -> None:
    text = (
        "On 3 May 2024 a course was held in Tashkent, and the Gamma Ministry came with 24 officers;"
        " it was said that all went well."
    )
    draft = draw(text, is_accepted=False)
    identity, body = next(pair for pair in draft.candidates if len(pair[1].rows) > 1)
    append_decisions(desk.decisions, Decision(identity, draft.text_sha256, "", "", "", Verdict.ACCEPTED))
    with pytest.raises(UsageError, match=f"“{body.value}” may be"):
        proof.check(desk, [draft.name])


def test_whether_it_is_an_event_of_the_record_must_be_said(desk: Desk, draw: Draw) -> None:
    draft = draw()
    update_draft(desk.drafts, replace(draft, alike={"2021-03-03-alphaville-roundtable": "same days"}))
    with pytest.raises(UsageError, match="perhaps it reports the event 2021-03-03-alphaville-roundtable"):
        proof.check(desk, [draft.name])
    append_decisions(desk.decisions, decide_metadata(draft, "event", {"id": ""}, None))
    assert proof.check(desk, [draft.name]).faults == ()


def test_two_drafts_share_a_new_row(desk: Desk, draw: Draw) -> None:
    first = draw()
    text = (
        "On 9 June 2024 the Swedish Coast Agency held a course; Ms. Vera Veraeva, Director, said that"
        " all was good and that there would be more."
    )
    second = draw(text, "press-2024-06-10")

    found = proof.check(desk, [first.name, second.name])
    assert sum(row["id"] == "swedish-coast-agency" for row in found.rows["organisations"]) == 1
    assert sum(row["id"] == "veraeva-vera" for row in found.rows["people"]) == 1


def test_what_waits_is_told(desk: Desk, draw: Draw) -> None:
    draft = draw()
    identity = draft.candidates[-1][0]
    append_decisions(desk.decisions, Decision(identity, draft.text_sha256, "", "", "", Verdict.LATER))
    assert (
        proof.summarise(proof.check(desk, [draft.name]))[-1]
        == "1 candidate is not decided yet: it adds nothing"
    )


def test_warnings_on_the_rows_are_told(desk: Desk, draw: Draw, folder: Folder) -> None:
    folder.edit("themes.csv", "Drugs", "Drugs\u200b")  # of the record itself
    draft = draw()
    update_draft(desk.drafts, replace(draft, event={**draft.event, "title": "Course\u200b of Beta"}))
    found = proof.check(desk, [draft.name])
    assert [(each.file, each.column) for each in found.warnings] == [("events.csv", "title")]


def test_a_text_that_was_changed_is_not_proven(desk: Desk, draw: Draw) -> None:
    draft = draw()
    text = (
        "On 9 June 2024 the Swedish Coast Agency held a course; it was said by those who came that all of it"
        " was good."
    )
    other = draw(text, "press-2024-06-10")
    path = desk.drafts / draft.name / "document.txt"
    path.write_text(path.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    with pytest.raises(UsageError, match=f"{draft.name}: document.txt is not the text that was drafted"):
        proof.check(desk, [other.name, draft.name])


def test_nothing_is_checked_while_a_merge_is_half_done(desk: Desk, draw: Draw) -> None:
    draft = draw()
    desk.journal.mkdir()
    with pytest.raises(UsageError, match="a merge was cut short"):
        proof.check(desk, [draft.name])
    journal.recover_files(desk.journal)
    assert proof.check(desk, [draft.name]).faults == ()


def test_a_guess_is_chosen_by_a_person_and_claimed_as_inferred(desk: Desk, draw: Draw) -> None:
    draft = draw(is_accepted=False)
    guess = {"role": "participant", "perhaps": "organiser", "perhaps_why": "It mostly is."}
    pairs = [(i, replace(c, detail=c.detail | guess)) for i, c in draft.candidates if c.rows == ("beta",)]
    identity = pairs[0][0]
    draft = replace(draft, candidates=tuple(pairs))

    def rows(**detail: str) -> list[tuple[str, str, str]]:
        made = Decision(identity, "", "", "", "", Verdict.EDITED, kept_detail=detail)
        listed = list_accepted(draft, {identity: made})
        claims = DraftRows(draft, listed, read_curated(desk.curated)).make()["claims"]
        return [(each["value"], each["is_inferred"], each["reason"]) for each in claims]

    assert rows(role="organiser") == [("organiser", "true", "It mostly is.")]
    assert rows(role="participant") == [("participant", "false", "")]
