"""Persons that a document names: beside a title or office, as subjects of saying, or known to the record."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from data.values.text import fold
from etl.draft.candidates.bodies.body import Body
from etl.draft.candidates.people import employers
from etl.draft.candidates.people.employers import Employer
from etl.draft.candidates.people.names import Name, find_names
from etl.draft.candidates.people.offices import Office, find_office_after, find_office_before
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.gazetteer.words import LONGEST_TITLE, RUSSIAN_SAID, SAID, find_title_before
from etl.draft.passages.sentences import find_sentence

SPOKE = rf"(?:{SAID}|pointed out|called on|called for|moderated|chaired|signed)"
RUSSIAN_SPOKE = rf"(?:{RUSSIAN_SAID})(?:а|и)?"
SUBJECT = re.compile(rf"^(?:,? (?:who )?(?:also |then )?{SPOKE}\b| {RUSSIAN_SPOKE}\b)")
AFTER_SAID = re.compile(rf"(?:\b{SPOKE}|\b{RUSSIAN_SPOKE}) $")
BRACKET = re.compile(r"^ \(")


@dataclass(frozen=True, slots=True)
class Person:
    """A mention. `first` and `last` bound the name with its title and office, as one phrase."""

    paragraph: int
    start: int
    end: int
    name: str
    is_titled: bool
    row: str = ""
    office: str = ""
    employer: Employer = field(default_factory=Employer)
    first: int = 0
    last: int = 0
    why: tuple[str, ...] = ()


def find_people(paragraphs: tuple[str, ...], bodies: list[Body], names: RecordNames) -> list[Person]:
    """All mentions, in order."""
    found: list[Person] = []
    so_far: list[Body] = []
    here: dict[int, list[Body]] = defaultdict(list)
    for body in bodies:
        here[body.paragraph].append(body)
    for number, paragraph in enumerate(paragraphs, start=1):
        so_far += here[number]
        found += _in_paragraph(number, paragraph, here[number], so_far, names)
    return found


def _in_paragraph(
    number: int, paragraph: str, here: list[Body], so_far: list[Body], names: RecordNames
) -> Iterator[Person]:
    """Mentions of a paragraph; `here` are the bodies named in it, `so_far` those and all before."""
    rows = {
        (match.start, match.end): match.ids[0]
        for match in names.people.find(paragraph)
        if len(match.ids) == 1
    }
    spans = [
        (body.start, body.end) for body in here if not any(body.start < b and a < body.end for a, b in rows)
    ]
    listed = sorted(find_names(paragraph, spans, names))
    floor = 0
    for place, name in enumerate(listed):
        begin, close = find_sentence(paragraph, name.start)
        ceiling = min(close, listed[place + 1].start) if place + 1 < len(listed) else close
        person = _person(number, paragraph, name, (max(floor, begin), ceiling), rows, names)
        if person.why:
            yield employers.add_employer(person, paragraph, here, so_far, names)
            floor = person.last


def _person(
    number: int,
    paragraph: str,
    name: Name,
    room: tuple[int, int],
    rows: dict[tuple[int, int], str],
    names: RecordNames,
) -> Person:
    """The mention with its office; without any reason where nothing says that it is a person."""
    floor, ceiling = room
    row = next((row for (start, end), row in rows.items() if start < name.end and name.start < end), "")
    before = find_office_before(paragraph, name.start, floor)
    after = find_office_after(paragraph, name.end, ceiling)
    office = _chosen(before, after)
    title = find_title_before(paragraph, name.start)
    first = min([name.start, *([title] if title is not None else []), *([office.start] if office else [])])
    last = max([name.end, *([office.end] if office else [])])
    why = tuple(_reasons(paragraph, name, office, row, names))
    text = office.text if office else ""
    return Person(
        number, name.start, name.end, name.text, name.is_titled, row, text, Employer(), first, last, why
    )


def _chosen(before: Office | None, after: Office | None) -> Office | None:
    """The office before the name; the one after it where that before is none or only a rank of envoys."""
    if before and after and re.fullmatch(r"(?:The )?(?:Ambassador|Professor|Judge)", before.text):
        return after
    return before or after


def _reasons(
    paragraph: str, name: Name, office: Office | None, row: str, names: RecordNames
) -> Iterator[str]:
    after, before = paragraph[name.end :], paragraph[max(0, name.start - LONGEST_TITLE) : name.start]
    words = name.text.split()
    if row:
        yield "a person of the record"
    if name.is_titled:
        yield "after a title"
    if office and (len(words) > 1 or name.is_titled or office.is_before):
        yield f"an office stands {'before' if office.is_before else 'after'} it"
    if len(words) > 1 and (SUBJECT.match(after) or AFTER_SAID.search(before)):
        yield "the subject of a verb of saying"
    if len(words) > 1 and any(word in names.given_names for word in words) and BRACKET.match(after):
        yield "a given name of the record"


def same_person(one: str, other: str) -> bool:
    """Whether two names may mean one person: equal, or the words of one among those of the other."""
    first, second = fold(one).replace(".", "").split(), fold(other).replace(".", "").split()
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) == 1:
        return shorter[0] in (longer[-1], longer[0])
    return set(shorter) <= set(longer) or _nearly(first, second)


def _nearly(first: list[str], second: list[str]) -> bool:
    """The same words but for Russian endings: *Садыкбаевым*, *Садыкбаев*."""
    pairs = list(zip(first, second, strict=False))
    return len(first) == len(second) > 1 and all(_shares_stem(one, other) for one, other in pairs)


def _shares_stem(one: str, other: str) -> bool:
    shared = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared >= 3 and max(len(one), len(other)) - shared <= 2


def join_mentions(person: Person, other: Person) -> Person:
    """The mention with what another of the same person tells."""
    longer = max(person.name, other.name, key=lambda name: len(name.split()))
    office, employer = (person.office, person.employer) if person.office else (other.office, other.employer)
    return replace(person, name=longer, row=person.row or other.row, office=office, employer=employer)
