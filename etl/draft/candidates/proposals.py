"""All candidates of a document: mentions first, then what the sentences around them say."""

from dataclasses import dataclass

from data.documents import Document
from etl.draft.candidates import counts
from etl.draft.candidates.bodies.body import Body
from etl.draft.candidates.bodies.choice import list_organisations
from etl.draft.candidates.bodies.mentions import find_bodies
from etl.draft.candidates.candidate import Candidate, Field, add_anchors
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
from etl.draft.passages.contacts import remove_contacts


@dataclass(frozen=True, slots=True)
class Proposals:
    """The candidates with their anchors, and how many were found that have none."""

    candidates: tuple[Candidate, ...]
    without_anchor: int

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
    found = [
        *when,
        *where,
        *([mode] if mode else []),
        *forms.find_form(paragraphs),
        *list_organisations(sentences, acting, names, publisher, home),
        *list_people(sentences, people),
        *counts.find_participants(paragraphs),
        *counts.find_office_counts(paragraphs, record.rows("borders")),
        *named,
        *find_recommendations(sentences, paragraphs),
    ]
    kept, dropped = add_anchors(found, document)
    return Proposals(tuple(kept), dropped)


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
    found: list[Template] = []
    for number, paragraph in enumerate(paragraphs, start=1):
        marks = [Mark("P", each.first, each.last, each) for each in people if each.paragraph == number]
        marks += [Mark("O", each.start, each.end, each) for each in bodies if each.paragraph == number]
        marks += [Mark("D", each.start, each.end, each) for each in when if each.paragraph == number]
        lands = countries.names().find(paragraph)
        marks += [Mark("C", each.start, each.end, each) for each in lands]
        found += make_templates(number, paragraph, marks)
    return found
