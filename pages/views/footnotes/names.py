"""Names within texts of the record, each leading to the page of the one row that is called so."""

from collections import Counter

from data.links import THINGS
from pages.views.footnotes import wording
from pages.views.html import markup
from pages.views.html.things import link_thing
from pages.views.session import reads


def link_named(table: str, name: str) -> markup.Safe:
    """The name, a link where exactly one row of the table is called so; a word in brackets after it stays."""
    plain, bracket, rest = name.partition(" (")
    identity = _ids().get((table, name)) or _ids().get((table, plain))
    if identity and (table, name) not in _ids():
        return markup.join((link_thing(table, identity, plain), f"{bracket}{rest}"))
    return link_thing(table, identity, name)


def link_each(table: str, names: str, separator: str) -> markup.Safe:
    """Names joined by `separator`, each in this way."""
    return markup.join([link_named(table, name) for name in names.split(separator)], separator)


@reads.cache_per_build
def _ids() -> dict[tuple[str, str], str]:
    """Ids by table and name, of names that one row alone has."""
    named = {key: name for key, name in wording.row_names().items() if key[0] in THINGS}
    often = Counter((table, name) for (table, _), name in named.items())
    return {(table, name): id_ for (table, id_), name in named.items() if often[table, name] == 1}
