"""What was asked of whom: the list, its counts, themes, and who asks."""

from collections import Counter, defaultdict
from dataclasses import replace

from data.filters import POSSIBLY, Filters
from data.queries.recommendations.follow_ups import MOST_ADDRESSEES
from data.schema.vocabulary import Family, FollowUp, FollowUpState
from tests.data.queries.cases import Case
from tests.data.queries.oracle.events import count_certainty
from tests.data.queries.oracle.record import Record, Row, follow_up_state, is_asked, joined
from tests.data.queries.oracle.statements import (
    Found,
    certain_first,
    matching_rows,
    matching_statements,
    shared_columns,
    theme_ids,
)

MOST_ORGANISATIONS, MOST_NAMED = 20, 12


def matching_recommendations(record: Record, filters: Filters, addressee: str = "", asker: str = "") -> Found:
    """Organisations match as the one that asks or is asked; what came of it is its own."""
    found = [
        (row, certainty)
        for row, certainty in matching_rows(
            record, replace(filters, follow_ups=()), "recommendations", ("organisation_id", "addressee_id")
        )
        if is_asked(filters.follow_ups, {follow_up_state(record, row)})
        and addressee in ("", _addressee(record, row))
        and asker in ("", row["organisation_id"])
    ]
    return certain_first(found)


def _addressee(record: Record, row: Row) -> str | None:
    """The name of the organisation asked, else who is asked as stated."""
    name: str | None = record.row("organisations", row["addressee_id"]).get("name", row["addressee"])
    return name


def count_recommendations(record: Record, case: Case) -> Row:
    found = matching_recommendations(record, case.filters, case.addressee, case.asker)
    rows = [row for row, _ in found]
    whom = [name for row in rows if (name := _addressee(record, row)) is not None]
    return {
        **count_certainty(certainty for _, certainty in found),
        "recommendations": len(rows),
        "organisations": len({row["organisation_id"] for row in rows} - {None}),
        "persons": len({row["person_id"] for row in rows} - {None}),
        "addressees": len(set(whom)),
        "named": len(whom),
        "followed": sum(row["follow_up"] != FollowUp.NOT_FOUND for row in rows),
        "touched": sum(follow_up_state(record, row) == FollowUpState.SAME_THEME for row in rows),
        "statements": len(matching_statements(record, case.filters)),
    }


def headline_recommendations(record: Record, case: Case) -> Row:
    found = matching_recommendations(record, case.filters)
    return {"recommendations": len(found), **count_certainty(certainty for _, certainty in found)}


def recommendations_by_theme(record: Record, case: Case) -> list[Row]:
    """By theme and family of who asks, whatever themes are asked for."""
    groups = defaultdict(list)
    for row, certainty in matching_recommendations(record, replace(case.filters, themes=()), case.addressee):
        family = record.row("organisations", row["organisation_id"]).get("family", Family.OTHER)
        for theme in theme_ids(record, "recommendations", row):
            groups[record.row("themes", theme)["name"], str(family), theme].append(certainty)
    return [
        {
            "theme_id": id_,
            "theme": theme,
            "family": family,
            "rows": len(found),
            POSSIBLY: found.count(POSSIBLY),
        }
        for (theme, family, id_), found in sorted(groups.items())
    ]


def asking_organisations(record: Record, case: Case) -> list[Row]:
    """Who asks most, with through whom and whom; `of` is how many ask."""
    groups: dict[str | None, Found] = defaultdict(list)
    for row, certainty in matching_recommendations(record, case.filters, case.addressee):
        groups[row["organisation_id"]].append((row, certainty))
    rows = [
        {
            "name": record.row("organisations", id_).get("name", "not stated"),
            "family": record.row("organisations", id_).get("family", Family.OTHER),
            "rows": len(found),
            POSSIBLY: sum(certainty == POSSIBLY for _, certainty in found),
            "of": len(groups),
            "people": _people(record, found),
            "whom": _whom(record, found),
        }
        for id_, found in groups.items()
    ]
    return sorted(rows, key=lambda row: (-row["rows"], row["name"]))[:MOST_ORGANISATIONS]


def _people(record: Record, found: Found) -> str:
    people = dict.fromkeys(row["person_id"] for row, _ in found if row["person_id"])
    return ", ".join(record.row("people", id_)["name"] for id_ in list(people)[:MOST_NAMED])


def _whom(record: Record, found: Found) -> str | None:
    """Whom it asks and how often, most often first, then in the order of the list."""
    counts = Counter(name for row, _ in found if (name := _addressee(record, row)) is not None)
    texts = [f"{name} ({number})" for name, number in counts.most_common(MOST_NAMED)]
    more = [f"and {len(counts) - MOST_NAMED} more"] if len(counts) > MOST_NAMED else []
    return "; ".join([*texts, *more]) or None


def list_recommendations(record: Record, case: Case, addressee: str = "", asker: str = "") -> list[Row]:
    return [
        {
            **shared_columns(record, "recommendations", row, case, certainty),
            **_followed(record, row),
            "quoted_at_event_id": row["quoted_at_event_id"],
            "quoted_at_event": record.row("events", row["quoted_at_event_id"]).get("title"),
            "addressee": _addressee(record, row),
            "organisation_full_name": record.row("organisations", row["organisation_id"]).get("full_name"),
        }
        for row, certainty in matching_recommendations(record, case.filters, addressee, asker)
    ]


def _followed(record: Record, row: Row) -> Row:
    """What the sources on follow-up say, and since when it is so by the latest that bears on it."""
    told = list(record.rows("recommendation_follow_ups", "recommendation_id", row["id"]))
    told.sort(key=lambda each: each["source_id"])
    told.sort(
        key=lambda each: each["start_on"] or record.row("sources", each["source_id"])["published_on"] or "",
        reverse=True,
    )
    told.sort(key=lambda each: not each["is_direct"])
    latest = told[0] if told and told[0]["is_direct"] else {}
    return {
        "follow_up": latest.get("status", FollowUp.NOT_FOUND),
        "follow_up_state": follow_up_state(record, row),
        "follow_up_since": latest.get("start_on"),
        "follow_ups": joined(map(_follow_up, told)),
    }


def _follow_up(row: Row) -> str:
    weak = "" if row["is_direct"] else "same theme only, "
    since = f" since {row['start_on']}" if row["start_on"] else ""
    return f"{weak}{row['status'].replace('_', ' ')}{since}: {row['text']} ({row['source_id']})"


def count_states(record: Record, case: Case) -> list[Row]:
    found = matching_recommendations(record, replace(case.filters, follow_ups=()), case.addressee)
    counts = Counter(follow_up_state(record, row) for row, _ in found)
    return [{"state": state, "recommendations": counts[state]} for state in FollowUpState]


def list_addressees(record: Record, case: Case) -> list[Row]:
    found = matching_recommendations(record, case.filters)
    counts = Counter(name for row, _ in found if (name := _addressee(record, row)) is not None)
    order = sorted(counts, key=lambda name: (-counts[name], name))[:MOST_ADDRESSEES]
    return [{"addressee": name, "recommendations": counts[name]} for name in order]


def recommendation_page(record: Record, case: Case) -> list[Row]:
    return list_recommendations(record, case, case.addressee, case.asker)[case.first : case.first + case.most]


def one_recommendation(record: Record, case: Case) -> list[Row]:
    return [row for row in list_recommendations(record, case) if row["id"] == case.recommendation]
