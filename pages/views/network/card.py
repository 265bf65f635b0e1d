"""The card beside the network: the best connected, one organisation, or what several shared."""

from dataclasses import replace
from operator import itemgetter
from typing import Any

from data.filters import CERTAINLY, POSSIBLY, Filters, match_words
from data.queries.events import list as event_queries
from data.queries.network import graph as queries
from data.queries.network.shared_events import MOST_NODES, TOGETHER
from data.schema.keys import row_key
from data.schema.vocabulary import OrganisationKind, label
from data.values.rows import Records, Row
from pages.views.footnotes import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.html.things import link_event, link_thing
from pages.views.network.graph import Network, organisation_names, sentence
from pages.views.session import reads
from pages.views.shell.faults import contain

PARTNERS, NEWEST, BEST = 12, 5, 10
MOST = 50
"""Shared events that are listed; the others are on the timeline."""
UNSEEN = "left out by the settings above"
UNFOCUSED = ", or no partner of the organisation in the middle"
UNDRAWN = f", or not among the {MOST_NODES} busiest and their strongest lines"
COUNTED = (
    "Counted from the events of this record under the filters; each event leads to the words that say who "
    "took part."
)
LEAST_BETWEENNESS = 0.0005
"""What is less is shown as 0.000."""
BETWEENNESS = "By betweenness: how often the shortest way between two others in the picture leads here."
NOBODY_BETWEEN = "No organisation in this picture links others that are not linked without it."
HINT = (
    "Select a node or a line in the picture, or a row in the table below it, to read about it and to focus, "
    "filter or look for the shortest chain."
)


def sentence_with_note(shown: Network, notes: Footnotes) -> markup.Safe:
    """The sentence of the page with the note that says how its numbers were counted."""
    hint = markup.hint(" Select a node or a line.") if shown.nodes else ""
    return markup.join((sentence(shown), notes.mark_own(COUNTED), hint))


@contain
def show_card(shown: Network, notes: Footnotes) -> None:
    """The card of the organisations of the filters; none while the panel shows what is selected."""
    if shown.selected:
        return
    if not shown.chosen:
        markup.show(_draw_best_connected(shown))
    elif len(shown.chosen) == 1:
        row = next(node for node in shown.nodes if node["id"] == shown.chosen[0])
        markup.show(draw_organisation(shown, row, notes))
    else:
        markup.show(draw_shared_events(shown, shown.chosen, notes))


@reads.cache_few_per_build
def _draw_best_connected(shown: Network) -> markup.Safe:
    best = sorted(shown.nodes, key=itemgetter("betweenness", "degree"), reverse=True)[:BEST]
    rows = [
        (link_thing("organisations", row["id"], row["name"]), row["degree"], f"{row['betweenness']:.3f}")
        for row in best
        if row["betweenness"] >= LEAST_BETWEENNESS
    ]
    return markup.join(
        (
            markup.tag("h2", "Best connected", "cardtitle"),
            markup.tag("p", BETWEENNESS if rows else NOBODY_BETWEEN, "small"),
            markup.table(("Organisation", "Partners", "Betweenness"), rows) if rows else "",
            markup.tag("p", markup.hint(HINT), "small"),
        )
    )


def draw_organisation(shown: Network, row: Row, notes: Footnotes) -> markup.Safe:
    """An organisation of a row of the nodes: its strongest partners and newest events."""
    chosen = row["id"]
    pairs = [link for link in shown.links if chosen in (link["a_id"], link["b_id"])]
    partners = _partners(shown, chosen)
    filters = _own_filters(shown, (chosen,))
    count = _count(filters)["events"]
    rest = len(pairs) - PARTNERS
    more = [f"{rest} more in the table below, under Pairs."] if rest > 0 else []
    if unseen := _count_unseen(shown, chosen):
        why = UNSEEN + (UNFOCUSED if shown.focus else "") + (UNDRAWN if shown.is_cut else "")
        more.append(f"{markup.count_noun(unseen, 'partner')} not in the picture: {why}.")
    return markup.join(
        (
            markup.tag(
                "h2",
                markup.join(
                    (
                        link_thing("organisations", chosen, row["full_name"]),
                        notes.mark_value(_cite_name(row, chosen)),
                    )
                ),
                "cardtitle",
            ),
            markup.tag("p", markup.join((_facts(row), notes.mark_own(COUNTED))), "small"),
            partners
            if partners
            else markup.tag("p", "No partner in the picture under these settings.", "small"),
            markup.tag("p", " ".join(more), "small") if more else markup.Safe(),
            *_draw_events(
                f"Newest of its {markup.count_noun(count, 'event')}",
                reads.read_records(event_queries.list_newest_events, filters, NEWEST),
                (chosen,),
                notes,
            ),
        )
    )


@reads.cache_few_per_build
def _partners(shown: Network, chosen: str) -> markup.Safe:
    """The table of the strongest partners of an organisation; empty where there are none."""
    pairs = [link for link in shown.links if chosen in (link["a_id"], link["b_id"])]
    partners = [
        (
            link_thing("organisations", *_other(pair, chosen)),
            _draw_shared(pair),
            dates.format_iso(pair["first"])[:7],
            dates.format_iso(pair["last"])[:7],
        )
        for pair in pairs[:PARTNERS]
    ]
    return (
        markup.table(("Partner", "Shared", "First", "Last"), partners, "partners")
        if partners
        else markup.Safe()
    )


def _count_unseen(shown: Network, chosen: str) -> int:
    """How many partners of an organisation are not in the picture."""
    filters = replace(shown.filters, organisations=(chosen,))
    counts = reads.read_records(queries.count_drawn, replace(shown.question, filters=filters))
    return int(counts[0]["unseen"])


def _other(pair: Any, chosen: str) -> tuple[str, str]:
    """Id and name of the other end."""
    end = "b" if pair["a_id"] == chosen else "a"
    return pair[f"{end}_id"], pair[end]


def draw_shared_events(shown: Network, chosen: tuple[str, ...], notes: Footnotes) -> markup.Safe:
    """The events in which several organisations took part."""
    names = organisation_names()
    linked = [link_thing("organisations", each, names[each]) for each in chosen]
    title = markup.join((markup.join(linked, " – "), ": shared events"))
    filters = _own_filters(shown, chosen)
    counts = _count(filters)
    if not counts["events"]:
        none = "No event in the record, under the filters, had them all."
        return markup.join((markup.tag("h2", title, "cardtitle"), markup.tag("p", none, "small")))
    match = match_words(counts[CERTAINLY], counts[POSSIBLY]) if filters.has_dates else ""
    count = markup.count_noun(counts["events"], "event") + (f" ({match})" if match else "")
    order = "newest first"
    if counts["events"] > MOST:
        order = f"the newest {MOST}; the others stand on the page Timeline under the same filters"
    return markup.join(
        (
            markup.tag("h2", title, "cardtitle"),
            markup.tag("p", f"{count}, {order}", "small"),
            *_draw_events(
                "", reads.read_records(event_queries.list_newest_events, filters, MOST), chosen, notes
            ),
        )
    )


def _own_filters(shown: Network, chosen: tuple[str, ...]) -> Filters:
    """Filters for the events in which all of these took part, in the role that the picture counts."""
    roles = TOGETHER if shown.together else shown.filters.roles
    return replace(shown.filters, organisations=chosen, match_all=len(chosen) > 1, roles=roles)


def _count(filters: Filters) -> dict[str, int]:
    """How many events match, all, certainly and possibly."""
    row = reads.read_records(event_queries.count_events, filters)[0]
    return {name: row[name] for name in ("events", CERTAINLY, POSSIBLY)}


def _draw_events(title: str, events: Records, chosen: tuple[str, ...], notes: Footnotes) -> list[markup.Safe]:
    """Each event with notes on the part of the chosen organisations."""
    cites = _cites(chosen, events, notes)
    rows = [
        (
            f"{dates.format_span(event)}{dates.format_doubt(event)}",
            markup.join((link_event(event["id"], event["title"]), notes.mark(*cites[event["id"]]))),
        )
        for event in events
    ]
    head = [markup.tag("h3", title, "cardhead")] if title else []
    return [*head, markup.table(("Date", "Event"), rows, "tall")]


def _cites(chosen: tuple[str, ...], events: Records, notes: Footnotes) -> dict[str, list[Cite]]:
    found: dict[str, list[Cite]] = {event["id"]: [] for event in events}
    rows = reads.read_records(queries.list_parts, chosen, tuple(found))
    keys = [row_key("event_organisations", row) for row in rows]
    notes.load_claims("event_organisations", keys)
    notes.load_claims("events", found)
    for row, key in zip(rows, keys, strict=True):
        event, source = row["event_id"], row["source_id"]
        found[event].append(Cite(source, "event_organisations", key, ("role", "as_stated"), event))
    return found


def _cite_name(row: Any, organisation: str) -> Cite:
    return Cite(row["source_id"], "organisations", organisation, ("full_name", "name"))


def _facts(row: Any) -> str:
    """`UN entity · Ashgabat, Turkmenistan · 33 events (30 certainly, 3 possibly) · 41 partners`."""
    kind = OrganisationKind(str(row["kind"]))
    places = [str(row[name]) for name in ("city", "country") if row[name]]
    seat = "" if kind == OrganisationKind.STATE else ", ".join(places) or "seat not stated"
    match = f" ({match_words(row[CERTAINLY], row[POSSIBLY])})" if CERTAINLY in row else ""
    counts = (markup.count_noun(row["events"], "event") + match, markup.count_noun(row["degree"], "partner"))
    return " · ".join(part for part in (_capital(label(kind)), seat, *counts) if part)


def _draw_shared(pair: Any) -> markup.Safe:
    """The number of shared events, and how many of them are only possibly in the range of dates."""
    possibly = pair.get(POSSIBLY, 0)
    doubt = markup.tag("div", f"{possibly} {POSSIBLY}", "small") if possibly else ""
    return markup.join((f"{pair['shared']:,}", doubt))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
