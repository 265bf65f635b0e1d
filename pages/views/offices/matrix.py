"""Border offices: the matrix, the same in words, and the notes behind the numbers by border."""

from data.pictures.maps.borders import COUNTRIES, CountedBorder, list_rows
from data.values.rows import Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import markup
from pages.views.offices.selection import OfficesView, describe_borders, format_pair, select_office
from pages.views.shell.controls import choices
from pages.views.shell.faults import contain, contain_html


def border_words(shown: OfficesView, notes: Footnotes) -> tuple[str, ...]:
    """The words of the borders with the numbers of their notes, for hover texts of map and matrix."""
    notes.load_claims("office_counts", [row["id"] for row in shown.then.counts])
    return tuple(f"{row['words']} {notes.format_numbers(*_cites(row))}".strip() for row in shown.then.borders)


@contain_html
def draw_matrix(shown: OfficesView, words: tuple[str, ...], notes: Footnotes) -> markup.Safe:
    """The matrix and its numbers in words; `words` are those of `border_words`."""
    each = [
        markup.join((f"{format_pair(border.id)} {border.label}", notes.mark(*_cites(row))))
        for border, row in zip(shown.then.list_counted(words), shown.then.borders, strict=True)
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
    none = markup.tag("span", "·", "uncounted")
    rows = []
    for one, borders in list_rows(shown.then.list_counted(words)):
        each = zip(COUNTRIES, borders, strict=True)
        rows.append((one, [_cell(b, shown) if b else "" if one == other else none for other, b in each]))
    name = f"Offices between each two countries. {describe_borders(shown.then)}"
    return markup.cross_table(name, COUNTRIES, rows, "matrix")


def _cell(border: CountedBorder, shown: OfficesView) -> markup.Safe:
    shade = "more" if border.number is None else f"shade{border.shade}"
    return markup.choice_button(
        border.label, border.id, border.hint, is_on=border.id == shown.border, kind=shade
    )


def cite_border(source: str, count: str) -> Cite:
    """The citation of the number of a border: the source, and the id of the row of `office_counts`."""
    return Cite(source, "office_counts", count, ("number", "border_id"))


def _cites(row: Row) -> list[Cite]:
    parts = ((row[f"{part}source_id"], row[f"{part}count_id"]) for part in ("", "more_"))
    return [cite_border(source, count) for source, count in parts if count is not None]
