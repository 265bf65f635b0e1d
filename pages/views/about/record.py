"""What the record is, how it was made, what it lacks; how to cite it."""

import os
from collections.abc import Iterable

import streamlit as st

from data.extracts.receipt import LICENCE
from data.filters import Filters
from data.queries.events import list as events
from data.queries.sources import coverage
from data.values.text import web_address
from pages.views.about import wording
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell import downloads
from pages.views.shell.faults import contain

CONTACT = "CHEGARA_CONTACT"
"""Setting: the web address at which errors of the record are reported, such as an issue tracker."""


def show_scope(filters: Filters) -> None:
    """Under filters: that the page does not follow them."""
    if not filters.is_empty:
        markup.show(markup.tag("p", wording.UNFILTERED, "small"))


@contain
def show_record(notes: Footnotes) -> None:
    """What it is, for whom, how it was made, what it lacks, whom to tell."""
    [read] = reads.read_records(coverage.count_pages)
    [found] = reads.read_records(events.count_events, Filters())
    numbers = {
        "events": markup.count_noun(found["events"], "event"),
        "sources": markup.count_noun(read["pages"], "source"),
        "publishers": markup.count_noun(read["publishers"], "publisher"),
    }
    what = markup.join((wording.WHAT.format(**numbers), notes.mark_own(wording.COUNTED)))
    rows = [
        ("What it is", what),
        ("For whom", wording.WHOM),
        ("How it was made", _paragraphs(wording.MADE)),
        ("What it lacks", _paragraphs(wording.LACKS)),
        ("Contact", _draw_contact()),
    ]
    markup.show(markup.tag("div", markup.fact_table(rows), "about"))


@contain
def show_citation() -> None:
    """How to cite the record and a value of it, and what may be done with both."""
    st.header("How to cite", anchor=False)
    rows = [
        ("The record", wording.CITE.format(release=downloads.name_release())),
        ("A value", wording.CITE_VALUE),
        ("Licences", LICENCE),
    ]
    markup.show(markup.tag("div", markup.fact_table(rows), "about"))


def _draw_contact() -> markup.Safe:
    """Where to report an error of the record: the issue tracker or page that the setting names."""
    contact = os.environ.get(CONTACT, "")
    address = web_address(contact) if contact else ""
    before, _, after = (wording.CONTACT if address else wording.NO_CONTACT).partition("{address}")
    link = markup.link(address, address) if address else ""
    return markup.join((before.format(copy=wording.COPY), link, after.format(copy=wording.COPY)))


def _paragraphs(texts: Iterable[str]) -> markup.Safe:
    return markup.join(markup.tag("p", text) for text in texts)
