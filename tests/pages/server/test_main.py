"""The command takes the settings of Streamlit, from its file, the environment and flags."""

from pathlib import Path

from bench.visitor import SOCKET, Visitor
from pages.server.__main__ import FILES
from tests.pages.server.conftest import NAME, Served


def test_the_public_name_comes_from_the_environment(launched: Visitor) -> None:
    for method, path in (("GET", "/ready"), (SOCKET, "/_stcore/stream")):
        assert launched.ask(method, path, {"Host": NAME}).status in (200, 101)
        assert launched.ask(method, path, {"Host": f"other.{NAME}"}).status == 403


def test_the_port_comes_from_the_flag_and_the_address_from_the_file(launched: Visitor) -> None:
    assert launched.port != 8501  # that of the file; fixture `launched` chose another
    assert launched.ask("GET", "/_stcore/health", {}).body == b"ok"


def test_there_are_files_enough_for_all_readers(served: Served) -> None:
    limits = Path(f"/proc/{served.process}/limits").read_text(encoding="utf-8")
    soft = limits.split("Max open files")[1].split()[0]
    assert int(soft) >= FILES
