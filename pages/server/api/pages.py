"""A page of rows as JSON or CSV, by the writers of downloads, with its receipt."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from sqlalchemy import Engine

from data.extracts import export
from data.extracts.frame import Tally
from data.extracts.receipt import receipt_fields
from data.extracts.request import Request
from data.extracts.writers import csv_file, jsonlines
from data.links import brief_parameters
from pages.server.addresses import PROGRAMS
from pages.server.api import lines
from pages.server.api.bodies import Body
from pages.server.api.cursors import write_cursor

DATA = f"/{PROGRAMS}data"
RECEIPT = {
    "release": "The release of the record.",
    "released-on": "Its day.",
    "build": "The build that was read.",
    "filter": "The filters and settings in words.",
    "link": "The page of the dashboard that shows the same view.",
    "rows": "Rows of this page.",
    "of-rows": "Rows of the data set without filters.",
    "licence": "What may be done with the rows.",
    "cite": "How to cite them.",
}
"""What headers tell of the receipt."""
READABLE = " !#$&'()*+,-./:;<=>?@[]^_`{|}~"
"""Signs of a receipt that stand in a header as they are, beside ASCII letters and digits."""

LONGEST, LONGEST_LINK = 500, 1_500
"""Characters of a header of the receipt, whole in JSON; and of a link, which else the cursor stands for."""


class PageRequest(NamedTuple):
    """At most `most` rows from `first` on, in the form `json` or `csv`; `is_own`: own columns alone."""

    asked: Request
    form: str
    first: int
    most: int
    is_own: bool = False


def write_page(wanted: PageRequest, engine: Engine) -> Body:
    """The page, its receipt and where the next one is."""
    return _write_csv(wanted, engine) if wanted.form == "csv" else _write_json(wanted, engine)


def _write_csv(wanted: PageRequest, engine: Engine) -> Body:
    frame, has_more = export.read_page(wanted.asked, engine, wanted.first, wanted.most, is_own=wanted.is_own)
    _, headers, _ = _describe(wanted, engine, frame.tally, has_more=has_more)
    return Body(csv_file.table_bytes(frame.rows, has_head=wanted.first == 0), headers)


def _write_json(wanted: PageRequest, engine: Engine) -> Body:
    """The rows are those of the JSON Lines file, object by object."""
    page = lines.read_page(wanted.asked, engine, wanted.first, wanted.most, is_own=wanted.is_own)
    receipt, headers, following = _describe(wanted, engine, page.tally, has_more=page.has_more)
    head = jsonlines.encode({"receipt": receipt, "next": following})[:-1]
    pieces = (head.encode(), b', "rows": [', *page.rows, b"]}\n")
    return Body(lines.join_pieces(pieces, wanted.asked.base), headers)


def _describe(
    wanted: PageRequest, engine: Engine, tally: Tally, *, has_more: bool
) -> tuple[dict[str, Any], dict[str, str], str | None]:
    """The receipt, the headers, and the address of the next page; each row names its sources itself."""
    asked = wanted.asked
    receipt = receipt_fields(export.describe_rows(asked, engine, [tally]))
    del receipt["sources"]
    cursor = write_cursor(asked, wanted.first + wanted.most) if has_more else ""
    following = _next_address(wanted, cursor) if cursor else None
    return receipt, list_headers(receipt, cursor, following or ""), following


def list_headers(receipt: Mapping[str, Any], cursor: str, following: str) -> dict[str, str]:
    """The receipt, the cursor and the address of the next page, within what a proxy takes of headers."""
    found = {f"chegara-{name}": _encode(str(receipt[name.replace("-", "_")])) for name in RECEIPT}
    if cursor:
        found["chegara-cursor"] = cursor
    if following and len(following) <= LONGEST_LINK:
        found["link"] = f'<{following}>; rel="next"'
    return found


def _encode(text: str) -> str:
    """A text as a header can say it: what is no sign of ASCII in percent; cut where it is long."""
    while len(whole := quote(text, safe=READABLE)) > LONGEST:
        text = f"{text[: -2 - (len(whole) - LONGEST) // 12]}…"
    return whole


def _next_address(wanted: PageRequest, cursor: str) -> str:
    asked = wanted.asked
    own = {"columns": "own"} if wanted.is_own else {}
    place = {**own, "limit": wanted.most, "cursor": cursor}
    query = {**brief_parameters(asked.filters), **dict(asked.settings), **place}
    end = ".csv" if wanted.form == "csv" else ""
    return f"{asked.base}{DATA}/{asked.dataset}{end}?{urlencode(query, doseq=True)}"
