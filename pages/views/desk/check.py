"""What the draft adds, what the last check of it said, and the commands that check and merge."""

from collections.abc import Iterator

import streamlit as st

from data.drafts import checks
from data.drafts.acceptance import list_undecided
from data.drafts.checks import CheckState
from data.drafts.cut_merges import find_cut_merge
from data.files.row_files import Cells
from pages.views.desk import names, wording
from pages.views.desk.review_session import ReviewSession
from pages.views.html import labels, markup
from pages.views.html.markup import Safe, count_noun
from pages.views.shell.faults import contain

COMMANDS = """.venv/bin/python -m etl check-draft {name}
.venv/bin/python -m etl merge-draft {name}"""
DRAFT = ".venv/bin/python -m etl draft page.html --url https://… --publisher … --published 2026-12-31"
MOST_LINES = 60


@contain
def show_check(session: ReviewSession) -> None:
    """The state of the last check, the rows that it would add, and the commands."""
    st.header("Check and merge", anchor=False)
    state = checks.read_check(session.desk.drafts, session.name)
    if find_cut_merge(session.desk.journal, session.desk.curated):
        st.error(wording.CUT)
    if is_merged(session, state):
        st.success(wording.MERGED)
        return
    waiting = len(list_undecided(session.review.draft, session.review.decisions))
    if waiting:
        markup.show(markup.tag("p", wording.WAITING.format(count=waiting), "sentence"))
    _show_state(session, state)
    markup.show(markup.tag("p", wording.COMMANDS, "sentence"))
    st.code(COMMANDS.format(name=session.name), language=None, wrap_lines=True)


def is_merged(session: ReviewSession, state: CheckState | None) -> bool:
    """Whether the record has its document, or the merge said so and no build holds it yet."""
    known = session.review.draft.text_sha256 in names.read_digests().values()
    return known or bool(state and state.is_merged)


def _show_state(session: ReviewSession, state: CheckState | None) -> None:
    if state is None:
        markup.show(markup.tag("p", wording.UNCHECKED, "sentence"))
        return
    is_stale = state.review != checks.digest_review(session.review)
    if is_stale:
        st.warning(wording.STALE)
    elif state.has_passed:
        st.success(wording.PASSED)
    lines = [*state.lines, *state.faults, *state.warnings][:MOST_LINES]
    st.code("\n".join(lines), language=None, wrap_lines=True)
    if state.rows:
        count = sum(map(len, state.rows.values()))
        with st.expander(f"Rows that this draft adds: {count}", key="desk-rows"):
            markup.show(markup.stack(_draw_rows(state.rows)))


def _draw_rows(rows: dict[str, list[Cells]]) -> Iterator[Safe]:
    """A table for each file, without the columns that nothing fills."""
    for table, listed in rows.items():
        columns = [name for name in listed[0] if any(row[name] for row in listed)]
        body = [[row[name] for name in columns] for row in listed]
        yield markup.tag("div", f"{table}.csv, {count_noun(len(listed), 'row')}", "cardhead")
        yield markup.table(columns, body)


def show_empty() -> None:
    """How the first draft is made."""
    st.info(wording.EMPTY)
    st.code(DRAFT, language=None, wrap_lines=True)


def show_notes(session: ReviewSession) -> None:
    """What was noticed when the document was read."""
    notes = [note for note in session.review.draft.notes if not note.startswith("perhaps event")]
    if notes:
        st.caption(labels.escape_markdown(" · ".join(notes)))
