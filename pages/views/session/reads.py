"""Cached reads: the only place where pages reach the store.

Every read is cached per build, so a new build is seen at the next click and an old one never mixes in.
What is cached is shared by all sessions: Streamlit's `cache_data` would copy it at every call, which cost a
rerun more than reading the store does.
"""

import sqlite3
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache, partial, wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

import pandas as pd
import streamlit as st
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from data import engines
from data.extracts import export
from data.filters import FilterNames
from data.store import AnyBuild, LostBuildError
from data.values.rows import Records

BUILD = "build"
KEPT = 512
"""Results of each kind that are cached, the most recent ones."""
LARGE, LONG = 64, 16
"""The same, of what is large, and of lists that may have a thousand rows."""
P = ParamSpec("P")
T = TypeVar("T")


class Pin(NamedTuple):
    """The build that a run shows, and the stamp of it, so that one made anew is opened anew."""

    build: AnyBuild
    stamp: tuple[int, int, int, int]


PINNED: ContextVar[Pin | None] = ContextVar("pinned", default=None)
"""The build of the run in this thread: each of a hundred reads asks, and the session answers slowly."""


@lru_cache(3)
def _engine(pin: Pin) -> Engine:
    return pin.build.open()


@lru_cache(KEPT)
def _frame(pin: Pin, ask: Callable[..., Any], arguments: tuple[Any, ...]) -> pd.DataFrame:
    return engines.read_frame(_engine(pin), ask(*arguments))


def read_frame(ask: Callable[..., Any], *arguments: Any) -> pd.DataFrame:
    """The rows of the query that `ask` builds from `arguments` (hashable), from the build this run shows."""
    return _read_or_rerun(_frame, ask, arguments).copy(deep=False)


def _fetch(pin: Pin, ask: Callable[..., Any], arguments: tuple[Any, ...]) -> Records:
    return engines.read_records(_engine(pin), ask(*arguments))


_records = lru_cache(KEPT)(_fetch)


def read_records(ask: Callable[..., Any], *arguments: Any) -> Records:
    """`read_frame` as rows by column name; what is not stated is None. They are shared: never change one."""
    return list(_read_or_rerun(_records, ask, arguments))


def read_uncached(ask: Callable[..., Any], *arguments: Any) -> Records:
    """`read_records` without the cache: for long lists of which the caller caches what it makes."""
    return _read_or_rerun(_fetch, ask, arguments)


def _read_or_rerun(cached: Callable[..., T], ask: Callable[..., Any], arguments: tuple[Any, ...]) -> T:
    """From the cache or the store; where the build of this run was deleted since, the run starts over.

    Only the last three builds are kept, so this needs three new ones within one run.
    """
    pin = current_pin()
    try:
        return cached(pin, ask, arguments)
    except (OperationalError, sqlite3.OperationalError, LostBuildError):
        if not pin.build.is_there():
            st.rerun()
        raise


def frame_reader(ask: Callable[..., Any], *arguments: Any) -> Callable[[], pd.DataFrame]:
    """`read_frame` for after the run, e.g. when a download is pressed: of the build that this run shows."""
    return partial(_frame, current_pin(), ask, arguments)


def cache_per_build(make: Callable[P, T], most: int = KEPT) -> Callable[P, T]:
    """Have `make` work once per build and arguments (hashable) for all sessions: what it makes is shared.

    For what reads the store and draws nothing. Nobody may change the result.
    """

    @lru_cache(most)
    def made(_: Pin, call: Any) -> T:
        arguments, named = call
        return make(*arguments, **dict(named))

    @wraps(make)
    def kept(*arguments: P.args, **named: P.kwargs) -> T:
        return made(current_pin(), (arguments, tuple(named.items())))

    return kept


def cache_few_per_build(make: Callable[P, T]) -> Callable[P, T]:
    """`cache_per_build` for large results, such as pictures and whole tables: the most recent are kept."""
    return cache_per_build(make, LARGE)


def cache_lists_per_build(make: Callable[P, T]) -> Callable[P, T]:
    """`cache_few_per_build` for lists that may have a thousand rows."""
    return cache_per_build(make, LONG)


def current_pin() -> Pin:
    """The build that this run shows; until it has chosen, as in callbacks, that of the run before."""
    pin: Pin = PINNED.get() or st.session_state[BUILD]
    return pin


def current_engine() -> Engine:
    """The store of the build that this run shows: for what is read after the run."""
    return open_engine(current_pin())


def open_engine(pin: Pin) -> Engine:
    """The store of a build, opened once."""
    return _engine(pin)


def build_id() -> str:
    """The id of the build that this run shows."""
    return current_pin().build.id


def publication_time() -> datetime:
    """When the build that this run shows was published, in UTC."""
    return datetime.fromtimestamp(current_pin().stamp[0] / 1e9, tz=UTC)


@cache_per_build
def filter_names() -> FilterNames:
    """The words for every id and coded value that a filter may hold."""
    return export.filter_names(current_engine())
