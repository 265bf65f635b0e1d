"""References lead somewhere: what another table does not hold is a fault, with what may be meant."""

from collections import defaultdict
from collections.abc import Iterator

from etl.reporting.errors import Fault
from etl.reporting.messages import MOST_COMPARED, suggest_nearest
from etl.staging import tables
from etl.staging.database import StagingDatabase
from etl.staging.tables import ALIASED, Reference, curated_tables, file_name

FEW = 3
"""A broken reference in more rows than this is one fault with their number."""


def list_dangling(staged: StagingDatabase, table: str, reference: Reference) -> Iterator[Fault]:
    """The faults of one column that refers to a table which is whole."""
    lost: dict[str, list[int]] = defaultdict(list)
    for line, value in staged.connection.execute(_query(staged, table, reference)):
        if not staged.is_broken(table, line, reference.column):
            lost[value].append(line)
    for value, lines in lost.items():
        problem = _nowhere(staged, value, reference.table)
        if len(lines) > FEW:
            problem += f"; so in {len(lines)} rows"
            del lines[1:]
        for line in lines:
            yield Fault(file_name(table), line, reference.column, value, problem)


def _query(staged: StagingDatabase, table: str, reference: Reference) -> str:
    target, key = reference.table, staged.index(reference.table)
    return (
        f'SELECT line, "{reference.column}" AS wanted FROM {table} WHERE wanted IS NOT NULL'  # noqa: S608
        f" AND NOT EXISTS (SELECT 1 FROM {target} AS other WHERE other.{key} = wanted) ORDER BY line"
    )


def _nowhere(staged: StagingDatabase, value: str, target: str) -> str:
    """Which file should hold `value`, and the id that may be meant."""
    what = "id, nor aliases.csv such a spelling" if target in ALIASED else "id"
    problem = f"{file_name(target)} holds no such {what}"
    turned = "-".join(reversed(value.split("-")))
    if target == "borders" and staged.holds(target, turned):
        return f"{problem}; the two countries stand in alphabetical order: {turned}"
    singles = [
        name for name in curated_tables() if len(tables.key_columns(name)) == 1 and name in staged.rows
    ]
    home = next((name for name in singles if staged.holds(name, value)), None)
    if home:
        return f"{problem}; {file_name(home)} does"
    return f"{problem}{suggest_nearest(value, staged.keys(target, MOST_COMPARED + 1))}"
