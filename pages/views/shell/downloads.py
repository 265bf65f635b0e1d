"""The menu of downloads: what a page shows, in each format that fits it; made when one is pressed.

What the menu offers is put on the page once it is open: a dozen buttons that nobody uses would cost
every run of the page as much as its list. A fragment of its own for the menu would cost it a tenth.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from data.extracts import datasets, export
from data.extracts.formats import WRITERS, Writer, list_formats
from data.extracts.request import Release, Request, Settings
from data.filters import Filters
from data.links import AT_HOME, PAGES, THINGS, UNLISTED
from pages.views.html import markup
from pages.views.session import reads
from pages.views.session.reads import Pin

Shown = Mapping[str, pd.DataFrame | Callable[[], pd.DataFrame]]


@dataclass(frozen=True)
class Extract:
    """What a page offers: a data set of the registry and its number of rows.

    `rows` are those that the page shows, by data set, or what reads them; without them they are read anew.
    `settings` are parameters of the address beside the filters.
    """

    dataset: str
    number: int
    rows: Shown = field(default_factory=dict)
    settings: Settings = ()


def show_menu(filters: Filters, *extracts: Extract, label: str = "Download") -> None:
    """A button that opens the formats of the first extract, then those that only a further one has.

    A workbook and a data package hold all tables of the view, where one of the extracts is made of several.
    """
    first = extracts[0]
    key, is_empty = f"download-{first.dataset}", not first.number
    with st.popover(label, key=key, disabled=is_empty, width="content", on_change="rerun") as opened:
        if not opened.open:
            return
        words = "as shown" if replace(filters, subject=None).is_empty else "under the filters"
        each = "each with its sources" if first.number > 1 else "with its sources"
        told = f"{markup.count_noun(first.number, 'row')} {words}, {each}"
        markup.show(markup.tag("div", told, "small"))
        fits = _fitting(extracts)
        with st.container(key=f"formats-{first.dataset}", gap=None):
            for writer in sorted(fits, key=list(WRITERS.values()).index):
                show_button(
                    fits[writer], writer, filters, f"**{writer.label}** {writer.holds}", is_entry=True
                )


def show_button(
    extract: Extract, writer: Writer, filters: Filters, label: str, *, is_entry: bool = False
) -> None:
    """A button that saves an extract in one format; an entry of a menu has no frame of its own."""
    asked = make_request(extract, filters)
    why_not = explain_limit(extract, writer)
    st.download_button(
        label,
        data=partial(_make_file, asked, writer.name, reads.current_engine(), extract.rows),
        file_name=export.name_file(asked, writer.name),
        mime=writer.mime,
        on_click="ignore",
        key=f"get-{extract.dataset}-{writer.name}",
        type="tertiary" if is_entry else "secondary",
        disabled=bool(why_not) or not extract.number,
        help=why_not,
        width="stretch",
    )


def explain_limit(extract: Extract, writer: Writer) -> str | None:
    """Why the format cannot hold the rows; None where it can. Several tables have a sheet each."""
    if writer.most is None or extract.number <= writer.most or datasets.SEVERAL in extract.dataset:
        return None
    return f"{writer.label} holds at most {writer.most:,} rows: take CSV or Parquet"


def make_request(extract: Extract, filters: Filters) -> Request:
    """All that determines the bytes of the files."""
    return Request(extract.dataset, filters, current_release(), extract.settings, base_address())


def current_release() -> Release:
    """The release of the build that this run shows."""
    return _release(reads.current_pin())


def name_release() -> str:
    """The state of the record to be cited: `Chegara, release 2026.11.2 of 2026-11-30, build 4e4d02cbca71`."""
    release = current_release()
    day = f" of {release.day}" if release.day else ""
    return f"Chegara, release {release.name}{day}, build {release.build}"


def base_address() -> str:
    """The address of the dashboard as the browser knows it, without page and filters."""
    try:
        parts = urlsplit(st.context.url or AT_HOME)
    except ValueError:  # a browser may say anything
        parts = urlsplit(AT_HOME)
    path = parts.path.rstrip("/")
    for page in (*PAGES, *UNLISTED, *THINGS.values()):
        path = path.removesuffix(f"/{page}")
    return f"{parts.scheme}://{parts.netloc}{path}"


def _make_file(asked: Request, form: str, engine: Engine, shown: Shown) -> bytes:
    """In a thread of its own, after the run."""
    rows = {name: rows() if callable(rows) else rows for name, rows in shown.items()}
    return export.make_file(asked, form, engine, rows)


def _fitting(extracts: tuple[Extract, ...]) -> dict[Writer, Extract]:
    """The formats of the first extract, then of others; of one made of several all that can hold it."""
    whole = [extract for extract in extracts if datasets.find_dataset(extract.dataset).parts]
    first = [extract for extract in reversed(extracts) if extract not in whole]
    return {writer: extract for extract in (*first, *whole) for writer in _list_formats(extract)}


def _list_formats(extract: Extract) -> list[Writer]:
    return list_formats(datasets.find_dataset(extract.dataset))


@lru_cache(8)
def _release(pin: Pin) -> Release:
    return export.find_release(reads.open_engine(pin))
