"""What a brief is made of: what the filters match, what has to do with one thing, or the basket."""

from dataclasses import dataclass, replace

import streamlit as st

from data.filters import Filters, Subject
from data.links import THINGS
from data.queries.things import thing as queries
from pages.views.brief import wording
from pages.views.session import reads
from pages.views.shell import basket
from pages.views.shell.controls.switch import switch
from pages.views.shell.filters import address

TABLES = {page: table for table, page in THINGS.items()}


@dataclass(frozen=True, slots=True)
class Origin:
    """`filters` are narrowed to the thing, where it is one."""

    kind: str
    filters: Filters

    @property
    def is_basket(self) -> bool:
        return self.kind == "basket"


def choose_origin(filters: Filters) -> Origin:
    """The switch, and what it is at; the thing is offered where the address names one."""
    subject, name = _read_subject()
    words = {"name": name, "number": len(basket.current().items)}
    offered = {kind: text.format_map(words) for kind, text in wording.ORIGINS.items()}
    if subject is None:
        del offered["thing"]
    default = "filters" if subject is None else "thing"
    kind = switch("of", offered, default, "What the brief is made of", key="brief-origin", is_labelled=True)
    return Origin(kind, replace(filters, subject=subject) if kind == "thing" else filters)


def _read_subject() -> tuple[Subject | None, str]:
    """The thing that the address names, and what it is called."""
    page = address.read_selection("thing", list(TABLES))
    if page is None:
        return None, ""
    identity = st.query_params.get("id", "")
    found = reads.read_records(queries.find_thing, Subject(TABLES[page], identity))
    if not found:
        address.read_selection("id", [])
        return None, ""
    return Subject(TABLES[page], identity), str(found[0]["name"])
