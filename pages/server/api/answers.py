"""From a request to its answer: counted, tagged by build, made once, in a thread beside the dashboard."""

import asyncio
import gzip
import hashlib
import re
import sqlite3
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from streamlit import config

from data import store
from data.brief.request import public_address
from data.extracts import export
from data.extracts.request import VERSION, Release
from pages.server.api.bodies import Bodies, Body
from pages.server.api.pacing import Pacing, name_client
from pages.server.api.problems import ProblemError
from pages.server.compression import takes_gzip
from pages.server.limits.callers import PORTS, read_scheme
from pages.views.session import pinning, reads

EDITION = 3
"""Of the answers: raised when the same rows are told in other bytes."""
MOST_BYTES = 32 * 1024 * 1024
"""Of all bodies that are kept in a process."""
SMALL = 1_024
"""Bytes of a body that need no gzip."""
PACKED = "application/zip"
"""Needs no gzip either."""
SOON = {"retry-after": "1"}
TAG = re.compile(r'(?:W/)?("[^"]*")')


class Served(NamedTuple):
    """What is served now, and where: `base` is the address of the dashboard, which `/api/v1` follows."""

    engine: Engine
    release: Release
    base: str


class Plan(NamedTuple):
    """What determines an answer beside the build, and what makes it."""

    what: Hashable
    make: Callable[[], Body]


class Answers:
    """The answers of one process."""

    def __init__(self, pacing: Pacing) -> None:
        self._pacing = pacing
        self._bodies = Bodies(MOST_BYTES)

    async def give(self, request: Request, media: str, plan: Callable[[Served], Plan]) -> Response:
        """The answer; 304 where the tag that the program has still holds. Raises ProblemError."""
        self._pacing.count(name_client(request))
        async with self._pacing.turn():
            return await asyncio.to_thread(self._make, request, media, plan)

    def _make(self, request: Request, media: str, plan: Callable[[Served], Plan]) -> Response:
        try:
            served = find_served(request)
            what, make = plan(served)
            is_packed = media != PACKED and takes_gzip(request.headers)
            tag = make_tag(served, what, media, is_packed)
            headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "accept-encoding"}
            if is_known(request.headers, tag):
                return Response(status_code=304, headers=headers)
            body = self._bodies.get(tag, lambda: _pack(make()) if is_packed else make())
        except store.UnreachableError as error:
            raise ProblemError(503, "The database of the record does not answer.", SOON) from error
        except (OperationalError, sqlite3.OperationalError, store.LostBuildError) as error:
            raise ProblemError(503, "The build was replaced meanwhile; ask again.", SOON) from error
        return Response(body.content, headers={**body.headers, **headers}, media_type=media)


def find_served(request: Request) -> Served:
    """The build that is served now; ProblemError where there is none."""
    pin = pinning.find_build().pin
    if pin is None:
        raise ProblemError(503, "No build of the record can be served now.", {"retry-after": "60"})
    engine = reads.open_engine(pin)
    return Served(engine, _find_release(engine), find_base(request))


def find_base(request: Request) -> str:
    """The address of the dashboard: the setting, else as it was asked for."""
    if public := public_address():
        return public
    scheme = read_scheme(request.headers, request.scope["scheme"])
    host = f"{scheme if scheme in PORTS else 'http'}://{request.headers['host']}"
    return host + find_path()


def find_path() -> str:
    """What the paths of the dashboard follow on its host; mostly nothing."""
    return f"/{config.get_option('server.baseUrlPath').strip('/')}".rstrip("/")


def make_tag(served: Served, what: Hashable, media: str, is_packed: bool) -> str:
    """The ETag: the build, and a digest of all else that determines the bytes."""
    whole = repr((EDITION, VERSION, what, media, is_packed, served.base, served.release))
    return f'"{served.release.build}-{hashlib.sha256(whole.encode()).hexdigest()[:16]}"'


def is_known(headers: Headers, tag: str) -> bool:
    """Whether If-None-Match names the tag, also as a proxy weakens it."""
    known = headers.get("if-none-match", "")
    return known.strip() == "*" or tag in TAG.findall(known)


@lru_cache(3)
def _find_release(engine: Engine) -> Release:
    return export.find_release(engine)


def _pack(body: Body) -> Body:
    if len(body.content) <= SMALL:
        return body
    return Body(gzip.compress(body.content, 1, mtime=0), {**body.headers, "content-encoding": "gzip"})
