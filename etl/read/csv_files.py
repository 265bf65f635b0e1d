"""CSV files to text cells: strict about form, silent about meaning. The only reader of `curated/`."""

from collections import Counter
from collections.abc import Iterator
from itertools import compress
from operator import is_
from pathlib import Path

from data.files.csv_rows import LONG, NotCsvError, Rows, read_long_row
from etl.read.text_files import inspect_file, read_lines
from etl.reporting import characters
from etl.reporting.errors import BadData, Fault, Findings
from etl.reporting.messages import suggest_nearest
from etl.reporting.progress import BATCH, Progress
from etl.staging import tables
from etl.staging.tables import Batch, Sheet, file_name

LONGEST_CELL = 20_000
TOO_LONG = f"the cell is longer than {LONGEST_CELL} characters"
MOST_COLUMNS = 200
WRONG_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def read_folder(data: Path, findings: Findings, progress: Progress, largest: int) -> dict[str, Sheet]:
    """Look at every file; one that cannot be read is missing here and in the faults."""
    sheets = {}
    names = tables.reading_order()
    for done, name in enumerate(names):
        progress("read", done, len(names))
        path = data / file_name(name)
        try:
            sheets[name] = Sheet(name, path, inspect_file(path, largest))
        except BadData as refused:
            findings.faults += refused.faults
    findings.warnings += _strangers(data)
    progress("read", len(names), len(names))
    return sheets


def read_batches(sheet: Sheet, findings: Findings) -> Iterator[Batch]:
    """The rows of a file. A row with a fault is left out and reported; so is text that cannot be parsed."""
    file, rows, bare, header = (
        sheet.path.name,
        Rows(read_lines(sheet.path, sheet.form)),
        list[int](),
        list[str](),
    )
    try:
        (first,), (header,) = _take_rows(rows, 1, bare) or ([1], [[]])
        reader = _Reader(sheet, _columns(file, first, header, sheet.name, findings), findings)
        while chosen := _take_rows(rows, BATCH, bare):
            yield reader.batch(*chosen)
    except BadData as refused:
        findings.faults += refused.faults
        sheet.is_whole = False
    except NotCsvError as error:
        findings.faults.append(_unreadable(sheet, error, header))
        sheet.is_whole = False
    if bare:
        more = f"; so do {len(bare) - 1:,} more" if len(bare) > 1 else ""
        words = f"the row holds commas alone and was left out{more}"
        findings.warnings.append(Fault(file, bare[0], None, None, words))
    if sheet.is_whole and not sheet.rows:
        empty = "holds no rows, only the line of column names"
        findings.faults.append(Fault(sheet.path.name, None, None, None, empty))
        sheet.is_whole = False


class _Reader:
    """Turns the rows of one file, as read, into valid ones."""

    def __init__(self, sheet: Sheet, header: list[str], findings: Findings) -> None:
        known = tables.input_columns(sheet.name)
        self._sheet, self._header, self._findings = sheet, header, findings
        self._wanted = [place for place, column in enumerate(header) if column in known]
        self._columns = tuple(header[place] for place in self._wanted)

    def batch(self, starts: list[int], rows: list[list[str]]) -> Batch:
        columns = _columns_of(rows)
        texts: list[set[str]] = [*map(set, columns)]
        if not self._is_plain(texts):
            fit = [*map(self._is_fit, starts, rows)]
            starts, rows = [*compress(starts, fit)], [*compress(rows, fit)]
            columns = _columns_of(rows) or [()] * len(self._header)
            texts = [*map(set, columns)]
        self._sheet.rows += len(rows)
        return Batch(
            self._columns, starts, [_trim_cells(columns[place], texts[place]) for place in self._wanted]
        )

    def _is_plain(self, texts: list[set[str]]) -> bool:
        """True where nothing of the form of any row can be wrong; `texts` are those of each column."""
        if self._sheet.form.is_suspect or len(texts) != len(self._header):
            return False
        if self._header[0] in map(str.strip, texts[0]):  # perhaps the header again
            return False
        return max(max(map(len, each)) for each in texts) <= LONGEST_CELL

    def _is_fit(self, line: int, cells: list[str]) -> bool:
        file = self._sheet.path.name
        faults = list(_row_faults(file, line, cells, self._header))
        if self._sheet.form.is_suspect and characters.SUSPECT.search("\n".join(cells)):
            faults += _flaws(file, line, cells, self._header, self._findings)
        self._findings.faults += faults
        self._sheet.is_whole = self._sheet.is_whole and not faults
        return not faults


def _columns_of(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """The cells column by column; no column where rows have different numbers of cells."""
    try:
        return list(zip(*rows, strict=True))
    except ValueError:
        return []


def _trim_cells(cells: tuple[str, ...], texts: set[str]) -> list[str | None]:
    """The cells without blanks around them. What is the same in all of them is looked at once."""
    if not all(map(is_, texts, map(str.strip, texts))):
        return [text or None for text in map(str.strip, cells)]
    if texts == {""}:
        return [None] * len(cells)
    return [text or None for text in cells] if "" in texts else list(cells)


def _take_rows(rows: Rows, most: int, bare: list[int]) -> tuple[list[int], list[list[str]]] | None:
    """The next rows that are not blank, after the physical lines on which they start; None at the end.

    May raise NotCsvError. The lines of rows of commas alone are added to `bare`.
    """
    while any(found := rows.take(most)):
        starts, cells = found
        said = [bool(row) and (row[0].strip() != "" or any(map(str.strip, row))) for row in cells]
        if not all(said):
            blank = zip(starts, cells, said, strict=True)
            bare += [line for line, row, is_said in blank if len(row) > 1 and not is_said]
        if any(said):
            return [*compress(starts, said)], [*compress(cells, said)]
    return None


def _unreadable(sheet: Sheet, error: NotCsvError, header: list[str]) -> Fault:
    """Why the rest of a file cannot be told apart, with the column where a cell is too long."""
    if error.problem != LONG:
        return Fault(sheet.path.name, error.line, None, None, error.problem)
    for column, cell in zip(
        header, read_long_row(read_lines(sheet.path, sheet.form), error.line), strict=False
    ):
        if len(cell) > LONGEST_CELL:
            return Fault(sheet.path.name, error.line, column.strip(), cell[:LONGEST_CELL], TOO_LONG)
    problem = f"a cell is longer than {LONGEST_CELL} characters, or a quote is not closed"
    return Fault(sheet.path.name, error.line, None, None, problem)


def _columns(file: str, line: int, header: list[str], table: str, findings: Findings) -> list[str]:
    """The names of the header if columns can be identified by them, else BadData with every problem."""
    names = [cell.strip() for cell in header]
    known = tables.input_columns(table)
    if len(names) > MOST_COLUMNS:
        raise BadData([Fault(file, line, None, None, f"has more than {MOST_COLUMNS} columns")])
    if not set(names) & set(known):
        raise BadData([Fault(file, line, None, None, _no_header(names, known))])
    missing = [name for name in known if name not in names]
    faults = [
        Fault(file, line, name, None, "this column is there twice")
        for name, times in Counter(names).items()
        if times > 1 and name
    ]
    faults += [
        Fault(file, line, None, None, f"column {position} has no name")
        for position, name in enumerate(names, start=1)
        if not name
    ]
    extra = [name for name in names if name and name not in known]
    offers = {name: suggest_nearest(name, missing) for name in extra}
    faults += [
        Fault(file, line, name, None, f"this column is not known{offer}")
        for name, offer in offers.items()
        if offer
    ]
    meant = "".join(offers.values())
    faults += [
        Fault(file, line, name, None, "this column is missing")
        for name in missing
        if f"'{name}'" not in meant
    ]
    if faults:
        raise BadData(faults)
    findings.warnings += [
        Fault(file, line, name, None, "this column is not known and was left out") for name in extra
    ]
    return names


def _no_header(names: list[str], known: tuple[str, ...]) -> str:
    delimiters = [words for sign, words in WRONG_DELIMITERS.items() if len(names) == 1 and sign in names[0]]
    if delimiters:
        return f"the columns are separated by {delimiters[0]}: save with commas"
    return f"the line of column names is missing; it holds: {', '.join(known)}"


def _row_faults(file: str, line: int, cells: list[str], columns: list[str]) -> Iterator[Fault]:
    if len(cells) != len(columns):
        numbers = f"the row has {len(cells)} cells, the header has {len(columns)}"
        yield Fault(file, line, None, None, numbers)
    elif [cell.strip() for cell in cells] == columns:
        yield Fault(file, line, None, None, "the line of column names stands here again")
    elif max(map(len, cells)) > LONGEST_CELL:
        for column, cell in zip(columns, cells, strict=True):
            if len(cell) > LONGEST_CELL:
                yield Fault(file, line, column, cell, TOO_LONG)


def _flaws(file: str, line: int, cells: list[str], columns: list[str], findings: Findings) -> list[Fault]:
    """The faults of characters in a row; those that only warn go to `findings`."""
    faults: list[Fault] = []
    for column, cell in zip(columns, cells, strict=False):
        for flaw in characters.list_flaws(cell.strip(" ")):
            found = Fault(file, line, column, cell, flaw.problem)
            (faults if flaw.is_refused else findings.warnings).append(found)
    return faults


def _strangers(data: Path) -> list[Fault]:
    """CSV files that are no table's; lock files and backups of editors are passed over in silence."""
    known = {file_name(name) for name in tables.curated_tables()}
    names = sorted(path.name for path in data.glob("*.csv") if path.name[0] not in ".~#")
    return [
        Fault(name, None, None, None, f"is no table's file and was not read{suggest_nearest(name, known)}")
        for name in names
        if name not in known
    ]
