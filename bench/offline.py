"""A browser without a network for a minute, then with one again: `python -m bench.offline --seconds 60`.

Once its connections end, once nothing passes: the page must go on with its filters, and take one more.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Error

from bench.browsing import browser
from bench.load import builds
from bench.server import start
from tests.e2e.line import line
from tests.e2e.test_server import goes_on


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.offline")
    parser.add_argument("--seconds", type=float, default=60)
    wanted = parser.parse_args()
    failed = 0
    with (
        tempfile.TemporaryDirectory(prefix="chegara-offline-") as place,
        start(builds(Path(place))) as server,
        browser() as chromium,
    ):
        for way, is_cut in (("connections end", True), ("nothing passes", False)):
            with line(server.url) as made:
                page = chromium.new_page()
                try:
                    before, after = goes_on(page, made, wanted.seconds, is_cut=is_cut)
                    print(f"{wanted.seconds:g} s, {way}: {before} events as before, {after} when filtered")
                except (AssertionError, Error) as error:
                    failed += 1
                    print(f"{wanted.seconds:g} s, {way}: {error}")
                page.close()
    print(f"{'FAILED' if failed else 'PASSED'}: {failed} of what must not happen")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
