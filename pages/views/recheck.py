"""Check an earlier extract: files handed back, what became of their rows, and the result as a file."""

from collections.abc import Sequence

import streamlit as st

from data.earlier import against, report
from data.earlier.read import LARGEST_FILE, read
from data.earlier.recheck import Group, Result
from data.earlier.sheet import UnreadableError
from data.filters import Filters
from pages.views import labels, markup, reads, recheck_groups
from pages.views.faults import contained
from pages.views.reads import Pin

LEAD = (
    "Give back a file that was downloaded here, however old: CSV, XLSX or data package. You learn which rows "
    "stand, which were corrected and why, which were withdrawn, what is disputed since, and which new rows "
    "match the same filter. The file is not stored."
)
LABEL = "An earlier extract; a CSV with its .metadata.json, if you have it"
UNKNOWN = (
    "The file does not say under which filters it was made; a CSV alone never does. Give its .metadata.json "
    "too, or take the filters of the panel, and new rows are told as well."
)
HEAD = [
    "File holds",
    "Rows",
    "Unchanged",
    "Corrected",
    "Withdrawn",
    "Newly disputed",
    "Out of the filter",
    "New",
]
Files = tuple[tuple[str, bytes], ...]


@contained
def show(filters: Filters) -> None:
    """The place for files and, once there are any, what became of their rows."""
    st.header("Check an earlier extract", anchor=False)
    markup.show(markup.tag("p", LEAD, "lead"))
    given = st.file_uploader(
        LABEL,
        type=["csv", "xlsx", "zip", "json"],
        accept_multiple_files=True,
        key="recheck-files",
        max_upload_size=LARGEST_FILE // 1_000_000,
    )
    if not given:
        return
    files = tuple((file.name, file.getvalue()) for file in given)
    try:
        results, left_out, is_lone = _checked(reads.pinned(), files, None)
        if is_lone and _takes(filters):
            results, *_ = _checked(reads.pinned(), files, filters)
    except UnreadableError as error:
        st.error(f"{labels.plain(str(error))}\\. No row was checked\\.")
        return
    _results(results, left_out)


@st.cache_data(max_entries=8, show_spinner="Checking each row…")
def _checked(pin: Pin, files: Files, filters: Filters | None) -> tuple[list[Result], list[str], bool]:
    """The results, the sheets left out, and whether no receipt told the filter."""
    earlier = read(dict(files))
    results = against.results(earlier, reads.engine_of(pin), filters)
    return results, against.left_out(earlier), not all(result.is_filter_known for result in results)


def _takes(filters: Filters) -> bool:
    """Whether the filters of the panel are to stand in for those that the file does not tell."""
    markup.show(markup.tag("p", UNKNOWN, "small"))
    words = filters.sentence(reads.names())
    return st.toggle(f"Take the filters that are on: {labels.plain(words)}", key="recheck-filters")


def _results(results: Sequence[Result], left_out: Sequence[str]) -> None:
    chosen = results[0] if len(results) == 1 else _one_of(results)
    markup.show(markup.tag("p", report.summary(chosen), "checked"))
    for words in [*report.notes(chosen), *_left(left_out)]:
        markup.show(markup.tag("p", words, "small"))
    recheck_groups.show(chosen)
    with st.container(horizontal=True, key="recheck-save"):
        for form, make, mime in (
            ("CSV", report.as_csv, "text/csv"),
            ("JSON", report.as_json, "application/json"),
        ):
            st.download_button(
                f"Download the result as {form}",
                data=make(results),
                file_name=f"chegara_recheck_{reads.build_id()}.{form.lower()}",
                mime=mime,
                on_click="ignore",
                key=f"recheck-{form}",
            )


def _one_of(results: Sequence[Result]) -> Result:
    """Numbers of every sheet that is not as it was, and the sheet that is to be read row by row."""
    differing = [number for number, result in enumerate(results) if _differs(result)]
    markup.show(markup.tag("p", _several(results, differing), "checked"))
    lines = [_numbers(results[number]) for number in differing]
    if lines:
        markup.show(markup.table(HEAD, lines, "sizes"))
    number = st.selectbox(
        "Row by row",
        range(len(results)),
        index=differing[0] if differing else 0,
        format_func=lambda n: f"{results[n].title} ({results[n].file})",
        key="recheck-sheet",
        width=520,
    )
    return results[number]


def _differs(result: Result) -> bool:
    return any(result.counts[group] for group in Group if group != Group.UNCHANGED)


def _several(results: Sequence[Result], differing: Sequence[int]) -> str:
    rows = sum(result.rows for result in results)
    found = (
        f"{len(differing)} of them hold rows that are not as they were" if differing else "nothing changed"
    )
    return f"{len(results)} tables with {rows:,} rows: {found}."


def _numbers(result: Result) -> tuple[object, ...]:
    counts = [_count(result, group) for group in Group if group != Group.UNSETTLED]
    return result.title, f"{result.rows:,}", *counts


def _count(result: Result, group: Group) -> object:
    count = result.counts[group]
    if group == Group.DISPUTED and not count and result.counts[Group.UNSETTLED]:
        return f"{result.counts[Group.UNSETTLED]:,} now"
    return markup.tag("b", f"{count:,}") if count and group != Group.UNCHANGED else f"{count:,}"


def _left(left_out: Sequence[str]) -> list[str]:
    words = "Not checked, because no table or list of the record, or made by the build itself"
    return [f"{words}: {', '.join(left_out)}."] if left_out else []
