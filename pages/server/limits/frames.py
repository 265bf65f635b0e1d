"""Which messages a browser may send over the WebSocket, and how large.

Measured in Chromium on the real record, all pages, up to 25 values picked in each filter, ten times back and
forth: the largest message was 2.1 kB, with 9 widgets, a query string of 644 characters and 13 hashes. A
filter of 900 values makes some 70 kB. Uploads go by HTTP.
"""

from typing import NamedTuple

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileURLsRequest

LARGEST = 256 * 1024
"""Bytes of a message: 120 times the largest measured, almost 4 times that of 900 values.

`server.maxMessageSize` bounds what the server sends, which is larger.
"""
MOST_WIDGETS, MOST_HASHES, MOST_FILES = 500, 2_000, 20
"""Of a rerun; of a rerun; in one request for upload addresses, which is sent when files are dropped."""
LONGEST_ADDRESS, LONGEST_NAME = 65_536, 1_000
"""Characters of a query string or URL, and of anything else that is a name."""
BROKEN, FORBIDDEN, TOO_LARGE = 1002, 1008, 1009
"""Codes with which a WebSocket is closed: protocol error, policy, message too big."""
IGNORED = {
    "clear_cache": "key C on a page; it would empty the caches of all readers",
    "set_run_on_save": "a menu for developers; code is no data",
    "load_git_info": "the same menu; it would start git",
    "install_skills": "a hint for developers; it would write into the folder of the program",
    "dismiss_skills_nudge": "the same hint; it would write into the home folder",
}
"""Kinds that Streamlit's page may send and nobody needs: dropped, the connection goes on."""
REFUSED = {
    "debug_disconnect_websocket": "for tests of Streamlit",
    "debug_shutdown_runtime": "for tests of Streamlit",
    "dataframe_chunk": "tables over 150,000 rows; ours have pages",
}
"""Kinds that no page of ours sends: the connection is closed."""
COSTS = {"deferred_file": 5}
"""What a kind counts for in the rate of a connection, where not 1: a download is made when asked for."""


class Verdict(NamedTuple):
    """`code` 0: passed on; None: dropped; else the connection is closed with it, `why` being the reason."""

    code: int | None = 0
    why: str = ""
    cost: int = 1


PASSED = Verdict()
DROPPED = Verdict(None)


def judge(data: bytes) -> Verdict:
    """What becomes of a message; it never raises."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return Verdict(BROKEN, "not a message of this protocol")
    kind = message.WhichOneof("type")
    match kind:
        case "rerun_script":
            return _judge_rerun(message.rerun_script)
        case "file_urls_request":
            return _judge_files(message.file_urls_request)
        case "backend_operation_request":
            return _judge_operation(message.backend_operation_request)
        case "stop_script" | "app_heartbeat":
            return PASSED
    return DROPPED if kind in IGNORED else Verdict(FORBIDDEN, f"messages of kind {kind} are not taken")


def _judge_rerun(asked: ClientState) -> Verdict:
    widgets, seen = asked.widget_states.widgets, asked.context_info
    names = [asked.page_script_hash, asked.page_name, asked.fragment_id]
    names += [seen.timezone, seen.locale, seen.color_scheme]
    if len(widgets) > MOST_WIDGETS or len(asked.cached_message_hashes) > MOST_HASHES:
        return Verdict(TOO_LARGE, f"more than {MOST_WIDGETS} widgets or {MOST_HASHES} hashes")
    names += [widget.id for widget in widgets]
    if max(len(asked.query_string), len(seen.url)) > LONGEST_ADDRESS:
        return Verdict(TOO_LARGE, f"an address of more than {LONGEST_ADDRESS} characters")
    return _judge_names(names)


def _judge_files(asked: FileURLsRequest) -> Verdict:
    if len(asked.file_names) > MOST_FILES:
        return Verdict(TOO_LARGE, f"more than {MOST_FILES} files at once")
    return _judge_names([asked.request_id, asked.session_id, *asked.file_names])


def _judge_operation(asked: BackendOperationRequest) -> Verdict:
    kind = asked.WhichOneof("payload")
    if kind != "deferred_file":
        return DROPPED if kind in IGNORED else Verdict(FORBIDDEN, f"operations of kind {kind} are not taken")
    verdict = _judge_names([asked.request_id, asked.session_id, asked.deferred_file.file_id])
    return verdict._replace(cost=COSTS[kind])


def _judge_names(names: list[str]) -> Verdict:
    if any(len(name) > LONGEST_NAME for name in names):
        return Verdict(TOO_LARGE, f"a name of more than {LONGEST_NAME:,} characters")
    return PASSED
