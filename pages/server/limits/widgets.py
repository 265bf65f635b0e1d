"""A value that is not of its widget's kind, or cannot be read, counts as not sent.

Streamlit hands what a browser sends to the widget that it names; what does not fit raises in the middle of
the page, with a trace in the log. Its class of values is the one place that all of them pass.
"""

from typing import Any

from streamlit.logger import get_logger
from streamlit.runtime.state.session_state import Serialized, WStates

LOG = get_logger("chegara")
_read = WStates.__getitem__


def read_value(states: WStates, key: str) -> Any:
    """The value of a widget; KeyError, and no longer there, where it came from a browser and does not fit."""
    sent, widget = states.states.get(key), states.widget_metadata.get(key)
    if not isinstance(sent, Serialized) or widget is None:
        return _read(states, key)
    if sent.value.WhichOneof("value") in (widget.value_type, None):
        try:
            return _read(states, key)
        except Exception as error:
            LOG.warning("A value of a widget was left out: %s", type(error).__name__)
    else:
        LOG.warning("A value of a widget was left out: its kind is not %s", widget.value_type)
    states.states.pop(key, None)
    raise KeyError(key)


def install() -> None:
    setattr(WStates, "__getitem__", read_value)  # noqa: B010
