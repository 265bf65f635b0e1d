"""What the public tables say of each event, gathered in one pass over them in the order of event ids."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from data.readmodel import ANY_DAY, NO_DAY, Part
from data.vocabulary import OrganisationRole, SpeakerRole

SPEAKING = frozenset(map(str, (SpeakerRole.SPEAKER, SpeakerRole.CHAIR, SpeakerRole.SIGNATORY)))
NOBODY = -1
MOST_KEPT = 10_000
"""Different companies of places, and of themes, that are kept in mind: few stand at many events."""
SEPARATOR = "; "
PARTS = """SELECT event_id, organisation_id, role, source_id, position FROM event_organisations ORDER BY 1"""
SPEAKERS = "SELECT event_id, person_id, role, organisation_id FROM speakers ORDER BY 1"
PLACES = "SELECT event_id, place_id FROM event_places ORDER BY 1"
INSTRUMENTS = "SELECT event_id, instrument_id FROM event_instruments ORDER BY 1"
THEMES = "SELECT event_id, theme_id FROM event_themes ORDER BY 1"
CLAIMS = """
SELECT c.subject, c.source_id, s.rowid, s.originator, c.field, c.value, c.anchor, c.is_disputed
FROM claims c CROSS JOIN sources s ON s.id = c.source_id WHERE c."table" = 'events' ORDER BY 1
"""
EVENTS = """
SELECT e.id, e.source_id, s.rowid, s.originator, e.earliest, e.begins_by, e.ends_from, e.latest, e.kind
FROM events e CROSS JOIN sources s ON s.id = e.source_id ORDER BY 1
"""
NUMBERS = """
SELECT n FROM (
  SELECT id, row_number() OVER (ORDER BY earliest IS NULL, earliest, id) - 1 AS n FROM events
) ORDER BY id
"""
ROLES = {str(role): int(Part[role.name]) for role in OrganisationRole}
ORGANISER, SPOKE = str(OrganisationRole.ORGANISER), int(Part.SPOKE)


class Name(NamedTuple):
    """What events can be asked for by: its name number, its name, and its family or country."""

    number: int
    name: str
    of: str | None


Names = dict[str, dict[str, Name]]
"""By table and id."""


class Facts:
    """Which event each name is at, and which source reports which event: flat and in no order."""

    def __init__(self) -> None:
        self.numbers, self.events, self.roles = array("i"), array("i"), array("b")
        self.sources, self.reported = array("i"), array("i")
        self.organiser, self.country = array("i"), array("i")
        """Name numbers of the first organiser and country of each event, in the order of the pass."""

    def add(self, n: int, roles: dict[int, int]) -> None:
        self.numbers.extend(roles)
        self.events.extend([n] * len(roles))
        self.roles.extend(roles.values())

    def report(self, n: int, sources: Iterable[int]) -> None:
        for source in sources:
            self.sources.append(source)
            self.reported.append(n)


class Parts:
    """The rows of a table that is ordered by event, taken event by event."""

    def __init__(self, connection: sqlite3.Connection, query: str) -> None:
        self._groups = groupby(connection.execute(query), itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, event: str) -> Sequence[tuple[Any, ...]]:
        """The rows of this event; events are to be asked for in order."""
        while self._next and self._next[0] < event:
            self._next = next(self._groups, None)
        if not self._next or self._next[0] != event:
            return ()
        found = tuple(self._next[1])
        self._next = next(self._groups, None)
        return found


def numbers(connection: sqlite3.Connection) -> "array[int]":
    """The number of each event, in the order of their ids."""
    return array("i", (n for (n,) in connection.execute(NUMBERS)))


def rows(connection: sqlite3.Connection, names: Names, by_id: "array[int]", facts: Facts) -> Iterator[Any]:
    """The rows of `read_events`, in the order of ids; `facts` grows as they are made."""
    queries = (PARTS, SPEAKERS, PLACES, INSTRUMENTS, THEMES, CLAIMS)
    linked = [Parts(connection, query) for query in queries]
    where_of = lru_cache(MOST_KEPT)(partial(_where, names))
    about_of = lru_cache(MOST_KEPT)(partial(_about, names))
    for n, event in zip(by_id, connection.execute(EVENTS), strict=True):
        own, *cited = event[:4]
        parts, speakers, places, instruments, themes, claims = (table.of(own) for table in linked)
        roles: dict[int, int] = defaultdict(int)
        people = _people(speakers, names, roles)
        where = where_of(tuple(place for _, place in places))
        about = about_of(tuple(theme for _, theme in themes))
        bodies = _bodies(parts, cited[0], names["organisations"], roles)
        roles.update({names["instruments"][instrument].number: 0 for _, instrument in instruments})
        roles.update(where.roles)
        roles.update(about.roles)
        facts.add(n, roles)
        facts.organiser.append(bodies.first)
        facts.country.append(where.first)
        sources = _sources(claims, *cited)
        facts.report(n, sorted(number for number, _ in sources.values()))
        yield (
            *(n, own, *_days(*event[4:8]), event[8], *where.texts, *bodies.texts),
            *(people, about.text, bodies.family),
            *(any(claim[7] for claim in claims), _anchor(claims, cited[0]), len(sources)),
            *(len({origin for _, origin in sources.values()}), ",".join(sorted(sources))),
        )


class Where(NamedTuple):
    """Names of places, names and codes of countries as texts; the name number of the first country."""

    texts: tuple[str | None, str | None, str | None]
    first: int
    roles: dict[int, int]
    """None, by name number of each place and country."""


class About(NamedTuple):
    """Names of themes as a text; their roles by name number, which are none."""

    text: str | None
    roles: dict[int, int]


class Bodies(NamedTuple):
    """Organisers by name and by id, and participants, as texts; first organiser; family of the lead."""

    texts: tuple[str | None, str | None, str | None]
    first: int
    family: str | None


def _where(names: Names, ids: tuple[str, ...]) -> Where:
    places = [names["places"][place] for place in ids]
    countries = {place.of: names["countries"][place.of] for place in places if place.of}
    roles = {name.number: 0 for name in (*places, *countries.values())}
    found = sorted({country.name: country.number for country in countries.values()}.items())
    texts = (
        _joined(sorted({place.name for place in places})),
        _joined([name for name, _ in found]),
        _joined(sorted(countries)),
    )
    return Where(texts, found[0][1] if found else NOBODY, roles)


def _about(names: Names, ids: tuple[str, ...]) -> About:
    themes = [names["themes"][theme] for theme in ids]
    return About(_joined(sorted(theme.name for theme in themes)), {theme.number: 0 for theme in themes})


def _bodies(rows: Sequence[Any], principal: str, known: dict[str, Name], roles: dict[int, int]) -> Bodies:
    """Organisers and participants in the order of their sources' lists, the unlisted last."""
    leading: dict[str, tuple[bool, int]] = {}
    others: dict[str, tuple[bool, int]] = {}
    lead: list[tuple[bool, bool, tuple[bool, int], str]] = []
    for _, organisation, role, source, position in rows:
        name = known[organisation]
        roles[name.number] |= ROLES[role]
        place, late = (position is None, position or 0), role != ORGANISER
        found, key = (others, name.name) if late else (leading, organisation)
        if key not in found or place < found[key]:
            found[key] = place
        lead.append((late, source != principal, place, organisation))
    by_name = sorted(leading, key=lambda id_: (leading[id_], known[id_].name))
    texts = (
        _joined([known[id_].name for id_ in by_name]),
        _joined(sorted(leading, key=lambda id_: (leading[id_], id_))),
        _joined(sorted(others, key=lambda name: (others[name], name))),
    )
    first = known[by_name[0]].number if by_name else NOBODY
    return Bodies(texts, first, known[min(lead)[-1]].of if lead else None)


def _people(rows: Sequence[Any], names: Names, roles: dict[int, int]) -> str | None:
    """Who spoke; the others, and whom they spoke for, are found by the search alone."""
    spoke: set[str] = set()
    for _, person, role, organisation in rows:
        name = names["people"][person]
        roles[name.number] |= SPOKE if role in SPEAKING else 0
        if role in SPEAKING:
            spoke.add(name.name)
        if organisation:
            roles[names["organisations"][organisation].number] |= 0
    return _joined(sorted(spoke))


def _sources(claims: Sequence[Any], own: str, number: int, originator: str) -> dict[str, tuple[int, str]]:
    """The sources that report the event, by id: their numbers and originators."""
    return {own: (number, originator)} | {claim[1]: (claim[2], claim[3]) for claim in claims}


def _anchor(claims: Sequence[Any], own: str) -> str | None:
    """Words of the principal source on the event, those for its title first."""
    anchored = [
        (field != "title", field, value, anchor)
        for _, source, _, _, field, value, anchor, _ in claims
        if source == own and anchor is not None
    ]
    return min(anchored)[-1] if anchored else None


def _days(earliest: str | None, by: str | None, since: str | None, latest: str | None) -> tuple[int, ...]:
    return (
        date.fromisoformat(earliest).toordinal() if earliest else NO_DAY,
        date.fromisoformat(by).toordinal() if by else ANY_DAY,
        date.fromisoformat(since).toordinal() if since else NO_DAY,
        date.fromisoformat(latest).toordinal() if latest else ANY_DAY,
    )


def _joined(parts: Sequence[str]) -> str | None:
    """A list that can be parted again: what parts it stands in no part."""
    whole = SEPARATOR.join(parts)
    if whole.count(SEPARATOR) >= len(parts):
        whole = SEPARATOR.join(part.replace(SEPARATOR, ", ") for part in parts)
    return whole or None
