"""What each setting may hold. The launcher does not start with a wrong one: none is dropped in silence."""

import os
import re
import socket
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from streamlit import config

from data import store
from data.brief.request import ADDRESS
from data.drafts import folders
from data.values.text import web_address
from pages.server import loglines, metrics, policy
from pages.server.api import pacing
from pages.server.limits import callers
from pages.views.about.record import CONTACT

LONGEST, SHOWN = 2_000, 80
"""Characters of a value, or of an entry of a list; how many of them a message repeats."""
USER = re.compile(r"(?<=://)[^/\s]*@")
"""Of an address, which may hold a password: no message repeats it."""
ALIKE = 0.9
"""From 0 to 1, how much of a name that is misspelt is as it should be."""
SHORTEST_SECRET = 32
LARGEST_PORT = 65_535


class Setting(NamedTuple):
    """`parse` raises ValueError, in words that follow a colon; a secret is not repeated.

    `option` is the name by which Streamlit reads it.
    """

    parse: Callable[[str], object]
    is_list: bool = False
    is_secret: bool = False
    option: str = ""


def parse_folder(text: str) -> Path:
    """A folder that is there, or can be made."""
    path = Path(text)
    found = next(each for each in (path, *path.parents) if _is_there(each))
    if text != text.strip() or not found.is_dir():
        raise ValueError("is the path of a folder, without blanks at its ends; no part of it may be a file")
    return path


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return path == path.parent or path == Path()
    except OSError as error:
        raise ValueError(f"{error.strerror}: give the path of a folder that can be opened") from error
    return True


def parse_curated(text: str) -> Path:
    """A folder that is there."""
    if not (path := parse_folder(text)).is_dir():
        raise ValueError("is the folder of the CSV files; there is none")
    return path


def parse_store(text: str) -> object:
    """A folder, or the address of a database."""
    place = store.parse_place(text)
    return parse_folder(text) if isinstance(place, Path) else place


def parse_token(text: str) -> str:
    """What a header can bear."""
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("is made of letters, digits and signs of ASCII, without blanks")
    return text


def parse_log_form(text: str) -> str:
    if text != "json":
        raise ValueError("is json, or not set for plain lines")
    return text


def parse_cookie_secret(text: str) -> str:
    if len(text) < SHORTEST_SECRET:
        raise ValueError(
            f"has {SHORTEST_SECRET} characters or more (openssl rand -hex 32), or is not set at all"
        )
    return text


def parse_listening_address(text: str) -> str:
    try:
        socket.getaddrinfo(text, None)
    except (OSError, UnicodeError):
        raise ValueError("is an address of this machine, such as 127.0.0.1") from None
    return text


def parse_port(text: str) -> int:
    if not text.isdecimal() or int(text) > LARGEST_PORT:
        raise ValueError(f"is a number from 0 (any that is free) to {LARGEST_PORT}")
    return int(text)


FOLDER, ORIGINS = Setting(parse_folder), Setting(callers.require_origin, is_list=True)
STORE = Setting(parse_store, is_secret=True)
SETTINGS = {
    "CHEGARA_STORE": STORE,
    "CHEGARA_STORE_READ": STORE,
    "CHEGARA_DOCUMENTS": FOLDER,
    folders.SETTING: FOLDER,
    folders.CURATED_SETTING: Setting(parse_curated),
    CONTACT: Setting(web_address),
    ADDRESS: Setting(web_address),
    callers.ORIGINS: ORIGINS,
    policy.FRAMING: ORIGINS,
    pacing.PROXIES: Setting(pacing.require_proxy, is_list=True),
    metrics.TOKEN: Setting(parse_token, is_secret=True),
    loglines.FORM: Setting(parse_log_form),
    "STREAMLIT_SERVER_ALLOWED_HOSTS": Setting(callers.require_allowed_host, option="server.allowedHosts"),
    "STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS": ORIGINS._replace(option="server.corsAllowedOrigins"),
    "STREAMLIT_SERVER_COOKIE_SECRET": Setting(
        parse_cookie_secret, is_secret=True, option="server.cookieSecret"
    ),
    "STREAMLIT_SERVER_ADDRESS": Setting(parse_listening_address, option="server.address"),
    "STREAMLIT_SERVER_PORT": Setting(parse_port, option="server.port"),
}


def list_faults() -> list[str]:
    """A sentence for each setting that is wrong, on the first of its entries that is."""
    found = ((name, _find_fault(setting, _read(name, setting))) for name, setting in SETTINGS.items())
    return [*_list_misspelt(), *(f"{name}: {fault}" for name, fault in found if fault)]


def _list_misspelt() -> list[str]:
    """A sentence for each name that is nearly one of ours; others may be somebody else's."""
    meant = {name: get_close_matches(name, SETTINGS, 1, ALIKE) for name in os.environ if name not in SETTINGS}
    return [f"{name}: there is no such setting; {near[0]} is one" for name, near in meant.items() if near]


def _read(name: str, setting: Setting) -> list[str]:
    """The value, or the entries of a list; none where it is empty, which counts as not set."""
    if setting.option:
        value = config.get_option(setting.option)
        return [str(value)] if isinstance(value, str | int) else list(value or ())
    text = os.environ.get(name, "")
    return text.split() if setting.is_list else [text] * bool(text)


def _find_fault(setting: Setting, texts: list[str]) -> str:
    for text in texts:
        try:
            if len(text) > LONGEST:
                raise ValueError(f"is longer than {LONGEST:,} characters")
            setting.parse(text)
        except ValueError as error:
            found, cut = USER.sub("…@", text)[:SHOWN], "…" if len(text) > SHOWN else ""
            return f"{error}" if setting.is_secret else f"{error} (found {found!r}{cut})"
    return ""
