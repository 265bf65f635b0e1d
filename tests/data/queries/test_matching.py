from datetime import date

import pytest

from data.filters import Filters
from data.queries.events.list import list_events
from data.queries.offices.list import list_offices
from data.values.text import search_terms
from tests.data.queries.conftest import Ask

ROUNDTABLE, COURSE = "2021-03-03-alphaville-roundtable", "2021-03-alphaville-course"
EXERCISE, OPENING = "2022-betaburg-exercise", "2022-06-beta-office"
DECISION, UNDATED = "2020-before-decision", "undated-delta-meeting"
ALL = [DECISION, ROUNDTABLE, COURSE, OPENING, EXERCISE, UNDATED]


def matching(ask: Ask, filters: Filters) -> list[str]:
    return sorted(ask(list_events(filters), "id"))


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), ALL),
        (Filters(organisations=("alpha",)), [ROUNDTABLE, COURSE, EXERCISE]),
        (Filters(organisations=("epsilon",)), []),
        (Filters(organisations=("alpha", "delta")), [ROUNDTABLE, COURSE, EXERCISE, UNDATED]),
        (Filters(organisations=("alpha", "beta"), match_all=True), [ROUNDTABLE, EXERCISE]),
        (Filters(organisations=("alpha", "delta"), match_all=True), []),
        (Filters(organisations=("alpha",), roles=("organiser",)), [ROUNDTABLE, COURSE]),
        (Filters(organisations=("alpha",), roles=("partner", "host")), [EXERCISE]),
        (Filters(organisations=("beta",), roles=("invited",)), [DECISION]),
        (Filters(organisations=("alpha", "beta"), roles=("organiser",), match_all=True), []),
        (
            Filters(organisations=("alpha", "gamma-uz"), roles=("organiser", "host"), match_all=True),
            [ROUNDTABLE],
        ),
        (Filters(match_all=True), ALL),
        (Filters(roles=("organiser",)), ALL),
        (Filters(countries=("UZB",)), [ROUNDTABLE, COURSE]),
        (Filters(countries=("TJK", "KAZ")), [COURSE, EXERCISE]),
        (Filters(countries=("AFG",)), []),
        (Filters(kinds=("training",)), [COURSE]),
        (Filters(kinds=("training", "decision")), [DECISION, COURSE]),
        (Filters(kinds=("party",)), []),
        (Filters(themes=("drugs",)), [ROUNDTABLE, EXERCISE]),
        (Filters(themes=("early-warning",)), [ROUNDTABLE]),
        (Filters(themes=("early-warning", "border-management")), [ROUNDTABLE, EXERCISE]),
        (Filters(organisations=("alpha",), countries=("UZB",), kinds=("training",)), [COURSE]),
        (Filters(people=("alfov-anna",)), [ROUNDTABLE]),
        (Filters(instruments=("nobody",)), []),
        (Filters(borders=("KAZ-UZB",)), [OPENING]),
        (Filters(forms=("training",), kinds=("decision",)), []),
        (Filters(publishers=("nobody' --",)), []),
        (Filters(follow_ups=("done", "under_way")), [ROUNDTABLE]),
        (Filters(follow_ups=("lost",)), []),
        (Filters(organisations=("alpha",), themes=("drugs",), countries=("UZB",)), [ROUNDTABLE]),
        (Filters(words="course", since=date(2021, 3, 31), until=date(2021, 3, 31)), [COURSE]),
    ],
)
def test_filters_alone_and_together(filters: Filters, ids: list[str], ask: Ask) -> None:
    assert matching(ask, filters) == ids


CERTAIN, POSSIBLE = "certainly", "possibly"


@pytest.mark.parametrize(
    ("since", "until", "matches"),
    [
        ("2021-03-03", "2021-03-04", {ROUNDTABLE: CERTAIN, COURSE: POSSIBLE, UNDATED: POSSIBLE}),
        ("2021-03-04", "2021-03-04", {ROUNDTABLE: CERTAIN, COURSE: POSSIBLE, UNDATED: POSSIBLE}),
        ("2021-03-05", "2021-03-30", {COURSE: POSSIBLE, UNDATED: POSSIBLE}),
        ("2021-03-01", "2021-03-31", {ROUNDTABLE: CERTAIN, COURSE: CERTAIN, UNDATED: POSSIBLE}),
        ("2021-04-01", "2021-12-31", {UNDATED: POSSIBLE}),
        ("2022-01-01", "2022-12-31", {OPENING: CERTAIN, EXERCISE: CERTAIN, UNDATED: POSSIBLE}),
        ("2022-01-15", "2022-06-30", {OPENING: CERTAIN, EXERCISE: POSSIBLE, UNDATED: POSSIBLE}),
        ("2022-06-30", "2022-06-30", {OPENING: POSSIBLE, EXERCISE: POSSIBLE, UNDATED: POSSIBLE}),
        ("2022-07-01", None, {EXERCISE: POSSIBLE, UNDATED: POSSIBLE}),
        ("2022-12-31", None, {EXERCISE: POSSIBLE, UNDATED: POSSIBLE}),
        ("2023-01-01", None, {UNDATED: POSSIBLE}),
        ("2020-12-31", "2021-01-01", {DECISION: POSSIBLE, UNDATED: POSSIBLE}),
        ("2021-01-01", "2021-02-28", {UNDATED: POSSIBLE}),
        (None, "2020-12-30", {DECISION: POSSIBLE, UNDATED: POSSIBLE}),
        (None, "2020-12-31", {DECISION: CERTAIN, UNDATED: POSSIBLE}),
        (None, "1900-01-01", {DECISION: POSSIBLE, UNDATED: POSSIBLE}),
        (None, None, dict.fromkeys(ALL, CERTAIN)),
    ],
)
def test_dates_match_certainly_or_possibly_both_ends_included(
    since: str | None, until: str | None, matches: dict[str, str], ask: Ask
) -> None:
    filters = Filters(
        since=date.fromisoformat(since) if since else None, until=date.fromisoformat(until) if until else None
    )
    rows = ask(list_events(filters))
    assert {row["id"]: row.get("date_match", CERTAIN) for row in rows} == matches


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("round table", [ROUNDTABLE]),
        ("TABLE round", [ROUNDTABLE]),
        ("tab", [ROUNDTABLE]),
        ("able", []),
        ("Alfova", [ROUNDTABLE]),
        ("Альфова", [ROUNDTABLE]),
        ("АЛЬФА", [ROUNDTABLE, COURSE, EXERCISE]),
        ("Альфавиль", [ROUNDTABLE, COURSE]),
        ("Alfaville", [ROUNDTABLE, COURSE]),
        ("betaburg", [EXERCISE]),
        ("beta treaty", [EXERCISE]),
        ("beta course", []),
        ('"Beta shield"', [EXERCISE]),
        ("Beta-shield", [EXERCISE]),
        ("", ALL),
        ("  ", ALL),
        ("?!", ALL),
    ],
)
def test_a_search_finds_all_words_by_their_beginning_in_any_script(
    words: str, ids: list[str], ask: Ask
) -> None:
    assert matching(ask, Filters(words=words)) == ids


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE events; --",
        "alpha' OR '1'='1",
        'zzz" OR "alpha',
        "alpha NOT beta",
        "NEAR(alpha beta, 2) zzz",
        "words: nothing",
        "table : events AND",
        "(zzz",
        "zzz*)",
        "^zzz",
        "-zzz",
        "zzz\x00",
        "% zzz _",
        "{zzz} : + \\",
    ],
)
def test_the_syntax_of_sql_and_of_the_search_is_only_text(words: str, ask: Ask) -> None:
    assert matching(ask, Filters(words=words)) == []
    assert matching(ask, Filters()) == ALL


@pytest.mark.parametrize("value", ["alpha' OR '1'='1", "alpha'; DROP TABLE events; --", '" OR 1=1', "%"])
def test_values_of_filters_are_only_text(value: str, ask: Ask) -> None:
    for field in ("organisations", "countries", "kinds", "themes"):
        filters = Filters(**{field: (value,)})  # type: ignore[arg-type]
        assert matching(ask, filters) == []
    assert matching(ask, Filters(organisations=("alpha",), roles=(value,))) == []


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Мирзиёев 2022", ["mirzieev", "2022"]),
        ('"alpha"* AND (beta-gamma)', ["alpha", "and", "beta", "gamma"]),
        ("' ; --", []),
        ("", []),
    ],
)
def test_a_search_is_cut_into_folded_words(words: str, terms: list[str]) -> None:
    assert search_terms(words) == terms


def test_a_search_stays_in_its_table(ask: Ask) -> None:
    assert ask(list_offices(Filters(words="gamma crossing")), "id") == ["gamma-crossing"]
    assert ask(list_offices(Filters(words="gazetteer")), "id") == []
