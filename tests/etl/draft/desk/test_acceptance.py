from etl.draft.candidates.candidate import Candidate, Field
from etl.draft.desk.acceptance import (
    ALIAS,
    NEW_ROW,
    list_accepted,
    list_undecided,
    list_unresolved,
    select_field,
)
from etl.draft.desk.decisions import Decision, Verdict
from etl.draft.desk.drafts import Draft

ONE = Candidate(Field.ORGANISATION, "Beta", 1, 0, 4, "", rows=("beta",), detail={"role": "host"})
SEVERAL = Candidate(Field.ORGANISATION, "Ministry", 1, 5, 9, "", rows=("gamma-uz", "beta"))
DRAFT = Draft("d", "t", "en", "r", candidates=(("c1", ONE), ("c2", SEVERAL)))


def decided(
    candidate: str, verdict: Verdict, row: str = "", value: str = "", **detail: str
) -> dict[str, Decision]:
    return {candidate: Decision(candidate, "t", "", "", "", verdict, "", value, row, detail)}


def test_an_accepted_one_keeps_its_only_row() -> None:
    found = list_accepted(DRAFT, decided("c1", Verdict.ACCEPTED))
    assert [(each.value, each.row, each.detail) for each in found] == [("Beta", "beta", {"role": "host"})]


def test_an_edited_one_keeps_what_was_changed() -> None:
    found = list_accepted(DRAFT, decided("c1", Verdict.EDITED, value="Beta Union", role="donor"))
    assert [(each.value, each.row, each.detail) for each in found] == [("Beta Union", "", {"role": "donor"})]


def test_another_spelling_of_a_known_row() -> None:
    found = list_accepted(DRAFT, decided("c2", Verdict.ACCEPTED, row="gamma-uz", **{ALIAS: "1"}))
    assert [(each.row, each.is_alias) for each in found] == [("gamma-uz", True)]
    assert len(list(select_field(found, Field.ORGANISATION))) == 1


def test_a_new_row_may_be_chosen_against_known_ones() -> None:
    found = list_accepted(DRAFT, decided("c2", Verdict.ACCEPTED, row=NEW_ROW))
    assert [(each.value, each.row) for each in found] == [("Ministry", "")]
    assert list_unresolved(DRAFT, decided("c2", Verdict.ACCEPTED, row=NEW_ROW)) == []


def test_what_waits_and_what_was_not_chosen() -> None:
    assert [name for name, _ in list_undecided(DRAFT, decided("c1", Verdict.LATER))] == ["c1", "c2"]
    assert [name for name, _ in list_undecided(DRAFT, decided("c1", Verdict.REJECTED))] == ["c2"]
    assert list_unresolved(DRAFT, decided("c2", Verdict.ACCEPTED)) == [SEVERAL]
    assert list_unresolved(DRAFT, decided("c2", Verdict.ACCEPTED, row="beta")) == []
