"""The read model: tables that the ETL derives from the public ones, so that pages answer fast.

They are no public schema and may change with any version.

Events stand numbered from 0 in the order of the list, so that a page of it is a run of numbers. What filters
and the search ask for (organisations, countries, themes, people, places, instruments) has numbers too, its
*name numbers*, and one table says which events each of them is at. The same facts stand once more as arrays,
for counts over many events (`data.columns`). All names begin with `read_`; a sentence says what each holds.
"""

from collections.abc import Iterator
from enum import IntFlag

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    column,
    table,
)

from data.vocabulary import OrganisationRole

READ = MetaData()
NO_DAY, ANY_DAY = 0, 9_999_999
"""Days that stand for a bound that nothing sets: before all others, and after all others."""

EVENTS = Table(
    "read_events",
    READ,
    Column("n", Integer, primary_key=True, autoincrement=False, comment="Its number, by date."),
    Column("id", Text, nullable=False, comment="Its id in `events`."),
    *(
        Column(name, Integer, nullable=False, comment=f"{words}, as day number (1 is 0001-01-01).")
        for name, words in {
            "begins_from": "First day on which it may have begun; 0: nothing bounds it",
            "begins_by": "Last day on which it may have begun; 9999999: nothing bounds it",
            "ends_from": "First day on which it may have ended; 0: nothing bounds it",
            "ends_by": "Last day on which it may have ended; 9999999: nothing bounds it",
        }.items()
    ),
    Column("kind", Text, nullable=False, comment="Its kind in `events`."),
    *(
        Column(name, Text, comment=f"{words}, joined by `; `.")
        for name, words in {
            "places": "Names of its places",
            "countries": "Names of their countries",
            "country_ids": "Codes of these countries",
            "organisers": "Names of its organisers, in the order of its sources",
            "organiser_ids": "Ids of its organisers",
            "participants": "Names of all who took part otherwise",
            "speakers": "Names of the people who spoke",
            "themes": "Names of its themes",
        }.items()
    ),
    Column("family", Text, comment="Family of the organisation that its principal source names first."),
    Column("is_disputed", Boolean, nullable=False, comment="Whether sources contradict each other on it."),
    Column("source_anchor", Text, comment="Words of its principal source, those on its title first."),
    Column("source_count", Integer, nullable=False, comment="How many sources report it."),
    Column("originator_count", Integer, nullable=False, comment="By how many originators these are."),
    Column("source_ids", Text, nullable=False, comment="Ids of these sources, joined by `,`."),
    Index("read_events_by_id", "id", unique=True),
    comment="One row an event: what its row in lists shows beyond its own columns.",
)

NAMES = Table(
    "read_names",
    READ,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="Its name number, from 0."),
    Column("table", Text, nullable=False, comment="The table it is a row of."),
    Column("id", Text, nullable=False, comment="Its id there."),
    Column(
        "events", Integer, nullable=False, comment="How many events it is at; organisations: had a part in."
    ),
    Index("read_names_by_id", "table", "id", unique=True),
    comment="What events can be asked for by: organisations, countries, themes, people, places, instruments.",
)

FACTS = Table(
    "read_facts",
    READ,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="A name number."),
    Column("n", Integer, primary_key=True, autoincrement=False, comment="The number of an event."),
    Column(
        "roles",
        Integer,
        nullable=False,
        comment="Parts that an organisation had in it, or whether a person spoke, as bits; else 0.",
    ),
    comment="Which events each name is at.",
    sqlite_with_rowid=False,
)

PUBLISHERS = Table(
    "read_publishers",
    READ,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="Its number, most pages first."),
    Column("publisher", Text, nullable=False, comment="The name, as in `sources`."),
    Column("pages", Integer, nullable=False, comment="How many of its sources were read."),
    Column("dated", Integer, nullable=False, comment="Those of them whose month of publication is stated."),
    Column("months", Integer, nullable=False, comment="How many months these are."),
    Column("first", Text, comment="The first date of publication, as stated."),
    Column("last", Text, comment="The last date of publication, as stated."),
    Column("read_on", Text, comment="When one of its pages was last read, as stated."),
    comment="One row a publisher: what was read of it.",
)

MONTHS = Table(
    "read_months",
    READ,
    Column("publisher", Integer, primary_key=True, autoincrement=False, comment="Number of the publisher."),
    Column("month", Text, primary_key=True, comment="Month of publication, `YYYY-MM`."),
    Column("pages", Integer, nullable=False, comment="How many of its sources published then were read."),
    Column("read_on", Text, comment="When one of them was last read, as stated."),
    comment="One row a publisher and month in which anything read was published.",
    sqlite_with_rowid=False,
)

COLUMNS = Table(
    "read_columns",
    READ,
    Column("name", Text, primary_key=True, comment="Name of the array; `data.columns` says what it holds."),
    Column("type", Text, nullable=False, comment="Type of its items, as NumPy writes it."),
    Column("items", LargeBinary, nullable=False, comment="Its items, one after another."),
    comment="The same facts as arrays, read once per process for counts over many events.",
)

DIFFERING = Table(
    "read_differing",
    READ,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="Its place in the list."),
    Column("table", Text, nullable=False, comment="The table in which sources differ."),
    Column(
        "subject", Text, nullable=False, comment="The key of the row; of `event_organisations` the event."
    ),
    Column("field", Text, nullable=False, comment="The field, `mode` of speakers, `organisers` of events."),
    comment="One row a matter that sources tell differently: values of events, of other rows, modes, bodies.",
)

SUMS = Table(
    "read_sums",
    READ,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="Its number, from 0."),
    Column("table", Text, nullable=False, comment="The table in which sources claim numbers."),
    Column("field", Text, nullable=False, comment="The field that holds them."),
    Column("unit", Text, nullable=False, comment="What is counted; empty where the field says it."),
    comment="One row a field and unit of numbers that sources claim: what is added up.",
)


class Part(IntFlag):
    """The bits of `read_facts.roles`: of organisations, and `SPOKE` of people."""

    ORGANISER = 1
    HOST = 2
    PARTNER = 4
    PARTICIPANT = 8
    INVITED = 16
    SPOKE = 32


ANY_PART = Part.ORGANISER | Part.HOST | Part.PARTNER | Part.PARTICIPANT | Part.INVITED
SEARCHED = ("organisations", "people", "places", "instruments")
"""The tables whose names find events."""

TITLES = table("read_titles", column("rowid"), column("words"))
CALLED = table("read_called", column("rowid"), column("words"))
FULL_TEXT = {
    TITLES.name: "Words of the title and form of each event, by its number.",
    CALLED.name: "Words of all names of organisations, people, places and instruments, by name number.",
}
"""Full-text tables (FTS5): they hold folded words, no texts."""


def full_text_ddl() -> Iterator[str]:
    """The statements that make the full-text tables."""
    for name in FULL_TEXT:
        yield (
            f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', detail=none, "
            "columnsize=0, prefix='1 2 3')"
        )


def bits(roles: tuple[str, ...]) -> int:
    """The bits of these parts; of any part where none is given. A role that is none has no bit."""
    if not roles:
        return int(ANY_PART)
    known = {str(role): Part[role.name] for role in OrganisationRole}
    return int(sum(known.get(role, 0) for role in set(roles)))
