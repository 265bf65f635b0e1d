"""Spellings to ids: a reference to an organisation, person, place or instrument may be any known spelling."""

from collections.abc import Iterator, Mapping

from etl.reporting.errors import Fault, Findings
from etl.reporting.messages import MOST_COMPARED, suggest_nearest
from etl.staging import tables
from etl.staging.database import StagingDatabase
from etl.staging.tables import SPELLED, Table, file_name


class Spellings:
    """The id of each spelling, by table. Held in memory: people write them."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, str]] = {name: {} for name in SPELLED}

    def learn(self, aliases: Table, staged: StagingDatabase, findings: Findings) -> None:
        """Take in rows of aliases.csv and check them; the tables they speak of are staged."""
        for index, row in enumerate(aliases.rows):
            table = row["table"]
            if table not in self._known or row["id"] is None or row["spelling"] is None:
                continue
            faults = list(_faults(aliases, index, row, staged))
            findings.faults += faults
            if not faults:
                self._known[table][row["spelling"]] = row["id"]

    def replace(self, table: Table) -> None:
        """Put the id wherever a reference holds a spelling, in place."""
        for column, target in tables.references(table.name):
            if known := self._known.get(target):
                table.cells[column] = [known.get(value, value) for value in table.cells[column]]


def _faults(aliases: Table, index: int, row: Mapping[str, str], staged: StagingDatabase) -> Iterator[Fault]:
    table, id_, spelling = row["table"], row["id"], row["spelling"]
    if table in staged.whole and not staged.holds(table, id_):
        offer = suggest_nearest(id_, staged.keys(table, MOST_COMPARED + 1))
        yield aliases.fault(index, "id", f"{file_name(table)} holds no such id{offer}")
    elif spelling != id_ and staged.holds(table, spelling):
        yield aliases.fault(index, "spelling", f"is itself an id in {file_name(table)}")
