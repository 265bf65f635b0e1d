import csv

from data import store
from data.claims.ids import KEY, claim_id


def test_an_id_is_of_the_five_parts_and_no_other() -> None:
    assert claim_id("a", "events", "b", "mode", "online") == "c-5103bcae501f"
    assert claim_id("a", "events", "b", "modeo", "nline") != claim_id("a", "events", "b", "mode", "online")


def test_no_two_claims_of_the_record_share_an_id() -> None:
    with (store.CURATED / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        ids = [claim_id(*(row[name] for name in KEY)) for row in csv.DictReader(file)]
    assert len(ids) > 800
    assert len(set(ids)) == len(ids)
