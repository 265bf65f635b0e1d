"""Each kind of message is decided; a hostile one costs its sender the connection, nobody else anything."""

from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg

from bench import raw_client
from bench.raw_client import BINARY, frame, rerun, websocket
from bench.visitor import SOCKET
from pages.server.limits import frames
from pages.server.limits.frames import BROKEN, FORBIDDEN, TOO_LARGE, judge
from tests.pages.server.conftest import Served

PASSED = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request", "backend_operation_request"}


def message(kind: str, **fields: Any) -> BackMsg:
    made = BackMsg()
    if BackMsg.DESCRIPTOR.fields_by_name[kind].message_type is None:
        setattr(made, kind, True)
        return made
    getattr(made, kind).SetInParent()
    for name, value in fields.items():
        part = getattr(made, kind)
        if isinstance(value, list):
            getattr(part, name).extend(value)
        else:
            setattr(part, name, value)
    return made


def operation(kind: str) -> BackMsg:
    made = BackMsg()
    getattr(made.backend_operation_request, kind).SetInParent()
    return made


def widgets(number: int, name: str = "w") -> BackMsg:
    made = rerun()
    for _ in range(number):
        made.rerun_script.widget_states.widgets.add(id=name, int_value=1)
    return made


def test_every_kind_of_streamlits_is_decided() -> None:
    kinds = {field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields}
    parts = {field.name for field in BackendOperationRequest.DESCRIPTOR.oneofs_by_name["payload"].fields}
    assert kinds | parts == PASSED | {"deferred_file"} | frames.IGNORED.keys() | frames.REFUSED.keys()
    verdicts = {
        kind: judge(message(kind).SerializeToString()) for kind in kinds - {"backend_operation_request"}
    }
    verdicts |= {part: judge(operation(part).SerializeToString()) for part in parts}
    assert {kind for kind, verdict in verdicts.items() if verdict.code is None} == frames.IGNORED.keys()
    assert {kind for kind, verdict in verdicts.items() if verdict.code == FORBIDDEN} == frames.REFUSED.keys()
    assert verdicts["deferred_file"].cost > verdicts["rerun_script"].cost == 1


HOSTILE: dict[str, tuple[bytes | BackMsg, int]] = {
    "bytes of no message": (b"\xff" * 100, BROKEN),
    "no kind": (b"", FORBIDDEN),
    "upload addresses for 200,000 files": (
        message("file_urls_request", file_names=["a"] * 200_000),
        TOO_LARGE,
    ),
    "upload addresses for 21 files": (message("file_urls_request", file_names=["a"] * 21), TOO_LARGE),
    "a long name of a file": (message("file_urls_request", file_names=["a" * 1001]), TOO_LARGE),
    "501 widgets": (widgets(501), TOO_LARGE),
    "a widget with a long name": (widgets(1, "w" * 1001), TOO_LARGE),
    "2,001 hashes": (message("rerun_script", cached_message_hashes=["a"] * 2001), TOO_LARGE),
    "a long query string": (rerun(query_string="a" * 65_537), TOO_LARGE),
    "a long name of a page": (rerun(page_name="a" * 1001), TOO_LARGE),
    "an end of the server": (message("debug_shutdown_runtime"), FORBIDDEN),
    "part of a table": (operation("dataframe_chunk"), FORBIDDEN),
}
HONEST = {
    "a first run": rerun(),
    "900 values in the address": rerun(query_string="org=an-organisation-of-some&" * 900),
    "500 widgets": widgets(500),
    "upload addresses for 20 files": message("file_urls_request", file_names=["a" * 200] * 20),
}


@pytest.mark.parametrize("case", HONEST)
def test_an_honest_message_passes(case: str) -> None:
    assert judge(HONEST[case].SerializeToString()).code == 0


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_message_costs_its_sender_the_connection(case: str, served: Served) -> None:
    sent, code = HOSTILE[case]
    data = sent if isinstance(sent, bytes) else sent.SerializeToString()
    assert judge(data).code == code
    with websocket(served.port) as line:
        line.sendall(frame(BINARY, data))
        is_whole = len(data) <= frames.LARGEST
        assert raw_client.close_code(line) == (code if is_whole else TOO_LARGE)


def test_what_nobody_needs_is_dropped_and_the_page_goes_on(served: Served) -> None:
    """Key C on a page must not empty the caches of all; nor may anybody start git or write files."""
    with websocket(served.port) as line:
        for kind in frames.IGNORED:
            is_kind = kind in BackMsg.DESCRIPTOR.fields_by_name
            made = message(kind) if is_kind else operation(kind)
            line.sendall(frame(BINARY, made.SerializeToString()))
        with pytest.raises(TimeoutError):
            raw_client.close_code(line, patience=0.5)
    assert served.visitor.ask(SOCKET, "/_stcore/stream", {}).data > 0
