"""Where the words of a search stand in what it found: said, and marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from data.queries.search import texts as queries
from data.values.rows import Records
from data.values.text import has_term, search_terms
from pages.views.html import markup
from pages.views.html.marks import mark_words
from pages.views.html.things import link_thing
from pages.views.search import wording
from pages.views.search.hits import Hit
from pages.views.session import reads


class Text(NamedTuple):
    """A text by which a row is found: the column, or what is called so and is linked with the row."""

    field: str
    text: str
    table: str = ""
    named: str = ""
    name: str = ""


def draw_hits(kind: str, hits: list[Hit], words: str) -> markup.Safe:
    """The hits as a list: each a link with the words marked, its facts, and where the words stand."""
    terms = tuple(dict.fromkeys(search_terms(words)))
    known = _list_texts(kind, hits, words)
    items = (markup.tag("li", _draw(hit, known[hit.id], terms, kind)) for hit in hits)
    return markup.tag("ol", markup.join(items), "hits")


def _draw(hit: Hit, known: list[Text], terms: tuple[str, ...], kind: str) -> markup.Safe:
    first = markup.to_html(hit.text) if kind == "notes" else mark_words(hit.text, terms)
    parts = (
        link_thing(hit.table, hit.opens, first, drops_search=True),
        markup.tag("div", hit.facts, "small") if hit.facts else "",
        markup.tag("div", markup.join(_say_where(hit, known, terms), " · "), "where"),
    )
    return markup.join(parts)


def _say_where(hit: Hit, known: list[Text], terms: tuple[str, ...]) -> Iterator[markup.Safe]:
    """The fewest texts that together have the terms."""
    for text in _choose(known, terms):
        if text.named:
            yield _draw_linked(text, terms)
        elif text.text == hit.text and text.field != "note":
            yield markup.to_html(f"in the {wording.FIELDS[text.field]}")
        else:
            yield markup.join((f"{wording.FIELDS[text.field]}: ", mark_words(text.text, terms)))


def _choose(known: list[Text], terms: tuple[str, ...]) -> Iterator[Text]:
    """Again and again the first of the texts with most of the terms that are left."""
    had = {text: {term for term in terms if has_term(text.text, term)} for text in known}
    left = set(terms)
    while best := max(had, key=lambda text: len(had[text] & left), default=None):
        if not had[best] & left:
            return
        yield best
        left -= had[best]


def _draw_linked(text: Text, terms: tuple[str, ...]) -> markup.Safe:
    """`organisation: OSCE, “ОБСЕ”`: its name leads to its page."""
    is_name = text.text == text.name
    name = mark_words(text.name, terms) if is_name else text.name
    spelled = "" if is_name else markup.join((", “", mark_words(text.text, terms), "”"))
    link = link_thing(text.table, text.named, name, drops_search=True)
    return markup.join((f"{wording.LINKED[text.table]}: ", link, spelled))


def _list_texts(kind: str, hits: list[Hit], words: str) -> Mapping[str, list[Text]]:
    """By id of a hit every text by which it may be found, its own first."""
    found: dict[str, list[Text]] = defaultdict(list)
    if kind == "notes":
        return found | {hit.id: [Text("note", hit.id)] for hit in hits}
    ids = tuple(hit.id for hit in hits)
    for row in _read_texts(kind, ids):
        found[row["id"]].append(Text(row["field"], row["text"]))
    linked = reads.read_records(queries.list_linked, kind, ids, words)
    for table in dict.fromkeys(row["table"] for row in linked if row["table"] in wording.LINKED):
        own = [row for row in linked if row["table"] == table]
        named = _group(_read_texts(table, tuple(dict.fromkeys(row["named"] for row in own))))
        for row in own:
            spellings = named.get(row["named"], [])
            name = spellings[0] if spellings else ""
            found[row["id"]] += [Text("name", each, table, row["named"], name) for each in spellings]
    if kind == "border_liaison_offices":
        for each in ids:
            found[each].append(Text("kind", wording.OFFICE))
    return found


def _read_texts(table: str, ids: tuple[str, ...]) -> Records:
    return reads.read_records(queries.list_texts, table, ids) if ids else []


def _group(rows: Iterable[Mapping[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row["id"]].append(row["text"])
    return found
