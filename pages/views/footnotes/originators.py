"""Names of originators, also of those that are no organisations of the record."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from data.queries.sources import rows as source_rows
from data.values.text import fold
from pages.views.footnotes import wording
from pages.views.session import reads


@reads.cache_per_build
def originator_names() -> Mapping[str, str]:
    """The name of every originator by its id."""
    rows = reads.read_records(source_rows.list_originators)
    told = name_originators((row["originator"], row["publisher"]) for row in rows)
    known = wording.row_names()
    return MappingProxyType({id_: known.get(("organisations", id_), name) for id_, name in told.items()})


def name_originators(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A name for each originator from pairs of its id and a publisher of its words.

    `Trend (citing TASS)` and `TASS via The Frontier Post` call it `TASS`. The name that its id was made of
    comes first, then what is cited, then the shortest.
    """
    found: dict[str, set[tuple[bool, bool, int, str]]] = {}
    for originator, publisher in pairs:
        name = _cited(publisher)
        rank = (_slug(name) != originator, name == publisher, len(name), name)
        found.setdefault(originator, set()).add(rank)
    return {originator: min(ranks)[-1] for originator, ranks in found.items()}


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", fold(name)))


def _cited(publisher: str) -> str:
    """Whose words a publisher repeats, by its own name in the record; else its name."""
    cited = re.search(r"\(citing (?:the )?(.+)\)$", publisher)
    return (cited[1] if cited else publisher).split(" via ")[0]
