"""The result of a re-check, for people and for machines: a summary, lines, CSV and JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import pandas as pd

from data.extracts import csv_bytes
from data.recheck.comparison import Finding, Group, Result

COLUMNS = ("file", "group", "key", "title", "line", "column", "earlier", "now", "why")


def summarise(result: Result) -> str:
    """One sentence with the numbers: the outcomes of the earlier rows, then what is additional."""
    counts = result.counts
    parts = [f"{counts[g]:,} {g}" for g in (Group.UNCHANGED, Group.CORRECTED, Group.WITHDRAWN)]
    more = [f"{counts[g]:,} {g}" for g in (Group.DISPUTED, Group.UNSETTLED, Group.OUTSIDE) if counts[g]]
    rows = "row" if result.rows == 1 else "rows"
    also = f"; of those that stand, {', '.join(more)}" if more else ""
    match = "row matches" if counts[Group.NEW] == 1 else "rows match"
    new = f"{counts[Group.NEW]:,} new {match} the same filter"
    tail = new if result.is_filter_known else "new rows are not listed, because the filter is not known"
    return f"{result.title}, {result.rows:,} {rows}: {', '.join(parts)}{also}; {tail}."


def list_notes(result: Result) -> list[str]:
    """What a reader should know about the columns of the file."""
    found = []
    if result.unknown:
        found.append(f"Columns that this record does not have, not compared: {', '.join(result.unknown)}.")
    if result.missing:
        found.append(f"Columns that the file does not have: {', '.join(result.missing)}.")
    return found


def list_lines(result: Result) -> list[str]:
    """Every finding but the unchanged ones, a line each."""
    return [_line(result.file, finding) for finding in result.findings if finding.group != Group.UNCHANGED]


def make_frame(results: Iterable[Result]) -> pd.DataFrame:
    """Every finding of every sheet as a row, unchanged ones too."""
    rows = [
        {"file": result.file, **asdict(finding), "group": str(finding.group)}
        for result in results
        for finding in result.findings
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"line": "Int64"})


def format_csv(results: Iterable[Result]) -> bytes:
    """The findings as a CSV file, made as all extracts are."""
    return csv_bytes(make_frame(results))


def format_json(results: Iterable[Result]) -> bytes:
    """The findings with summary and notes, by sheet."""
    found = [_plain(result) for result in results]
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _plain(result: Result) -> dict[str, Any]:
    counts = {str(group): number for group, number in result.counts.items()}
    findings = [{**asdict(finding), "group": str(finding.group)} for finding in result.findings]
    own = {"file": result.file, "title": result.title, "rows": result.rows}
    told = {
        "summary": summarise(result),
        "notes": list_notes(result),
        "is_filter_known": result.is_filter_known,
    }
    return {**own, **told, "counts": counts, "findings": findings}


def _line(file: str, finding: Finding) -> str:
    place = file if finding.line is None else f"{file}:{finding.line}"
    head = f"{place}: {finding.key}: {finding.group}"
    if finding.group == Group.CORRECTED:
        head += f": {finding.column}: {_format_value(finding.earlier)} -> {_format_value(finding.now)}"
    elif finding.column:
        head += f": {finding.column}: {finding.now}"
    return f"{head}. {finding.why}".rstrip(". ") + "."


def _format_value(value: str | None) -> str:
    return "nothing" if value is None else repr(value)
