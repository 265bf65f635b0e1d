"""What the lists of the panel offer: each value with its spellings and the events that it leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from data.filters import Filters
from data.links import MANY
from data.queries import facets as queries
from data.queries.events import list as event_queries
from data.schema.vocabulary import STATES, EventKind, OrganisationRole
from data.values.rows import Records
from data.values.text import to_plain_letters
from pages.views.html import markup
from pages.views.session import reads

LISTED = {
    "organisations": queries.list_organisations,
    "countries": queries.list_countries,
    "themes": queries.list_themes,
}
CODED: dict[str, Iterable[str]] = {"roles": OrganisationRole, "kinds": EventKind, "follow_ups": STATES}
SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field, those that leave no event last; `labels` by value, `ids` by name."""

    labels: Mapping[str, str]
    ids: Mapping[str, str]

    def find_ids(self, sent: Iterable[str]) -> list[str]:
        """Ids of what the browser sent: ids, or labels, of which the count may be an earlier one."""
        found = (value if value in self.labels else self.ids.get(_name_of(value)) for value in sent)
        return list(dict.fromkeys(value for value in found if value is not None))


@reads.cache_per_build
def list_ids(field: str) -> tuple[str, ...]:
    """Every value that a field may hold, in the order in which it is offered."""
    if field in CODED:
        return tuple(map(str, CODED[field]))
    return tuple(row["id"] for row in _rows(field))


def _rows(field: str) -> Records:
    """The values that the record has for a field, each with its events in the whole of it."""
    return (
        reads.read_records(LISTED[field])
        if field in LISTED
        else reads.read_records(queries.list_others, field)
    )


def list_choices() -> dict[str, tuple[str, ...]]:
    """By parameter of the address every value that it may hold."""
    return {name: list_ids(field) for name, field in MANY.items()}


def read_facet(field: str, filters: Filters) -> Facet:
    """The values of a field with the events that each leaves under the other filters."""
    others = queries.without(filters, field)
    return _facet(field, others, others != filters or others.is_empty)


def describe_match(filters: Filters) -> str:
    """`Any of them: 45 events; all of them: none.`: what either way of joining organisations would leave."""
    any_of, all_of = (_count_events(replace(filters, match_all=is_all)) for is_all in (False, True))
    return f"Any of them: {markup.count_noun(any_of, 'event')}; all of them: {all_of or 'none'}."


@reads.cache_few_per_build
def _facet(field: str, others: Filters, is_alone: bool) -> Facet:
    counts, names = _counts(field, others, is_alone), _names(field)
    ids = sorted(list_ids(field), key=lambda value: not counts[value])
    spellings = _spellings(field)
    labels = {
        value: SEPARATOR.join((f"{names[value]} ({counts[value]:,})", *spellings.get(value, ())))
        for value in ids
    }
    return Facet(labels, {names[value]: value for value in ids})


def _counts(field: str, others: Filters, is_alone: bool) -> Counter[str]:
    """By value its events. Fields without a filter share one read; those of the whole record are stored."""
    if field == "roles":
        return Counter({role: _count_events(replace(others, roles=(role,))) for role in list_ids("roles")})
    if others.is_empty and field not in CODED:
        return Counter({row["id"]: row["events"] for row in _rows(field)})
    rows = reads.read_records(queries.count_values, others, field if is_alone else "")
    return Counter({row["value"]: row["events"] for row in rows if row["field"] == field})


def _count_events(filters: Filters) -> int:
    return int(reads.read_records(event_queries.count_events, filters)[0]["events"])


def _name_of(label: str) -> str:
    """The name that a label begins with."""
    return label.partition(SEPARATOR)[0].rpartition(" (")[0]


@reads.cache_per_build
def _names(field: str) -> dict[str, str]:
    """The name of each value; its id beside it where several have the same."""
    words = reads.filter_names()
    names = {value: words.get((field, value), value).replace(SEPARATOR, ", ") for value in list_ids(field)}
    often = Counter(names.values())
    return {value: name if often[name] == 1 else f"{name} ({value})" for value, name in names.items()}


@reads.cache_per_build
def _spellings(field: str) -> dict[str, list[str]]:
    """What else each value is called, and all that in plain Latin letters, where it differs."""
    names = _names(field)
    spelled: dict[str, list[str]] = {value: [] for value in names}
    if field in queries.SPELLED:
        for row in reads.read_records(queries.list_spellings, field):
            if row["id"] in spelled:
                spelled[row["id"]].append(row["spelling"])
    return {value: _differing(names[value], others) for value, others in spelled.items()}


def _differing(name: str, others: list[str]) -> list[str]:
    """Those of the spellings and their plain letters that are not part of what comes before them."""
    before, kept = [name.casefold()], []
    for spelling in (*others, *map(to_plain_letters, (name, *others))):
        if not any(spelling.casefold() in each for each in before):
            before.append(spelling.casefold())
            kept.append(spelling)
    return kept
