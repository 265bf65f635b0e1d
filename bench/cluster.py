"""Readers on two app servers, a database and its replica behind a proxy: `python -m bench.cluster`.

All of it runs on this machine, on loopback addresses, and shares its cores with the readers. Meanwhile builds
are published, an app server is killed and started again, the replica is stopped and started again. The same
readers then meet one server on a folder of files. The last line is the result; the exit code is 1 if a page
mixed two builds, a session did not come back, or more downloads were lost than were in flight. `--stay`
starts the parts, prints the address and waits to be stopped.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from bench import cluster_parts, cluster_readers, proxy, reloads
from bench.cluster_parts import Cluster
from bench.cluster_readers import Seen
from bench.load import arguments, percentile
from bench.server import heed_sigterm
from data import store
from etl import pipeline

KILL, START, STOP, RESTART = 0.2, 0.4, 0.6, 0.8
"""When in the series of builds an app server is killed and started, the replica stopped and started."""
BAD = ("mixed", "sessions lost", "downloads lost too many", "errors", "seen late")
"""What must not happen even once."""


def disturb(cluster: Cluster, wanted: int) -> dict[int, Callable[[], None]]:
    """What happens before which build."""
    return {
        int(KILL * wanted): cluster.kill_app,
        int(START * wanted): cluster.start_app,
        int(STOP * wanted): cluster.stop_replica,
        int(RESTART * wanted): cluster.start_replica,
    }


def run_cluster(place: Path, port: int, wanted: argparse.Namespace) -> Seen:
    """The readers on the whole."""
    with ExitStack() as stack:
        cluster = cluster_parts.start(stack, place, port)
        address = cluster.address
        return asyncio.run(
            cluster_readers.read(address, cluster.builds, place, wanted, disturb(cluster, wanted.swaps))
        )


def run_alone(place: Path, port: int, wanted: argparse.Namespace) -> Seen:
    """The same readers on one server that reads files."""
    with ExitStack() as stack:
        builds = place / "builds"
        reloads.make(place / "curated", 0)
        pipeline.build(place / "curated", builds)
        app = cluster_parts.start_app(stack, port, str(builds), place / "log-alone.txt")
        return asyncio.run(cluster_readers.read(app.url, builds, place, wanted, {}))


def rows(alone: Seen, whole: Seen) -> list[tuple[str, float, float]]:
    """What was seen, of one server and of the cluster."""
    found: list[tuple[str, float, float]] = []
    for name in whole.figures:
        found.append((name, alone.figures[name], whole.figures[name]))
    for share in (50, 95):
        one, other = (round(percentile(seen.waits, share / 100), 3) for seen in (alone, whole))
        found.append((f"rerun p{share}, s", one, other))
    one, other = (round(max(seen.returns, default=0.0), 1) for seen in (alone, whole))
    return [*found, ("longest way back, s", one, other)]


def stay(port: int) -> int:
    """Serve the record until it is stopped."""
    with (
        suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory(prefix="chegara-cluster-") as folder,
        ExitStack() as stack,
    ):
        cluster = cluster_parts.start(stack, Path(folder), port, store.CURATED)
        print(f"\n  Chegara: {cluster.address}   (two app servers, a database and its replica)")
        print("  Ctrl+C stops them.")
        print(f"  New builds: CHEGARA_STORE='{cluster.builds}' .venv/bin/python -m etl build\n", flush=True)
        while True:
            time.sleep(60)
    return 0


def main() -> int:
    parser = arguments("cluster")
    parser.add_argument("--stay", action="store_true", help="serve the record, measure nothing")
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--think", type=float, default=10, help="seconds, on average, before each action")
    parser.add_argument("--swaps", type=int, default=20, help="builds to publish")
    parser.add_argument("--pause", type=float, default=3, help="seconds from one build to the next")
    wanted = parser.parse_args()
    if missing := [*proxy.list_missing(), *cluster_parts.list_missing()]:
        print(f"Not on this machine: {', '.join(missing)}", file=sys.stderr)
        return 2
    heed_sigterm()
    port = wanted.port or 8600
    if taken := [each for each in range(port, port + 3) if cluster_parts.is_taken(each)]:
        print(f"Port {taken[0]} is taken; ports {port} to {port + 2} are needed (--port)", file=sys.stderr)
        return 2
    if wanted.stay:
        return stay(port)
    with tempfile.TemporaryDirectory(prefix="chegara-cluster-") as folder:
        whole = run_cluster(Path(folder, "whole"), port, wanted)
        alone = run_alone(Path(folder, "alone"), port + 9, wanted)
    print(f"{'':<28} {'one server':>12} {'cluster':>12}")
    for name, one, other in rows(alone, whole):
        print(f"{name:<28} {one:>12,} {other:>12,}")
    bad = sum(whole.figures[name] for name in BAD)
    print(f"{'FAILED' if bad else 'PASSED'}: {bad} of what must not happen")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
