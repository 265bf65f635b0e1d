"""The way in for programs: random requests, and a page of rows beside Datasette's: `python -m bench.api`.

Requests are drawn from the OpenAPI document by schemathesis, every second one with values that the build
knows, and answered in this process; none may fail on the server's side, and each answer must be as
documented.
Then pages of 1,000 rows as JSON over HTTP on this machine, beside Datasette's JSON of the same rows: with the
columns that Datasette gives, with all, and one that is given again. Times in ms: wall, or with `--clock cpu`
what each server used, for a machine that others use too. It never fails by time.
"""

import argparse
import json
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import Request, urlopen

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from bench import peer
from bench.figures import Times, compare_with_goal, measure_times, ratio, table
from bench.sizes import builds_for, current_build, format_size
from data import store
from data.links import MANY
from pages.server.api.application import make_application
from pages.server.api.pacing import Pacing
from pages.server.api.parameters import MOST_ROWS
from pages.server.api.values import list_known
from tests.e2e.serving import serving, wait_until

REQUESTS, ROUNDS, MOST_SECONDS = 10_000, 16, 20
"""Three times as many rounds are fewer than one client may ask for at once."""
TABLES = ("events", "claims", "event_organisations")
DATASETTE, OWN, ALL, AGAIN = "Datasette", "the same columns", "all columns", "given again"
HEAD = ("events", "table", "rows", "median", "p95", "times as fast")
THEIRS = f"_size={MOST_ROWS}&_shape=objects&_nosuggest=1&_nofacet=1&_nocount=1"
PATIENCE = 120
"""Seconds that an answer may take: a package of the whole record on a busy machine."""
IDLE = 0.03
"""Seconds of CPU in a second of servers that nobody asks."""
GOAL = 5.0
"""Times as fast as Datasette, at least."""
CHECKS = (
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
)
FREELY = HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much
Clock = Callable[[], float]
Known = Mapping[str, Sequence[str]]


def list_values(build: Path) -> Known:
    """By parameter what the build knows."""
    engine = store.open_read_only(build)
    try:
        return {name: sorted(list_known(engine, name)) for name in MANY}
    finally:
        engine.dispose()


def send_random(known: Known, requests: int, number: int = 0) -> Counter[int]:
    """How often each status was answered; the first answer that is not as documented raises.

    `requests` of each path that has parameters, a tenth of packages, drawn from `number`.
    """
    app = make_application(Pacing(at_once=10**9))
    found: Counter[int] = Counter()
    document: Any = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    for each in document.get_all_operations():
        operation = each.ok()
        found += _send(operation, known, requests // (10 if operation.path.endswith(".zip") else 1), number)
    return found


def _send(operation: Any, known: Known, requests: int, number: int) -> Counter[int]:
    found: Counter[int] = Counter()
    dice = random.Random(number)  # noqa: S311 - no secret

    @seed(number)
    @settings(
        max_examples=requests,
        deadline=None,
        database=None,
        suppress_health_check=FREELY,
        phases=[Phase.generate],
    )
    @given(case=operation.as_strategy())
    def send(case: Any) -> None:
        if dice.random() < 0.5:
            case.query = _replace(case.query, known, dice)
        answer = case.call(timeout=PATIENCE)
        found[answer.status_code] += 1
        case.validate_response(answer, checks=list(CHECKS))

    send()
    return found


def _replace(query: Mapping[str, Any], known: Known, dice: random.Random) -> dict[str, Any]:
    """The query with known values in place of drawn ones, and without what no data set takes at once."""
    kept = {name: value for name, value in query.items() if name in ("limit", "match")}
    for name in query.keys() & known.keys():
        kept[name] = dice.sample(known[name], min(len(known[name]), dice.randrange(1, 3)))
    if "from" in query:
        kept["from"] = f"20{dice.randrange(10, 27)}-01-01"
    return kept


class PageTimes(NamedTuple):
    """How long pages of one table took, made so, and how many times as fast as Datasette's that is."""

    events: int
    table: str
    what: str
    times: Times
    faster: float

    def row(self) -> tuple[object, ...]:
        return (self.events, self.table, self.what, self.times.median, self.times.p95, self.faster)


def measure(events: int, place: Path, seconds: float, clock: Clock) -> Iterator[PageTimes]:
    """Pages of 1,000 rows of each table: one after another, then the first of them again."""
    builds = builds_for(events)
    with (
        peer.serve(peer.make_copy(current_build(builds), place), place / "datasette.log") as address,
        serving(builds, place / "log.txt") as url,
    ):
        wait_until(f"{url}/ready")
        _wait_for_rest()
        for number, name in enumerate(TABLES):
            own = f"{url}/api/v1/data/{name}?limit={MOST_ROWS}"
            fetch = partial(_fetch, client=f"192.0.2.{number}")
            again = measure_times(partial(fetch, own), ROUNDS, seconds, clock)
            theirs = _time_new_rows(f"{address.removesuffix('events')}{name}.json?{THEIRS}", fetch, clock)
            for what, times in (
                (DATASETTE, theirs),
                (OWN, _time_new_rows(f"{own}&columns=own", fetch, clock)),
                (ALL, _time_new_rows(own, fetch, clock)),
                (AGAIN, again),
            ):
                yield PageTimes(events, name, what, times, ratio(theirs.median, times.median))


def _wait_for_rest() -> None:
    """Until the servers work no more: the launcher opens all pages before anybody comes."""
    until = time.monotonic() + PATIENCE
    before = -1.0
    while peer.cpu_seconds() - before > IDLE and time.monotonic() < until:
        before = peer.cpu_seconds()
        time.sleep(1)


def _time_new_rows(first: str, fetch: Callable[[str], bytes], clock: Clock) -> Times:
    """Page after page; the first is a warm-up and does not count, unless there are few."""
    found: list[float] = []
    following: str | None = first
    while following and len(found) < ROUNDS:
        began = clock()
        content = fetch(following)
        found.append(1000 * (clock() - began))
        page = json.loads(content)
        following = page.get("next_url") or (page["next"] if "receipt" in page else None)
    return Times(tuple(found[1:] if len(found) > 3 else found))


def _fetch(address: str, client: str) -> bytes:
    """The body; asked for as by this client, because each may ask only so often."""
    with urlopen(Request(address, headers={"x-forwarded-for": client}), timeout=900) as answer:  # noqa: S310 - our own address
        content: bytes = answer.read()
    return content


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--requests", type=int, default=REQUESTS, help="random ones, 0 for none")
    parser.add_argument("--events", type=int, nargs="*", default=[0, 10_000], help="0: the real record")
    parser.add_argument("--seconds", type=float, default=MOST_SECONDS, help="for each figure, at most")
    parser.add_argument(
        "--clock", choices=peer.CLOCKS, default="wall", help="cpu: on a machine that others use"
    )
    wanted = parser.parse_args(arguments)
    clock = peer.CLOCKS[wanted.clock].theirs  # both are servers
    if wanted.requests:
        os.environ["CHEGARA_STORE"] = str(builds_for(0))
        known = list_values(current_build(builds_for(0)))
        found = send_random(known, wanted.requests // 3, 1)
        print(f"{found.total():,} random requests, all answered as documented: {dict(found.most_common())}")
    with tempfile.TemporaryDirectory(prefix="chegara-api-") as place:
        sizes = [measure(events, Path(place), wanted.seconds, clock) for events in wanted.events]
        pages = [*chain.from_iterable(sizes)]
    print(table(HEAD, [page.row() for page in pages]))
    for page in (page for page in pages if page.events >= MOST_ROWS and page.what in (OWN, ALL)):
        verdict = compare_with_goal(page.faster, GOAL, at_least=True)
        print(f"{format_size(page.events)}, {page.table}, {page.what}: {verdict} times as fast")


if __name__ == "__main__":
    main()
