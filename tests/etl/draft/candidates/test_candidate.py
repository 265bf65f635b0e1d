from data import documents
from etl.draft.candidates.candidate import Candidate, Field, add_anchors

DATE = Candidate(Field.DATE, "2024-05-17", 1, 10, 21, "a date")


def test_the_identity_is_of_one_text_and_place() -> None:
    assert DATE.identity("a") == DATE.identity("a")
    assert len({DATE.identity("a"), DATE.identity("b")}) == 2


def test_the_part_of_a_body_belongs_to_its_identity() -> None:
    bodies = [
        Candidate(Field.ORGANISATION, "OSCE", 1, 0, 4, "", detail={"role": role})
        for role in ("host", "donor")
    ]
    assert bodies[0].identity("a") != bodies[1].identity("a")


def test_without_an_anchor_there_is_no_candidate() -> None:
    document = documents.parse_document("It was on 17 May 2024 in Osh.\n")
    kept, dropped = add_anchors([DATE, Candidate(Field.PLACE, "Osh", 1, 90, 93, "")], document)
    assert ([each.anchor for each in kept], dropped) == (["17 May 2024"], 1)
