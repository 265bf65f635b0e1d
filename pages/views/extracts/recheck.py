"""Check an earlier extract: the upload, the outcome for its rows, and the result as a file."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.filters import Filters
from data.parsers.limits import MEGABYTE, PAGE
from data.recheck import report
from data.recheck.comparison import Group, Result
from pages.views.extracts import recheck_job, recheck_rows
from pages.views.html import labels, markup
from pages.views.session import reads, uploads
from pages.views.shell.faults import contain

LEAD = (
    "Hand in a file that was downloaded here, however old: CSV, XLSX or data package. You learn which rows "
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
KEY = "recheck-files"
LONE = "recheck-lone"
"""Session state: the files that are known to name no filters."""


@contain
def show_recheck(filters: Filters) -> None:
    """The uploader and, once there are files, the outcome for their rows."""
    st.header("Check an earlier extract", anchor=False)
    markup.show(markup.tag("p", LEAD, "lead"))
    given = st.file_uploader(
        LABEL,
        type=["csv", "xlsx", "zip", "json"],
        accept_multiple_files=True,
        key=KEY,
        max_upload_size=PAGE.file // MEGABYTE,
    )
    uploads.show_notice()
    if given:
        with uploads.release_files(KEY):
            _check(given, filters)
    else:
        recheck_job.cancel()


def _check(given: Sequence[UploadedFile], filters: Filters) -> None:
    ids = tuple(file.file_id for file in given)
    place = st.container()
    is_lone = st.session_state.get(LONE) == ids
    taken = filters if is_lone and _takes(filters, place) else None
    checked = recheck_job.run_check(partial(_by_name, given), ids, taken)
    if checked is None:
        return
    if checked.is_lone and not is_lone:
        st.session_state[LONE] = ids
        _takes(filters, place)
    _results(checked.results, checked.left_out)


def _by_name(given: Sequence[UploadedFile]) -> dict[str, bytes]:
    """The uploaded files by name; of two of one name the later is as in a folder of its own."""
    found: dict[str, bytes] = {}
    for number, file in enumerate(given, start=1):
        found[f"{number}/{file.name}" if file.name in found else file.name] = file.getvalue()
    return found


def _takes(filters: Filters, place: Any) -> bool:
    """Whether the filters of the panel replace those that the file does not name."""
    with place:
        markup.show(markup.tag("p", UNKNOWN, "small"))
        words = filters.sentence(reads.filter_names())
        return st.toggle(
            f"Take the filters that are on: {labels.escape_markdown(words)}", key="recheck-filters"
        )


def _results(results: Sequence[Result], left_out: Sequence[str]) -> None:
    chosen = results[0] if len(results) == 1 else _one_of(results)
    markup.show(markup.tag("p", report.summarise(chosen), "checked"))
    for words in [*report.list_notes(chosen), *_left(left_out)]:
        markup.show(markup.tag("p", words, "small"))
    recheck_rows.show_rows(chosen)
    with st.container(horizontal=True, key="recheck-save"):
        for form, make, mime in (
            ("CSV", report.format_csv, "text/csv"),
            ("JSON", report.format_json, "application/json"),
        ):
            st.download_button(
                f"Download the result as {form}",
                data=partial(make, results),
                file_name=f"chegara_recheck_{reads.build_id()}.{form.lower()}",
                mime=mime,
                on_click="ignore",
                key=f"recheck-{form}",
            )


def _one_of(results: Sequence[Result]) -> Result:
    """Numbers of every sheet that is not as it was, and the sheet that is to be read row by row."""
    differing = [number for number, result in enumerate(results) if _differs(result)]
    markup.show(markup.tag("p", _summarise_tables(results, differing), "checked"))
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


def _summarise_tables(results: Sequence[Result], differing: Sequence[int]) -> str:
    rows = sum(result.rows for result in results)
    found = f"{len(differing)} of them with rows that have changed" if differing else "nothing has changed"
    return f"{markup.count_noun(len(results), 'table')} with {markup.count_noun(rows, 'row')}: {found}."


def _numbers(result: Result) -> tuple[object, ...]:
    counts = [_count(result, group) for group in Group if group != Group.UNSETTLED]
    return result.title, f"{result.rows:,}", *counts


def _count(result: Result, group: Group) -> object:
    count = result.counts[group]
    if group == Group.DISPUTED and not count and result.counts[Group.UNSETTLED]:
        return f"{result.counts[Group.UNSETTLED]:,} now"
    return markup.tag("b", f"{count:,}") if count and group != Group.UNCHANGED else f"{count:,}"


def _left(left_out: Sequence[str]) -> list[str]:
    words = "Not checked, because they are no tables or lists of the record, or because the build makes them"
    return [f"{words}: {', '.join(left_out)}."] if left_out else []
