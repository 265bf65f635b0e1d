"""Serves the dashboard: `python -m pages.server`. Settings and flags are those of `streamlit run`."""

import click
import uvicorn
from streamlit import config
from streamlit.web import bootstrap
from streamlit.web.cli import configurator_options

from pages.server.launcher import app

MEGABYTE = 1024 * 1024
PING = 30
"""Seconds between two signs of life on a WebSocket, and until silence closes it."""


@click.command()
@configurator_options
def main(**flags: object) -> None:
    """Serve the dashboard until told to stop."""
    bootstrap.load_config_options(flags)
    uvicorn.run(
        app,
        host=config.get_option("server.address"),
        port=config.get_option("server.port"),
        ws="websockets-sansio",  # this and the next four as `streamlit run` has them
        ws_max_size=config.get_option("server.maxMessageSize") * MEGABYTE,
        ws_ping_interval=PING,
        ws_ping_timeout=PING,
        ws_per_message_deflate=config.get_option("server.enableWebsocketCompression"),
        access_log=False,
        proxy_headers=False,  # who asks is the proxy's business
        server_header=False,
    )


if __name__ == "__main__":
    main(prog_name="python -m pages.server")
