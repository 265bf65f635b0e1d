"""Hostile text, and the record written with it: every text of every table becomes a payload.

Each payload holds a token of its own, so that its text can be found again on a page and compared with what
was typed. Ids, dates, numbers and listed words stay, so the record is as whole as it was.
"""

import csv
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data.claims import values
from data.schema.models import Text, Url
from etl.staging import tables
from etl.validate.claims import LONGEST_ANCHOR

MARK = "q{:02}z"
CANARY = "canary"
"""The global of the browser's window that a script sets if one runs."""
OUTSIDE = "outside.example"
"""The host that a picture, a script or a link of a payload would lead to."""
FORMS = (
    "<script>window.canary='{t}'</script>",
    "<img src=x onerror=\"window.canary='{t}'\">",
    "<svg/onload=window.canary='{t}'>",
    '"><iframe src="https://outside.example/{t}"></iframe>',
    "<b>{t}</b><br><i>i</i>",
    "<a href='https://outside.example/{t}'>link</a>",
    "<style>*{{display:none}}</style>{t}",
    "&amp;&lt;{t}&gt;&quot;&#x27;&nbsp;&copy;x",
    "R&D <pilot {t}>",
    "![{t}](https://outside.example/{t}.png)",
    "[{t}](https://outside.example/)",
    "# {t} heading",
    "**{t}** _i_ ~~s~~ `c`",
    "1. {t} - a > b | c",
    ":red[{t}] :material/home: :streamlit: :+1:",
    "$x_{t}$ $$y$$ $& $1",
    "{{name}} {t} {{7*7}} {{{{7*7}}}} ${{{t}}}",
    "%s %(x)s %{{y}} {t} %d",
    "{{b}} {{a|{t}}} {{@value}} {{c0}}",
    "javascript:window.canary='{t}'",
    "data:text/html,<script>window.canary='{t}'</script>",
    '=HYPERLINK("https://outside.example/{t}")',
    "@@={t}+1",
    "@@#{t}",
    "\"{t}\" '1' “2”",
    "www.outside.example/{t}",
    "https://outside.example/{t}",
    "{t}@outside.example",
    "{t} -> b -- c <- d >= e ~= f",
    "](https://outside.example/{t})",
    "\u200e{t} \u05d0\u05d1\u200f \u0645\u06cc\u200c\u062e",
    "```{t}``` ` ';DROP TABLE events;-- \\{t} \\",
    "{t}" + "Wwwwwwwwww" * 12,
    "כנס (BLO) {t} 7 (ב) ۲۰۲۳",
    "\u1eb9\u0301\u0308 {t} İstanbul ß ﬁ",
)
"""What is typed; `{t}` is the token, other braces are doubled."""
PAYLOADS = tuple(form.format(t=MARK.format(number)) for number, form in enumerate(FORMS))
ADDRESSES = (
    "https://outside.example/?a=<b>&\"onmouseover=window.canary=1&c='d'>",
    "https://outside.example/[x](y)?{a}&lt;&amp;#:~:text=b",
)
"""Addresses that a column of links allows."""

Rows = list[dict[str, str]]
Field = tuple[str, str, str]
"""Table, key and column."""


class Writer:
    """Gives out payloads in turn: `shift` moves which text gets which one."""

    def __init__(self, shift: int) -> None:
        self.given, self._shift = list[tuple[str, int]](), shift

    def text(self, name: str) -> str:
        """A payload for the field `name`, and its number in `given`, so that no two texts are the same."""
        which = (len(self.given) + self._shift) % len(PAYLOADS)
        self.given.append((name, which))
        return f"{PAYLOADS[which]} §{len(self.given)}"

    def words(self, name: str, most: int) -> str:
        """The same, of at most so many words; blank where there is no room for two."""
        if most < 2:
            return ""
        text = self.text(name)
        return text if len(text.split()) <= most else self.words(name, most)

    def address(self, name: str) -> str:
        which = len(self.given) % len(ADDRESSES)
        self.given.append((name, len(PAYLOADS) + which))
        return f"{ADDRESSES[which]}&n={len(self.given)}"


def make(curated: Path, folder: Path, shift: int = 0) -> list[tuple[str, int]]:
    """Write the record of `curated` into `folder` with hostile text; field and payload of each, by number."""
    shutil.copytree(curated, folder)
    found = {name: read(folder / tables.file_name(name)) for name in tables.curated_tables()}
    writer, told = Writer(shift), dict[Field, tuple[str, str]]()
    _aliases(found, writer)
    for name, rows in found.items():
        if name not in ("claims", "aliases"):
            told |= dict(_replace(name, rows, writer))
    _claims(found["claims"], told, writer)
    for name, rows in found.items():
        _write(folder / tables.file_name(name), rows)
    return writer.given


@cache
def fields() -> dict[str, tuple[str, ...]]:
    """The columns of each curated table that hold free text or an address."""
    return {
        name: tuple(
            column
            for column in tables.input_columns(name)
            if column in (*tables.columns_of_kind(name, Text), *tables.columns_of_kind(name, Url))
            and (name, column) not in NOT_FREE
        )
        for name in tables.curated_tables()
    }


NOT_FREE = {("claims", "subject"), ("claims", "field")}
"""Text by type that must name something of the record."""


BESIDE_ANOTHER = {("events", "place_reason"), ("border_liaison_offices", "position_origin")}
"""Text that may stand only where another cell asks for it."""


def read(path: Path) -> Rows:
    """A table as in its file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _replace(name: str, rows: Rows, writer: Writer) -> Iterator[tuple[Field, tuple[str, str]]]:
    """Give each text of a table a payload; each field, what it was and what it is."""
    for row in rows:
        for column in fields()[name]:
            old = row.get(column, "")
            if not old and (name, column) in BESIDE_ANOTHER:
                continue
            give = writer.address if column in tables.columns_of_kind(name, Url) else writer.text
            is_anchor = column == "anchor"
            row[column] = (
                writer.words(f"{name}.anchor", LONGEST_ANCHOR) if is_anchor else give(f"{name}.{column}")
            )
            yield (name, "/".join(row[part] for part in tables.key_columns(name)), column), (old, row[column])


def _claims(rows: Rows, told: dict[Field, tuple[str, str]], writer: Writer) -> None:
    """Words beside each claim, and values where the field is text: the row's own, else another payload."""
    said: dict[tuple[Field, str], str] = {}
    for row in rows:
        for column in ("claimant", "reason"):
            row[column] = writer.text(f"claims.{column}")
        if row["anchor"]:
            left = LONGEST_ANCHOR
            for column in ("anchor", "prefix", "suffix"):
                row[column] = writer.words(f"claims.{column}", left)
                left -= len(row[column].split())
        if row["field"] in fields()[row["table"]]:
            field = (row["table"], row["subject"], row["field"])
            old, new = told.get(field, ("", ""))
            if (field, row["value"]) not in said:
                must_agree = row["rank"] == "preferred" or field[::2] in values.LISTS
                is_own = new and (row["value"] == old or must_agree)
                said[field, row["value"]] = new if is_own else writer.text("claims.value")
            row["value"] = said[field, row["value"]]


def _aliases(found: dict[str, Rows], writer: Writer) -> None:
    """Other spellings and reasons; a reference that used a spelling uses the id."""
    ids = {(row["table"], row["spelling"]): row["id"] for row in found["aliases"]}
    for name, rows in found.items():
        for column, target in tables.references(name):
            for row in rows:
                if column in row:
                    row[column] = ids.get((target, row[column]), row[column])
    for row in found["aliases"]:
        for column in ("spelling", "reason"):
            row[column] = writer.text(f"aliases.{column}")
