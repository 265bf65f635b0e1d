"""In which of its texts a row has the words of a search."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from data.queries.search import texts as queries
from data.values.rows import Records, group_rows
from data.values.text import has_term

OFFICE = "Border Liaison Office (BLO)"
"""What every office is found by."""
LINKED = ("organisations", "people", "places", "countries", "borders", "instruments")
"""Tables whose names count as those of rows that are linked with theirs."""
Read = Callable[..., Records]
"""What reads the rows of a question: its function, and the arguments of that."""


class Text(NamedTuple):
    """A text by which a row is found: the column, or what is called so and is linked with the row."""

    field: str
    text: str
    table: str = ""
    named: str = ""
    name: str = ""


def list_texts(read: Read, table: str, ids: tuple[str, ...], words: str) -> Mapping[str, list[Text]]:
    """By id of these rows every text by which it may be found, its own first."""
    found: dict[str, list[Text]] = defaultdict(list)
    for row in _read_texts(read, table, ids):
        found[row["id"]].append(Text(row["field"], row["text"]))
    linked = group_rows(read(queries.list_linked, table, ids, words) if ids else [], "table")
    for other, own in linked.items():
        if other in LINKED:
            rows = _read_texts(read, other, tuple(dict.fromkeys(row["named"] for row in own)))
            named = {each: [row["text"] for row in some] for each, some in group_rows(rows, "id").items()}
            for row in own:
                spellings = named.get(row["named"], [])
                name = spellings[0] if spellings else ""
                found[row["id"]] += [Text("name", each, other, row["named"], name) for each in spellings]
    if table == "border_liaison_offices":
        for each in ids:
            found[each].append(Text("kind", OFFICE))
    return found


def _read_texts(read: Read, table: str, ids: tuple[str, ...]) -> Records:
    return read(queries.list_texts, table, ids) if ids else []


def choose_texts(known: Sequence[Text], terms: tuple[str, ...]) -> Iterator[Text]:
    """The fewest texts that together have the terms: again the first of those with most that are left."""
    had: dict[Any, set[str]] = {text: {term for term in terms if has_term(text.text, term)} for text in known}
    left = set(terms)
    while best := max(had, key=lambda text: len(had[text] & left), default=None):
        if not had[best] & left:
            return
        yield best
        left -= had[best]
