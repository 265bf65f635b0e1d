"""Border offices: the matrix, the same in words, and the notes behind the numbers by border."""

from data.values.rows import Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import markup
from pages.views.offices.selection import OfficesView, describe_borders, format_pair, select_office
from pages.views.shell.controls import choices
from pages.views.shell.faults import contain, contain_html

COUNTRIES = ("KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG")
STRONG = 5
"""From this number on the shade is full."""


def border_words(shown: OfficesView, notes: Footnotes) -> tuple[str, ...]:
    """The words of the borders with the numbers of their notes, for hover texts of map and matrix."""
    notes.load_claims("office_counts", [row["id"] for row in shown.then.counts])
    return tuple(f"{row['words']} {notes.format_numbers(*_cites(row))}".strip() for row in shown.then.borders)


@contain_html
def draw_matrix(shown: OfficesView, words: tuple[str, ...], notes: Footnotes) -> markup.Safe:
    """The matrix and its numbers in words; `words` are those of `border_words`."""
    each = [
        markup.join((f"{format_pair(row['id'])} {_number(row)}", notes.mark(*_cites(row))))
        for row in shown.then.borders
    ]
    in_words = markup.tag("p", markup.join(each, " · "), "small")
    return markup.stack((_matrix(shown, words), in_words))


@contain
def listen_to_matrix(shown: OfficesView) -> None:
    """A click on a cell of the matrix selects its border, a second clears it."""
    border = shown.border
    choices.listen(lambda clicked: select_office(None if clicked == border else clicked, None))


def _matrix(shown: OfficesView, words: tuple[str, ...]) -> markup.Safe:
    """How many offices a source counts between each two countries, once on each side of the diagonal."""
    cells = {
        row["id"]: _cell(row, hint, is_on=row["id"] == shown.border)
        for row, hint in zip(shown.then.borders, words, strict=True)
    }
    none = markup.tag("span", "·", "uncounted")
    rows = [
        (one, ["" if one == other else cells.get(border_id(one, other), none) for other in COUNTRIES])
        for one in COUNTRIES
    ]
    return markup.cross_table(
        f"Offices between each two countries. {describe_borders(shown.then)}", COUNTRIES, rows, "matrix"
    )


def _cell(row: Row, hint: str, *, is_on: bool) -> markup.Safe:
    number = row["number"]
    shade = "more" if number is None else f"shade{min(number, STRONG)}"
    return markup.choice_button("+" if number is None else number, row["id"], hint, is_on=is_on, kind=shade)


def border_id(one: str, other: str) -> str:
    """The id of the border of two countries."""
    return "-".join(sorted((one, other)))


def cite_border(source: str, count: str) -> Cite:
    """The citation of the number of a border: the source, and the id of the row of `office_counts`."""
    return Cite(source, "office_counts", count, ("number", "border_id"))


def _cites(row: Row) -> list[Cite]:
    parts = ((row[f"{part}source_id"], row[f"{part}count_id"]) for part in ("", "more_"))
    return [cite_border(source, count) for source, count in parts if count is not None]


def _number(row: Row) -> str:
    more = f"+{row['more_number'] or ''}" if row["more_status"] else ""
    return " ".join(part for part in ("" if row["number"] is None else str(row["number"]), more) if part)
