"""What operators measure, in the text format of Prometheus: to this machine alone, or to who has a token."""

import asyncio
import hmac
import os
from collections.abc import Iterator

from prometheus_client import CONTENT_TYPE_LATEST, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.views.session.runs import REGISTRY

PATH, TOKEN = "/metrics", "CHEGARA_METRICS_TOKEN"
HERE = ("127.0.0.1", "::1")


class ServedBuild(Collector):
    """Which build is served, and whether it is the newest."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """One gauge of 1, whose labels say it."""
        from pages.server import state  # late, as in `health`

        said = state.current_state()
        labels = ("status", "build", "release")
        found = GaugeMetricFamily("chegara_build_info", "The build that is served.", labels=labels)
        found.add_metric([said.get(name, "") for name in labels], 1)
        yield found


ProcessCollector(registry=REGISTRY)
REGISTRY.register(ServedBuild())


async def answer(request: Request) -> Response:
    """All figures, or 403."""
    if not is_allowed(request):
        return PlainTextResponse("Forbidden", 403)
    body = await asyncio.to_thread(generate_latest, REGISTRY)
    return Response(body, headers={"cache-control": "no-store", "content-type": CONTENT_TYPE_LATEST})


def is_allowed(request: Request) -> bool:
    """Whether the token of the setting is shown; without a setting, whether nobody but this machine asks."""
    token = os.environ.get(TOKEN, "")
    if token:
        shown = request.headers.get("authorization", "")
        return hmac.compare_digest(shown.encode(), f"Bearer {token}".encode())
    is_here = request.client is not None and request.client.host in HERE
    return is_here and "x-forwarded-for" not in request.headers  # a proxy here asks for somebody elsewhere
