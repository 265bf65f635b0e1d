"""Pages with what a curator would enter, and when a candidate says the same."""

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

from data.values.text import fold
from etl.draft.candidates.bodies.mentions import find_bodies
from etl.draft.candidates.counts import NUMBER, parse_number
from etl.draft.candidates.people.mentions import same_person as same_name
from etl.draft.gazetteer import cities
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.gazetteer.tokens import keys

PAGES = Path(__file__).parent / "draft_pages"
ROLES = ("organiser", "donor", "host", "partner", "body")
SPEAKS = re.compile(
    r"opening|welcome|remarks|speech|statement|quoted|address|presentation|overview|intervention|panel|session|keynote"
    r"|speaker|greeting|briefing|in person|report",
    re.IGNORECASE,
)
COMES = re.compile(r"meeting|attend|participant|host|visit|present", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TruePerson:
    name: str
    office: str = ""
    body: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    text: str
    publisher: str
    published: str
    date: tuple[str, str]
    place: str
    bodies: dict[str, list[str]]
    people: list[TruePerson]
    counts: list[str] = field(default_factory=list)
    address: str = ""

    def is_place(self, got: str) -> bool:
        if not got or not self.place:
            return False
        wanted = "online" if self.place in ("online", "онлайн") else self.place
        if fold(wanted) in fold(got) or fold(got) in fold(wanted):
            return True
        numbers, own = cities.spellings().ids(wanted), cities.spellings().ids(got)
        return bool(numbers and own) and cities.largest_city(numbers) == cities.largest_city(own)

    def without_doubles(self, listed: list[str], names: RecordNames) -> list[str]:
        """Two names that are one row count once."""
        return list({(rows_of(name, names) or (fold(name),)): name for name in reversed(listed)}.values())


def own_pages(*, is_odd: bool) -> list[Page]:
    paths = sorted(PAGES.glob("*.txt"))
    return [_own_page(path) for path in paths if int(path.stem) % 2 == is_odd]


def _own_page(path: Path) -> Page:
    head, text = path.read_text(encoding="utf-8").split("---\n", 1)
    told = dict(line.split(":", 1) for line in head.strip().splitlines())
    told = {name: value.strip() for name, value in told.items()}
    first, _, last = told["date"].partition("/")
    people = [
        TruePerson(*(part.strip() for part in each.split("|")))
        for each in _split_list(told.get("person", ""))
    ]
    bodies = {role: _split_list(told.get(role, "")) for role in ROLES}
    counts = [_number(each) for each in _split_list(told.get("count", ""))]
    return Page(
        path.stem,
        text,
        told["publisher"],
        told["published"],
        (first, last or first),
        told["place"],
        bodies,
        people,
        counts,
    )


def _split_list(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _number(text: str) -> str:
    found = re.search(rf"\b{NUMBER}\b", text, re.IGNORECASE)
    return str(parse_number(found[0])) if found else ""


def intake_pages(folder: Path) -> list[Page]:
    """The form of the documents that came with the design: truth.csv and docs/."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        return [_intake_page(row, folder) for row in csv.DictReader(file)]


def _intake_page(row: dict[str, str], folder: Path) -> Page:
    first = row["event_date_start"]
    city = re.split("[;(]", row["city"])[0].strip()
    speakers = [[part.strip() for part in each.split(" — ")] for each in _split_list(row["speakers"])]
    people = [TruePerson(name, office, body, _role(part)) for name, office, body, part in speakers]
    none: dict[str, list[str]] = {role: [] for role in ROLES}
    bodies = none | {
        "organiser": _split_list(row["organisers"]),
        "body": _split_list(row["orgs_mentioned"]),
    }
    text = (folder / "docs" / f"{row['doc_id']}.txt").read_text(encoding="utf-8")
    dates = (first, row["event_date_end"] or first)
    counts = [_number(each) for each in _split_list(row["participants_claimed"])]
    publisher = row["publisher"].split()[0]
    return Page(row["doc_id"], text, publisher, first[:4], dates, city, bodies, people, counts, row["url"])


def _role(words: str) -> str:
    if re.search("signator|signed", words):
        return "signatory"
    if SPEAKS.search(words):
        return "speaker"
    return "attendee" if COMES.search(words) else "speaker"


def rows_of(name: str, names: RecordNames) -> tuple[str, ...]:
    """The rows that a name of the truth may mean."""
    found = find_bodies((name,), names)
    if found:
        longest = max(found, key=lambda body: body.end - body.start)
        return longest.rows if longest.end - longest.start > len(name) / 2 else ()
    state = [row["id"] for row in names.rows["organisations"].values() if row["name"] == name]
    return tuple(state)


def same_body(printed: str, rows: tuple[str, ...], true: str, names: RecordNames) -> bool:
    """A row in common, a part of it, or the same words."""
    wanted = set(rows_of(true, names))
    mine = set(rows) - {""}
    mine |= {names.parents.get(row, "") for row in mine} - {""}
    if wanted & mine or {names.parents.get(row, "") for row in wanted} & set(rows) - {""}:
        return True
    one, other = set(keys(printed)) - SMALL, set(keys(true)) - SMALL
    shorter, longer = sorted((one, other), key=len)
    states = set(names.states.values())
    is_country = any(
        names.country_of(row) == names.country_of(want) != "" and states & {row, want}
        for row in mine
        for want in wanted
    )
    return is_country or (len(shorter) > 0 and shorter <= longer and (len(shorter) > 1 or len(longer) <= 2))


SMALL = {"of", "the", "for", "and", "in", "on", "to", "republic", "government"}


def same_office(got: str, true: str) -> bool:
    """Most of the words of the truth."""
    one, other = set(keys(got)) - SMALL, set(keys(true)) - SMALL
    return bool(one) and len(one & other) >= 0.6 * min(len(one), len(other))


def same_person(one: str, other: str) -> bool:
    return same_name(one, other)
