"""Sources as BibTeX: names of bodies in braces, so that none is taken for family and given name."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from data.citations.cited import Cited
from data.claims.citations import title_words
from data.schema.vocabulary import SourceKind
from data.values.dates import parts
from data.values.text import printable

TYPES = {SourceKind.DOCUMENT: "techreport", SourceKind.WEB_PAGE: "misc", SourceKind.DATA_SET: "misc"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SIGNS = str.maketrans(
    {
        "\\": "{\\textbackslash}",
        "{": "{\\textbraceleft}",
        "}": "{\\textbraceright}",
        "~": "{\\textasciitilde}",
        "^": "{\\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
"""What TeX reads as more than itself."""


def write(cited: Sequence[Cited]) -> str:
    """An entry a source, keyed by its id."""
    return "\n".join(map(_entry, cited))


def _entry(cited: Cited) -> str:
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(cited))
    return f"@{TYPES[SourceKind(cited.source['kind'])]}{{{cited.source['id']},\n{fields}\n}}\n"


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    source = cited.source
    publisher = f"{{{_text(printable(source['publisher']))}}}"
    yield "author", f"{{{publisher}}}"
    yield "title", f"{{{{{_text(title_words(source))}}}}}"
    yield ("institution" if source["kind"] == SourceKind.DOCUMENT else "publisher"), publisher
    if source["published_on"]:
        year, month, day = parts(source["published_on"])
        yield "year", f"{{{year}}}"
        yield from [("month", MONTHS[month - 1])] if month else []
        yield from [("day", f"{{{day}}}")] if day else []
    if source["url"]:
        yield "url", f"{{{quote(source['url'], safe=':/?#[]@!$&()*+,;=%~-._')}}}"
    if source["read_on"]:
        yield "urldate", f"{{{source['read_on']}}}"
    yield "language", f"{{{source['language']}}}"
    if cited.passages:
        yield "note", f"{{{_text(cited.note)}}}"


def _text(text: str) -> str:
    return text.translate(SIGNS)
