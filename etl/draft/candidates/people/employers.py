"""The body that an office belongs to, taken out of its words: *Head of the | OSCE Office*."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.draft.candidates.bodies.body import PART, Body
from etl.draft.gazetteer import countries
from etl.draft.gazetteer.record_names import RecordNames

if TYPE_CHECKING:
    from etl.draft.candidates.people.mentions import Person

OF = re.compile(r"(?:,|\b(?:of|for|at|to|from|in))(?: the)? $|[а-яёА-ЯЁ] $")
TRAIL = re.compile(r"[,\s]*\b(?:of|for|at|to|from|in)?(?: the)?[\s,]*$")
MINISTER = re.compile(
    r"\bMinister (?:of|for) (?:the )?((?:[A-Z]\w+(?:,? (?:and )?)?)+)|\b(?!Deputy|Prime|First"
    r"|Vice)([A-Z]\w+) Minister\b"
)
RUSSIAN_MINISTER = re.compile(r"\bминистра? (иностранных|внутренних) дел\b", re.IGNORECASE)
MINISTRIES = {"иностранных": "Ministry of Foreign Affairs", "внутренних": "Ministry of Internal Affairs"}
SHORT = re.compile(
    r"(?:^|,? )(?:of|at|in) the (?:same )?(Centre|Center|Academy|Agency|Service|Committee|Ministry"
    r"|Organi[sz]ation|Office|Institute"
    r"|Branch|Unit|Section|Division|Union|Department|Council|Bureau|Commission)$"
)
OF_A_STATE = re.compile(r"(?:\bof (?:the )?|[а-яё] |^(?:the )?)$")


@dataclass(frozen=True, slots=True)
class Employer:
    """The body as printed, the row that it means for certain, and those that it may mean."""

    printed: str = ""
    row: str = ""
    rows: tuple[str, ...] = ()


def add_employer(
    person: "Person", paragraph: str, here: list[Body], so_far: list[Body], names: RecordNames
) -> "Person":
    """The mention with its office parted from the body that it belongs to.

    `here` are the bodies of the same paragraph, `so_far` those and all before.
    """
    if not person.office:
        return _of_bracket(person, paragraph, here)
    start = paragraph.find(person.office, person.first if person.first < person.start else person.end)
    end = start + len(person.office)
    inside = [body for body in here if start <= body.start and body.end <= end]
    if not inside:
        found = _of_body_named_before(person, so_far) or _of_state(person, names)
        return found if found.employer.printed else _of_bracket(person, paragraph, here)
    tail = next((body for body in reversed(inside) if OF.search(paragraph[start : body.start])), None)
    body = tail or inside[0]
    office = _without(paragraph[start:end], body, start)
    return replace(
        person, office=office or person.office, employer=Employer(body.printed, body.row, body.rows)
    )


def _of_body_named_before(person: "Person", so_far: list[Body]) -> "Person | None":
    """*Director of the Centre*: the last body before that is a centre."""
    short = SHORT.search(person.office)
    if not short:
        return None
    place = person.paragraph, person.start
    before = next(
        (
            body
            for body in reversed(so_far)
            if (body.paragraph, body.start) < place and short[1] in body.printed.split()
        ),
        None,
    )
    if before is None:
        return None
    employer = Employer(before.printed, before.row, before.rows)
    return replace(person, office=person.office[: short.start()].strip(" ,"), employer=employer)


def _of_bracket(person: "Person", paragraph: str, here: list[Body]) -> "Person":
    """*Ms. Sofie Nygaard (Eurojust)*, *Ms. Sofie Nygaard of Eurojust*."""
    for body in here:
        if re.fullmatch(r" \(| (?:of|from|representing) (?:the )?", paragraph[person.end : body.start]):
            employer = Employer(body.printed, body.row, body.rows)
            return replace(person, employer=employer, last=max(person.last, body.end))
    return person


def _without(office: str, body: Body, start: int) -> str:
    """The office without its body; a part of a body stays, without the name of the whole."""
    if body.kind == PART:
        return TRAIL.sub("", " ".join(office.replace(body.whole, "").split()))
    before, after = office[: body.start - start], office[body.end - start :]
    after = re.sub(r"^(?:[’']s)? ?(?:\([A-Z]\w+\))?[, ]*", "", after)
    return f"{TRAIL.sub('', before)} {after}".strip(" ,") if before.strip(" ") else after.strip(" ,")


def _of_state(person: "Person", names: RecordNames) -> "Person":
    """An office of a state: the ministry that it names, else the state itself."""
    found = [
        land
        for land in countries.names_and_adjectives().find(person.office)
        if OF_A_STATE.search(person.office[: land.start])
    ]
    ministry = _ministry(person.office)
    rows = names.national.ids(ministry) if ministry else ()
    if not found:
        return replace(person, employer=Employer(ministry if rows else "", "", rows))
    land = found[0]
    own = tuple(row for row in rows if names.country_of(row) == land.ids[0])
    state = names.states.get(land.ids[0], "")
    row = own[0] if len(own) == 1 else state
    before, after = person.office[: land.start], person.office[land.end :]
    office = f"{TRAIL.sub('', before)} {after.strip(' ,')}".strip() if before.strip() else after.strip(" ,")
    return replace(person, office=office, employer=Employer(land.printed, row, (row,) if row else ()))


def _ministry(office: str) -> str:
    if russian := RUSSIAN_MINISTER.search(office):
        return MINISTRIES[russian[1].lower()]
    found = MINISTER.search(office)
    if not found:
        return ""
    return f"Ministry of {found[1].strip(' ,')}" if found[1] else f"{found[2]} Ministry"
