from dataclasses import replace

import pytest

from data.drafts import acceptance
from data.drafts.cards import Change, decide_card, explain_inference, list_cards
from data.drafts.decisions import Decision, Verdict, append_decisions, list_decisions
from data.drafts.folders import Desk
from data.values.romanisation import REASON
from etl.draft.desk.rows import BY_HAND, DraftRows, Rows, summarise_rows
from etl.draft.gazetteer import curated_rows
from etl.reporting.errors import UsageError
from tests.etl.desk import SOURCE, TITLE, Draw


def made(desk: Desk, draw: Draw, **event: object) -> Rows:
    draft = draw()
    draft = replace(draft, event={**draft.event, **event})
    listed = acceptance.list_accepted(draft, list_decisions(desk.decisions, draft.text_sha256))
    return DraftRows(draft, listed, curated_rows.read_curated(desk.curated)).make()


def test_accepted_candidates_become_rows_with_claims(desk: Desk, draw: Draw) -> None:
    rows = made(desk, draw)
    event = rows["events"][0]
    assert (event["title"], event["start_on"], event["kind"], event["form"]) == (
        TITLE,
        "2024-05-03",
        "training",
        "training",
    )
    roles = {row["organisation_id"]: row["role"] for row in rows["event_organisations"]}
    assert roles["beta"] == "organiser"
    assert roles["swedish-coast-agency"] == "participant"
    assert [(row["person_id"], row["role"], row["organisation_id"]) for row in rows["speakers"]] == [
        ("veraeva-vera", "speaker", "delta")
    ]
    claims = {(row["table"], row["field"]): row["value"] for row in rows["claims"]}
    assert claims["events", "participants"] == "24"
    assert claims["events", "start_on"] == "2024-05-03"
    assert all(row["anchor"] and row["source_id"] == SOURCE["id"] for row in rows["claims"])
    assert [row["text"] for row in rows["recommendations"]] == ["States should share lists."]
    assert claims["recommendations", "text"] == "States should share lists."
    assert [row["instrument_id"] for row in rows["event_instruments"]] == ["alpha-plan"]
    assert claims["event_instruments", "relation"] == "mentioned"
    assert [row["theme_id"] for row in rows["event_themes"]] == ["drugs"]
    assert "events 1" in summarise_rows(rows)


RUSSIAN = """3 мая 2024 года в Ташкенте прошёл семинар для офицеров пограничной службы.

Директор Центра Евгений Сысоев открыл семинар и сказал, что офицеры из трёх стран учились вместе пять дней."""


@pytest.mark.parametrize(
    ("change", "name", "why"),
    [
        (Change(), "Yevgeny Sysoyev", REASON),
        (Change(detail={"name": "Evgeny Sysoev"}), "Evgeny Sysoev", BY_HAND),
    ],
)
def test_a_name_printed_in_cyrillic_is_claimed_as_inferred(
    change: Change, name: str, why: str, desk: Desk, draw: Draw
) -> None:
    draft = draw(RUSSIAN)
    card = next(each for each in list_cards(draft, {}) if each.candidate.field == "person")
    assert explain_inference(card.candidate).endswith(REASON)
    append_decisions(desk.decisions, decide_card(draft, card, Verdict.EDITED, change))
    listed = acceptance.list_accepted(draft, list_decisions(desk.decisions, draft.text_sha256))
    rows = DraftRows(draft, listed, curated_rows.read_curated(desk.curated)).make()
    [person] = rows["people"]
    [claim] = [row for row in rows["claims"] if row["table"] == "people"]
    assert (person["name"], person["name_cyrillic"]) == (name, "Евгений Сысоев")
    assert [claim[key] for key in ("subject", "field", "value", "is_inferred", "reason")] == [
        person["id"],
        "name",
        name,
        "true",
        why,
    ]
    assert "Евгений Сысоев" in claim["anchor"]


def test_a_known_event_gets_a_source_more(desk: Desk, draw: Draw) -> None:
    rows = made(desk, draw, id="2021-03-03-alphaville-roundtable")
    assert "events" not in rows
    assert rows["speakers"][0]["event_id"] == "2021-03-03-alphaville-roundtable"


@pytest.mark.parametrize(
    ("event", "source", "problem"),
    [
        ({"title": ""}, {}, "lacks a title"),
        ({}, {"publisher": ""}, "the source lacks publisher"),
    ],
)
def test_what_a_curator_must_write(
    event: dict[str, str], source: dict[str, str], problem: str, desk: Desk, draw: Draw
) -> None:
    draft = draw()
    draft = replace(draft, event={**draft.event, **event}, source={**draft.source, **source})
    with pytest.raises(UsageError, match=problem):
        DraftRows(draft, [], curated_rows.read_curated(desk.curated)).make()


def test_nothing_accepted_gives_an_event_without_a_date(desk: Desk, draw: Draw) -> None:
    draft = draw(is_accepted=False)
    rows = DraftRows(draft, [], curated_rows.read_curated(desk.curated)).make()
    event = rows["events"][0]
    assert (event["id"], event["date_precision"], event["mode"]) == ("undated-event", "unknown", "not_stated")


def test_a_body_named_twice_takes_part_once(desk: Desk, draw: Draw) -> None:
    draft = draw()
    identity, body = next(pair for pair in draft.candidates if pair[1].rows == ("beta",))
    listed = acceptance.list_accepted(draft, list_decisions(desk.decisions, draft.text_sha256))
    double = next(each for each in listed if each.row == "beta")
    rows = DraftRows(draft, [*listed, double], curated_rows.read_curated(desk.curated)).make()
    assert sum(row["organisation_id"] == "beta" for row in rows["event_organisations"]) == 1
    assert body.value == double.value
    assert identity


def test_a_range_and_a_number_of_offices(desk: Desk, draw: Draw) -> None:
    text = (
        "UNODC opened offices\nOn 3-4 May 2024 the Beta Organisation held a course in Tashkent for officers."
        " There are now five offices on the Tajik-Uzbek border, more than 24 officers took part in it."
    )
    draft = draw(text)
    listed = acceptance.list_accepted(draft, list_decisions(desk.decisions, draft.text_sha256))
    rows = DraftRows(draft, listed, curated_rows.read_curated(desk.curated)).make()
    values = {(row["table"], row["field"]): row["value"] for row in rows["claims"]}
    assert values["events", "end_on"] == "2024-05-04"
    assert values["events", "participants"] == "over 24"
    assert (rows["office_counts"][0]["border_id"], rows["office_counts"][0]["number"]) == ("TJK-UZB", "5")


def test_rejected_and_undecided_ones_add_nothing(desk: Desk, draw: Draw) -> None:
    draft = draw(is_accepted=False)
    first = draft.candidates[0]
    parts = (first[0], draft.text_sha256, "", "", "")
    append_decisions(desk.decisions, Decision(*parts, Verdict.REJECTED))
    assert acceptance.list_accepted(draft, list_decisions(desk.decisions, draft.text_sha256)) == []


def test_offices_are_counted_on_a_day(desk: Desk, draw: Draw) -> None:
    text = (
        "UNODC supports offices in the region.\nThere are now five Border Liaison Offices on the Tajik-Uzbek"
        " border, and the guests said that more will be opened there."
    )
    draft = draw(text)
    draft = replace(draft, source={**draft.source, "published_on": ""})
    listed = acceptance.list_accepted(draft, list_decisions(desk.decisions, draft.text_sha256))
    with pytest.raises(UsageError, match="lacks published_on"):
        DraftRows(draft, listed, curated_rows.read_curated(desk.curated)).make()


def test_a_known_instrument_is_added_once(desk: Desk, draw: Draw) -> None:
    draft = draw()
    listed = acceptance.list_accepted(draft, list_decisions(desk.decisions, draft.text_sha256))
    double = next(each for each in listed if each.candidate.field == "instrument")
    rows = DraftRows(draft, [*listed, double], curated_rows.read_curated(desk.curated)).make()
    assert len(rows["event_instruments"]) == 1


def test_claims_on_a_source_with_another_document_could_not_be_proven(desk: Desk, draw: Draw) -> None:
    draft = draw(source="alpha-2021-report")
    with pytest.raises(UsageError, match="source alpha-2021-report is in the record already"):
        DraftRows(draft, [], curated_rows.read_curated(desk.curated)).make()
