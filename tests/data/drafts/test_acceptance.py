from dataclasses import replace

from data.drafts.acceptance import (
    ALIAS,
    list_accepted,
    list_certain,
    list_choices,
    list_undecided,
    list_unresolved,
    select_field,
)
from data.drafts.candidate import PERHAPS, Candidate, Field
from data.drafts.decisions import Decision, Verdict
from data.drafts.draft import NEW_ROW, Draft

ONE = Candidate(Field.ORGANISATION, "Beta", 1, 0, 4, "", rows=("beta",), detail={"role": "host"})
SEVERAL = Candidate(Field.ORGANISATION, "Ministry", 1, 5, 9, "", rows=("gamma-uz", "beta"))
DRAFT = Draft("d", "t", candidates=(("c1", ONE), ("c2", SEVERAL)))


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
    assert list_undecided(DRAFT, decided("c1", Verdict.LATER)) == [ONE, SEVERAL]
    assert list_undecided(DRAFT, decided("c1", Verdict.REJECTED)) == [SEVERAL]
    assert list_unresolved(DRAFT, decided("c2", Verdict.ACCEPTED)) == [SEVERAL]
    assert list_unresolved(DRAFT, decided("c2", Verdict.ACCEPTED, row="beta")) == []


def test_an_edit_of_a_detail_keeps_the_row() -> None:
    found = list_accepted(DRAFT, decided("c1", Verdict.EDITED, role="donor"))
    assert [(each.row, each.detail) for each in found] == [("beta", {"role": "donor"})]


def test_a_guess_is_asked() -> None:
    detail = {"role": "participant", PERHAPS: "organiser"}
    draft = replace(DRAFT, candidates=(("c1", replace(ONE, detail=detail)),))
    accepted = decided("c1", Verdict.ACCEPTED)
    assert list_choices(draft.candidates[0][1], accepted["c1"]) == ["participant", "organiser"]
    assert len(list_unresolved(draft, accepted)) == 1
    assert list_unresolved(draft, decided("c1", Verdict.EDITED, role="organiser")) == []


def test_of_several_dates_none_is_certain() -> None:
    days = [Candidate(Field.DATE, f"2024-05-0{day}", 1, day, 9, "") for day in (3, 4)]
    draft = replace(DRAFT, candidates=(("d1", days[0]), ("c1", ONE), ("c2", SEVERAL)))
    assert list_certain(draft, {}) == [days[0], ONE]
    assert list_certain(draft, decided("c1", Verdict.LATER)) == [days[0]]
    assert list_certain(replace(draft, candidates=(*draft.candidates, ("d2", days[1]))), {}) == [ONE]


def test_a_place_beside_online_is_not_certain() -> None:
    place = Candidate(Field.PLACE, "New York", 1, 0, 4, "", rows=("new-york",))
    online = Candidate(Field.MODE, "online", 1, 5, 9, "")
    draft = replace(DRAFT, candidates=(("p", place), ("m", online)))
    assert list_certain(draft, {}) == [online]
    assert list_certain(replace(draft, candidates=draft.candidates[:1]), {}) == [place]
