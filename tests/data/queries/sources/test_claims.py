from data.queries.sources import claims
from tests.data.queries.conftest import Ask

PAGE, REPORT, REPOST = "beta-2022-page", "alpha-2021-report", "alpha-2021-repost"
ROUNDTABLE = "2021-03-03-alphaville-roundtable"
FIELDS = ("field", "value", "claimant", "rank", "is_disputed", "source_id")
DISPUTED = [
    ("participants", "14", "Alpha", "normal", True, REPORT),
    ("participants", "about 20", "Beta News", "normal", True, REPOST),
    ("start_on", "2021-03-03", "Alpha", "preferred", True, REPORT),
    ("start_on", "2021-03-04", "Beta News", "deprecated", True, REPOST),
]


def test_claims_on_rows_stand_field_by_field_the_preferred_first(ask: Ask) -> None:
    assert ask(claims.list_claims("events", (ROUNDTABLE,)), *FIELDS) == DISPUTED
    assert ask(claims.list_claims("events", (ROUNDTABLE, "2022-betaburg-exercise")), "value")[-1] == "2022"
    assert ask(claims.list_claims("speakers", (ROUNDTABLE,))) == []


def test_a_claim_comes_with_its_words_and_its_source(ask: Ask) -> None:
    columns = (
        "anchor",
        "prefix",
        "suffix",
        "paragraph",
        "amount",
        "bound",
        "publisher",
        "title",
        "originator",
    )
    rows = ask(claims.list_claims("events", (ROUNDTABLE,)), *columns)
    assert rows[0] == ("fourteen bodies", None, "took part", 2, 14, "exact", "Alpha", "Alpha report", "alpha")
    assert rows[1][4:] == (20, "about", "Beta News", "Repeats the alpha report.", "alpha")


def test_claims_of_one_source_in_the_order_of_its_paragraphs_the_unplaced_last(ask: Ask) -> None:
    speaker = f"{ROUNDTABLE}/alfov-anna/speaker/{REPORT}"
    assert ask(claims.list_claims_of_source(REPORT), "table", "about", "field", "value") == [
        ("events", "Round table on alpha borders", "start_on", "2021-03-03"),
        ("events", "Round table on alpha borders", "participants", "14"),
        ("speakers", speaker, "office", "Head of Alpha"),
        ("border_liaison_offices", "gamma-crossing", "status", "operational"),
        ("events", "Course for alpha officers", "start_on", "2021-03"),
        ("events", "Meeting of delta", "form", "expert meeting"),
    ]


def test_every_row_that_a_claim_may_name_has_a_name(ask: Ask) -> None:
    named = {
        (table, identity): name for table, identity, name in ask(claims.list_names(), "table", "id", "name")
    }
    assert named["events", ROUNDTABLE] == "Round table on alpha borders"
    assert named["sources", REPOST] == "Repeats the alpha report."
    assert named["office_counts", "alpha-2021-11-all"] == "Offices on all borders"
