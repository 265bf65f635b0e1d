"""A dashboard served for a bench as the browser tests serve it, once it is ready: the command is theirs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.serving import serving, wait_until

PATIENCE = 300


@contextmanager
def dashboard(builds: Path, log: Path) -> Iterator[str]:
    """Serve the builds by the launcher; the base URL, once all pages were opened, until the block ends."""
    with serving(builds, log) as url:
        wait_until(f"{url}/ready", patience=PATIENCE)
        yield url
