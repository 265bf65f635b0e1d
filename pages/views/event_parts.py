"""The lists on the card of an event: who took part, who spoke, what it was about, what was said."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from data.citations import quoted
from data.queries import event as queries
from data.text import fold
from data.values import items
from data.vocabulary import SpeakerMode, SpeakerRole, label
from pages.views import dates, foot, markup, reads, rivals
from pages.views.foot import Note
from pages.views.footnotes import Cite, Footnotes

MOST_SAID = 6


def organisations(event_id: str, notes: Footnotes) -> dict[str, markup.Safe]:
    """By role: names in the order of the sources, each with the words of all that name it."""
    bodies = reads.read(queries.organisations, event_id)
    keys = event_id + "/" + bodies["id"] + "/" + bodies["role"] + "/" + bodies["source_id"]
    notes.learn("event_organisations", keys)
    told: set[str] = set()
    found: dict[str, markup.Safe] = {}
    for role, part in bodies.assign(key=keys).groupby("role", sort=False):
        part = part[~part["id"].isin(told)] if role != "organiser" else part
        told |= set(part["id"])
        if len(part):
            found[str(role)] = markup.joined(
                [_body(name, rows, event_id, notes) for name, rows in part.groupby("name", sort=False)], ", "
            )
    return found


def _body(name: object, rows: pd.DataFrame, event_id: str, notes: Footnotes) -> markup.Safe:
    cites = [
        Cite(row["source_id"], "event_organisations", row["key"], ("role", "as_stated"), event_id)
        for _, row in rows.iterrows()
    ]
    return markup.joined((str(name), notes.mark(*cites)))


def speakers(event_id: str, notes: Footnotes) -> markup.Safe:
    """Each person with office, body and how they took part; ways that differ stand each with its source."""
    people = reads.read(queries.speakers, event_id)
    keys = event_id + "/" + people["id"] + "/" + people["role"] + "/" + people["source_id"]
    notes.learn("speakers", keys)
    rows = people.assign(key=keys).groupby("name", sort=False)
    lines = [_person(str(name), group, event_id, notes) for name, group in rows]
    return markup.joined(lines) if lines else markup.html(None)


def _person(name: str, rows: pd.DataFrame, event_id: str, notes: Footnotes) -> markup.Safe:
    def cites(some: pd.DataFrame, *fields: str) -> list[Cite]:
        each = zip(some["source_id"], some["key"], strict=True)
        return [Cite(source, "speakers", key, fields, event_id) for source, key in each]

    offices, bodies = (list(dict.fromkeys(rows[column].dropna())) for column in ("office", "organisation"))
    named = (", ".join([*offices[:1], *bodies[:1]]), notes.mark(*cites(rows, "office", "organisation_id")))
    office = markup.joined(named)
    roles = [
        markup.joined((str(role).replace("_", " "), notes.mark(*cites(some, "role", "mode_as_stated"))))
        for role, some in rows.groupby("role", sort=False)
        if len(set(rows["role"])) > 1 or role != SpeakerRole.SPEAKER
    ]
    known = rows[rows["mode"] != SpeakerMode.NOT_STATED]
    kind = "disputed" if len(set(known["mode"])) > 1 else ""
    modes = [
        markup.joined(
            (markup.tag("span", label(SpeakerMode(str(mode))), kind), notes.mark(*cites(some, "mode")))
        )
        for mode, some in known.groupby("mode", sort=False)
    ]
    how = [*roles, *([markup.joined(modes, " or ")] if modes else [])]
    tail = markup.joined((" — ", office, *((" — ", markup.joined(how, "; ")) if how else ())))
    return markup.tag("div", markup.joined((name, markup.tag("span", tail, "small"))))


def listed(event_id: str, notes: Footnotes) -> list[tuple[str, object]]:
    """Instruments, with names and dates that other sources give, and agenda."""
    rows: list[tuple[str, object]] = []
    instruments = reads.read(queries.instruments, event_id)
    notes.learn("instruments", instruments["id"])
    notes.learn("event_instruments", event_id + "/" + instruments["id"])
    lines = [_instrument(row, event_id, notes) for _, row in instruments.iterrows()]
    if lines:
        rows.append(("Instruments", markup.joined(lines)))
    agenda = reads.read(queries.agenda, event_id)
    notes.learn("agenda_items", agenda["id"])
    items = [
        markup.tag(
            "div",
            markup.joined(
                (
                    row["title"],
                    notes.mark(Cite(row["source_id"], "agenda_items", row["id"], ("title",), event_id)),
                )
            ),
        )
        for _, row in agenda.iterrows()
    ]
    if items:
        rows.append(("Agenda", markup.joined(items)))
    return rows


def _instrument(row: Any, event_id: str, notes: Footnotes) -> markup.Safe:
    cite = Cite(row["source_id"], "event_instruments", f"{event_id}/{row['id']}", ("relation",), event_id)
    line = (row["name"], markup.tag("span", f" {row['relation']}", "small"), notes.mark(cite))
    others = [
        rivals.otherwise(Cite(row["source_id"], "instruments", row["id"], (field,)), row[field], notes)
        for field in ("name", "start_on")
    ]
    return markup.tag("div", markup.joined((*line, *others)))


def union(claims: pd.DataFrame, notes: Footnotes) -> markup.Safe:
    """Lists of several sources as one: each item once, with the words of all that name it."""
    named: dict[str, tuple[str, list[Any]]] = {}
    for _, claim in claims.iterrows():
        for item in items(claim["value"]):
            named.setdefault(fold(item), (item, []))[1].append(claim)
    return markup.joined([markup.joined((item, notes.claim(*each))) for item, each in named.values()], "; ")


def sources(event_id: str, notes: Footnotes) -> markup.Safe:
    """The sources of the event, the words each rests on, and how many speak for themselves."""
    found = reads.read(queries.sources, event_id)
    rows = []
    for _, row in found.iterrows():
        cite = Cite(row["source_id"], "events", event_id, ("title",))
        on = dates.words(row["published_on"]) or "date not stated"
        rows.append((notes.mark(cite), f"{row['publisher']}, {on}", _passage(row, notes.note(cite))))
    return markup.joined(
        (
            markup.table(["", "Publisher", "Passage"], rows),
            markup.tag("p", corroborated(reads.records(queries.sources, event_id)), "small"),
        )
    )


def corroborated(rows: Iterable[Mapping[str, Any]]) -> str:
    """`3 documents, 2 originators`: texts of one body, and its text in another's pages, count once.

    `rows` name a source and its originator each; a source may stand in several.
    """
    origins = {row["source_id"]: row["originator"] for row in rows}
    documents, originators = len(origins), len(set(origins.values()))
    return f"{markup.number(documents, 'document')}, {markup.number(originators, 'originator')}"


def _passage(source: Any, note: Note) -> markup.Safe:
    if not note.anchor:
        return markup.link(source["title"], source["url"])
    return markup.link(quoted(note.anchor), foot.at_words(source["url"], note))


def said(event_id: str, notes: Footnotes) -> markup.Safe | None:
    """What was recommended and stated, by whom; None where nothing was."""
    every = reads.read(queries.said, event_id)
    if every.empty:
        return None
    rows = [
        (row["kind"], markup.joined((row["text"], notes.mark(_said(row, event_id)))), row["by"])
        for _, row in every.head(MOST_SAID).iterrows()
    ]
    more = len(every) - len(rows)
    end = markup.tag("p", f"{more} more on the page Recommendations.", "small") if more > 0 else ""
    return markup.joined((markup.table(["Said", "", "By"], rows), end))


def _said(row: Any, event_id: str) -> Cite:
    table = "recommendations" if row["kind"] == "recommendation" else "statements"
    return Cite(row["source_id"], table, row["id"], ("text",), event_id)
