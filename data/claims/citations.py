"""A source as others cite it - plain, RIS, CSL-JSON - and the address that opens it at chosen words."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import rispy

from data.schema.vocabulary import SourceKind
from data.values.dates import parts
from data.values.text import printable

FORMS = {"plain": "Plain text", "ris": "RIS", "csl": "CSL-JSON"}
RIS_TYPES = {SourceKind.DOCUMENT: "RPRT", SourceKind.WEB_PAGE: "ELEC", SourceKind.DATA_SET: "DATA"}
CSL_TYPES = {SourceKind.DOCUMENT: "report", SourceKind.WEB_PAGE: "webpage", SourceKind.DATA_SET: "dataset"}

Cited = Mapping[str, Any]
"""A row of `sources`, by column; what is not stated is None."""


def add_text_fragment(url: str, anchor: str, prefix: str | None = None, suffix: str | None = None) -> str:
    """`url` with a text fragment, so that a browser opens the page at the anchor.

    Source of the syntax: WICG, URL Fragment Text Directives. In its parts `,`, `&` and `-` have a meaning of
    their own and are encoded like everything else that is no letter or digit.
    """
    before = f"{_percent_encode(prefix)}-," if prefix else ""
    after = f",-{_percent_encode(suffix)}" if suffix else ""
    return f"{url}{'' if '#' in url else '#'}:~:text={before}{_percent_encode(anchor)}{after}"


WITHIN = str.maketrans("“”", "‘’")


def quote_words(words: str) -> str:
    """`words` in quotation marks, unless they already have some; those within become single ones."""
    if words[:1] in '“"«' and words[-1:] in '”"»':
        return words
    return f"“{words.translate(WITHIN)}”"


def format_citations(source: Cited) -> dict[str, str]:
    """The source in each of FORMS."""
    return {"plain": format_plain(source), "ris": format_ris(source), "csl": format_csl(source)}


def format_plain(source: Cited) -> str:
    """`Publisher (date). Title. Address (read date).`; a title of ours is put in square brackets."""
    on = source["published_on"] or "n.d."
    read = f", read {source['read_on']}" if source["read_on"] else ""
    where = f" {source['url']}{read}." if source["url"] else ""
    return f"{printable(source['publisher'])} ({on}). {title_words(source).rstrip('.')}.{where}"


def format_ris(source: Cited) -> str:
    """One RIS record, ending in a line break."""
    return ris_text([ris_record(source)])


def ris_text(records: Sequence[Mapping[str, Any]]) -> str:
    """Records of RIS as a file."""
    text: str = rispy.dumps(records, implementation=_Ris)
    return text


def ris_record(source: Cited) -> dict[str, Any]:
    """The source by the names that rispy has for the tags of RIS."""
    year = {"year": source["published_on"][:4]} if source["published_on"] else {}
    day = {"date": source["published_on"].replace("-", "/")} if source["published_on"] else {}
    read = {"access_date": source["read_on"].replace("-", "/")} if source["read_on"] else {}
    address = {"urls": [source["url"]]} if source["url"] else {}
    return {
        "type_of_reference": RIS_TYPES[SourceKind(source["kind"])],
        "id": source["id"],
        **_authors(source),
        "title": title_words(source),
        "publisher": printable(source["publisher"]),
        "language": source["language"],
        **year,
        **day,
        **read,
        **address,
    }


def _authors(source: Cited) -> dict[str, list[str]]:
    """The publisher as author, unless it holds a comma, which RIS takes for the end of a family name.

    Then the record has the publisher alone, whole: RIS knows no way to write such an author.
    """
    publisher = printable(source["publisher"])
    return {} if "," in publisher else {"authors": [publisher]}


def format_csl(source: Cited) -> str:
    """One CSL-JSON item in a list, as reference managers read it."""
    return json.dumps([csl_item(source)], ensure_ascii=False)


def csl_item(source: Cited) -> dict[str, Any]:
    """The source as an item of CSL."""
    publisher = printable(source["publisher"])
    item: dict[str, Any] = {
        "id": source["id"],
        "type": CSL_TYPES[SourceKind(source["kind"])],
        "title": title_words(source),
        "author": [{"literal": publisher}],
        "publisher": publisher,
        "language": source["language"],
    }
    for name, day in (("issued", source["published_on"]), ("accessed", source["read_on"])):
        if day:
            item[name] = {"date-parts": [[part for part in parts(day) if part is not None]]}
    if source["url"]:
        item["URL"] = source["url"]
    return item


class _Ris(rispy.RisWriter):  # type: ignore[misc]
    """Without the line that numbers each record."""

    def set_header(self, count: int) -> str:
        del count
        return ""


def title_words(source: Cited) -> str:
    """The title, or what it reports in our words in square brackets; on one line that any file can hold."""
    return printable(source["title"] or f"[{source['about'].rstrip('.')}]")


def _percent_encode(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
