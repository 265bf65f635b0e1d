"""From files to staged rows, batch by batch: each is typed, checked by itself, and put with the others."""

from etl.derive import derived_columns
from etl.read.csv_files import read_batches
from etl.reporting.errors import Findings
from etl.reporting.progress import Progress
from etl.resolve.aliases import Spellings
from etl.staging import tables
from etl.staging.database import StagingDatabase
from etl.staging.tables import Sheet, Table
from etl.validate import claims, keys, plausibility, rules
from etl.validate.cells import validate_batch


def stage_files(
    sheets: dict[str, Sheet], staged: StagingDatabase, findings: Findings, progress: Progress
) -> None:
    """Read every file through; all that can be said of its rows alone goes to `findings`."""
    spellings, done = Spellings(), 0
    total = sum(sheet.form.lines for sheet in sheets.values())
    progress("validate", 0, total)
    for name in (name for name in tables.reading_order() if name in sheets):
        sheet = sheets[name]
        numbers = keys.Numbers(name)
        staged.whole.add(name)
        staged.rows[name] = 0
        for batch in read_batches(sheet, findings):
            table = validate_batch(name, batch, findings)
            if name == "aliases":
                spellings.learn(table, staged, findings)
            spellings.replace(table)
            _judge(table, findings)
            staged.add(table)
            numbers.add(table)
            done += len(table.lines)
            progress("validate", min(done, total), total)
        if not sheet.is_whole:
            staged.whole.discard(name)
        findings.faults += numbers.faults(staged)
        findings.warnings += numbers.twins(staged)
    progress("validate", total, total)


def _judge(table: Table, findings: Findings) -> None:
    """What is wrong or unlikely with rows by themselves; and what is derived from one row."""
    findings.faults += rules.check_rows(table)
    findings.warnings += plausibility.list_warnings(table)
    if table.name in derived_columns.DATED:
        derived_columns.derive_dates(table, findings)
    elif table.name == "claims":
        findings.faults += claims.derive_numbers(table)
