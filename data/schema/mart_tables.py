"""What each table and column of the mart holds, in a sentence: `etl/mart/mart.sql` makes them."""

from data.schema.mart import Table

N = "The number of an event."
NUMBER = "A name number."
EVENT = "The number of its event, -1 where it has none."
PLACE = "Its place in the list, from 0: newest event first."
DAY = "as a day number (1 is 0001-01-01)."
WHO = "Name number of the organisation that speaks, -1 where none is stated."
SPEAKING = {
    "organisation": WHO,
    "person": "Name number of the person who speaks, -1 where none is stated.",
    "instrument": "Name number of the instrument that its row names, -1 where it names none.",
    "publisher": "Number of the publisher of its source.",
}
ITS_NUMBER, ITS_PLACE = "Number of the publisher.", "Its place in the list of these rows."
COVERED_WORDS = "Number of the publisher, -1 for all from the thirteenth on."
TABLES = {
    "read_names": Table(
        "What can be asked for by id, in the order of tables and ids.",
        {
            "number": "Its name number, from 0.",
            "table": "The table it is a row of.",
            "id": "Its id there.",
            "events": "How many events it is at; organisations: had a part in.",
        },
    ),
    "read_publishers": Table(
        "One row a publisher: what was read of it.",
        {
            "number": "Its number, most pages first.",
            "publisher": "The name, as in `sources`.",
            "pages": "How many of its sources were read.",
            "dated": "Those of them whose month of publication is stated.",
            "months": "How many months these are.",
            "first": "The first date of publication, as stated.",
            "last": "The last date of publication, as stated.",
            "read_on": "When one of its pages was last read, as stated.",
            "events": "How many events its pages report.",
        },
    ),
    "read_sources": Table(
        "One row a source, as numbers.",
        {
            "source": "Its number, in the order of ids.",
            "id": "Its id in `sources`.",
            "place": "Its place in the list: newest first, undated ones last.",
            "publisher": "Number of its publisher.",
            "month": "Its month of publication, counted from year 0; empty where none is stated.",
            "originator": "Number of its originator.",
            "is_whole": "Whether it was read to its end.",
            "is_mirrored": "Whether it was read on another address than its publisher's.",
            "is_hashed": "Whether its document is known by SHA-256.",
            "claims": "How many claims it makes.",
            "events": "How many events it reports.",
            "published_on": "When it was published, as stated.",
            "read_on": "When it was last read, as stated.",
        },
    ),
    "read_months": Table(
        "One row a publisher and month in which anything read was published.",
        {
            "publisher": COVERED_WORDS,
            "month": "Month of publication, counted from year 0.",
            "pages": "How many of its sources published then were read.",
            "read_on": "When one of them was last read, as stated.",
            "events": "How many events they report.",
        },
    ),
    "read_event_texts": Table(
        "One row an event: what its row in lists shows beyond its own columns. Names are joined by `; `.",
        {
            "n": "Its number, by date; undated ones last.",
            "id": "Its id in `events`.",
            "places": "Names of its places.",
            "countries": "Names of their countries.",
            "country_ids": "Codes of these countries.",
            "organisers": "Names of its organisers, in the order of its sources.",
            "organiser_ids": "Ids of its organisers.",
            "participants": "Names of all who took part otherwise.",
            "speakers": "Names of the people who spoke.",
            "themes": "Names of its themes.",
            "family": "Family of the organisation that its principal source names first.",
            "is_disputed": "Whether sources contradict each other on it.",
            "source_anchor": "Words of its principal source, those on its title first.",
            "source_count": "How many sources report it.",
            "originator_count": "By how many originators these are.",
            "source_ids": "Ids of these sources, joined by `,`.",
        },
    ),
    "read_facts": Table(
        "Which events each name is at.",
        {
            "number": NUMBER,
            "n": N,
            "roles": "Parts that an organisation had in it, or whether a person spoke, as bits; else 0.",
        },
    ),
    "read_parts": Table(
        "Which organisations had a part in each event.",
        {"n": N, "number": "Name number of the organisation.", "roles": "Its parts, as bits."},
    ),
    "read_speakers": Table("Who spoke at each event.", {"n": N, "number": "Name number of the person."}),
    "read_events": Table(
        "One row an event, as numbers.",
        {
            "n": N,
            "begins_from": f"First day on which it may have begun, 0 where nothing bounds it, {DAY}",
            "begins_by": f"Last day on which it may have begun, 9999999 where nothing bounds it, {DAY}",
            "ends_from": f"First day on which it may have ended, 0 where nothing bounds it, {DAY}",
            "ends_by": f"Last day on which it may have ended, 9999999 where nothing bounds it, {DAY}",
            "kind": "Its kind in `events`.",
            "form": "Its form in `events`.",
            "organiser": "Name number of its first organiser, or -1.",
            "country": "Name number of the first of its countries by name, or -1.",
            "rank": "Its place in the order of ids.",
            "newest": "Its last possible day, else its first, else 0: the newest have the largest.",
            "is_bounded": "Whether its beginning is bounded on both sides.",
            "low": "First month in which it may have begun, counted from year 0; 365 days before the last "
            "where nothing bounds it; empty where nothing dates it.",
            "high": "Last month in which it may have begun; 365 days after the first if nothing bounds it.",
        },
    ),
    "read_nodes": Table(
        "Organisations with a part in any event.",
        {
            "number": NUMBER,
            "events": "In how many events it had a part.",
            "first": f"The first day of these events, empty where nothing bounds any, {DAY}",
            "last": f"Their last day, empty where nothing bounds any, {DAY}",
        },
    ),
    "read_lines": Table(
        "Pairs among the 150 organisations with most events that shared any.",
        {
            "a": "Name number of the one, the lower.",
            "b": "Name number of the other.",
            "events": "How many events they shared.",
            "first": f"The first day of these events, empty where nothing bounds any, {DAY}",
            "last": f"Their last day, empty where nothing bounds any, {DAY}",
        },
    ),
    "read_beginnings": Table(
        "When all dated events began: one row a combination of bounds.",
        {
            "low": "The first month of the beginning, counted from year 0; unless bounded, `begins_from`.",
            "high": "The last month of the beginning, counted from year 0; unless bounded, `begins_by`.",
            "is_bounded": "Whether the beginning is bounded on both sides.",
            "events": "How many events have these bounds.",
        },
    ),
    "read_reports": Table(
        "Which sources bear on each event.",
        {
            "n": N,
            "source": "Number of the source.",
            "publisher": "Number of its publisher.",
            "month": "Its month of publication, counted from year 0; empty where none is stated.",
            "is_report": "1 where it reports the event or makes a claim on it, 0 where it only names a part.",
        },
    ),
    "read_published": Table("Which publishers report each event.", {"n": N, "publisher": ITS_NUMBER}),
    "read_coverage": Table(
        "In which months pages that report each event were published.",
        {"n": N, "publisher": COVERED_WORDS, "month": "Month of publication, counted from year 0."},
    ),
    "read_recommendations": Table(
        "One row a recommendation, as numbers.",
        {
            "place": PLACE,
            "id": "Its id in `recommendations`.",
            "n": EVENT,
            **SPEAKING,
            "addressee": "Name number of the organisation that it addresses, or -1.",
            "addressee_name": "Whom it addresses, whether or not it is an organisation of the record.",
            "family": "Family of who speaks; `other` where none is stated.",
            "follow_up_state": "Its `follow_up`; `same_theme` where sources on it bear on its theme alone.",
        },
    ),
    "read_recommendation_themes": Table("Themes of recommendations.", {"place": ITS_PLACE, "theme": NUMBER}),
    "read_statements": Table(
        "One row a statement, as numbers.",
        {
            "place": PLACE,
            "id": "Its id in `statements`.",
            "n": EVENT,
            **SPEAKING,
            "kind": "Its kind in `statements`.",
        },
    ),
    "read_statement_themes": Table("Themes of statements.", {"place": ITS_PLACE, "theme": NUMBER}),
    "read_disagreements": Table(
        "One row a matter that sources tell differently: values of events, of other rows, modes, organisers.",
        {
            "number": "Its place in the list.",
            "table": "The table in which sources differ.",
            "subject": "The key of the row; of `event_organisations` the event.",
            "field": "The field, `mode` of speakers, `organisers` of events.",
            "n": EVENT,
            "sort": "0 numbers of participants, 1 other values of events, 2 values of other rows, "
            "3 what a row of its own says.",
        },
    ),
    "read_notes": Table(
        "Notes of curators, which a search finds; one on follow-up is on the recommendation.",
        {"number": "Its number.", "table": "Table of its row.", "id": "Id of its row.", "note": "The note."},
    ),
    "read_sums": Table(
        "One row a field and unit of numbers that sources claim: what is added up.",
        {
            "number": "Its number, from 0.",
            "table": "The table in which sources claim numbers.",
            "field": "The field that holds them.",
            "unit": "What is counted; empty where the field says it.",
        },
    ),
    "read_numbers": Table(
        "Claimed numbers: one row a row and field, one a choice where its claims contradict each other.",
        {
            "matter": "Number of the row and field, in the order of kinds and keys.",
            "kind": "Number of the field in `read_sums`.",
            "n": EVENT,
            "choice": "The choice among rival values under which it counts; empty: under every one.",
            "claim": "Row number of the claim that is taken.",
            "amount": "The number that it claims.",
            "bound": "How it is worded: 0 exact, 1 at least, 2 over, 3 about.",
            "is_other": "Whether its value is another than the preferred one.",
        },
    ),
    "read_event_rows": Table(
        "Rows of events in extracts as JSON in UTF-8, in two parts, for programs.",
        {
            "n": N,
            "own": "The columns of `events`; `date_match` comes after them.",
            "more": "All other columns; the byte 0 stands for the address of the dashboard.",
        },
    ),
    "read_words": Table(
        "Words by which rows are found, folded: each word of a row once.",
        {
            "table": "`events` (title and form), `names` (all spellings), `notes`, or a table of rows.",
            "word": "The word, in lower-case ASCII.",
            "number": "Number of the event, name number, number of the source, or place in its list.",
        },
    ),
    "read_sizes": Table("Of each event how many rows each table has that filters narrow.", {"n": N}),
}
