"""Which build a run shows: pinned once, so that no page mixes two builds."""

import gc

import streamlit as st

from data import store
from pages.views import reads


def pin_build() -> bool:
    """Pin the build that the pointer names for this run; False where there is none yet."""
    path = store.current(store.folder())
    st.session_state[reads.BUILD] = str(path) if path else ""
    _keep_imports()
    return path is not None


@st.cache_resource
def _keep_imports() -> bool:
    """Once per process: the collector, which Streamlit runs after every rerun, is to leave modules alone."""
    gc.freeze()
    return True
