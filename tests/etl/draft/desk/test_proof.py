import pytest

from etl.draft.desk import drafts, proof
from etl.draft.desk.decisions import Decision, Verdict, decide
from etl.draft.desk.digests import digest_record
from etl.draft.desk.places import Desk
from etl.reporting.errors import BadData, UsageError
from tests.etl.desk import Draw
from tests.etl.folder import Folder


def test_the_record_with_a_draft_passes_and_is_as_it_was(desk: Desk, draw: Draw) -> None:
    draft, before = draw(), digest_record(desk.curated)
    found = proof.check(desk, [draft.name])
    assert (found.faults, found.undecided, digest_record(desk.curated)) == ((), 0, before)
    assert found.anchors == len(found.rows["claims"])
    assert drafts.read(desk.drafts, draft.name).checked == proof.stamp(before, found.rows)
    assert proof.words(found)[0].startswith(f"{draft.name}: adds sources 1, events 1")


def test_a_row_of_the_draft_that_is_bad_is_told(desk: Desk, draw: Draw, folder: Folder) -> None:
    draft = draw()
    folder.edit("themes.csv", "drugs,Drugs", "other,Drugs")
    with pytest.raises(BadData):
        proof.check(desk, [draft.name])
    assert drafts.read(desk.drafts, draft.name).checked == ""


def test_an_anchor_that_is_not_in_the_document_is_a_fault(desk: Desk, draw: Draw) -> None:
    draft = draw()
    path = desk.drafts / draft.name / "candidates.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Vera Veraeva", "Nobody Here", 2), encoding="utf-8")
    found = proof.check(desk, [draft.name])
    assert "stands nowhere" in str(found.faults[0])
    assert drafts.read(desk.drafts, draft.name).checked == ""


def test_several_rows_must_be_chosen_from(desk: Desk, draw: Draw) -> None:
    text = (
        "On 3 May 2024 a course was held in Tashkent, and the Gamma Ministry came with 24 officers;"
        " it was said that all went well."
    )
    draft = draw(text, is_accepted=False)
    identity, body = next(pair for pair in draft.candidates if len(pair[1].rows) > 1)
    decide(desk.decisions, Decision(identity, draft.text_sha256, "", "", "", Verdict.ACCEPTED))
    with pytest.raises(UsageError, match=f"“{body.value}” may be"):
        proof.check(desk, [draft.name])


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
    decide(desk.decisions, Decision(identity, draft.text_sha256, "", "", "", Verdict.LATER))
    assert (
        proof.words(proof.check(desk, [draft.name]))[-1] == "1 candidates are not decided yet and add nothing"
    )
