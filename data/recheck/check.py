"""An earlier extract against a build: which data set each sheet is of, and what that holds today."""

from collections.abc import Iterator

import pandas as pd
from sqlalchemy import Engine

from data import engines, releases
from data.extracts import datasets
from data.extracts.datasets import DATASETS, NODES, PAIRS, Dataset
from data.filters import Filters
from data.parsers.cells import format_value
from data.parsers.limits import PAGE, Limits
from data.parsers.sheets import Cells, EarlierExtract, Sheet, UnreadableError
from data.queries import recheck as rechecked
from data.queries.tables import NAMES
from data.recheck import receipt as receipts
from data.recheck import sheet_tables
from data.recheck.comparison import CurrentRows, Result, compare_sheet, row_key
from data.recheck.reasons import Reasons
from data.schema.keys import key_columns
from data.schema.models import DERIVED_TABLES, is_derived, tables
from data.values.rows import Records

MADE_BY_THE_BUILD = {str(model.__tablename__) for model in DERIVED_TABLES}
PAIR = ("a_id", "b_id")


def check_extract(
    earlier: EarlierExtract, engine: Engine, filters: Filters | None = None, limits: Limits = PAGE
) -> list[Result]:
    """Each sheet against the build. `filters` are used where the receipt names none.

    UnreadableError where no sheet is of a table or list of the record, TooLargeError where there are more
    findings together than `limits` allow.
    """
    known = [(sheet, given) for sheet in earlier.sheets if (given := _find_dataset(sheet, earlier))]
    if not known:
        problem = "is no table or list of this record, by name or columns: keep the name of the file"
        raise UnreadableError(earlier.sheets[0].file, problem, 1)
    record = _Record(earlier, engine, receipts.read_filters(earlier.receipt) or filters)
    found: list[Result] = []
    findings = 0
    for sheet, given in known:
        today, reasons = record.today(sheet, given), record.reasons(sheet, given)
        found.append(compare_sheet(sheet, given.title, today, reasons, limits.findings, findings))
        findings += len(found[-1].findings)
    return found


def list_unchecked(earlier: EarlierExtract) -> list[str]:
    """The sheets that are not checked: of no table or list, or made by the build itself."""
    return [sheet.file for sheet in earlier.sheets if not _find_dataset(sheet, earlier)]


def _find_dataset(sheet: Sheet, earlier: EarlierExtract) -> Dataset | None:
    alone = str(earlier.receipt.get("table", "")) if len(earlier.sheets) == 1 else ""
    pair = PAIRS if set(PAIR) <= set(sheet.columns) else None
    name = sheet_tables.find_name(sheet, list(DATASETS)) or (alone if alone in DATASETS else None) or pair
    given = DATASETS[name or sheet_tables.find_table(sheet) or "store"]
    has_keys = given.has_rows and (given.table or given.name == PAIRS)
    return given if has_keys and given.name not in MADE_BY_THE_BUILD else None


class _Record:
    """What the build holds today; each data set is read once, however many sheets are of it."""

    def __init__(self, earlier: EarlierExtract, engine: Engine, filters: Filters | None) -> None:
        self._receipt, self._engine, self._filters = earlier.receipt, engine, filters
        self._today: dict[str, CurrentRows] = {}
        self._claims: dict[str, Records] = {}
        self._reasons: dict[tuple[str | None, str | None], Reasons] = {}

    def today(self, sheet: Sheet, given: Dataset) -> CurrentRows:
        """UnreadableError where the receipt has settings that the data set does not know."""
        settings = receipts.read_settings(self._receipt)
        if given.name not in self._today:
            try:
                self._today[given.name] = _today(given, self._engine, self._filters, settings)
            except (ValueError, OverflowError):  # a day that is none, a number that is none or too large
                words = ", ".join(f"{name}={value}" for name, value in settings.items())
                raise UnreadableError(
                    sheet.file, "the receipt has settings that are not known", value=words
                ) from None
        return self._today[given.name]

    def reasons(self, sheet: Sheet, given: Dataset) -> Reasons:
        """Why rows of the data set are as they are, for a sheet of its release."""
        release = receipts.read_release(self._receipt) or sheet_tables.find_release(sheet)
        kind = given.table, release
        if kind not in self._reasons:
            self._reasons[kind] = _reasons(given.table, self._claims_on(given.table), release)
        return self._reasons[kind]

    def _claims_on(self, table: str | None) -> Records:
        if table is None:
            return []
        if table not in self._claims:
            self._claims[table] = engines.read_records(self._engine, rechecked.list_claims(table))
        return self._claims[table]


def _today(given: Dataset, engine: Engine, filters: Filters | None, settings: dict[str, str]) -> CurrentRows:
    """The numbers of the network depend on the filter, so there the rows under it are all there is."""
    key = PAIR if given.name == PAIRS else key_columns(given.table or "")
    is_counted = given.name in (NODES, PAIRS)
    matching = None if filters is None else datasets.read_rows(given, engine, filters, settings)
    if is_counted and matching is not None:
        whole = matching
    else:
        whole = datasets.read_rows(given, engine, Filters(), settings)
    return CurrentRows(
        key,
        tuple(whole.columns),
        dict(_rows(whole, key)),
        None if matching is None else dict(_rows(matching, key)),
        {**NAMES, "sources": "title", "agenda_items": "title"}.get(given.table or ""),
        given.table,
    )


def _rows(frame: pd.DataFrame, key: tuple[str, ...]) -> Iterator[tuple[str, Cells]]:
    columns = [frame[name].astype(object).tolist() for name in frame.columns]
    for values in zip(*columns, strict=True):
        cells = {str(name): format_value(value) for name, value in zip(frame.columns, values, strict=True)}
        yield row_key(cells, key), cells


def _reasons(table: str | None, claims: Records, release: str | None) -> Reasons:
    model = tables()[table] if table else None
    own = [name for name in model.model_fields if not is_derived(model, name)] if model else []
    since = releases.list_later_releases(release) if release else []
    changes = [(name, change) for name in since for change in releases.read_changes(name)]
    then = releases.read_claims(release) if release in releases.list_releases() else None
    return Reasons(table, own, claims, changes, then)
