"""The outcome for the rows of an earlier extract, group by group, page by page."""

from collections.abc import Sequence

import streamlit as st

from data.links import record_addresses
from data.recheck.comparison import Finding, Group, Result
from pages.views.html import markup
from pages.views.shell import downloads

PAGE = 20
"""Lines of a table on one page."""
EMPTY = "nothing"
LONGEST_CELL, LONGEST_NAME = 2_000, 200
"""Characters of a value, and of the name or key of a row, that the page shows; the file has all of them."""
HEADS = {
    Group.CORRECTED: ["Row", "Column", "In your file", "Now", "Why"],
    Group.DISPUTED: ["Row", "Column", "Values now", "Preferred, and why"],
    Group.UNSETTLED: ["Row", "Column", "Values now", "Preferred, and why"],
    Group.WITHDRAWN: ["Row", "Why"],
    Group.NEW: ["Row", "Since when"],
}
ROW = ["Row"]


def show_rows(result: Result) -> None:
    """The groups that hold rows, one of them open, and its rows; the unchanged ones come last."""
    held = [group for group in Group if result.counts[group]]
    order = sorted(held, key=lambda group: group == Group.UNCHANGED)
    if not order:
        return
    key = f"recheck-group-{result.file}"
    chosen = st.segmented_control(
        "Which rows",
        order,
        default=order[0],
        format_func=lambda group: f"{str(group).capitalize()} · {result.counts[group]:,}",
        key=key,
        required=True,
        label_visibility="collapsed",
    )
    group = Group(chosen or order[0])
    found = [finding for finding in result.findings if finding.group == group]
    pages = -(-len(found) // PAGE)
    page = st.pagination(pages, key=f"{key}-{group}") if pages > 1 else 1
    part = found[(page - 1) * PAGE : page * PAGE]
    markup.show(
        markup.table(HEADS.get(group, ROW), _lines(result, part), f"rechecked is-{group.name.lower()}")
    )


def _lines(result: Result, part: Sequence[Finding]) -> list[tuple[object, ...]]:
    """A line a finding; a row that was named on the line above is not named again."""
    base, lines, above = downloads.base_address(), [], ""
    for finding in part:
        row = "" if finding.key == above else _row(result, finding, base)
        lines.append((row, *_cells(finding)))
        above = finding.key
    return lines


def _cells(finding: Finding) -> tuple[object, ...]:
    code = markup.tag("code", finding.column)
    now = _shorten(finding.now or EMPTY, LONGEST_CELL)
    if finding.group == Group.CORRECTED:
        earlier = markup.tag("del", _shorten(finding.earlier or EMPTY, LONGEST_CELL))
        return code, earlier, markup.tag("b", now), finding.why
    if finding.group in (Group.DISPUTED, Group.UNSETTLED):
        return code, now, finding.why
    return (finding.why,) if finding.group in (Group.WITHDRAWN, Group.NEW) else ()


def _row(result: Result, finding: Finding, base: str) -> markup.Safe:
    """The row's name and key, leading to its page where there still is one, and its line in the file."""
    words, key = (_shorten(text, LONGEST_NAME) for text in (finding.title or finding.key, finding.key))
    is_there = finding.group != Group.WITHDRAWN and result.table
    name = markup.link(words, _address(result, finding.key, base)) if is_there else markup.to_html(words)
    place = [key] if finding.title else []
    place += [] if finding.line is None else [f"line {finding.line}"]
    return markup.join((name, markup.tag("div", " · ".join(place), "small")))


def _shorten(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def _address(result: Result, key: str, base: str) -> str:
    parts = key.split("/", len(result.key) - 1)
    columns = {name: [part] for name, part in zip(result.key, parts, strict=True)}
    return record_addresses(base, str(result.table), columns)[0]
