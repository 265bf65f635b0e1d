"""The change log of a release as Markdown: numbers first, then table by table and record by record."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from data.links import AT_HOME, record_addresses
from data.schema.dictionary import table_words
from data.schema.vocabulary import Rule, label
from etl.releases.comparison import OF_CLAIMS, Change, ChangeKind
from etl.releases.state import Cells, State
from etl.reporting.errors import count_noun

NAMED = ("title", "name", "about", "text")
WHOLE_ROW = (ChangeKind.ROW_ADDED, ChangeKind.ROW_REMOVED, ChangeKind.ROW)
MOST_ROWS = 30
"""Records of a table that are named one by one where no more is known of them than that the row changed."""


def format_changelog(release: str, day: date, now: State, before: State | None, found: list[Change]) -> str:
    """The whole file; without an earlier state it holds numbers only, because everything is new."""
    parts = [f"# Release {release}", f"Released on {day.isoformat()}. {_opening(before)}"]
    if before is None:
        parts += [_rows(now), _claims(now)]
    else:
        parts += [_numbers(now, before, found), f"{_claims(now)} {_claim_numbers(found)}"]
        parts += _tables(release, found, now, before)
    return "\n\n".join(parts) + "\n"


def _opening(before: State | None) -> str:
    if before is None:
        return "The first release: every row and every claim is new."
    return (
        f"Compared with {before.name}, claim by claim and row by row. A record leads to its page in a "
        f"dashboard that runs on this machine ({AT_HOME}), a source to its publisher's page. ~~Struck~~ is "
        "what stood before."
    )


def _rows(now: State) -> str:
    lines = [f"| {table_words(table)} | {len(rows)} |" for table, rows in sorted(now.rows.items())]
    return "\n".join(["| table | rows |", "|---|---:|", *lines])


def _numbers(now: State, before: State, found: list[Change]) -> str:
    lines = ["| table | rows | added | removed | changed |", "|---|---:|---:|---:|---:|"]
    for table in sorted(set(now.rows) | set(before.rows)):
        rows = now.rows.get(table, {})
        own = [change for change in found if change.table == table]
        added, removed = (
            sum(c.what == what for c in own) for what in (ChangeKind.ROW_ADDED, ChangeKind.ROW_REMOVED)
        )
        changed = len({change.key for change in own if change.what in (ChangeKind.CELL, ChangeKind.ROW)})
        lines.append(f"| {table_words(table)} | {len(rows)} | {added} | {removed} | {changed} |")
    return "\n".join(lines)


def _claims(now: State) -> str:
    disputed = sum(claim["is_disputed"] == "true" for claim in now.claims.values())
    return f"{count_noun(len(now.claims), 'claim')}, {disputed} of them disputed."


def _claim_numbers(found: list[Change]) -> str:
    counts = Counter(change.what for change in found if change.what in OF_CLAIMS)
    words = [f"{what} {counts[what]}" for what in OF_CLAIMS if counts[what]]
    return f"What changed in them: {', '.join(words) or 'nothing'}."


def _tables(release: str, found: list[Change], now: State, before: State) -> Iterator[str]:
    for table, changes in groupby(found, key=lambda change: change.table):
        words = table_words(table)
        yield f"## {words[0].upper()}{words[1:]}"
        records = [(key, list(own)) for key, own in groupby(changes, key=lambda change: change.key)]
        plain = {key: own[0].what for key, own in records if len(own) == 1 and own[0].what in WHOLE_ROW}
        for what in WHOLE_ROW:
            if keys := [key for key in plain if plain[key] == what]:
                named = [f"- {_record(table, key, now, before)}" for key in keys[:MOST_ROWS]]
                left = len(keys) - len(named)
                rest = [f"- and {left} more, in `{release}.changes.csv`"] if left else []
                yield "\n".join([f"{str(what).capitalize()}: {len(keys)}", "", *named, *rest])
        for key, own in records:
            if key not in plain:
                lines = [f"### {_record(table, key, now, before)}", ""]
                yield "\n".join([*lines, *(f"- {_line(change, now)}" for change in own)])


def _record(table: str, key: str, now: State, before: State) -> str:
    cells = now.cells.get(table, {}).get(key) or before.cells.get(table, {}).get(key) or {}
    name = next((cells[column] for column in NAMED if cells.get(column)), "")
    code = f"`{key}`"
    if cells and key in now.rows.get(table, {}):
        columns = {column: [cell or None] for column, cell in cells.items()}
        code = f"[{code}]({record_addresses(AT_HOME, table, columns)[0]})"
    return f"{code} {escape_markdown(name)}".rstrip()


def _line(change: Change, now: State) -> str:
    column = f"`{change.column}`: " if change.column else ""
    old, new = (f"*{escape_markdown(text)}*" if text else "nothing" for text in (change.old, change.new))
    if change.what in WHOLE_ROW:
        return str(change.what)
    if change.what == ChangeKind.CELL:
        return f"{column}~~{escape_markdown(change.old) or 'nothing'}~~ → {new}"
    value = f"*{escape_markdown(change.claim['value'])}*"
    words = {
        ChangeKind.CLAIM_ADDED: f"claim added: {value}",
        ChangeKind.CLAIM_WITHDRAWN: f"claim withdrawn: ~~{escape_markdown(change.old)}~~",
        ChangeKind.VALUE: f"value changed: ~~{escape_markdown(change.old)}~~ → {new}",
        ChangeKind.RANK: f"{value}: rank changed: {change.old} → {change.new}",
        ChangeKind.RULE: f"{value}: rule changed: {_rule(change.old)} → {_rule(change.new)}",
        ChangeKind.REASON: f"{value}: reason changed: {old} → {new}",
        ChangeKind.PASSAGE: f"{value}: the words it rests on, or how sure it is, changed",
        ChangeKind.DISPUTED: f"{value}: now disputed",
        ChangeKind.SETTLED: f"{value}: no longer disputed",
    }[change.what]
    says = "said" if change.what == ChangeKind.CLAIM_WITHDRAWN else "says"
    return f"{column}{words}, {says} {_source(change.claim['source_id'], now)}{_why(change)}"


def _why(change: Change) -> str:
    """The rank of a claim that is new or has another value, with its rule and reason."""
    claim = change.claim
    if change.what not in (ChangeKind.CLAIM_ADDED, ChangeKind.VALUE):
        return ""
    dispute = "; disputed" if claim["is_disputed"] == "true" else ""
    rank = "" if claim["rank"] == "normal" else f"; {claim['rank']}"
    rule = f" as {_rule(claim['rule'])}" if claim["rule"] else ""
    reason = f": {escape_markdown(claim['reason'])}" if claim["reason"] else ""
    return f"{rank}{rule}{dispute}{reason}"


def _rule(rule: str) -> str:
    return label(Rule(rule)) if rule in list(Rule) else rule or "none"


def _source(source: str, now: State) -> str:
    cells: Cells = now.cells.get("sources", {}).get(source, {})
    words = escape_markdown(cells.get("publisher", "")) or f"`{source}`"
    url = cells.get("url", "")
    return f"[{words}](<{url}>)" if url and not set("<>") & set(url) else words


def escape_markdown(text: str) -> str:
    """`text` on one line, with nothing left that Markdown could read as more."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", " ".join(text.split()))
