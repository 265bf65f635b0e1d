"""Spellings to ids: a reference to an organisation, person, place or instrument may be any known spelling."""

from etl import tables
from etl.errors import Findings
from etl.tables import ALIASED, Table, file_of
from etl.wording import nearest

Spellings = dict[str, dict[str, str]]
"""By table: the id that each spelling stands for."""


def replace(found: dict[str, Table], findings: Findings) -> None:
    """Put the id wherever a reference holds a spelling, in place; check aliases.csv on the way."""
    if "aliases" not in found:
        return
    spellings = _spellings(found, findings)
    for table in found.values():
        for column, target in tables.references(table.name):
            if target in ALIASED:
                known = spellings[target]
                for row in table.rows:
                    row[column] = known.get(row[column], row[column])


def _spellings(found: dict[str, Table], findings: Findings) -> Spellings:
    aliases = found["aliases"]
    spellings: Spellings = {name: {} for name in ALIASED}
    ids = {name: {str(row["id"]) for row in found[name].rows} for name in ALIASED if name in found}
    for index, row in enumerate(aliases.rows):
        table = row["table"]
        if table not in ids or row["id"] is None or row["spelling"] is None:
            continue
        if found[table].is_whole and row["id"] not in ids[table]:
            problem = f"{file_of(table)} holds no such id{nearest(row['id'], ids[table])}"
            findings.faults.append(aliases.fault(index, "id", problem))
        elif row["spelling"] in ids[table] and row["spelling"] != row["id"]:
            findings.faults.append(aliases.fault(index, "spelling", f"is itself an id in {file_of(table)}"))
        else:
            spellings[table][row["spelling"]] = row["id"]
    return spellings
