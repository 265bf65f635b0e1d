"""The way in for programs: random requests, and a page of rows beside Datasette's: `python -m bench.api`.

Requests are drawn from the OpenAPI document by schemathesis, every second one with values that the build
knows, and answered in this process; none may fail on the server's side, and each answer must be as
documented.
Then a page of 1,000 events as JSON, both over HTTP on this machine: of rows that nobody asked for before,
and as it is given again, beside Datasette's JSON of the same rows. Times in ms: wall, or with `--clock cpu`
what each server used, for a machine that others use too. It never fails by time.
"""

import argparse
import json
import os
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

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
"""Twice as many rounds are fewer than one client may ask for at once."""
PATIENCE = 120
"""Seconds that an answer may take: a package of the whole record on a busy machine."""
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


class Page(NamedTuple):
    """Times of a page of JSON: of new rows, given again, and Datasette's."""

    events: int
    first: Times
    again: Times
    theirs: Times

    def row(self) -> tuple[object, ...]:
        *ours, theirs = [each.median for each in (self.first, self.again, self.theirs)]
        return (self.events, *ours, theirs, *(ratio(theirs, own) for own in ours))


def measure(events: int, place: Path, seconds: float, clock: Clock) -> Page:
    """Pages of 1,000 events of a store: one after another, then the first of them again."""
    builds = builds_for(events)
    with (
        peer.serve(peer.make_copy(current_build(builds), place), place / "datasette.log") as address,
        serving(builds, place / "log.txt") as url,
    ):
        wait_until(f"{url}/ready")
        theirs = f"{address}.json?_size={MOST_ROWS}&_shape=objects&_nosuggest=1&_nofacet=1&_nocount=1"
        rows = f"{url}/api/v1/data/events"
        return Page(
            events,
            _time_new_rows(rows, clock),
            _time(f"{rows}?limit={MOST_ROWS}", seconds, clock),
            _time(theirs, seconds, clock),
        )


def _time_new_rows(rows: str, clock: Clock) -> Times:
    """Page after page; the first is a warm-up and does not count, unless there are few."""
    found: list[float] = []
    following: str | None = f"{rows}?limit={MOST_ROWS}"
    while following and len(found) < ROUNDS:
        began = clock()
        with urlopen(following, timeout=900) as answer:  # noqa: S310 - our own address
            content = answer.read()
        found.append(1000 * (clock() - began))
        following = json.loads(content)["next"]
    return Times(tuple(found[1:] if len(found) > 3 else found))


def _time(address: str, seconds: float, clock: Clock) -> Times:
    peer.fetch(address)
    return measure_times(lambda: peer.fetch(address), ROUNDS, seconds, clock)


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
        pages = [measure(events, Path(place), wanted.seconds, clock) for events in wanted.events]
    print(
        table(
            ("events", "new rows", "again", "Datasette", "to new rows", "to again"),
            [page.row() for page in pages],
        )
    )
    for page in (page for page in pages if page.events >= MOST_ROWS):
        verdict = compare_with_goal(ratio(page.theirs.median, page.first.median), GOAL, at_least=True)
        print(f"{format_size(page.events)}: a page of new rows is {verdict} times as fast as Datasette's")


if __name__ == "__main__":
    main()
