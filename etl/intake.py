"""From files to staged rows, batch by batch: each is typed, checked by itself, and put with the others."""

from etl import claims, derive, keys, plausible, rules, tables
from etl.aliases import Spellings
from etl.errors import Findings
from etl.progress import Progress
from etl.read import batches
from etl.staged import Staged
from etl.tables import Sheet, Table
from etl.validate import validated


def take_in(sheets: dict[str, Sheet], staged: Staged, findings: Findings, progress: Progress) -> None:
    """Read every file through; all that can be said of its rows alone goes to `findings`."""
    spellings, done = Spellings(), 0
    total = sum(sheet.form.lines for sheet in sheets.values())
    progress("validate", 0, total)
    for name in (name for name in tables.in_order() if name in sheets):
        sheet = sheets[name]
        numbers = keys.Numbers(name)
        staged.whole.add(name)
        staged.rows[name] = 0
        for batch in batches(sheet, findings):
            table = validated(name, batch, findings)
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
    findings.faults += rules.check(table)
    findings.warnings += plausible.warnings(table)
    if table.name in derive.DATED:
        derive.dates(table, findings)
    elif table.name == "claims":
        findings.faults += claims.derive(table)
