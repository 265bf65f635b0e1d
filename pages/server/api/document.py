"""What the OpenAPI document says of answers: their bodies, their headers, problems."""

from typing import Any

from pydantic import BaseModel

from pages.server.api import packages, pages, problems


class Page(BaseModel):
    """A page of rows; what its columns mean is in the data dictionary."""

    receipt: dict[str, Any]
    next: str | None
    rows: list[dict[str, Any]]


class Listing(BaseModel):
    """A data set, the settings that it has beside the filters, where its rows are."""

    name: str
    title: str
    settings: list[str]
    json_rows: str
    csv_rows: str


class Package(BaseModel):
    """A data set of several tables, the settings that it has beside the filters, where its package is."""

    name: str
    title: str
    settings: list[str]
    zip: str


class Datasets(BaseModel):
    """All data sets of the build that is served."""

    build: str
    release: str
    datasets: list[Listing]
    packages: list[Package]


Responses = dict[int | str, dict[str, Any]]
TAG = {
    "etag": ("Begins with the build; in If-None-Match it asks for rows only if they have changed.", "string")
}
RECEIPT = {
    f"chegara-{name}": (f"{words} Percent-encoded.", "string") for name, words in pages.RECEIPT.items()
}
PAGED = {
    **RECEIPT,
    "chegara-cursor": ("The cursor of the next page; none on the last.", "string"),
    "link": ("The address of the next page, as rel=next; none on the last, or where it is long.", "string"),
}
NAMED = {"content-disposition": ("The name of the file.", "string")}
WAIT = {"retry-after": ("Seconds to wait.", "integer")}
EXAMPLE = {
    "title": "Unprocessable Entity",
    "status": 422,
    "detail": "limit: Input should be less than or equal to 1000.",
    "parameter": "limit",
    "value": "5000",
}


def _describe(headers: dict[str, tuple[str, str]]) -> dict[str, Any]:
    return {name: {"description": words, "schema": {"type": kind}} for name, (words, kind) in headers.items()}


def _problem(words: str, headers: dict[str, tuple[str, str]] | None = None) -> dict[str, Any]:
    told = {"title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}}
    more = {
        "parameter": {"type": "string", "description": "The parameter that is wrong."},
        "value": {"type": "string", "description": "Its value, where that alone is wrong."},
        "allowed": {
            "type": "array",
            "items": {"type": "string"},
            "description": "What it may be, where that is at most 100 values.",
        },
    }
    schema = {"type": "object", "properties": {**told, **more}, "required": [*told], "examples": [EXAMPLE]}
    return {
        "description": words,
        "headers": _describe(headers or {}),
        "content": {problems.MEDIA: {"schema": schema}},
    }


PROBLEMS: Responses = {
    304: {"description": "The tag in If-None-Match still holds.", "headers": _describe(TAG)},
    404: _problem("There is no such thing."),
    410: _problem("The cursor is of another build."),
    422: _problem("A parameter is not understood, or not known in this build."),
    429: _problem("Too many requests of one client.", WAIT),
    503: _problem("No build can be served, or too many requests wait.", WAIT),
}


def describe_json(
    model: type[BaseModel], words: str, headers: dict[str, tuple[str, str]] | None = None
) -> Responses:
    """What is answered with JSON, and what else may be answered."""
    return {
        **PROBLEMS,
        200: {"model": model, "description": words, "headers": _describe({**TAG, **(headers or {})})},
    }


def describe_file(media: str, words: str, headers: dict[str, tuple[str, str]] | None = None) -> Responses:
    """The same of another kind of file."""
    schema = {"type": "string"} | ({"format": "binary"} if media == packages.MEDIA else {})
    told = {"content": {media: {"schema": schema}}, "description": words}
    return {**PROBLEMS, 200: {**told, "headers": _describe({**TAG, **(headers or {})})}}
