"""Says so where an address has no page; Streamlit would answer with its first page, or with a blank one."""

from html import escape

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from data.drafts.folders import is_open
from data.links import DESK, PAGES, THINGS, UNLISTED

HOME = next(iter(PAGES))
"""The page at the root: Streamlit knows no other address of it."""
PROGRAMS = "api/v1/"
"""What the addresses begin with that are for programs, and no pages."""
ANSWER = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>No such page: Chegara</title>
<meta name="viewport" content="width=device-width"><style>:root {{ color-scheme: light dark;
font: 1.05rem/1.6 sans-serif }} main {{ max-width: 34rem; margin: 12vh auto; padding: 0 1rem }}</style></head>
<body><main><h1>No such page</h1><p>Chegara has no page at this address. These are its pages:</p>
<ul>{pages}</ul></main></body></html>"""


def list_known() -> set[str]:
    """The addresses that have a page."""
    return {"", "index.html", *PAGES, *UNLISTED, *THINGS.values(), *(DESK if is_open() else ())} - {HOME}


KNOWN = list_known()


class KnownAddresses:
    """Middleware: 404 with links to the pages, in place of Streamlit's document, where none is asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or find_route(scope["path"]) in KNOWN:
            await self.app(scope, receive, send)
            return
        is_replaced = False

        async def replace(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start" and _is_document(message):
                is_replaced = True
                await HTMLResponse(_list_pages(scope), 404)(scope, receive, send)
            elif not is_replaced:
                await send(message)

        await self.app(scope, receive, replace)


def find_route(path: str) -> str:
    """A path without the one that the dashboard is served under."""
    base = config.get_option("server.baseUrlPath").strip("/")
    return path.removeprefix(f"/{base}").removeprefix("/")


def _is_document(start: Message) -> bool:
    """Whether the answer is a page to be seen; a file to be saved, such as a brief, is none."""
    headers = Headers(raw=start["headers"])
    is_page = headers.get("content-type", "").startswith("text/html") and "content-disposition" not in headers
    return start["status"] == 200 and is_page


def _list_pages(scope: Scope) -> str:
    """Links relative to the path, whatever comes before it at a proxy; the filters asked for go with them."""
    up, query = "../" * find_route(scope["path"]).count("/") or "./", scope["query_string"].decode("latin-1")
    ends = (("" if name == HOME else name, title) for name, title in PAGES.items())
    links = (f'<a href="{escape(f"{up}{end}?{query}")}">{title}</a>' for end, title in ends)
    return ANSWER.format(pages="".join(f"<li>{link}</li>" for link in links))
