"""What the words and the acronyms of the record mean."""

import streamlit as st

from pages.views.about import wording
from pages.views.html import markup
from pages.views.html.glossary import TERMS
from pages.views.shell import acronyms
from pages.views.shell.faults import contain


@contain
def show_glossary() -> None:
    """Every word of the record that has a meaning of its own."""
    st.header("Words", anchor=False)
    markup.show(markup.tag("div", markup.fact_table(TERMS.items()), "about"))


@contain
def show_acronyms() -> None:
    """Every acronym with the full name of the organisation, folded."""
    every = acronyms.list_all()
    words = wording.ACRONYMS.format(number=len(every))
    markup.show(markup.details(words, markup.tag("div", markup.fact_table(every), "about")))
