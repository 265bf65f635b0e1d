"""The doors of the launcher: all of them are written down, and each lets in only what it must."""

import re
import subprocess
import sys

from bench import doors
from bench.visitor import Visitor
from data import store

GUIDE = store.ROOT / "docs" / "deploy" / "README.md"


def _token(launched: Visitor) -> dict[str, str]:
    cookie = launched.ask("GET", "/_stcore/health", {}).headers["set-cookie"].split(";")[0]
    return {"Cookie": cookie, "X-Xsrftoken": cookie.split("=", 1)[1]}


def test_every_route_is_in_the_guide_and_has_an_address_to_try() -> None:
    known = doors.routes()
    written = re.findall(r"^\| `(/[^`]*)`", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {path or "/" for _, path in known} == set(written)
    assert {door.route for door in doors.doors(known, "session", "/media/x", "x.js")} == {p for _, p in known}


def test_an_upload_needs_a_token_a_session_and_a_size_within_the_limit(launched: Visitor) -> None:
    with launched.reading("/_stcore/stream", {}) as shown:
        path = f"/_stcore/upload_file/{shown.session}/file"
        assert launched.ask("PUT", path, {}, b"1").status == 403
        token = _token(launched)
        assert launched.ask("PUT", "/_stcore/upload_file/nobody/file", token, b"1").status == 400
        assert launched.ask("PUT", path, token, b"1" * (26 * 1024 * 1024)).status == 413
        assert launched.ask("PUT", path, token, b"1").status == 204


def test_no_path_leads_out_of_the_page(launched: Visitor) -> None:
    for path in ("/..%2fapp.py", "/static/..%2f..%2f..%2fapp.py", "/%5c..%5capp.py", "/media/..%2fapp.py"):
        answer = launched.ask("GET", path, {})
        assert (answer.status, answer.data) in ((400, 0), (404, 0)), path


def test_no_page_is_an_app_of_its_own_even_before_the_first_visit() -> None:
    """Streamlit decides by the folder `pages/`, at the first session, unless it is told."""
    code = (
        "import pages.server.launcher;"
        "from streamlit.runtime.pages_manager import PagesManager;"
        "print(PagesManager.uses_pages_directory)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=store.ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
