"""Readers who come back when their server is gone, downloads all the while, and builds published."""

import asyncio
import multiprocessing
import random
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from sqlalchemy import URL
from websockets.exceptions import WebSocketException

from bench import reloads
from bench.people import PAGES
from bench.session import Run, Session
from bench.visitor import Visitor
from etl import pipeline

STREAM = "/_stcore/stream"
DOWNLOADERS = 3
PATIENCE = 60.0
"""Seconds for which a reader tries to come back."""
LATE = 3.0
"""Seconds after its publication from which a page that is asked for must show a build."""
NAMES = (
    "builds published",
    "page runs",
    "new builds seen",
    "downloads",
    "downloads lost",
    "downloads lost too many",
    "sessions that came back",
    "sessions lost",
    "mixed",
    "seen late",
    "errors",
)
Disturbances = Mapping[int, Callable[[], None]]


@dataclass(slots=True)
class Seen:
    """What all readers met."""

    figures: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(NAMES, 0)))
    waits: list[float] = field(default_factory=list)
    returns: list[float] = field(default_factory=list)
    """Seconds from a lost connection to the page being there again."""
    published: list[float] = field(default_factory=list)
    """When each build was published, on the clock of this process."""
    is_over: bool = False


class Reader:
    """Goes from page to page; when its connection is lost it opens the page anew, as a browser does."""

    def __init__(self, url: str, seed: int, seen: Seen, think: float) -> None:
        self._url, self._seen, self._think = url, seen, think
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._session = Session(url)
        self._newest = 0

    async def stay(self) -> None:
        """Read until all is over."""
        await asyncio.sleep(self._chance.uniform(0, self._think))
        await self._come("")
        while not self._seen.is_over:
            await asyncio.sleep(self._chance.uniform(0.5, 1.5) * self._think)
            page = self._chance.choice([*PAGES, "extracts"])
            asked = time.monotonic()
            try:
                self._note(await self._session.follow(page), asked)
            except (WebSocketException, OSError):
                await self._come_back(page)
        await self._session.close()

    async def _come(self, page: str) -> None:
        asked = time.monotonic()
        try:
            self._note(await self._session.open(page), asked)
        except (WebSocketException, OSError):
            await self._come_back(page)

    async def _come_back(self, page: str) -> None:
        lost = time.monotonic()
        while time.monotonic() - lost < PATIENCE:
            self._session = Session(self._url, cookie=self._session.cookie)
            asked = time.monotonic()
            try:
                run = await self._session.open(page)
            except (WebSocketException, OSError):
                await asyncio.sleep(1)
                continue
            self._note(run, asked)
            self._seen.returns.append(time.monotonic() - lost)
            self._seen.figures["sessions that came back"] += 1
            return
        self._seen.figures["sessions lost"] += 1

    def _note(self, run: Run, asked: float) -> None:
        found, figures = reloads.numbers(run), self._seen.figures
        due = max((n for n, when in enumerate(self._seen.published) if when < asked - LATE), default=0)
        figures["page runs"] += 1
        figures["mixed"] += len(found) > 1
        figures["seen late"] += bool(found) and min(found) < due
        figures["new builds seen"] += max(found, default=0) > self._newest
        figures["errors"] += len(run.faults)
        for fault in run.faults:
            print(f"  {fault}")
        self._newest = max(found, default=self._newest)
        self._seen.waits.append(run.seconds)


def _download(url: str, seen: Seen) -> int:
    """Download again and again until all is over; how many were lost one after another at most."""
    visitor, in_a_row, most = Visitor(urlsplit(url).port or 80, "localhost"), 0, 0
    while not seen.is_over:
        try:
            with visitor.reading(STREAM, {}) as shown:
                seat = {"Cookie": shown.cookie.partition(";")[0]}
                is_whole = visitor.ask("GET", shown.media, seat).data > 0
        except (WebSocketException, OSError, httpx.HTTPError):
            is_whole = False
        seen.figures["downloads"] += is_whole
        seen.figures["downloads lost"] += not is_whole
        in_a_row = 0 if is_whole else in_a_row + 1
        most = max(most, in_a_row)
        time.sleep(0.5)
    return most


async def read(
    url: str, builds: Path | URL, place: Path, wanted: Namespace, disturbances: Disturbances
) -> Seen:
    """Publish builds and disturb the parts while all read."""
    seen = Seen(published=[time.monotonic()])
    readers = [
        Reader(url, wanted.seed + number, seen, wanted.think).stay() for number in range(wanted.sessions)
    ]
    downloads = [asyncio.to_thread(_download, url, seen) for _ in range(DOWNLOADERS)]
    gathered = asyncio.gather(*readers)
    lost = asyncio.gather(*downloads)
    await asyncio.sleep(wanted.think)  # until all have come
    await _publish(builds, place, wanted, disturbances, seen)
    await asyncio.sleep(2 * wanted.think)
    seen.is_over = True
    await gathered
    seen.figures["downloads lost too many"] = sum(max(0, most - 1) for most in await lost)
    return seen


async def _publish(
    builds: Path | URL, place: Path, wanted: Namespace, disturbances: Disturbances, seen: Seen
) -> None:
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as other:
        for number in range(1, wanted.swaps + 1):
            if happens := disturbances.get(number):
                await asyncio.to_thread(happens)
            reloads.make(place / "curated", number)
            await loop.run_in_executor(other, pipeline.build, place / "curated", builds)
            seen.published.append(time.monotonic())
            seen.figures["builds published"] += 1
            await asyncio.sleep(wanted.pause)
