"""Sources as text in a style of the Citation Style Language, by citeproc-py."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
    model,
)
from citeproc.source.json import CiteProcJSON

from data.citations.cited import Cited
from data.claims.citations import csl_item

FOLDER = Path(__file__).parent / "csl"
STYLES = {"chicago": "Chicago, notes", "apa": "APA", "un": "United Nations, footnotes"}
NOTES = ("chicago", "un")
"""Styles whose entries are footnotes; those of others are entries of a list."""


def format_sources(cited: Sequence[Cited], style: str) -> list[str]:
    """A text a source, in the order given; names of publishers stay whole."""
    items = [_item(place, each) for place, each in enumerate(cited)]
    bibliography = CitationStylesBibliography(_style(style), CiteProcJSON(items), formatter.plain)
    citations = [Citation([CitationItem(item["id"])]) for item in items]
    for citation in citations:
        bibliography.register(citation)
    if style in NOTES:
        return [_unquoted(str(bibliography.cite(citation, _missing))) for citation in citations]
    order = list(bibliography.keys)
    texts = dict(zip(order, map(str, bibliography.bibliography()), strict=True))
    return [texts[item["id"]] for item in items]


def _item(place: int, cited: Cited) -> dict[str, Any]:
    """The item under a key of ours."""
    item = csl_item(cited.source)
    del item["publisher"]  # it is the author, and would be named twice
    own = {"language": "zxx"} if not cited.source["title"] else {}  # our words are not put into title case
    return item | {"id": f"s{place}"} | own


def _unquoted(text: str) -> str:
    """A title of ours stands in square brackets alone."""
    return text.replace("“[", "[").replace("]”", "]")


@cache
def _style(name: str) -> Any:
    style = CitationStylesStyle(str(FOLDER / f"{name}.csl"), validate=False)
    _KEPT[style.root] = list(style.root.iter())
    return style


_KEPT: dict[Any, list[Any]] = {}
"""The elements of each style: kept, so that lxml makes none anew and each stays the same object."""


@cache
def _macro(root: Any, name: str) -> Any:
    return next(each for each in _KEPT[root] if each.tag.endswith("}macro") and each.get("name") == name)


@cache
def _calls_variable(element: Any) -> bool:
    return any(child.calls_variable() for child in element.iterchildren())


def _speed_up() -> None:
    """Have citeproc look up once what a style says, and not again for every source: half of its time."""
    model.CitationStylesElement.get_macro = lambda element, name: _macro(element.get_root(), name)
    model.Parent.calls_variable = lambda element: _calls_variable(element)


_speed_up()


def _missing(item: CitationItem) -> str:
    raise KeyError(item.key)
