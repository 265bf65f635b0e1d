"""Claims beside each other and beside their rows: which row each is about, and what cannot both be true."""

from collections.abc import Iterator
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from data.claims import values
from data.claims.values import OWN_WORDS, PARTICIPANTS
from data.schema.vocabulary import Rank
from etl.reporting.errors import Fault
from etl.reporting.messages import MOST_COMPARED, suggest_nearest
from etl.staging import tables
from etl.staging.database import StagingDatabase, key_sql
from etl.staging.tables import curated_tables, file_name
from etl.validate.claims import claimable_fields

FILE = file_name("claims")


class Claim(NamedTuple):
    """A claim on a row; `own` is what the row itself holds, as text a claim could have."""

    line: int
    subject: str
    field: str
    value: str
    rank: str
    own: str | None
    is_known: bool
    """Whether there is such a row."""


def check_claims(staged: StagingDatabase, disputed: list[int]) -> Iterator[Fault]:
    """The faults of all claims; lines of those that others contradict are added to `disputed`."""
    query = 'SELECT DISTINCT "table", field FROM claims WHERE "table" IS NOT NULL ORDER BY 1'
    for table, claimed in groupby(staged.connection.execute(query).fetchall(), key=itemgetter(0)):
        if table in curated_tables():
            yield from _dangling(staged, table, {field for _, field in claimed})
            for _, group in groupby(_claims(staged, table), key=itemgetter(1, 2)):
                claims = list(group)
                if not all(map(_is_plain, claims)):
                    yield from _group(staged, table, list(map(Claim._make, claims)), disputed)


def _is_plain(claim: tuple[Any, ...]) -> bool:
    """True for a claim of what its row holds: where all on one field are, nothing can be wrong or differ."""
    _, _, _, value, _, own, is_known = claim
    return bool(is_known and value is not None and value == own)


def _claims(staged: StagingDatabase, table: str) -> Iterator[tuple[Any, ...]]:
    """The claims on one table, those on one field of one row together, each group in order of lines.

    Our own wordings for a row that is there are left out unless preferred: nothing can be wrong with them.
    """
    staged.index(table)
    free = ", ".join(f"'{field}'" for name, field in OWN_WORDS if name == table)
    cases = " ".join(f"WHEN '{column}' THEN {_own(table, column)}" for column in tables.input_columns(table))
    query = (
        "SELECT c.line, c.subject AS subject, c.field AS field, c.value, c.rank,"  # noqa: S608 - our own names
        f" CASE c.field {cases} END, t.line IS NOT NULL"
        f" FROM claims c LEFT JOIN {table} t ON {key_sql(table, 't.')} = c.subject"
        f' WHERE c."table" = ? AND NOT (c.field IN ({free}) AND c.rank IS NOT ? AND t.line IS NOT NULL)'
        " ORDER BY c.subject, c.field, c.line"
    )
    return staged.connection.execute(query, (table, str(Rank.PREFERRED)))


def _own(table: str, column: str) -> str:
    kinds = curated_tables()[table].model_fields[column].annotation
    if kinds is bool:
        return f"CASE t.\"{column}\" WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE t.\"{column}\" END"
    return f't."{column}"'


def _group(staged: StagingDatabase, table: str, claims: list[Claim], disputed: list[int]) -> Iterator[Fault]:
    """The claims on one field of one row."""
    if claims[0].subject is not None and not claims[0].is_known and table in staged.whole:
        yield from (_nobody(staged, table, claim) for claim in claims)
    fit = [claim for claim in claims if claim.value is not None and not _is_unfit(staged, claim)]
    if not fit or fit[0].field not in claimable_fields(table):
        return
    yield from _check_preferred(table, fit)
    if _is_alone(table, fit):
        yield from _row_says(table, fit[0], "nothing contradicts it, but")
    if len(fit) > 1 and (table, fit[0].field) not in OWN_WORDS:
        disputed += _find_disputed(table, fit)


def _is_unfit(staged: StagingDatabase, claim: Claim) -> bool:
    return any(staged.is_broken("claims", claim.line, column) for column in ("value", "field"))


def _nobody(staged: StagingDatabase, table: str, claim: Claim) -> Fault:
    key = "/".join(tables.key_columns(table))
    offer = suggest_nearest(claim.subject, staged.keys(table, MOST_COMPARED + 1))
    problem = f"{file_name(table)} holds no row with this {key}{offer}"
    return Fault(FILE, claim.line, "subject", claim.subject, problem)


def _dangling(staged: StagingDatabase, table: str, claimed: set[str | None]) -> Iterator[Fault]:
    """Claimed ids that no row has."""
    for field, parent in tables.references(table):
        if field not in claimed or parent not in staged.whole:
            continue
        key = staged.index(parent)
        query = (
            'SELECT line, value FROM claims WHERE "table" = ? AND field = ? AND value IS NOT NULL'  # noqa: S608
            f" AND NOT EXISTS (SELECT 1 FROM {parent} AS other WHERE other.{key} = claims.value)"
        )
        for line, value in staged.connection.execute(query, (table, field)).fetchall():
            if not staged.is_broken("claims", line, "value"):
                offer = suggest_nearest(value, staged.keys(parent, MOST_COMPARED + 1))
                yield Fault(FILE, line, "value", value, f"{file_name(parent)} holds no such id{offer}")
                staged.broken.add(("claims", line, "value"))


def _check_preferred(table: str, claims: list[Claim]) -> Iterator[Fault]:
    """One value is preferred of each thing counted, and it is the row's own."""
    seen: dict[str, Claim] = {}
    for claim in claims:
        if claim.rank == Rank.PREFERRED:
            unit = values.find_unit(values.parse_value(table, claim.field, claim.value))
            first = seen.setdefault(unit, claim)
            if first.value != claim.value:
                problem = f"another value is preferred on line {first.line}"
                yield Fault(FILE, claim.line, "rank", claim.rank, problem)
            yield from _row_says(table, claim, "is preferred, but")


def _is_alone(table: str, claims: list[Claim]) -> bool:
    """A number, date, code or id that nothing contradicts must be what its row holds; wordings may vary."""
    ranks = {claim.rank for claim in claims}
    told = {claim.value for claim in claims}
    is_alone = len(told) == 1 and Rank.NORMAL in ranks and Rank.PREFERRED not in ranks
    field = claims[0].field
    return is_alone and field != PARTICIPANTS and not values.is_free_text(table, field)


def _row_says(table: str, claim: Claim, words: str) -> Iterator[Fault]:
    """The row itself must hold what is preferred, so that no page shows anything else."""
    if claim.own is None or (table, claim.field) in OWN_WORDS or claim.own == claim.value:
        return
    own = str(claim.own)
    try:
        agrees = values.agree(
            values.parse_value(table, claim.field, own), values.parse_value(table, claim.field, claim.value)
        )
    except ValueError:
        return  # a fault of the row itself
    if not agrees:
        problem = f"{words} the row in {file_name(table)} holds '{own}'"
        yield Fault(FILE, claim.line, "value", claim.value, problem)


def _find_disputed(table: str, claims: list[Claim]) -> set[int]:
    """Lines of those that cannot be true beside another; equal texts are compared once."""
    lines: dict[str, list[int]] = {}
    for claim in claims:
        lines.setdefault(claim.value, []).append(claim.line)
    if len(lines) == 1:
        return set()
    told = {text: values.parse_value(table, claims[0].field, text) for text in lines}
    pairs = combinations(told, 2)
    contradicted = {
        text for one, other in pairs if not values.agree(told[one], told[other]) for text in (one, other)
    }
    return {line for text in contradicted for line in lines[text]}
