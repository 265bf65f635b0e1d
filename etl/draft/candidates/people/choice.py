"""Each person once: the fullest name, the first office, the weightiest part."""

from dataclasses import dataclass

from data.drafts.candidate import Candidate, Field, Origin
from data.schema.vocabulary import SpeakerRole
from etl.draft.candidates.people import roles as person_roles
from etl.draft.candidates.people.mentions import Person, join_mentions, same_person
from etl.draft.candidates.people.roles import ABSENT, WEIGHT
from etl.draft.candidates.templates import Template

BY_DEFAULT = "named with an office; no words on what the person did"


@dataclass(slots=True)
class _Appearance:
    person: Person
    role: SpeakerRole | None = None
    words: str = ""


def list_people(sentences: list[Template], mentions: list[Person]) -> list[Candidate]:
    """In the order of the text; a surname alone adds to a name met elsewhere and is nothing by itself."""
    found: list[_Appearance] = []
    roles = _roles(sentences)
    for person in sorted(mentions, key=lambda each: (len(each.name.split()) < 2, each.paragraph, each.start)):
        role, words = roles.get((person.paragraph, person.start), (None, ""))
        if words and role is ABSENT:
            continue
        known = next((each for each in found if same_person(each.person.name, person.name)), None)
        if known is None and (len(person.name.split()) > 1 or person.row):
            found.append(_Appearance(person, role, words))
        elif known is not None:
            known.person = join_mentions(known.person, person)
            if role and (known.role is None or WEIGHT[role] > WEIGHT[known.role]):
                known.role, known.words = role, words
    return [_candidate(each) for each in found if _is_present(each)]


def _roles(sentences: list[Template]) -> dict[tuple[int, int], tuple[SpeakerRole | None, str]]:
    """By paragraph and place of a name, what its sentence says."""
    return {
        (sentence.paragraph, mark.mention.start): (role, words)
        for sentence in sentences
        for mark, role, words in person_roles.find_roles(sentence)
    }


def _is_present(each: _Appearance) -> bool:
    """A name of which nothing else is said than a word that may be none of saying, is not proposed."""
    person = each.person
    return bool(person.office or person.employer.printed or person.is_titled or person.row or each.role)


def _candidate(each: _Appearance) -> Candidate:
    person, role = each.person, each.role or SpeakerRole.ATTENDEE
    inferred = "" if each.role else "No words say what the person did."
    rank = (
        0.4
        + 0.2 * bool(person.office)
        + 0.2 * bool(each.role)
        + 0.1 * bool(person.row)
        + 0.1 * person.is_titled
    )
    detail = {
        "office": person.office,
        "organisation": person.employer.printed,
        "organisation_row": person.employer.row,
        "organisation_rows": " ".join(person.employer.rows),
        "role": str(role),
        "words": each.words,
    }
    why = ", ".join([*person.why, f"“{each.words}”" if each.words else BY_DEFAULT])
    rows = (person.row,) if person.row else ()
    by = Origin.GAZETTEER if person.row else Origin.RULE
    return Candidate(
        Field.PERSON,
        person.name,
        person.paragraph,
        person.start,
        person.end,
        why,
        rank,
        by,
        rows,
        detail,
        inferred,
    )
