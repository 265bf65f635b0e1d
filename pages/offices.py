"""Border offices: where they stand, how many on each border, since when, what is planned."""

import streamlit as st

from data.queries import offices as queries
from pages.views import address, frame, heading, markup, notices, office_card, office_panel, reads
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
every = reads.read(queries.offices, filters)
borders = reads.read(queries.borders).set_index("id")
border = address.selected("border", borders.index.tolist())
offices = every[every["border_id"] == border] if border else every
office = address.selected("office", offices["id"].tolist())
heading.show(
    "Border Liaison Offices", office_panel.sentence(offices), filters, ("border_liaison_offices", offices)
)
frame.chips(
    filters, *([(f"Border: {borders.loc[border, 'name']}", office_panel.clear, ())] if border else [])
)
if filters.kinds or filters.themes or filters.roles:
    markup.show(
        markup.tag(
            "p", "Kind of event, theme and part do not bear on offices and are left aside here.", "lead"
        )
    )
office_panel.headline(notes)
left, right = st.columns([12, 5], gap="medium")
with left:
    office_panel.picture(offices, border)
    if office:
        office_card.show(offices.set_index("id", drop=False).loc[office], notes)
with right:
    office_panel.square(border)
    if offices.empty:
        notices.nothing_found("offices", filters)
    office_panel.listed(offices, notes)
st.header("All that is known of each office", anchor=False)
office_panel.table(offices)
st.header("What sources counted", anchor=False)
heading.download("office_counts", reads.read(queries.counts), filters, "Download counts")
office_panel.counted(notes, border)
notes.show()
