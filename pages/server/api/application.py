"""The way in for programs: rows as JSON and CSV, feeds, and the OpenAPI document that describes them."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Path
from fastapi import Query as InAddress
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from pydantic import AfterValidator
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from data.brief.request import public_address
from data.extracts.datasets import DATASETS
from data.links import MANY
from pages.server.addresses import PROGRAMS
from pages.server.api import document, feeds, packages, pages, problems
from pages.server.api.answers import Answers, Plan, Served, find_path
from pages.server.api.bodies import Body
from pages.server.api.cursors import read_cursor
from pages.server.api.document import Datasets, Listing, Package, Page, describe_file, describe_json
from pages.server.api.pacing import Pacing, list_proxies
from pages.server.api.parameters import (
    OWN,
    FilterQuery,
    NoQuery,
    Query,
    SettingQuery,
    make_filters,
    make_request,
    refuse_repeated,
)
from pages.server.api.problems import ProblemError
from pages.server.limits import callers

ROOT = f"/{PROGRAMS}".rstrip("/")
NAMES = [name for name, one in DATASETS.items() if one.has_rows and {*one.settings} <= {*MANY, *OWN}]
"""Data sets of one table whose settings are parameters."""
ABOUT = (
    "Read-only. Rows are those of the JSON Lines and CSV files of the dashboard, under the filters of its "
    "addresses. An ETag holds for one build of the record, and so does a cursor. Headers that begin with "
    "`chegara-` are the receipt, percent-encoded."
)


def _one_of(names: list[str], others: list[str], end: str) -> Any:
    def check(name: str) -> str:
        if name in others:
            raise ValueError(f"This data set has another form: ask for {ROOT}/data/{name}{end}.")
        if name not in names:
            raise ValueError(f"There is no such data set; {ROOT}/data lists them all.")
        return name

    return AfterValidator(check), Path(description="A data set.", json_schema_extra={"enum": names})


Name = Annotated[str, *_one_of(NAMES, packages.NAMES, ".zip")]
PackageName = Annotated[str, *_one_of(packages.NAMES, NAMES, "")]


def make_application(pacing: Pacing | None = None) -> FastAPI:
    """The application; its memory of clients and of answers is its own."""
    app = FastAPI(
        title="Chegara",
        version="1",
        description=ABOUT,
        openapi_url=f"{ROOT}/openapi.json",
        docs_url=None,  # they would load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(refuse_repeated)],
        servers=[{"url": public_address() or find_path() or "/"}],
    )
    if origins := callers.list_program_origins():
        exposed = [*document.TAG, *document.PAGED, *document.NAMED, *document.WAIT]
        app.add_middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=["GET", "HEAD"],
            allow_headers=["if-none-match"],
            expose_headers=exposed,
        )
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list_proxies())
    app.add_exception_handler(ProblemError, _answer_problem)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_unknown)
    app.add_exception_handler(Exception, _answer_fault)
    _add_routes(app, Answers(pacing or Pacing()))
    return app


def _add_routes(app: FastAPI, answers: Answers) -> None:
    async def list_datasets(request: Request, _: Annotated[NoQuery, InAddress()]) -> Response:
        """The data sets that can be asked for."""
        return await answers.give(request, "application/json", _plan_list)

    async def read_csv(request: Request, dataset: Name, query: Annotated[Query, InAddress()]) -> Response:
        """A page of rows as CSV; pages one after another are the file that the dashboard gives."""
        return await answers.give(request, "text/csv", partial(_plan_page, dataset, query, "csv"))

    async def read_json(request: Request, dataset: Name, query: Annotated[Query, InAddress()]) -> Response:
        """A page of rows as JSON, with its receipt and the address of the next page."""
        return await answers.give(request, "application/json", partial(_plan_page, dataset, query, "json"))

    async def read_package(
        request: Request, dataset: PackageName, query: Annotated[SettingQuery, InAddress()]
    ) -> Response:
        """Several tables as a data package: the file that the dashboard gives."""
        return await answers.give(request, packages.MEDIA, partial(_plan_package, dataset, query))

    async def read_events_feed(request: Request, query: Annotated[FilterQuery, InAddress()]) -> Response:
        """The newest events that match, as an Atom feed."""
        return await answers.give(request, feeds.MEDIA, partial(_plan_events, query))

    async def read_releases_feed(request: Request, _: Annotated[NoQuery, InAddress()]) -> Response:
        """The releases of the record, as an Atom feed."""
        return await answers.give(request, feeds.MEDIA, _plan_releases)

    def add(path: str, read: Callable[..., Any], described: document.Responses) -> None:
        name = read.__name__
        app.get(f"{ROOT}{path}", responses=described, response_class=Response, operation_id=name)(read)
        app.head(f"{ROOT}{path}", include_in_schema=False)(read)

    add("/data", list_datasets, describe_json(Datasets, "The data sets."))
    add("/data/{dataset}.csv", read_csv, describe_file("text/csv", "Rows.", document.PAGED))
    add("/data/{dataset}.zip", read_package, describe_file(packages.MEDIA, "A package.", document.NAMED))
    add("/data/{dataset}", read_json, describe_json(Page, "Rows with their receipt.", document.PAGED))
    add("/feeds/events", read_events_feed, describe_file(feeds.MEDIA, "A feed."))
    add("/feeds/releases", read_releases_feed, describe_file(feeds.MEDIA, "A feed."))


def _plan_list(served: Served) -> Plan:
    def make() -> Body:
        rows = f"{served.base}{pages.DATA}/"
        listed = [
            Listing(**_describe(name), json_rows=f"{rows}{name}", csv_rows=f"{rows}{name}.csv")
            for name in NAMES
        ]
        packed = [Package(**_describe(name), zip=f"{rows}{name}.zip") for name in packages.NAMES]
        build, release = served.release.build, served.release.name
        told = Datasets(build=build, release=release, datasets=listed, packages=packed)
        return Body(told.model_dump_json().encode(), {})

    return Plan(("list",), make)


def _describe(name: str) -> dict[str, Any]:
    given = DATASETS[name]
    settings = [each for each in given.settings if each in OWN]  # the others are filters here
    return {"name": name, "title": given.title, "settings": settings}


def _plan_package(dataset: str, query: SettingQuery, served: Served) -> Plan:
    asked = make_request(dataset, query, served.engine, served.release, served.base)
    return Plan(("package", asked), lambda: packages.write_package(asked, served.engine))


def _plan_page(dataset: str, query: Query, form: str, served: Served) -> Plan:
    asked = make_request(dataset, query, served.engine, served.release, served.base)
    first = read_cursor(asked, query.cursor)
    wanted = pages.PageRequest(asked, form, first, query.limit, query.columns == "own")
    return Plan((wanted,), lambda: pages.write_page(wanted, served.engine))


def _plan_events(query: Any, served: Served) -> Plan:
    filters = make_filters(query, served.engine)

    def make() -> Body:
        own = f"{served.base}{ROOT}/feeds/events"
        return Body(feeds.write_events(served.engine, served.release, filters, served.base, own), {})

    return Plan(("events", filters), make)


def _plan_releases(served: Served) -> Plan:
    own = f"{served.base}{ROOT}/feeds/releases"
    return Plan(("releases",), lambda: Body(feeds.write_releases(served.base, own), {}))


def _answer_problem(_: Request, problem: Exception) -> Response:
    return problem.answer() if isinstance(problem, ProblemError) else _answer_fault(_, problem)


def _answer_invalid(_: Request, error: Exception) -> Response:
    return problems.explain_invalid(getattr(error, "errors")()).answer()  # noqa: B009


def _answer_unknown(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    if status == 405:
        allowed = {"allow": "GET, HEAD"}
        return ProblemError(405, "This is read-only: GET and HEAD are answered.", allowed).answer()
    sentence = f"There is nothing at this address; {ROOT}/openapi.json says what there is."
    return ProblemError(404, sentence).answer()


def _answer_fault(_: Request, __: Exception) -> Response:
    return ProblemError(500, "The server has failed; its log says why.").answer()
