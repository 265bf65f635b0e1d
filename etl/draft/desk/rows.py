"""The rows that the accepted candidates of a draft add to the record, with a claim for each value."""

import re
from collections import defaultdict

from data.drafts.acceptance import Acceptance, select_field
from data.drafts.candidate import PERHAPS, PERHAPS_WHY, Field
from data.drafts.draft import Draft
from data.drafts.metadata import SOURCE_NEEDS
from data.files.row_files import Cells
from data.schema.keys import key_columns
from data.schema.vocabulary import OrganisationRole, SpeakerRole
from data.values.romanisation import REASON, romanise
from etl.draft.desk import new_rows
from etl.draft.desk.identities import make_unique, slug
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.reporting.errors import UsageError
from etl.staging.tables import input_columns

Rows = dict[str, list[Cells]]
BOUND_WORDS = {"over": "over ", "at_least": "at least ", "about": "about ", "up_to": "up to "}
BY_HAND = "The name is printed in Cyrillic; its Latin letters are those of the curator."
PRECISIONS = {10: "day", 7: "month", 4: "year"}
CLAIM_KEY = ("source_id", "table", "subject", "field", "value")


class DraftRows:
    """Rows by table, made from one draft."""

    def __init__(self, draft: Draft, listed: list[Acceptance], record: CuratedRows) -> None:
        self.draft, self.listed, self.record = draft, listed, record
        self.source = draft.source.get("id", "")
        known = record.by_id("sources").get(self.source)
        missing = [name for name in SOURCE_NEEDS if not draft.source.get(name)]
        if missing and not known:
            raise UsageError(f"{draft.name}: the source lacks {', '.join(missing)}")
        if known and known["sha256"] not in ("", draft.text_sha256):
            raise UsageError(
                f"{draft.name}: source {self.source} is in the record already, and this is not its document:"
                " claims on it could not be proven. Give the source another id"
            )
        self.is_known = bool(known)
        """Its row stays as it is, but for the digest of its document."""
        self.rows: Rows = defaultdict(list)
        self.event = str(draft.event.get("id") or "")

    def make(self) -> Rows:
        """All tables that get rows, in the form of the curated files."""
        if not self.is_known:
            self.rows["sources"].append({**self.draft.source, "sha256": self.draft.text_sha256})
        self._event()
        self._places()
        self._organisations()
        self._speakers()
        self._others()
        known = {row["id"] for row in self.record.rows("countries")}
        self.rows["countries"] += new_rows.countries(self.rows, known, self.source)
        self.rows["aliases"] += new_rows.aliases(self.listed)
        made = {table: [_cells(table, row) for row in rows] for table, rows in self.rows.items()}
        new = {table: self._list_new(table, rows) for table, rows in made.items()}
        return {table: rows for table, rows in new.items() if rows}

    def _list_new(self, table: str, rows: list[Cells]) -> list[Cells]:
        """Those that the record does not hold: of a source that it has, some may be there."""
        columns = CLAIM_KEY if table == "claims" else key_columns(table)
        known = {tuple(row[name] for name in columns) for row in self.record.rows(table)}
        return [row for row in rows if tuple(row[name] for name in columns) not in known]

    def _event(self) -> None:
        known = {row["id"]: row for row in self.record.rows("events")}
        date = next(select_field(self.listed, Field.DATE), None)
        form = next(select_field(self.listed, Field.FORM), None)
        if self.event not in known:
            place = next(select_field(self.listed, Field.PLACE), None)
            parts = (
                date.value if date else "undated",
                place.value if place else "",
                form.value if form else "event",
            )
            self.event = self.event or make_unique(slug(*parts), set(known))
            self.rows["events"].append(self._event_row(date, form))
        if date:
            self._claim(date, "events", self.event, "start_on", date.value)
            if date.detail.get("end"):
                self._claim(date, "events", self.event, "end_on", date.detail["end"])
        for number in select_field(self.listed, Field.PARTICIPANTS):
            words = BOUND_WORDS.get(number.detail.get("bound", ""), "") + number.value
            self._claim(number, "events", self.event, "participants", words)

    def _event_row(self, date: Acceptance | None, form: Acceptance | None) -> Cells:
        mode = next(select_field(self.listed, Field.MODE), None)
        is_placed = any(select_field(self.listed, Field.PLACE))
        inferred = date.candidate.inferred if date else ""
        title = str(self.draft.event.get("title") or "")
        if not title:
            raise UsageError(f"{self.draft.name}: the event lacks a title in our own words")
        return {
            "id": self.event,
            "source_id": self.source,
            "title": title,
            "kind": form.detail["kind"] if form else "meeting",
            "form": form.value if form else "meeting",
            "mode": mode.value if mode else "in_person" if is_placed else "not_stated",
            "start_on": date.value if date else "",
            "end_on": date.detail.get("end", "") if date else "",
            "date_precision": PRECISIONS.get(len(date.value), "day") if date else "unknown",
            "is_date_inferred": _flag(bool(inferred)),
            "date_reason": inferred,
            "is_place_inferred": "false",
            "confidence": str(self.draft.event.get("confidence") or "medium"),
        }

    def _places(self) -> None:
        for place in select_field(self.listed, Field.PLACE):
            row = place.row or self._new("places", place, new_rows.place)
            self.rows["event_places"].append(
                {"event_id": self.event, "place_id": row, "source_id": self.source}
            )
            self._claim(place, "event_places", f"{self.event}/{row}", "place_id", row)

    def _organisations(self) -> None:
        positions: dict[str, int] = defaultdict(int)
        seen: set[tuple[str, str]] = set()
        for body in select_field(self.listed, Field.ORGANISATION):
            role = body.detail.get("role", OrganisationRole.PARTICIPANT)
            row = body.row or self._new("organisations", body, new_rows.organisation)
            if (row, role) in seen:
                continue
            seen.add((row, role))
            positions[role] += 1
            stated = "" if body.value in self._spelled("organisations", row) else body.value
            cells = {"event_id": self.event, "organisation_id": row, "role": role, "source_id": self.source}
            self.rows["event_organisations"].append(
                cells | {"position": str(positions[role]), "as_stated": stated}
            )
            subject = f"{self.event}/{row}/{role}/{self.source}"
            guess = body.detail.get(PERHAPS_WHY, "") if role == body.detail.get(PERHAPS) else ""
            self._claim(body, "event_organisations", subject, "role", role, guess)

    def _speakers(self) -> None:
        for person in select_field(self.listed, Field.PERSON):
            row = person.row or self._person(person)
            role = person.detail.get("role", SpeakerRole.ATTENDEE)
            body = person.detail.get("organisation_row", "")
            stated = person.detail.get("organisation", "")
            cells = {"event_id": self.event, "person_id": row, "role": role, "source_id": self.source}
            self.rows["speakers"].append(
                cells
                | {
                    "office": person.detail.get("office", ""),
                    "organisation_id": body,
                    "organisation_as_stated": "" if body else stated,
                    "mode": person.detail.get("mode", "not_stated"),
                    "mode_as_stated": _words(person.detail.get("words", "")),
                    "role_reason": person.candidate.inferred,
                }
            )
            self._claim(person, "speakers", f"{self.event}/{row}/{role}/{self.source}", "role", role)

    def _person(self, person: Acceptance) -> str:
        """The identity of a new person; a name that is printed in Cyrillic alone is claimed as inferred."""
        row = self._new("people", person, new_rows.person)
        known = next((each for each in self.rows["people"] if each["id"] == row), None)
        if known and known["name_cyrillic"]:
            is_proposal = known["name"] == romanise(person.value)
            self._claim(person, "people", row, "name", known["name"], REASON if is_proposal else BY_HAND)
        return row

    def _others(self) -> None:
        for each in select_field(self.listed, Field.INSTRUMENT):
            row = each.row or self._new("instruments", each, new_rows.instrument)
            relation = each.detail.get("relation", "mentioned")
            if all(known["instrument_id"] != row for known in self.rows["event_instruments"]):
                cells = {"event_id": self.event, "instrument_id": row, "source_id": self.source}
                self.rows["event_instruments"].append(cells | {"relation": relation})
                if self._relation(row) in ("", relation):
                    self._claim(each, "event_instruments", f"{self.event}/{row}", "relation", relation)
        for theme in self.draft.event.get("themes", ()):
            self.rows["event_themes"].append({"event_id": self.event, "theme_id": theme})
        asked = select_field(self.listed, Field.RECOMMENDATION)
        for position, each in enumerate((each for each in asked if each.value), start=1):
            wanted = new_rows.recommendation(each, self.source, self.event, position)
            self.rows["recommendations"].append(wanted)
            self._claim(each, "recommendations", wanted["id"], "text", wanted["text"])
        date = next(select_field(self.listed, Field.DATE), None)
        known_on = self.draft.source.get("published_on") or (date.value if date else "")
        for each in select_field(self.listed, Field.OFFICE_COUNT):
            if not known_on:
                raise UsageError(f"{self.draft.name}: the source lacks published_on, for the offices counted")
            count = new_rows.office_count(each, self.source, known_on)
            self.rows["office_counts"].append(count)
            self._claim(each, "office_counts", count["id"], "number", count["number"])

    def _relation(self, instrument: str) -> str:
        """How the event stands to it in the record."""
        key = (self.event, instrument)
        rows = self.record.rows("event_instruments")
        return next((r["relation"] for r in rows if (r["event_id"], r["instrument_id"]) == key), "")

    def _new(self, table: str, each: Acceptance, make: "new_rows.Maker") -> str:
        """The identity of a new row, which is added unless this draft or the record has it."""
        row = make(each, self.source)
        taken = {known["id"] for known in [*self.record.rows(table), *self.rows[table]]}
        if row["id"] not in taken:
            self.rows[table].append(row)
        return row["id"]

    def _spelled(self, table: str, identity: str) -> set[str]:
        row = self.record.by_id(table).get(identity, {})
        return {row.get("name", ""), row.get("full_name", "")}

    def _claim(
        self, each: Acceptance, table: str, subject: str, field: str, value: str, guess: str = ""
    ) -> None:
        """A claim on the words of a candidate; `guess` is why a curator took what no words say."""
        candidate = each.candidate
        inferred = guess or candidate.inferred
        self.rows["claims"].append(
            {
                "source_id": self.source,
                "table": table,
                "subject": subject,
                "field": field,
                "value": value,
                "anchor": candidate.anchor,
                "paragraph": str(candidate.paragraph),
                "confidence": "medium",
                "is_inferred": _flag(bool(inferred)),
                "rank": "normal",
                "reason": inferred,
            }
        )


def summarise_rows(rows: Rows) -> str:
    """*events 1, speakers 3*."""
    return ", ".join(f"{table} {len(listed)}" for table, listed in rows.items())


def _cells(table: str, row: Cells) -> Cells:
    return {name: row.get(name, "") for name in input_columns(table)}


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _words(cue: str) -> str:
    """The verb or noun of what a role rests on: *…, … and … delivered* is *delivered*."""
    return " ".join(re.findall(r"(?!(?:and|the|и)\b)[^\W\d_][\w-]+", cue))
