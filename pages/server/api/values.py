"""The values that a build knows, by parameter; any other is refused by name, with what is allowed."""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any, NamedTuple

from sqlalchemy import Engine

from data import engines
from data.filters import Subject
from data.links import THINGS
from data.queries import facets
from data.queries.recommendations import follow_ups
from data.queries.things import thing as things
from data.schema.vocabulary import STATES, EventKind, OrganisationRole, StatementKind
from data.values.text import printable
from pages.server.api.problems import ProblemError, refuse

MOST_LISTED, LONGEST_SHOWN = 100, 60
"""Values that a refusal lists, and characters of the refused one in its sentence."""


class Allowed(NamedTuple):
    """What a parameter may hold: in words, and as a list, or the question whose column `id` lists it."""

    words: str
    ask: Callable[[], Any] | None = None
    listed: Iterable[str] = ()


def _id_of(field: str) -> Allowed:
    return Allowed(f"an id of /api/v1/data/{field}", partial(facets.list_others, field))


TAKING_PART = Allowed(
    "an id of /api/v1/data/organisations that had a part in an event", facets.list_organisations
)
BORDER = _id_of("borders")
ALLOWED = {
    "org": TAKING_PART,
    "role": Allowed("a part that an organisation can have", listed=OrganisationRole),
    "country": Allowed("the code of a country in which an event took place", facets.list_countries),
    "kind": Allowed("a kind of event", listed=EventKind),
    "theme": Allowed("an id of /api/v1/data/themes", facets.list_themes),
    "person": _id_of("people"),
    "instrument": _id_of("instruments"),
    "pair": BORDER,
    "form": Allowed("a form of /api/v1/data/events", partial(facets.list_others, "forms")),
    "publisher": Allowed("a publisher of /api/v1/data/sources", partial(facets.list_others, "publishers")),
    "status": Allowed("a state of what came of a recommendation", listed=STATES),
    "border": BORDER,
    "addressee": Allowed("an addressee of /api/v1/data/recommendations-list", follow_ups.list_all_addressees),
    "said": Allowed("a kind of statement", listed=StatementKind),
    "focus": TAKING_PART,
    "thing": Allowed("a kind of thing that has a page", listed=THINGS.values()),
}
"""By parameter; the others are numbers, days or words."""


def check_values(engine: Engine, name: str, values: Iterable[str]) -> None:
    """ProblemError where the build does not know one of the values of a parameter."""
    known = list_known(engine, name)
    if unknown := next((value for value in values if value not in known), None):
        raise refuse_value(name, unknown, ALLOWED[name].words, known)


def refuse_value(name: str, value: str, words: str, known: Iterable[str] = ()) -> ProblemError:
    """What is told of a value that the build does not know; it lists what it knows where that is little."""
    allowed = sorted(known)
    is_listed = 0 < len(allowed) <= MOST_LISTED
    more = {"allowed": allowed} if is_listed else {}
    shown = printable(value[:LONGEST_SHOWN])
    end = "; “allowed” lists them all" if is_listed else ""
    return refuse(name, f"this build knows no “{shown}”; a value is {words}{end}.", value=value, **more)


@lru_cache(2 * len(ALLOWED))
def list_known(engine: Engine, name: str) -> frozenset[str]:
    """Every value that a parameter may hold."""
    _, ask, listed = ALLOWED[name]
    found = [row["id"] for row in engines.read_records(engine, ask())] if ask else listed
    return frozenset(map(str, found))


def find_subject(engine: Engine, kind: str, identity: str) -> Subject:
    """The thing of this kind; ProblemError where the build has none by this id, or there is no such kind."""
    check_values(engine, "thing", [kind])
    table = next(table for table, page in THINGS.items() if page == kind)
    subject = Subject(table, identity)
    if not engines.read_records(engine, things.find_thing(subject)):
        raise refuse_value("id", identity, f"an id of /api/v1/data/{table}")
    return subject
