"""Whether the address asks for one picture or card without the frame of the dashboard."""

import re

from streamlit.runtime.scriptrunner import get_script_run_ctx

SETTING = re.compile(r"(?:^|&)embed=1(?:&|$)")


def has_setting(query: str) -> bool:
    """Whether the query of an address holds `embed=1`: page and headers of the server go by the same rule."""
    return SETTING.search(query) is not None


def is_asked() -> bool:
    """Whether that of this run does; Streamlit hides it from `st.query_params`."""
    context = get_script_run_ctx()
    return context is not None and has_setting(context.query_string)
