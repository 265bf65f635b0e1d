"""Border offices: the control "As known on", and the statements about numbers around its day."""

from datetime import date
from functools import partial

import streamlit as st

from data.claims.office_numbers import find_neighbours
from data.values.number_words import format_count
from data.values.rows import Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.offices.selection import RULE, OfficesView, select_day
from pages.views.shell.controls import selection
from pages.views.shell.faults import contain, contain_html
from pages.views.shell.filters import days

DAY, STEP = "offices-known", "offices-statement"


@contain
def show_day_control(shown: OfficesView) -> None:
    """A day, any or that of a statement, and steps from one statement to the next; the URL leads."""
    stated = [
        date.fromisoformat(day) for day in dict.fromkeys(row["known_on"] for row in shown.then.statements)
    ]
    first, last = days.pickable_days(shown.day)
    before, _, after = find_neighbours(shown.then.statements, shown.day)
    with st.container(key="known"):
        st.session_state[DAY] = shown.day
        st.date_input(
            "As known on",
            value=None,
            min_value=first,
            max_value=last,
            key=DAY,
            format="YYYY-MM-DD",
            on_change=partial(_take, DAY),
            help=RULE,
        )
        st.session_state[STEP] = shown.day if shown.day in stated else None
        st.selectbox(
            "Or at a statement",
            stated,
            key=STEP,
            placeholder="Choose a day",
            on_change=partial(_take, STEP),
        )
        _step("‹ Statement before", before)
        _step("Next statement ›", after)


@selection.ignore_misfits
def _take(key: str) -> None:
    select_day(st.session_state[key])


def _step(words: str, row: Row | None) -> None:
    day = date.fromisoformat(row["known_on"]) if row else None
    st.button(
        words,
        key=f"step-{words}",
        on_click=select_day,
        args=(day,),
        disabled=day is None,
        width="stretch",
        help=f"As known on {day}" if day else "There is none in the record.",
    )


@contain_html
def draw_statements(shown: OfficesView, notes: Footnotes) -> markup.Safe:
    """The last statement by the day and the next after it; without a day, the last of all."""
    _, last, following = find_neighbours(shown.then.statements, shown.day)
    lines = [("Last statement by then" if shown.day else "Last statement", last, "none")]
    if shown.day:
        lines.append(("Next statement after it", following, "none in the record"))
    worded = (
        (markup.tag("b", f"{name}: "), _statement(row, notes) if row else otherwise, ".")
        for name, row, otherwise in lines
    )
    return markup.join(markup.tag("p", markup.join(parts), "sentence") for parts in worded)


def _statement(row: Row, notes: Footnotes) -> markup.Safe:
    """Number, what was counted, by whom and when, e.g. `19 offices on seven borders, UNODC, May 2021`."""
    scope = (
        row["scope"]
        if row["scope"].startswith("Border Liaison")
        else row["scope"][0].lower() + row["scope"][1:]
    )
    many = format_count(row)
    what = f"{many} {scope}" if many else f"{scope}, number not stated"
    others = f" (and {markup.count_noun(row['others'], 'more number')})" if row["others"] else ""
    when = dates.format_date(row["stated_on"])
    return markup.join((f"{what}{others}: {row['source_publisher']}, {when}", notes.mark(cite_count(row))))


def cite_count(row: Row) -> Cite:
    """The citation of a number of offices: of one row of `offices.list_office_counts`."""
    return Cite(row["source_id"], "office_counts", row["id"], ("number", "as_of"))
