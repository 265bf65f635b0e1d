import pytest

from tests.etl.folder import Folder

FIRST = "start_on,2021-03-03,"
FAULTS = [
    (
        "participants,14,",
        "participants,fourteen,",
        "claims.csv:4: value: a number is written in digits, with over, at least, about or up to before it,"
        " then what is counted if not people, such as 'over 600' (found 'fourteen')",
    ),
    (
        "start_on,2022,",
        "start_on,2022-02-30,",
        "claims.csv:6: value: no such day in the calendar: day is out of range for month"
        " (found '2022-02-30')",
    ),
    (
        "status,operational,",
        "status,open,",
        "claims.csv:10: value: is not one of: operational, establishing, planned, candidate (found 'open')",
    ),
    (
        "gamma-crossing,status,operational,",
        "gamma-crossing,border_id,TJK-UZZ,",
        "claims.csv:10: value: borders.csv holds no such id; the nearest is 'TJK-UZB' (found 'TJK-UZZ')",
    ),
    (
        "preferred,organisers_own,",
        "preferred,,",
        "claims.csv:2: rule: is blank: a preferred value says by which rule",
    ),
    (
        "The organiser's own report.",
        "",
        "claims.csv:2: reason: is blank: a preferred value says why",
    ),
    (
        "normal,,\nalpha-2021-report,events,2021-03-alphaville",
        "normal,latest,\nalpha-2021-report,events,2021-03-alphaville",
        "claims.csv:4: rule: belongs to a preferred value alone (found 'latest')",
    ),
    (
        "preferred,organisers_own,",
        "preferred,best,",
        "claims.csv:2: rule: is not one of: most_authoritative, most_precise, latest, organisers_own;"
        " the nearest is 'latest' (found 'best')",
    ),
    (
        "deprecated,,Printed",
        "preferred,latest,Printed",
        "claims.csv:3: rank: another value is preferred on line 2 (found 'preferred')",
    ),
    (
        "start_on,2021-03,,",
        "start_on,2021-05,,",
        "claims.csv:5: value: nothing contradicts it, but the row in events.csv holds '2021-03'"
        " (found '2021-05')",
    ),
    (
        "participants,14,fourteen bodies,,took part",
        "participants,14,,,took part",
        "claims.csv:4: suffix: stands beside an anchor, and there is none (found 'took part')",
    ),
    (
        "fourteen bodies,,took part",
        "fourteen bodies,,one two three four five six seven eight nine",
        "claims.csv:4: suffix: is longer than 8 words (found 'one two three four five six seven eight nine')",
    ),
    (
        "start_on,2021-03-03,On",
        "start_on,,On",
        "claims.csv:2: value: is blank",
    ),
    (
        FIRST,
        "start_on,2021-03-09,",
        "claims.csv:2: value: is preferred, but the row in events.csv holds '2021-03-03'"
        " (found '2021-03-09')",
    ),
]


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS, ids=[case[2][:60] for case in FAULTS])
def test_a_bad_claim_is_named_with_file_line_column_and_value(
    old: str, new: str, fault: str, folder: Folder
) -> None:
    folder.edit("claims.csv", old, new)
    assert fault in folder.faults()


@pytest.mark.parametrize(
    ("table", "fault"),
    [("", "is blank"), ("evnets", "is no table; the nearest is 'events' (found 'evnets')")],
)
def test_a_claim_of_no_table_is_told_once_and_its_field_is_not_looked_at(
    table: str, fault: str, folder: Folder
) -> None:
    row = f",2021-03-03-alphaville-roundtable,{FIRST}"
    folder.edit("claims.csv", f"events{row}", f"{table}{row}")
    assert folder.faults() == [f"claims.csv:2: table: {fault}"]


@pytest.mark.parametrize("bad", ["fourteen", "2022-02-30"])
def test_a_bad_value_is_named_once(bad: str, folder: Folder) -> None:
    folder.edit(
        "claims.csv",
        FIRST if "-" in bad else "participants,14,",
        f"start_on,{bad}," if "-" in bad else f"participants,{bad},",
    )
    assert len(folder.faults()) == 1


def test_a_claim_may_be_more_precise_than_its_row(folder: Folder) -> None:
    folder.edit(
        "claims.csv",
        "start_on,2022,,,,,,medium,true,normal,,",
        "start_on,2022-05,,,,,,medium,true,preferred,most_precise,",
    )
    assert folder.faults() == []


def test_claims_are_typed_and_contradictions_marked(folder: Folder) -> None:
    columns = ("field", "value", "amount", "bound", "unit", "is_disputed")
    rows = [tuple(row[name] for name in columns) for row in folder.table("claims").rows]
    assert rows[:4] == [
        ("start_on", "2021-03-03", None, None, None, True),
        ("start_on", "2021-03-04", None, None, None, True),
        ("participants", "14", 14.0, "exact", None, True),
        ("start_on", "2021-03", None, None, None, False),
    ]
    assert rows[-1] == ("participants", "about 20", 20.0, "about", None, True)


def test_numbers_of_different_things_do_not_contradict(folder: Folder) -> None:
    folder.edit("claims.csv", "participants,about 20,", "participants,about 20 posts,")
    assert {row["unit"]: row["is_disputed"] for row in folder.table("claims").rows if row["amount"]} == {
        None: False,
        "posts": False,
    }


def test_the_title_of_an_event_is_our_wording_and_never_disputed(folder: Folder) -> None:
    for source, title in (("alpha-2021-report", "One"), ("alpha-2021-repost", "Other")):
        folder.add(
            "claims.csv",
            f"{source},events,2021-03-03-alphaville-roundtable,title,{title},,,,,,high,false,normal,,",
        )
    assert not any(row["is_disputed"] for row in folder.table("claims").rows if row["field"] == "title")
