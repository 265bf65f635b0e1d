import pandas as pd
import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from data import engines
from data.claims.ids import claim_id
from data.extracts import provenance
from data.extracts.cells import to_arrow
from data.extracts.provenance import add_provenance
from data.filters import Filters
from data.queries import tables as queries
from data.queries.events import list as events
from data.schema.dictionary import ADDED
from data.schema.models import Claim, tables
from data.schema.vocabulary import Rank

ROUNDTABLE = "2021-03-03-alphaville-roundtable"


def told(engine: Engine, table: str) -> pd.DataFrame:
    rows = engines.read_columns(engine, queries.list_rows(table, Filters()))
    return pd.DataFrame(to_arrow(add_provenance(engine, table, rows, "http://x")).to_pylist(), dtype=object)


@pytest.mark.parametrize("table", sorted(tables()))
def test_the_own_columns_stay_first_and_who_says_so_comes_last(engine: Engine, table: str) -> None:
    rows = engines.read_columns(engine, queries.list_rows(table, Filters()))
    found = add_provenance(engine, table, rows, "http://x")
    assert list(found) == [*rows, *ADDED]
    assert {name: found[name] for name in rows} == rows
    assert all(url.startswith("http://x/") for url in found["record_url"])


def test_an_event_names_its_sources_claims_and_what_is_disputed(engine: Engine) -> None:
    row = told(engine, "events").set_index("id").loc[ROUNDTABLE]
    assert row["record_url"] == f"http://x/event?id={ROUNDTABLE}"
    assert row["source_ids"] == "alpha-2021-report | alpha-2021-repost"
    number = {str(row[name]).count(" | ") for name in ("source_titles", "source_publishers", "source_links")}
    assert number == {1}
    fourteen = claim_id("alpha-2021-report", "events", ROUNDTABLE, "participants", "14")
    assert fourteen in row["claim_ids"].split(" | ")
    assert "fourteen bodies" in row["anchors"].split(" | ")
    assert len(row["claim_ids"].split(" | ")) == len(row["anchors"].split(" | "))
    assert row["disputed_fields"] == "participants | start_on"
    assert "start_on: 2021-03-04" in row["other_values"]
    assert "start_on: 2021-03-03" not in row["other_values"], "the preferred value is the one shown"


def test_sources_are_as_many_as_the_page_counts_and_disputes_as_it_rings(engine: Engine) -> None:
    rows = engines.read_columns(engine, events.list_events(Filters()))
    found = add_provenance(engine, "events", rows, "")
    assert [len(ids.split(" | ")) for ids in found["source_ids"].to_pylist()] == rows["source_count"]
    assert [fields is not None for fields in found["disputed_fields"]] == rows["is_disputed"]


def test_a_claim_carries_its_own_id_and_a_compound_key_its_claims(engine: Engine) -> None:
    claims = told(engine, "claims")
    own = claims.iloc[0]
    assert own["claim_ids"] == claim_id(
        *(own[key] for key in ("source_id", "table", "subject", "field", "value"))
    )
    speakers = told(engine, "speakers")
    assert speakers["anchors"].dropna().tolist() == ["Anna Alfova, Head of Alpha"]


def test_no_rows_have_the_columns_too(engine: Engine) -> None:
    rows = engines.read_columns(engine, queries.list_rows("events", Filters(words="nothing at all")))
    assert list(add_provenance(engine, "events", rows, "")) == [*rows, *ADDED]


def test_a_value_is_given_to_who_is_said_to_give_it(engine: Engine) -> None:
    query = select(col(Claim.subject), col(Claim.claimant)).where(
        col(Claim.table) == "events", col(Claim.is_disputed), col(Claim.claimant).is_not(None)
    )
    events_ = told(engine, "events").set_index("id")
    found = engines.read_records(engine, query.where(col(Claim.rank) != Rank.PREFERRED))
    for row in found:
        assert f"({row['claimant']})" in events_.loc[row["subject"], "other_values"]
    assert found, "the invented record has such a claim"


def test_a_number_is_the_same_however_it_is_written() -> None:
    assert provenance._is_same("20", 20.0)
    assert provenance._is_same("20.0", 20.0)
    assert provenance._is_same("1500000", 1_500_000.0)
    assert not provenance._is_same("21", 20.0)
    assert not provenance._is_same("2", 2.5)
