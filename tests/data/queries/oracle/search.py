"""What a search of the whole record finds, kind by kind."""

from data.filters import Filters
from data.values.text import search_terms
from tests.data.queries.cases import Case
from tests.data.queries.oracle import recommendations, statements
from tests.data.queries.oracle.record import Record, Row, has_words, match_events, words_in

NOTED = (
    "borders",
    "coordination_centres",
    "border_liaison_offices",
    "events",
    "instruments",
    "organisations",
)
"""Tables whose notes are on their own rows, beside sources and follow-up."""


def count_hits(record: Record, case: Case) -> list[Row]:
    words = Filters(words=case.filters.words)
    plain = Case(filters=words)
    things = ("organisations", "people", "places", "countries", "borders", "border_liaison_offices")
    counts = {
        "events": len(match_events(record, words)),
        **{table: len(_find(record, table, words.words)) for table in (*things, "instruments", "themes")},
        "recommendations": len(recommendations.list_recommendations(record, plain)),
        "statements": len(statements.list_statements(record, plain)),
        "sources": len(_find(record, "sources", words.words)),
        "notes": len(_notes(record, words.words)),
    }
    return [{"kind": kind, "found": number} for kind, number in counts.items()]


def found_organisations(record: Record, case: Case) -> list[Row]:
    """A page of those that are found, most events first."""
    rows = [
        {"id": row["id"], "events": len({part["event_id"] for part in _parts(record, row)})}
        for row in _find(record, "organisations", case.filters.words)
    ]
    names = {row["id"]: _lower(row["name"]) for row in record.tables["organisations"]}
    rows.sort(key=lambda row: (-row["events"], names[row["id"]], row["id"]))
    return rows[case.first : case.first + case.most]


def found_notes(record: Record, case: Case) -> list[Row]:
    return _notes(record, case.filters.words)[case.first : case.first + case.most]


def _parts(record: Record, row: Row) -> list[Row]:
    return record.rows("event_organisations", "organisation_id", row["id"])


def _lower(name: str) -> str:
    """As SQLite compares without case: letters of ASCII alone."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in name)


def _find(record: Record, table: str, words: str) -> list[Row]:
    terms = search_terms(words)
    return [row for row in record.tables[table] if has_words(words_in(*_texts(record, table, row)), terms)]


def _texts(record: Record, table: str, row: Row) -> list[str | None]:
    """Everything that a row is found by."""
    own = record.spellings.get((table, row["id"]), [])
    if table == "sources":
        return [row["title"], row["about"], row["publisher"]]
    if table == "border_liaison_offices":
        border = record.row("borders", row["border_id"])
        at = record.spellings.get(("places", row["id"]), [])
        kind = "border liaison office BLO"
        return [row["name"], border["id"], border["name"], kind, *at, *_countries(record, border)]
    if table == "borders":
        return [row["id"], row["name"], "border", *own, *_countries(record, row)]
    if table == "countries":
        return [row["id"], row["name"], *own]
    return [row["name"], *own]


def _countries(record: Record, border: Row) -> list[str]:
    found: list[str] = []
    for end in ("country_a_id", "country_b_id"):
        found += [
            record.row("countries", border[end])["name"],
            *record.spellings.get(("countries", border[end]), []),
        ]
    return found


def _notes(record: Record, words: str) -> list[Row]:
    terms = search_terms(words)
    rows = [(table, row["id"], row["note"]) for table in (*NOTED, "sources") for row in record.tables[table]]
    rows += [
        ("recommendations", row["recommendation_id"], row["note"])
        for row in record.tables["recommendation_follow_ups"]
    ]
    return [
        {"table": table, "id": id_, "note": note}
        for table, id_, note in sorted(row for row in rows if row[2] is not None)
        if has_words(words_in(note), terms)
    ]
