"""The pictures of the timeline and what a drag or a click on them does; `table` holds the table."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from data.filters import Filters
from data.pictures import lanes as lane_picture
from data.pictures import strip as strip_picture
from data.pictures.drawing.palette import Palette
from data.queries.events import histogram
from data.queries.sources import rows as source_rows
from pages.figures.drawing import Figure
from pages.figures.lane_counts import choose_period, draw_lane_counts
from pages.figures.lanes import draw_lanes
from pages.figures.strip import draw_strip
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell import pictures, theme
from pages.views.shell.controls import selection
from pages.views.shell.controls.switch import read_switch, switch
from pages.views.shell.faults import contain
from pages.views.shell.filters import address, days, panel
from pages.views.timeline import table, wording

LANES = {"kind": "Kind of event", "organiser": "First organiser", "country": "First country"}
COLUMNS = {"kind": "kind_label", "organiser": "organisers", "country": "countries"}
Span = tuple[date, date]
BARE = {"displayModeBar": False}


def sentence_with_note(counts: Any, filters: Filters, notes: Footnotes) -> markup.Safe:
    """The sentence with the note that says how its numbers were counted."""
    return markup.join(
        (
            wording.sentence(counts, filters),
            notes.mark_own(wording.COUNTED if filters.is_empty else wording.MATCHED),
        )
    )


@contain
def show_pictures(counts: Any, filters: Filters, event: str | None) -> None:
    """The strip, the choice of lanes, and the lanes: event by event, or counted where they are too many."""
    first, last = days.record_bounds()
    st.plotly_chart(
        _strip(filters, theme.palette()),
        theme=None,
        key="strip",
        on_select=partial(_set_dates_by_box, filters),
        selection_mode="box",
        config=BARE,
        alt=wording.STRIP.format(first=first.year, last=last.year),
    )
    by = switch("lanes", LANES, "kind", "Lanes by", key="lane-choice")
    (_lanes if table.draws_each_event(counts) else _counts)(filters, by, days.picture_span(filters), event)


@reads.cache_few_per_build
def _strip(filters: Filters, palette: Palette) -> Figure:
    (first, last), whole = days.record_bounds(), replace(filters, since=None, until=None)
    chosen = days.picture_span(filters) if filters.has_dates else None
    return draw_strip(reads.read_records(histogram.count_beginnings, whole), first, last, chosen, palette)


def _lanes(filters: Filters, by: str, span: Span, event: str | None) -> None:
    drawn, number = _draw_lanes(filters, by, span, event, theme.palette())
    st.plotly_chart(
        drawn,
        theme=None,
        key=f"lanes-{by}",
        on_select=partial(_select_event, f"lanes-{by}"),
        selection_mode="points",
        config=BARE,
        alt=wording.LANES.format(events=number, lanes=LANES[by].lower()),
    )


@reads.cache_few_per_build
def _draw_lanes(
    filters: Filters, by: str, span: Span, event: str | None, palette: Palette
) -> tuple[Figure, int]:
    """The lanes, and how many events are in them."""
    events, months = table.list_drawn_events(filters), _months_read()
    return draw_lanes(events, COLUMNS[by], *span, months, palette, event), len(events)


def _counts(filters: Filters, by: str, span: Span, _: str | None) -> None:
    months = choose_period(*span)
    period = wording.PERIODS[months]
    markup.show(markup.tag("p", wording.COUNTS.format(period=period), "small"))
    st.plotly_chart(
        _bars(filters, by, span, months, theme.palette()),
        theme=None,
        key=f"lane-counts-{by}",
        on_select=partial(_set_dates_by_bar, f"lane-counts-{by}", filters),
        selection_mode="points",
        config=BARE,
        alt=wording.BARS.format(period=period, lanes=LANES[by].lower()),
    )


@reads.cache_few_per_build
def _bars(filters: Filters, by: str, span: Span, months: int, palette: Palette) -> Figure:
    found = reads.read_frame(histogram.count_lanes, filters, by, *span, months)
    return draw_lane_counts(found, *span, months, _months_read(), palette)


@contain
def show_hint(counts: Any) -> None:
    """How to open the card of an event."""
    marks = "a dot, a bar or a row" if table.draws_each_event(counts) else "a row"
    pages = -(-counts["events"] // table.SIZE)
    words = [wording.SELECT.format(marks=marks), wording.SIDEWAYS]
    words += [wording.PAGES.format(pages=pages)] if pages > 1 else []
    markup.show(markup.tag("p", markup.hint(" ".join(words)), "lead"))


@contain
def show_legend(counts: Any, filters: Filters) -> None:
    """The keys of colours and marks, those of events only where each is drawn; the pictures as files."""
    each = table.draws_each_event(counts)
    hatched = ("hatched", "", wording.HATCHED.format(period="quarter" if each else "period"))
    marks = [("outlined", "", wording.OUTLINED), ("ring", "", wording.DIFFER), hatched]
    keys = [*theme.FAMILIES, *marks] if each else [("solid", "", wording.SOLID), hatched]
    with st.container(horizontal=True, vertical_alignment="center", key="over-lanes"):
        skip, _ = markup.skip("To the table", table.PLACE)
        markup.show(markup.join((skip, markup.legend(keys))))
        if counts["events"]:
            pictures.show_menu("timeline", partial(list_offers, counts, filters))


def list_offers(counts: Any, filters: Filters) -> list[pictures.Offer]:
    """The strip of the whole record, and the lanes where each event is drawn."""
    whole = replace(filters, since=None, until=None)
    beginnings = reads.read_records(histogram.count_beginnings, whole)
    strip = pictures.Offer("strip", whole, partial(strip_picture.draw, beginnings, *days.record_bounds()))
    if not table.draws_each_event(counts):
        return [strip]
    by = read_switch("lanes", LANES, "kind")
    drawn = partial(
        lane_picture.draw, table.list_drawn_events(filters), COLUMNS[by], *days.picture_span(filters)
    )
    title = f"Events by {LANES[by].lower()} along time"
    return [strip, pictures.Offer("lanes", filters, drawn, title=title)]


@reads.cache_per_build
def _months_read() -> dict[str, int]:
    months = reads.read_frame(source_rows.count_sources_by_month)
    return dict(zip(months["month"], months["sources"], strict=True))


@selection.ignore_misfits
def _set_dates_by_box(filters: Filters) -> None:
    boxes = st.session_state["strip"].selection.box
    if not boxes:
        return
    ends = sorted(date.fromisoformat(str(end)[:10]) for end in boxes[0]["x"])
    since, until = days.snap_to_quarters(ends[0], ends[1])
    panel.fill_widgets(replace(filters, since=since, until=until))


@selection.ignore_misfits
def _set_dates_by_bar(key: str, filters: Filters) -> None:
    points = st.session_state[key].selection.points
    if points:
        since, until = (date.fromisoformat(day) for day in points[0]["customdata"])
        fit = max(since, filters.since or since), min(until, filters.until or until)
        panel.fill_widgets(replace(filters, since=fit[0], until=fit[1]))


@selection.ignore_misfits
def _select_event(key: str) -> None:
    points = st.session_state[key].selection.points
    if points:
        address.select("event", points[0]["customdata"][0])
