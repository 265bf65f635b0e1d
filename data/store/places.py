"""Where builds are: a folder of files, or a database; what is the same of both."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError

from data.store import builds, schemas
from data.store.builds import Build
from data.store.schemas import SchemaBuild

Place: TypeAlias = Path | URL
AnyBuild: TypeAlias = Build | SchemaBuild
DRIVER = "postgresql+psycopg"
NO_FOLDER = re.compile(r"postgres(ql)?(\+\w+)?:|.*\b(host|dbname|password)\s*=", re.DOTALL)
"""An address without `//`, or in libpq's other form: as a folder, it would be shown with its password."""


def parse_place(text: str) -> Place:
    """A folder, or the database of an address; ValueError for one of another sort, without its text."""
    if "://" not in text:
        if NO_FOLDER.match(text):
            raise ValueError(f"the address of a database begins with {DRIVER}://")
        return Path(text)
    try:
        address = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise ValueError(f"the store is a folder or {DRIVER}://…, and this is neither") from error
    if address.drivername not in (DRIVER, "postgresql"):
        raise ValueError(f"{address.drivername}: the store is a folder or {DRIVER}://…")
    if text != text.strip() or text.count("@") > 1:  # what is behind the first @ would be shown as the host
        raise ValueError("an address has no blanks at its ends and one @ at most: write others as %40")
    if any("password" in name.lower() for name in address.query):  # messages hide the one before the @ alone
        raise ValueError("a password belongs into ~/.pgpass or PGPASSWORD, not behind the ? of an address")
    if unknown := sorted({*address.query} - _list_options()):
        raise ValueError(f"{unknown[0]}: PostgreSQL knows no such option of an address")
    return address.set(drivername=DRIVER)


@cache
def _list_options() -> frozenset[str]:
    """What may stand behind the ? of an address."""
    from psycopg.pq import Conninfo  # late: a folder needs no driver

    return frozenset(option.keyword.decode() for option in Conninfo.get_defaults())


def find_place() -> Place:
    """Where builds are published: setting `CHEGARA_STORE`, else `data/build`."""
    return parse_place(os.environ.get("CHEGARA_STORE") or str(builds.folder()))


def find_place_to_read() -> Place:
    """Where readers find them: setting `CHEGARA_STORE_READ`, as of a replica, else `find_place`."""
    address = os.environ.get("CHEGARA_STORE_READ")
    return parse_place(address) if address else find_place()


def list_all(place: Place) -> Iterator[AnyBuild]:
    """All builds in the order in which to serve them; UnreachableError where the database does not answer."""
    return iter(schemas.list_builds(place)) if isinstance(place, URL) else builds.list_builds(place)


def is_pointed(place: Place) -> bool:
    """Whether what names the build to serve is there: of a folder its pointer, in a database always."""
    return isinstance(place, URL) or bool(builds.list_pointed(place))


def engine_build(engine: Engine) -> AnyBuild:
    """The build that an engine was opened on."""
    found: SchemaBuild | None = engine.get_execution_options().get("build")
    return found or Build(builds.engine_path(engine), None)
