"""The address of the page: filters and selections live in the URL and nowhere else.

The URL holds ids, one parameter a filter, several values repeated. Widgets hold the same values
while the page is open: whichever changed last wins.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.filters import Filters
from data.links import ALONE, MANY, parameters
from data.values.dates import parse_day
from data.values.text import ACTING, LONGEST_SEARCH, search_terms
from pages.views.html import labels

__all__ = [
    "confirm",
    "find_selection",
    "parameters",
    "parse_filters",
    "read_day",
    "read_parameters",
    "read_selection",
    "select",
    "select_several",
    "write_filters",
]

Choices = Mapping[str, Sequence[str]]
LONGEST, MOST_STALE = 200, 20
"""Characters of a value that an address asks for in vain, and how many such values, that a notice repeats."""
MOST_PARAMETERS = 1_000
"""Of a query string. Of one with more Streamlit reads none."""


def read_parameters() -> dict[str, list[str]]:
    """The filter parameters of the URL now."""
    there = set(st.query_params)
    return {name: st.query_params.get_all(name) for name in (*MANY, *ALONE) if name in there}


def parse_filters(asked: Mapping[str, Sequence[str]], choices: Choices) -> tuple[Filters, list[str]]:
    """The filters that URL parameters name, and the values of theirs that the record does not know."""
    kept: dict[str, Any] = {}
    stale: list[str] = []
    for name, field in MANY.items():
        values = dict.fromkeys(asked.get(name, ()))
        kept[field] = tuple(value for value in values if value in choices[name])
        stale += [f"{name} “{_shorten(value)}”" for value in values if value not in choices[name]]
    days: list[date | None] = []
    for name in ("from", "to"):
        day, unread = _day(asked.get(name, ()))
        days.append(day)
        stale += [f"{name} “{_shorten(value)}”" for value in unread]
    since, until = days
    if since and until and since > until:
        since, until = until, since
    words = _words(asked)[:LONGEST_SEARCH]
    if words and not search_terms(words):
        stale.append(f"q “{words}”")
        words = ""
    if kept["roles"] and not kept["organisations"]:
        stale += [f"role “{role}” without an organisation" for role in kept["roles"]]
        kept["roles"] = ()
    stale += [f"match “{_shorten(value)}”" for value in asked.get("match", ()) if value not in ("all", "any")]
    match_all = list(asked.get("match", ())) == ["all"]
    return Filters(**kept, match_all=match_all, since=since, until=until, words=words), _limit(stale)


def list_changes(asked: Mapping[str, Sequence[str]]) -> list[str]:
    """What `parse_filters` changes of what is asked for, beyond values left out, in sentences."""
    found = []
    if len(_words(asked)) > LONGEST_SEARCH:
        found.append(f"The link asked for a longer search; its first {LONGEST_SEARCH} characters were taken.")
    since, until = (_day(asked.get(name, ()))[0] for name in ("from", "to"))
    if since and until and since > until:
        found.append(
            f"The link asked for dates from {since} to {until}; they were taken the other way round."
        )
    return found


def list_dropped() -> list[str]:
    """A sentence where the URL holds so many parameters that none was read."""
    context = get_script_run_ctx()
    if context is None or context.query_string.count("&") < MOST_PARAMETERS:
        return []
    return [f"The link holds more than {MOST_PARAMETERS:,} values, too many to be read. All were left out."]


def write_filters(wanted: dict[str, list[str]]) -> None:
    """Write the parameters of filters into the URL; others stay."""
    others = {n: st.query_params.get_all(n) for n in st.query_params if n not in (*MANY, *ALONE)}
    st.query_params.from_dict(others | wanted)


def confirm() -> None:
    """Tell the browser the address that this run shows, though it is the one that was asked for.

    Where it differs from that of the run before, the browser may have heard of that one only after it had
    asked for this one. After other runs it would be a step of the browser's history where a link leads to
    another page, since the browser takes the path later.
    """
    if context := get_script_run_ctx():
        message = ForwardMsg()
        message.page_info_changed.query_string = context.query_string
        context.enqueue(message)


def read_selection(name: str, known: Sequence[str]) -> str | None:
    """The id that the URL selects under `name`; an unknown one is named on the page, and None returned.

    Once a run: who needs it again asks `find_selection`.
    """
    value = st.query_params.get(name)
    if value is None or value in known:
        return value
    st.warning(f"This part of the link is not known here and was left out: {name} “{_escape_value(value)}”.")
    return None


def find_selection(name: str, known: Sequence[str]) -> str | None:
    """`read_selection` without a word on the page."""
    value = st.query_params.get(name)
    return value if value in known else None


def read_day(name: str) -> date | None:
    """The day that the URL gives under `name`; what is not one is named on the page, and None returned."""
    value = st.query_params.get(name)
    found, _ = _day([value] if value else ())
    if value is not None and (found is None or found.isoformat() != value):
        words = _escape_value(value)
        st.warning(f"This part of the link is no day (YYYY-MM-DD) and was left out: {name} “{words}”.")
        return None
    return found


def select(name: str, value: str | None) -> None:
    """Make the URL select `value` under `name`, or nothing."""
    select_several({name: value})


def select_several(values: Mapping[str, str | None]) -> None:
    """Make the URL select each value under its name, or nothing: one step for who goes back."""
    kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in values}
    wanted = kept | {name: [value] for name, value in values.items() if value is not None}
    if wanted != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(wanted)


def _day(values: Sequence[str]) -> tuple[date | None, list[str]]:
    """The day that the first of the values names, and those that are not read."""
    if not values:
        return None, []
    try:
        return parse_day(values[0]), list(values[1:])
    except ValueError:
        return None, list(values)


def _words(asked: Mapping[str, Sequence[str]]) -> str:
    return ACTING.sub(" ", " ".join(asked.get("q", ()))).strip()


def _escape_value(value: str) -> str:
    """A value of an address, escaped for a notice."""
    return labels.escape_markdown(_shorten(value))


def _shorten(value: str) -> str:
    """A value as a notice repeats it, with an ellipsis in place of what is cut off."""
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def _limit(stale: list[str]) -> list[str]:
    """The first of them, and how many more there are."""
    more = len(stale) - MOST_STALE
    return stale if more <= 0 else [*stale[:MOST_STALE], f"{more:,} more"]
