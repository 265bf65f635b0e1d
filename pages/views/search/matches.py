"""Where the words of a search stand in what it found: said, and marked."""

from collections.abc import Iterator, Mapping

from data.queries.search.matches import Text, choose_texts, list_texts
from data.values.text import search_terms
from pages.views.html import markup
from pages.views.html.kinds import ONE
from pages.views.html.marks import mark_words
from pages.views.html.things import link_thing
from pages.views.search import wording
from pages.views.search.hits import Hit
from pages.views.session import reads


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
    for text in choose_texts(known, terms):
        if text.named:
            yield _draw_linked(text, terms)
        elif text.text == hit.text and text.field != "note":
            yield markup.to_html(f"in the {wording.FIELDS[text.field]}")
        else:
            yield markup.join((f"{wording.FIELDS[text.field]}: ", mark_words(text.text, terms)))


def _draw_linked(text: Text, terms: tuple[str, ...]) -> markup.Safe:
    """`organisation: OSCE, “ОБСЕ”`: its name leads to its page."""
    is_name = text.text == text.name
    name = mark_words(text.name, terms) if is_name else text.name
    spelled = "" if is_name else markup.join((", “", mark_words(text.text, terms), "”"))
    link = link_thing(text.table, text.named, name, drops_search=True)
    return markup.join((f"{ONE[text.table]}: ", link, spelled))


def _list_texts(kind: str, hits: list[Hit], words: str) -> Mapping[str, list[Text]]:
    """By id of a hit every text by which it may be found; of a note the note itself."""
    if kind == "notes":
        return {hit.id: [Text("note", hit.id)] for hit in hits}
    return list_texts(reads.read_records, kind, tuple(hit.id for hit in hits), words)
