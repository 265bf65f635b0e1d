"""Recommendations: bars by theme, in parts by family of the asking organisation, and who asks most."""

from dataclasses import replace
from functools import partial

from data.filters import POSSIBLY, Filters, match_words
from data.pictures import bars as drawing
from data.queries.recommendations import list as queries
from data.schema.vocabulary import Family, label
from data.values.rows import Records, Row, group_rows
from pages.views.footnotes.names import link_each, link_named
from pages.views.html import bars, markup
from pages.views.recommendations.narrowing import list_chips
from pages.views.session import reads
from pages.views.shell import pictures, theme
from pages.views.shell.controls import choices
from pages.views.shell.faults import contain, contain_html
from pages.views.shell.filters import panel

FULL = 95
"""Share of its room that the longest bar takes, in per cent."""
MEANING = "A recommendation counts once under each of its themes."
HINT = " Click a bar to see only that theme."


@contain_html
def draw_theme_bars(filters: Filters, addressee: str) -> markup.Safe:
    """Bars by theme, whatever theme is chosen, and beside them the organisations that ask most."""
    return _picture(filters, addressee)


@contain
def listen_to_bars(filters: Filters) -> None:
    """A bar keeps its theme only; the bar of the one theme that is on gives all of them back."""

    def choose(theme: str) -> None:
        panel.fill_widgets(replace(filters, themes=() if filters.themes == (theme,) else (theme,)))

    choices.listen(choose)


@contain
def show_picture_menu(filters: Filters, addressee: str) -> None:
    """The bars as files."""
    pictures.show_menu("recommendations", lambda: [make_offer(filters, addressee)])


def make_offer(filters: Filters, addressee: str) -> pictures.Offer:
    """The bars as a file."""
    counts = reads.read_records(queries.count_by_theme, filters, addressee)
    settings = tuple(words for words, *_ in list_chips(addressee))
    return pictures.Offer("bars", filters, partial(drawing.draw, counts), settings)


@reads.cache_few_per_build
def _picture(filters: Filters, addressee: str) -> markup.Safe:
    counts = reads.read_records(queries.count_by_theme, filters, addressee)
    doubt = [("hatched", "", "hatched: possibly in the range")] if any(r["possibly"] for r in counts) else []
    legend = markup.legend([*theme.FAMILIES, *doubt])
    left = markup.stack(
        (
            legend,
            draw_bars(counts, filters.themes),
            markup.tag("p", markup.join((MEANING, markup.hint(HINT))), "small"),
        )
    )
    right = draw_organisations(reads.read_records(queries.list_who_asks, filters, addressee))
    return markup.tag("div", markup.join((left, markup.tag("div", right))), "split")


def draw_bars(counts: Records, chosen: tuple[str, ...]) -> markup.Safe:
    """The longest first; those not chosen are faded where any is. A bar returns the id of its theme.

    `counts` holds one row a theme and family: `theme_id`, `theme`, `family`, `rows` and how many of them are
    only `possibly` in the range of dates, which are hatched.
    """
    themes = group_rows(counts, "theme_id").values()
    order = sorted(themes, key=lambda rows: (-_total(rows), rows[0]["theme"]))
    most = max(map(_total, order), default=1)
    return markup.tag("div", markup.join(_bar(rows, most, chosen) for rows in order), "themes")


def _bar(rows: Records, most: int, chosen: tuple[str, ...]) -> markup.Safe:
    theme, identity = rows[0]["theme"], rows[0]["theme_id"]
    by_family = {row["family"]: row for row in rows}
    parts = [_part(by_family[family], most) for family in Family if family in by_family]
    hints = [f"{_number(row)} by {label(Family(row['family']))}" for row in by_family.values()]
    track = markup.tag("span", markup.join((*parts, markup.tag("b", _total(rows)))), "track")
    return markup.choice_button(
        markup.join((markup.tag("span", theme, "theme"), track)),
        identity,
        f"{theme}: {_total(rows)}; {', '.join(hints)}",
        is_on=identity in chosen,
        kind="bar faded" if chosen and identity not in chosen else "bar",
    )


def _part(row: Row, most: int) -> markup.Safe:
    """The solid part of a family, then the hatched one, if any."""
    family = Family(row["family"])
    every, possibly = row["rows"], row["possibly"]
    hint = f"{row['theme']}: {_number(row)} by {label(family)}"
    solid = bars.draw_part(FULL * (every - possibly) / most, hint, family)
    return markup.join((solid, bars.draw_part(FULL * possibly / most, hint, f"{family} hatched")))


def _number(row: Row) -> str:
    every, possibly = row["rows"], row["possibly"]
    return f"{every} ({match_words(every - possibly, possibly)})" if possibly else str(every)


def _total(rows: Records) -> int:
    return sum(row["rows"] for row in rows)


def draw_organisations(rows: Records) -> markup.Safe:
    """Who asks most, how often, and whom."""
    lines = [
        (
            markup.join(
                (
                    markup.family_dot(row["family"]),
                    link_named("organisations", row["name"]),
                    markup.tag("div", link_each("people", row["people"], ", "), "small")
                    if row["people"]
                    else "",
                )
            ),
            markup.join(
                (
                    f"{row['rows']:,}",
                    markup.tag("div", f"{row['possibly']:,} {POSSIBLY}", "small") if row["possibly"] else "",
                )
            ),
            link_each("organisations", row["whom"], "; ") if row["whom"] else None,
        )
        for row in rows
    ]
    table = markup.table(["Who asks", "Asked", "Of whom"], lines)
    more = int(rows[0]["of"]) - len(rows) if rows else 0
    rest = markup.tag("p", f"The {len(rows)} that ask most; {more:,} more ask.", "small") if more else ""
    return markup.join((table, rest))
