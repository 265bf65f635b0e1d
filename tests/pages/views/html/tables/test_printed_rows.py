import pyarrow as pa
import streamlit as st

from pages.views.html.tables import printed_rows
from pages.views.html.tables.date_cells import DateColumn

TITLE = "<b>A & B</b>"


def _table(number: int) -> tuple[pa.Table, DateColumn]:
    when = DateColumn("Date")
    return (
        pa.table(
            {
                "when": [when.add("2021-03") for _ in range(number)],
                "title": [TITLE] * number,
                "passage": ["https://alpha.example/#:~:text=two%20words"] * number,
                "hidden": ["secret"] * number,
                "sources": [None] * number,
            }
        ),
        when,
    )


def test_paper_has_names_of_columns_words_of_dates_and_of_links() -> None:
    rows, when = _table(2)
    config = {
        "when": when.config(),
        "title": st.column_config.Column("Event"),
        "passage": st.column_config.LinkColumn("In its words", display_text=":~:text=(.+)$"),
        "hidden": None,
    }
    drawn = printed_rows.draw_rows(rows, config)
    assert "<tr><th>Date</th><th>Event</th><th>In its words</th><th>sources</th></tr>" in drawn
    line = "<tr><td>March 2021</td><td>&lt;b&gt;A &amp; B&lt;/b&gt;</td><td>two words</td><td></td></tr>"
    assert drawn.count(line) == 2
    assert "secret" not in drawn
    assert "Download" not in drawn


def test_paper_says_where_it_leaves_rows_out() -> None:
    rows, _ = _table(printed_rows.MOST + 1)
    drawn = printed_rows.draw_rows(rows, {})
    assert drawn.count("<tr>") == printed_rows.MOST + 1
    assert "Rows 1 to 60 of 61 of this page of the table." in drawn
    assert printed_rows.draw_rows(rows.slice(0, 0), {}) == ""
    wide = pa.table({f"c{number}": [1] for number in range(13)})
    assert "13 columns, too many for paper" in printed_rows.draw_rows(wide, {})


def test_dates_do_not_break() -> None:
    table = pa.table({"first": ["2021-03-04", "2021-03", "2021", "about 2021-03"]})
    drawn = printed_rows.draw_rows(table, {})
    assert drawn.count('<td class="day">') == 2
