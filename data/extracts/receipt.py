"""The receipt of an extract: what it is, of which state of the record, by whom, and how to cite it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from data.extracts.request import NOT_STATED, VERSION

INEXACT = (
    "A date is as precise as its source: 2022-03-03, 2022-03 or 2022; an empty cell says: not stated. "
    "earliest and latest bound an inexact date. Under a range of dates an event is certainly in it when it "
    "was so on whichever of the days that its dates allow, else possibly."
)
LICENCE = (
    "The record: MIT licence. Coordinates of cities: GeoNames, CC BY 4.0. Outlines: Natural Earth, public "
    "domain. Of publishers' texts it holds titles and anchors of at most eight words."
)


class UsedSource(NamedTuple):
    """A source that rows rest on; what no source states reads `not stated`."""

    id: str
    publisher: str
    title: str
    published_on: str
    read_on: str
    url: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Goes with every file; made of the record alone, so that a view gives the same bytes at any time."""

    title: str
    table: str
    tables: tuple[str, ...]
    filter: str
    filters: Mapping[str, Any]
    settings: Mapping[str, str]
    link: str
    release: str
    released_on: str
    build: str
    rows: int
    of_rows: int
    counts: Mapping[str, int]
    sources: tuple[UsedSource, ...]
    inexact_dates: str = INEXACT
    licence: str = LICENCE
    version: int = VERSION

    @property
    def cite(self) -> str:
        """How to cite the file."""
        day = "" if self.released_on == NOT_STATED else f" of {self.released_on}"
        return (
            f"Chegara, release {self.release}{day}, build {self.build}: {self.title}; {self.filter}; "
            f"{self.rows:,} of {self.of_rows:,} rows. {self.link}"
        )


def receipt_fields(receipt: Receipt) -> dict[str, Any]:
    """The receipt by its keys, ready for JSON; `made` is the day of the release, never a clock's."""
    own = {field.name: getattr(receipt, field.name) for field in fields(receipt)}
    own["sources"] = [source._asdict() for source in receipt.sources]
    return {**own, "cite": receipt.cite, "made": receipt.released_on}


def format_json(receipt: Receipt, indent: int | None = None, **more: str) -> str:
    """The receipt as JSON; `more` fields, such as the SHA-256 of the file beside it, come last."""
    return json.dumps({**receipt_fields(receipt), **more}, ensure_ascii=False, indent=indent)


def format_lines(receipt: Receipt) -> list[tuple[str, str]]:
    """The receipt as pairs of key and text, without its list of sources, for people."""
    found = receipt_fields(receipt)
    del found["sources"]
    return [(key, _text(value)) for key, value in found.items()]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
