from dataclasses import replace

import pytest

from data.drafts.candidate import PERHAPS, Candidate, Field, Origin

DATE = Candidate(Field.DATE, "2024-05-17", 1, 10, 21, "a date")
BODY = Candidate(Field.ORGANISATION, "OSCE", 1, 0, 4, "", 0.8, rows=("osce",), detail={"role": "host"})


def test_the_identity_is_of_one_text_and_place() -> None:
    assert DATE.identity("a") == DATE.identity("a")
    assert len({DATE.identity("a"), DATE.identity("b")}) == 2


def test_the_part_of_a_body_belongs_to_its_identity() -> None:
    assert BODY.identity("a") != replace(BODY, detail={"role": "donor"}).identity("a")


@pytest.mark.parametrize(
    ("candidate", "is_certain", "is_open"),
    [
        (DATE, True, False),
        (BODY, True, False),
        (replace(DATE, inferred="The year is not printed."), False, False),
        (replace(DATE, rank=0.4), False, False),
        (replace(DATE, by=Origin.DRAFTER), False, False),
        (replace(DATE, value=""), False, False),
        (replace(BODY, rows=()), False, False),
        (replace(BODY, rows=("",)), False, False),
        (replace(BODY, rows=("osce", "")), False, True),
        (replace(BODY, detail={"role": "participant", PERHAPS: "organiser"}), False, True),
    ],
)
def test_what_is_certain_and_what_is_asked(candidate: Candidate, is_certain: bool, is_open: bool) -> None:
    assert (candidate.is_certain, candidate.is_open) == (is_certain, is_open)
