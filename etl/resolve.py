"""Rows against each other: spellings become ids, keys stand once, references lead somewhere."""

from collections import defaultdict

from etl import aliases, rules, tables
from etl.errors import Fault, Findings
from etl.progress import Count, Progress
from etl.tables import ALIASED, Reference, Table, file_of
from etl.wording import nearest

FEW = 3
"""A broken reference in more rows than this is one fault with their number."""


def resolve(found: dict[str, Table], findings: Findings, progress: Progress) -> None:
    """Replace spellings in place and collect what does not fit together."""
    count = Count(progress, "resolve", [len(table.rows) for table in found.values()])
    aliases.replace(found, findings)
    ids = {name: _ids(table) for name, table in found.items()}
    for table in found.values():
        _keys(table, findings)
        for column in tables.unique_columns(table.name):
            findings.faults += _repeated(table, (column,))
        for reference in tables.references(table.name):
            if reference.table in found and found[reference.table].is_whole:
                findings.faults += _dangling(table, reference, ids)
        count.add(len(table.rows))
    rules.check(found, findings)


def _ids(table: Table) -> set[str]:
    """The keys of a table that others can refer to; empty for one with a compound key."""
    key = tables.key_columns(table.name)
    return {str(row[key[0]]) for row in table.rows} if len(key) == 1 else set()


def _keys(table: Table, findings: Findings) -> None:
    key = tables.key_columns(table.name)
    findings.faults += _repeated(table, key)
    exact = {k: index for index in range(len(table.rows)) if (k := table.key_of(index))}
    folded: dict[tuple[str, ...], int] = {}
    for parts, index in exact.items():
        first = folded.setdefault(tuple(part.casefold() for part in parts), index)
        if first != index:
            problem = f"differs from line {table.lines[first]} in capitals only"
            findings.warnings.append(table.fault_found(index, "/".join(key), "/".join(parts), problem))


def _repeated(table: Table, columns: tuple[str, ...]) -> list[Fault]:
    """A fault for each row whose values in `columns` an earlier row has too."""
    first: dict[tuple[object, ...], int] = {}
    faults = []
    for index, row in enumerate(table.rows):
        values = tuple(row[column] for column in columns)
        if None in values:
            continue
        earlier = first.setdefault(values, index)
        if earlier != index:
            faults.append(
                table.fault_found(
                    index,
                    "/".join(columns),
                    "/".join(map(str, values)),
                    f"stands on line {table.lines[earlier]} too",
                )
            )
    return faults


def _dangling(table: Table, reference: Reference, ids: dict[str, set[str]]) -> list[Fault]:
    known = ids[reference.table]
    lost: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(table.rows):
        value = row[reference.column]
        if value is not None and value not in known and not table.is_broken(index, reference.column):
            lost[value].append(index)
    faults = []
    for value, indexes in lost.items():
        problem = _nowhere(value, reference.table, ids)
        if len(indexes) > FEW:
            problem += f"; so in {len(indexes)} rows"
            del indexes[1:]
        faults += [table.fault(index, reference.column, problem) for index in indexes]
    return faults


def _nowhere(value: str, target: str, ids: dict[str, set[str]]) -> str:
    """Which file should hold `value`, and the id it may stand for."""
    what = "id, nor aliases.csv such a spelling" if target in ALIASED else "id"
    turned = "-".join(reversed(value.split("-")))
    if target == "borders" and turned in ids[target]:
        return (
            f"{file_of(target)} holds no such {what}; the two countries stand in alphabetical order: {turned}"
        )
    homes = [name for name, known in ids.items() if value in known]
    offer = f"; {file_of(homes[0])} does" if homes else nearest(value, ids[target])
    return f"{file_of(target)} holds no such {what}{offer}"
