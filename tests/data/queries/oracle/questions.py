"""The questions of the pages by name, each with the function that answers it."""

from collections.abc import Callable
from typing import Any

from tests.data.queries.cases import Case
from tests.data.queries.oracle import (
    coverage,
    disagreements,
    events,
    network,
    recommendations,
    search,
    sources,
    statements,
    tables,
    timeline,
    totals,
)
from tests.data.queries.oracle.record import Record

Answer = Callable[[Record, Case], Any]
QUESTIONS: dict[str, dict[str, Answer]] = {
    "events": {
        "event list": events.list_events,
        "event page": events.event_page,
        "one event": events.one_event,
        "newest events": events.newest_events,
        "events before and after": events.neighbours,
        "count events": events.count_events,
        "count in range": events.count_in_range,
        "record bounds": events.record_bounds,
    },
    "timeline": {
        "beginnings": timeline.list_beginnings,
        "lanes": timeline.list_lanes,
        "years": timeline.count_years,
    },
    "overview": {
        "headline figures": events.headline_figures,
        "headline recommendations": recommendations.headline_recommendations,
        "most read publishers": coverage.most_read_publishers,
        "count pages read": coverage.count_pages_read,
    },
    "network": {
        "network nodes": network.list_nodes,
        "network links": network.list_links,
        "count network": network.count_network,
        "picture corners": network.picture_corners,
    },
    "coverage": {"months read": coverage.list_months_read, "publishers read": coverage.list_read_publishers},
    "recommendations": {
        "recommendation list": recommendations.list_recommendations,
        "recommendation page": recommendations.recommendation_page,
        "one recommendation": recommendations.one_recommendation,
        "states of follow-up": recommendations.count_states,
        "addressees": recommendations.list_addressees,
        "count recommendations": recommendations.count_recommendations,
        "recommendations by theme": recommendations.recommendations_by_theme,
        "asking organisations": recommendations.asking_organisations,
    },
    "statements": {
        "statement list": statements.list_statements,
        "statement page": statements.statement_page,
        "one statement": statements.one_statement,
        "count statement kinds": statements.count_statement_kinds,
    },
    "sources": {
        "source list": sources.list_sources,
        "source page": sources.source_page,
        "one source": sources.one_source,
        "count sources": sources.count_sources,
        "source publishers": sources.list_source_publishers,
    },
    "disagreements": {
        "matter page": disagreements.matter_page,
        "foremost matters": disagreements.foremost_matters,
        "count matters": disagreements.count_matters,
    },
    "search": {
        "search counts": search.count_hits,
        "found organisations": search.found_organisations,
        "found notes": search.found_notes,
    },
    "totals": {"totals": totals.list_totals, "changes": totals.list_changes},
    "tables": {
        "count rows": tables.count_rows,
        "first events": tables.first_events,
        "organisations offered": network.list_organisations,
        "countries offered": tables.list_countries,
        "themes offered": tables.list_themes,
        "values counted": tables.count_values,
    },
}
"""Questions by name, in groups."""
ORACLE = {question: answer for group in QUESTIONS.values() for question, answer in group.items()}
IN_NO_ORDER = {"beginnings", "changes", "values counted"}
"""Questions whose rows may come in any order."""
