from bench.draft_decisions import compare
from data.drafts.additions import Addition, add_candidate
from data.drafts.candidate import Field
from data.drafts.cards import Change, decide_card, list_cards, sign_decision
from data.drafts.decisions import Decision, Verdict, append_decisions
from data.drafts.folders import Desk
from data.drafts.review import read_document
from tests.etl.conftest import folder as folder
from tests.etl.desk import Draw, known_names
from tests.etl.desk import desk as desk
from tests.etl.desk import draw as draw
from tests.etl.desk import reader as reader


def test_decisions_are_test_cases(desk: Desk, draw: Draw) -> None:
    draft = draw(is_accepted=False)
    document = read_document(desk, draft.name)
    date, place, *_ = list_cards(draft, {})
    append_decisions(
        desk.decisions,
        decide_card(draft, date, Verdict.EDITED, Change("2024-05-04")),
        sign_decision(decide_card(draft, place, Verdict.REJECTED), "", "", "of another event"),
        add_candidate(draft, document, Addition(Field.PERSON, "N. N.", "24 officers", "-")),
        Decision("elsewhere", "another text", "place", "Osh", "in Osh", Verdict.ACCEPTED),
    )
    missed: list[str] = []
    lines = compare(desk, *known_names(), missed).splitlines()
    assert [line.split() for line in lines[1:]] == [
        ["date", "1", "1", "0", "0", "0", "0"],
        ["person", "0", "0", "1", "0", "0", "0"],
        ["place", "0", "0", "0", "0", "1", "1"],
        ["all", "1", "1", "1", "0", "1", "1"],
        ["rejected", "because:", "of", "another", "event", "1"],
        ["1", "decisions", "on", "documents", "that", "are", "not", "at", "hand"],
    ]
    assert [text.split(" “")[0] for text in missed] == [
        "place: rejected (of another event)",
        "person: added",
    ]
