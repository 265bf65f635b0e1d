"""New rows that events refer to: what the document gives, the rest guessed for the curator to mend."""

import re
from collections.abc import Callable, Iterator

from data.drafts.acceptance import Acceptance
from data.files.row_files import Cells
from data.values.romanisation import CYRILLIC, romanise
from etl.draft.desk.identities import person_slug, slug
from etl.draft.gazetteer.countries import country_name

Maker = Callable[[Acceptance, str], Cells]
KINDS = (
    ("ministry", r"Ministry|Министерств|МИД|МВД"),
    ("customs", r"Customs|тамож"),
    ("border_service", r"Border (?:Service|Guard|Troops|Police)|погранич|Пограничн"),
    ("think_tank", r"Institute|University|Academy|Институт|Академи"),
    ("un_entity", r"^UN |United Nations|ООН"),
)
INSTRUMENTS = [
    "resolution",
    "strategy",
    "plan",
    "declaration",
    "agreement",
    "programme",
    "project",
    "operation",
    "network",
    "concept",
    "report",
]


def organisation(each: Acceptance, source: str) -> Cells:
    """Kind, family and country as decided, else by a word of the name."""
    detail = each.detail
    guess = next((kind for kind, word in KINDS if re.search(word, each.value)), "agency")
    is_national = bool(detail.get("country"))
    family = "un_global" if guess == "un_entity" else "state" if is_national else "other"
    return {
        "id": slug(detail.get("id") or each.value),
        "source_id": source,
        "name": detail.get("name") or each.value,
        "full_name": detail.get("full_name") or each.value,
        "kind": detail.get("kind") or guess,
        "family": detail.get("family") or family,
        "parent": detail.get("parent", ""),
        "country_id": detail.get("country", ""),
    }


def person(each: Acceptance, source: str) -> Cells:
    """A name in Cyrillic is romanised where no curator wrote it in Latin letters."""
    cyrillic = each.value if CYRILLIC.search(each.value) else ""
    name = each.detail.get("name") or romanise(each.value)
    return {"id": person_slug(name), "source_id": source, "name": name, "name_cyrillic": cyrillic}


def place(each: Acceptance, source: str) -> Cells:
    kind = each.detail.get("kind", "city")
    return {
        "id": slug(each.value),
        "source_id": source,
        "name": each.value,
        "kind": kind,
        "country_id": each.detail.get("country", ""),
    }


def instrument(each: Acceptance, source: str) -> Cells:
    small = each.value.lower()
    kind = next((kind for kind in INSTRUMENTS if kind in small), "programme")
    return {
        "id": slug(each.detail.get("id") or each.value),
        "source_id": source,
        "name": each.value,
        "kind": each.detail.get("kind") or kind,
    }


def recommendation(each: Acceptance, source: str, event: str, position: int) -> Cells:
    """The text is the curator's own; who asks and who is asked as decided."""
    return {
        "id": slug(source[:40], " ".join(each.value.split()[:6])),
        "source_id": source,
        "position": str(position),
        "text": each.value,
        "event_id": event,
        "organisation_id": each.detail.get("organisation_id", ""),
        "person_id": each.detail.get("person_id", ""),
        "addressee": each.detail.get("to", ""),
    }


def office_count(each: Acceptance, source: str, published: str) -> Cells:
    border = each.detail["border"]
    return {
        "id": slug(source[:50], border, "operational"),
        "source_id": source,
        "border_id": border,
        "scope": each.detail.get("scope") or "Border Liaison Offices that the source counts on this border",
        "is_total": "false",
        "status": each.detail.get("status") or "operational",
        "number": each.value,
        "bound": each.detail.get("bound") or "exact",
        "as_of": each.detail.get("as_of") or published,
    }


def countries(rows: dict[str, list[Cells]], known: set[str], source: str) -> Iterator[Cells]:
    """Those in which new places and bodies lie and that the record lacks."""
    new = [row for table in ("places", "organisations") for row in rows.get(table, ())]
    for code in sorted({row["country_id"] for row in new if row["country_id"]} - known):
        yield {"id": code, "source_id": source, "name": country_name(code), "is_central_asia": "false"}


def aliases(listed: list[Acceptance]) -> Iterator[Cells]:
    """Spellings that a curator took for another name of a known row."""
    tables = {
        "organisation": "organisations",
        "person": "people",
        "place": "places",
        "instrument": "instruments",
    }
    seen: set[tuple[str, str]] = set()
    for each in listed:
        table = tables.get(str(each.candidate.field), "")
        if each.is_alias and each.row and (table, each.value) not in seen:
            seen.add((table, each.value))
            reason = f"Spelling of the source of {each.row}, read on the desk"
            yield {"table": table, "spelling": each.value, "id": each.row, "reason": reason}
