"""Checks of rows against each other: references exist, claims fit their rows and each other."""

from etl.reporting.errors import Findings
from etl.reporting.progress import Count, Progress
from etl.resolve import consistency, disagreements, references
from etl.staging import tables
from etl.staging.database import StagingDatabase


def resolve_relations(staged: StagingDatabase, findings: Findings, progress: Progress) -> list[int]:
    """Collect what does not fit together; the lines of claims that others contradict."""
    count = Count(progress, "resolve", [*staged.rows.values(), staged.rows.get("claims", 0)])
    for table, rows in staged.rows.items():
        for reference in tables.references(table):
            if reference.table in staged.whole:
                findings.faults += references.list_dangling(staged, table, reference)
        count.add(rows)
    consistency.check(staged, findings)
    disputed: list[int] = []
    if "claims" in staged.rows:
        findings.faults += disagreements.check_claims(staged, disputed)
        count.add(staged.rows["claims"])
    return disputed
