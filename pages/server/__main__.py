"""Serves the dashboard: `python -m pages.server`. Settings and flags are those of `streamlit run`."""

from contextlib import suppress

import click
import uvicorn
from streamlit import config
from streamlit.web import bootstrap
from streamlit.web.cli import configurator_options

from pages.server import loglines, settings
from pages.server.limits import frames
from pages.server.limits.connections import Http, Socket

PING = 30
"""Seconds between two signs of life on a WebSocket, and until silence closes it."""
FAREWELL = 10
"""Seconds for answers that have begun, once it is to stop."""
FILES = 4096
"""File descriptors for `sockets.MOST_SOCKETS` readers, as many who have just left, and other connections."""


@click.command()
@configurator_options
def main(**flags: object) -> None:
    """Serve the dashboard until it is stopped."""
    bootstrap.load_config_options(flags)
    if faults := settings.list_faults():
        raise SystemExit("\n".join(faults))
    from pages.server.launcher import app  # late: it reads the settings

    loglines.install()
    make_room()
    uvicorn.run(
        app,
        host=config.get_option("server.address"),
        port=config.get_option("server.port"),
        http=Http,
        ws=Socket,
        ws_max_size=frames.LARGEST,
        ws_ping_interval=PING,  # this and the next three as `streamlit run` has them
        ws_ping_timeout=PING,
        ws_per_message_deflate=config.get_option("server.enableWebsocketCompression"),
        access_log=False,
        proxy_headers=False,  # who asks is the proxy's business
        server_header=False,
        use_colors=False,
        timeout_graceful_shutdown=FAREWELL,
    )


def make_room() -> None:
    """Raise the limit of open files to FILES where the machine lets us; Windows has none."""
    with suppress(ImportError):
        import resource

        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = FILES if most == resource.RLIM_INFINITY else min(FILES, most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(now, wanted), most))


if __name__ == "__main__":
    main(prog_name="python -m pages.server")
