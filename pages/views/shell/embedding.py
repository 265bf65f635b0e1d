"""Whether the address asks for one picture or card without the frame of the dashboard."""

import re

from streamlit.runtime.scriptrunner import get_script_run_ctx

ASKED = re.compile(r"(?:^|&)embed=1(?:&|$)")


def is_asked() -> bool:
    """Whether the address of this run holds `embed=1`, which Streamlit hides from `st.query_params`."""
    context = get_script_run_ctx()
    return context is not None and ASKED.search(context.query_string) is not None
