"""The parameters of a request: filters as in the address of a page, settings, the rows that are wanted.

The model checks lengths, numbers and types before anything is read; what the build must know comes after.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from sqlalchemy import Engine
from starlette.requests import Request as HttpRequest

from data.extracts.datasets import DATASETS
from data.extracts.request import Release, Request, Settings
from data.filters import Filters, Subject
from data.links import MANY, THINGS
from data.recheck.receipt import LONGEST, MOST_VALUES
from data.schema.vocabulary import STATES, EventKind, OrganisationRole, StatementKind
from data.values.dates import parse_day
from data.values.text import ACTING, LONGEST_SEARCH, search_terms
from pages.server.api import cursors, values
from pages.server.api.problems import refuse

MOST_ROWS, USUAL_ROWS = 1_000, 100
"""Rows of a page."""


def _parse(text: object) -> object:
    return parse_day(text) if isinstance(text, str) else text


def _search(words: str) -> str:
    plain = ACTING.sub(" ", words).strip()
    if plain and not search_terms(plain):
        raise ValueError("there is no letter or digit to look for")
    return plain


Value = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]
Values = list[Value]
Day = Annotated[date, BeforeValidator(_parse)]
Number = Annotated[int, Field(ge=0, le=999_999_999)]
Words = Annotated[str, StringConstraints(max_length=LONGEST_SEARCH), AfterValidator(_search)]


def _about(sentence: str, example: str) -> Any:
    return Field(max_length=MOST_VALUES, description=sentence, examples=[[example]])


class NoQuery(BaseModel):
    """No parameters: one that is not named in these classes is refused."""

    model_config = ConfigDict(extra="forbid")


class FilterQuery(NoQuery):
    """The filters, named as in the address of a page."""

    org: Annotated[
        Values, _about("Id of an organisation that took part; several are alternatives.", "unodc")
    ] = []
    match: Annotated[Literal["any", "all"], Field(description="Any of these organisations, or all.")] = "any"
    role: Annotated[
        Values, _about(f"Part that these organisations must have had: {', '.join(OrganisationRole)}.", "host")
    ] = []
    country: Annotated[
        Values, _about("ISO 3166-1 alpha-3 code of a country where it took place.", "KGZ")
    ] = []
    kind: Annotated[Values, _about(f"Kind of event: {', '.join(EventKind)}.", "training")] = []
    theme: Annotated[Values, _about("Id of a theme.", "border-management")] = []
    person: Annotated[Values, _about("Id of a person who spoke or attended.", "aida-kunihiko")] = []
    instrument: Annotated[
        Values, _about("Id of an instrument that it has to do with.", "ashgabat-declaration-2017")
    ] = []
    pair: Annotated[
        Values, _about("Border whose office it opened or was held at, such as TJK-UZB.", "TJK-UZB")
    ] = []
    form: Annotated[Values, _about("Form of the event as the record words it.", "training")] = []
    publisher: Annotated[Values, _about("Publisher that reports it.", "UNODC")] = []
    status: Annotated[
        Values, _about(f"What came of the recommendations made at it: {', '.join(STATES)}.", "done")
    ] = []
    since: Annotated[Day | None, Field(alias="from", description="First day, YYYY-MM-DD.")] = None
    until: Annotated[Day | None, Field(alias="to", description="Last day, YYYY-MM-DD.")] = None
    q: Annotated[Words, Field(description="Words that must all occur.")] = ""
    thing: Annotated[Value | None, Field(description=f"Kind of one thing: {', '.join(THINGS.values())}.")] = (
        None
    )
    id: Annotated[Value | None, Field(description="The id of that thing: what has to do with it.")] = None


class SettingQuery(FilterQuery):
    """The filters, and the settings of one page."""

    known: Annotated[Day | None, Field(description="Offices and their counts as known on this day.")] = None
    border: Annotated[Value | None, Field(description="Offices of this border.")] = None
    addressee: Annotated[Value | None, Field(description="Recommendations addressed to this name.")] = None
    said: Annotated[
        Value | None, Field(description=f"Statements of this kind: {', '.join(StatementKind)}.")
    ] = None
    min: Annotated[Number | None, Field(description="Network: events that a pair shared at least.")] = None
    least: Annotated[Number | None, Field(description="Network: events of an organisation at least.")] = None
    together: Annotated[Literal["yes"] | None, Field(description="Network: joint parts alone.")] = None
    focus: Annotated[Value | None, Field(description="Network: this organisation and its partners.")] = None


class Query(SettingQuery):
    """All parameters of a page of rows."""

    columns: Annotated[
        Literal["all", "own"],
        Field(
            description="“own”: the columns of the table alone, without names of what they refer to, sources "
            "and claims, which are tables themselves; a list of a page keeps all columns before “record_url”."
        ),
    ] = "all"
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS, description="Rows of a page.")] = USUAL_ROWS
    cursor: Annotated[
        str,
        Field(
            max_length=cursors.LONGEST,
            description="As “next” of the page before gives it; blank for the first.",
        ),
    ] = ""


OWN = ("known", "border", "addressee", "said", "min", "least", "together", "focus")
"""Parameters that are settings of one page."""


ONCE = {field.alias or name for name, field in Query.model_fields.items()} - MANY.keys()
"""Parameters that have one value."""


async def refuse_repeated(request: HttpRequest) -> None:  # not in a thread, which takes longer than this
    """ProblemError where one of ONCE is given twice: which of its values is meant cannot be known."""
    given = Counter(name for name, _ in request.query_params.multi_items())
    if repeated := next((name for name, times in given.items() if times > 1 and name in ONCE), None):
        raise refuse(repeated, "it is given more than once.")


def make_request(dataset: str, query: SettingQuery, engine: Engine, release: Release, base: str) -> Request:
    """The request for the rows; ProblemError where a value or a setting is not known."""
    return Request(dataset, make_filters(query, engine), release, _settings(dataset, query, engine), base)


def make_filters(query: FilterQuery, engine: Engine) -> Filters:
    """The filters; ProblemError where the build does not know a value, or two of them exclude each other."""
    kept: dict[str, Any] = {field: tuple(dict.fromkeys(getattr(query, name))) for name, field in MANY.items()}
    for name, field in MANY.items():
        values.check_values(engine, name, kept[field])
    if query.since and query.until and query.since > query.until:
        raise refuse("from", f"{query.since} is after {query.until}, which “to” says.")
    if kept["roles"] and not kept["organisations"]:
        raise refuse("role", "it narrows the part of organisations; give “org” with it.")
    subject = _find_subject(query, engine)
    is_all = query.match == "all" and len(kept["organisations"]) > 1
    return Filters(
        **kept,
        match_all=is_all,
        since=query.since,
        until=query.until,
        words=query.q,
        subject=subject,
    )


def _find_subject(query: FilterQuery, engine: Engine) -> Subject | None:
    if not query.thing and not query.id:
        return None
    if not query.thing or not query.id:
        raise refuse("thing", "it says of what kind the thing is that “id” names; give both.")
    return values.find_subject(engine, query.thing, query.id)


def _settings(dataset: str, query: SettingQuery, engine: Engine) -> Settings:
    """In the order of their names, as they determine a file."""
    given: Mapping[str, Any] = {name: value for name in OWN if (value := getattr(query, name)) is not None}
    if unknown := set(given) - set(DATASETS[dataset].settings):
        raise refuse(min(unknown), f"it is no setting of the data set {dataset}.")
    for name in sorted(given.keys() & values.ALLOWED.keys()):
        values.check_values(engine, name, [given[name]])
    return tuple(sorted((name, str(value)) for name, value in given.items()))
