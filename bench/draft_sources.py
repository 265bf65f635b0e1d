"""How much of what the record rests on a document would be proposed for it, were its rows not there.

`python -m bench.draft_sources FOLDER`: the documents of sources, matched by SHA-256. Each is drafted with a
record from which all rows that name its source are taken; `-v` prints what was not proposed.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.figures import table
from data import documents, store
from data.drafts.candidate import Candidate, Field
from etl.draft.candidates.events.dates import Publication
from etl.draft.candidates.people.mentions import same_person
from etl.draft.candidates.proposals import Proposals, propose
from etl.draft.gazetteer import curated_rows
from etl.draft.gazetteer.curated_rows import Cells, CuratedRows
from etl.draft.gazetteer.record_names import record_names
from etl.draft.gazetteer.tokens import keys

HEAD = ("fact", "proposed", "in the record", "share")
Facts = dict[str, list[tuple[str, bool]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, default=store.CURATED)
    parser.add_argument("-v", action="store_true", dest="is_verbose")
    asked = parser.parse_args()
    record = curated_rows.read_curated(asked.data)
    at_hand = documents.list_files(asked.folder)
    total: Facts = defaultdict(list)
    for row in record.rows("sources"):
        if row["sha256"] in at_hand.files:
            text = at_hand.files[row["sha256"]].read_text(encoding="utf-8")
            for fact, listed in _list_facts(row, text, record).items():
                total[fact] += listed
    rows = [(fact, *_share([is_there for _, is_there in listed])) for fact, listed in total.items()]
    every = [is_there for listed in total.values() for _, is_there in listed]
    print(table(HEAD, [*rows, ("all", *_share(every))]))
    if asked.is_verbose:
        print(
            *(
                f"{fact}: {name}"
                for fact, listed in total.items()
                for name, is_there in listed
                if not is_there
            ),
            sep="\n",
        )


def _share(listed: list[bool]) -> tuple[int, int, str]:
    return sum(listed), len(listed), f"{sum(listed) / max(len(listed), 1):.0%}"


def _list_facts(source: Cells, text: str, record: CuratedRows) -> Facts:
    bare = record.without_sources(frozenset([source["id"]]))
    bare.tables["sources"] = [row for row in bare.rows("sources") if row["id"] != source["id"]]
    publication = Publication(source["published_on"], source["url"])
    found = propose(
        documents.parse_document(text), bare, record_names(bare), publication, source["originator"]
    )
    facts: Facts = defaultdict(list)
    for fact, name, is_there in _facts(source["id"], record, found):
        facts[fact].append((name, is_there))
    return facts


def _facts(source: str, record: CuratedRows, found: Proposals) -> Iterator[tuple[str, str, bool]]:
    bodies, people = found.of(Field.ORGANISATION), found.of(Field.PERSON)
    organisations, persons = record.by_id("organisations"), record.by_id("people")
    for row in record.rows("event_organisations"):
        if row["source_id"] == source:
            own = organisations[row["organisation_id"]]
            same = [each for each in bodies if _is_body(each, own)]
            yield "organisations", own["name"], bool(same)
            roles = {each.detail["role"] for each in same} | {each.detail.get("perhaps", "") for each in same}
            if row["role"] != "participant":
                yield f"role {row['role']}", own["name"], row["role"] in roles
    for row in record.rows("speakers"):
        if row["source_id"] == source:
            name = persons[row["person_id"]]["name"]
            mine = [each for each in people if same_person(each.value, name)]
            yield "persons", name, bool(mine)
            yield (
                "their parts",
                f"{name} {row['role']}",
                any(each.detail["role"] == row["role"] for each in mine),
            )
    yield from _list_claims(source, record, found)


def _list_claims(source: str, record: CuratedRows, found: Proposals) -> Iterator[tuple[str, str, bool]]:
    """Dates, numbers, places, instruments and passages that ask."""
    yield from _event_values(source, record, found)
    counts = {(each.detail["border"], each.value) for each in found.of(Field.OFFICE_COUNT)}
    for row in _of(source, "office_counts", record):
        if row["border_id"]:
            yield "offices by border", row["border_id"], (row["border_id"], row["number"]) in counts
    rows = {row for each in found.candidates for row in each.rows}
    for name, column in (("event_places", "place_id"), ("event_instruments", "instrument_id")):
        for row in _of(source, name, record):
            fact = name.removeprefix("event_")
            yield fact, row[column], row[column] in rows or _is_named(row[column], found)
    asked = len(found.of(Field.RECOMMENDATION))
    for position, row in enumerate(_of(source, "recommendations", record)):
        yield "passages that ask", row["id"], position < asked


def _event_values(source: str, record: CuratedRows, found: Proposals) -> Iterator[tuple[str, str, bool]]:
    days = {day for each in found.of(Field.DATE) for day in (each.value, each.detail["end"])}
    numbers = {each.value for each in found.of(Field.PARTICIPANTS)}
    for row in _of(source, "claims", record):
        if row["table"] == "events" and row["field"] in ("start_on", "end_on"):
            yield "dates", row["value"], row["value"] in days
        elif row["table"] == "events" and row["field"] == "participants":
            yield "participants", row["value"], any(number in row["value"].split() for number in numbers)


def _of(source: str, table: str, record: CuratedRows) -> list[Cells]:
    return [row for row in record.rows(table) if row["source_id"] == source]


def _is_body(each: Candidate, own: Cells) -> bool:
    words = set(keys(each.value))
    names = [set(keys(own["name"])), set(keys(own["full_name"]))]
    return own["id"] in each.rows or any(
        name and (name <= words or (len(words) > 2 and words <= name)) for name in names
    )


def _is_named(row: str, found: Proposals) -> bool:
    words = set(row.split("-"))
    return any(words <= set(keys(each.value)) for each in found.candidates)


if __name__ == "__main__":
    main()
