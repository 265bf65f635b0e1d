"""All candidates of a document: mentions first, then what the sentences around them say."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from data.documents import Document
from data.drafts.candidate import Candidate, Field
from etl.draft.candidates import counts
from etl.draft.candidates.bodies.body import Body
from etl.draft.candidates.bodies.choice import list_organisations
from etl.draft.candidates.bodies.mentions import find_bodies
from etl.draft.candidates.events import forms
from etl.draft.candidates.events.dates import Publication, find_event_dates
from etl.draft.candidates.events.places import find_event_places, find_mode
from etl.draft.candidates.instruments import find_instruments
from etl.draft.candidates.people.choice import list_people
from etl.draft.candidates.people.mentions import Person, find_people
from etl.draft.candidates.recommendations import find_recommendations
from etl.draft.candidates.templates import Mark, Template, make_templates
from etl.draft.gazetteer import countries
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.passages.anchors import add_anchors
from etl.draft.passages.contacts import remove_contacts

MOST, LONGEST = 200, 400
"""Candidates of one field, and characters of a value: more is no page that a person could review."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """The candidates with their anchors; how many have none, and how many are too long or one too many."""

    candidates: tuple[Candidate, ...]
    without_anchor: int = 0
    left_out: int = 0

    def of(self, field: Field) -> list[Candidate]:
        return [candidate for candidate in self.candidates if candidate.field is field]


def propose(
    document: Document, record: CuratedRows, names: RecordNames, publication: Publication, publisher: str = ""
) -> Proposals:
    """What the document may state, field by field, the likeliest of each first."""
    paragraphs = remove_contacts(document.printed)
    bodies = find_bodies(paragraphs, names)
    people = find_people(paragraphs, bodies, names)
    when = find_event_dates(paragraphs, publication)
    closed = [(each.paragraph, each.start, each.end) for each in bodies]
    closed += [(each.paragraph, each.first, each.last) for each in people]
    where = find_event_places(paragraphs, names, when[0] if when else None, closed)
    named = find_instruments(paragraphs, names)
    acting = [body for body in bodies if not _is_in_name(body, named)]
    sentences = _templates(paragraphs, acting, people, when)
    mode = find_mode(paragraphs)
    home = where[0].detail["country"] if where else ""
    lands = list_countries(paragraphs, home)
    found = [
        *when,
        *where,
        *([mode] if mode else []),
        *forms.find_form(paragraphs),
        *list_organisations(sentences, acting, names, publisher, lands),
        *list_people(sentences, people),
        *counts.find_participants(paragraphs),
        *counts.find_office_counts(paragraphs, record.rows("borders")),
        *named,
        *find_recommendations(sentences, paragraphs),
    ]
    fit = list(_bounded(found))
    kept, dropped = add_anchors(fit, document)
    return Proposals(tuple(kept), dropped, len(found) - len(fit))


def list_countries(paragraphs: tuple[str, ...], home: str) -> tuple[str, ...]:
    """The countries that a document names, that of the place first, then those named most."""
    named = Counter(
        match.ids[0]
        for paragraph in paragraphs
        for match in countries.names_and_adjectives().find(paragraph)
        if match.ids
    )
    return tuple(dict.fromkeys([*([home] if home else []), *(land for land, _ in named.most_common())]))


def _bounded(found: list[Candidate]) -> Iterator[Candidate]:
    """The first of each field; none with a text that no name or office has."""
    counts: Counter[Field] = Counter()
    for candidate in found:
        if max(map(len, (candidate.value, *candidate.detail.values())), default=0) <= LONGEST:
            counts[candidate.field] += 1
            if counts[candidate.field] <= MOST:
                yield candidate


def _is_in_name(body: Body, named: list[Candidate]) -> bool:
    """*UNODC-WCO Container Control Programme*: a body in the name of an instrument takes no part by that."""
    return any(
        each.paragraph == body.paragraph and each.start <= body.start and body.end <= each.end
        for each in named
        if each.rows and each.end - each.start > body.end - body.start
    )


def _templates(
    paragraphs: tuple[str, ...], bodies: list[Body], people: list[Person], when: list[Candidate]
) -> list[Template]:
    """Every sentence with its persons, bodies, dates and countries marked."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    for person in people:
        marks[person.paragraph].append(Mark("P", person.first, person.last, person))
    for kind, mentions in (("O", bodies), ("D", when)):
        for each in mentions:
            marks[each.paragraph].append(Mark(kind, each.start, each.end, each))
    found: list[Template] = []
    for number, paragraph in enumerate(paragraphs, start=1):
        lands = [Mark("C", each.start, each.end, each) for each in countries.names().find(paragraph)]
        found += make_templates(number, paragraph, [*marks[number], *lands])
    return found
