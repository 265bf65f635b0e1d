"""A widget takes a value that fits; any other counts as not sent, in the state as on a page that runs."""

import json
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import WStates

from pages.server.limits import widgets


@pytest.fixture
def states() -> WStates:
    found = WStates()
    text = WidgetMetadata(
        id="w", deserializer=lambda sent: sent["a"], serializer=json.dumps, value_type="json_value"
    )
    found.set_widget_metadata(text)
    return found


@pytest.mark.parametrize(
    "value",
    [
        {"json_value": '{"a": 1}'},
        {"json_value": "{"},
        {"json_value": "[1]"},
        {"json_value": "{}"},
        {"int_value": 1},
    ],
)
def test_only_what_fits_is_read(value: dict[str, Any], states: WStates) -> None:
    states.set_widget_from_proto(WidgetState(id="w", **value))
    if value == {"json_value": '{"a": 1}'}:
        assert widgets.read_value(states, "w") == 1
    else:
        with pytest.raises(KeyError):
            widgets.read_value(states, "w")
        assert "w" not in states.states


def test_what_the_page_itself_set_is_read_as_it_is(states: WStates) -> None:
    states.set_from_value("w", "anything")
    assert widgets.read_value(states, "w") == "anything"
    with pytest.raises(KeyError):
        widgets.read_value(states, "unknown")
