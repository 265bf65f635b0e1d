"""What a search finds, as rows."""

import csv
import io

from sqlalchemy import Engine

from data.extracts.lists import searches
from data.filters import Filters
from data.queries.search.hits import count_hits
from tests.data.extracts.conftest import Make


def test_each_result_says_in_which_texts_it_has_the_words(engine: Engine) -> None:
    found = searches.read_results(engine, Filters(words="Альфа office"), {})
    counts = {kind: number for kind, number in count_hits("Альфа office")(engine).rows if number}
    assert found["kind"].value_counts(sort=False).to_dict() == counts
    [alpha] = found[found["kind"] == "organisations"].to_dict("records")
    assert (alpha["id"], alpha["name"]) == ("alpha", "ALPHA")
    assert alpha["matched_in"] == "full_name | name_russian"
    assert alpha["matched_text"] == "Alpha Office on Tests | Альфа"
    [statement] = found[found["kind"] == "statements"].to_dict("records")
    assert statement["matched_in"].split(" | ")[0] == "organisations"


def test_one_kind_is_read_alone_and_other_filters_do_not_bear_on_it(engine: Engine) -> None:
    filters = Filters(words="length", kinds=("meeting",))
    found = searches.read_results(engine, filters, {"of": "notes"})
    assert found[["kind", "table", "id", "matched_in"]].to_numpy().tolist() == [
        ["notes", "borders", "TJK-UZB", "note"]
    ]
    assert searches.read_results(engine, Filters(), {}).empty


def test_a_row_of_a_file_leads_to_its_page_and_its_sources(make: Make) -> None:
    text = make("search-results", "csv", Filters(words="officers")).decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    asked = rows["alpha-2-training"]
    assert asked["record_url"] == "http://localhost:8501/recommendation?id=alpha-2-training"
    assert asked["source_ids"] == "alpha-2021-report"
