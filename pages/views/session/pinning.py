"""Which build a run shows: pinned once, so that no page mixes two builds."""

from functools import cache
from typing import NamedTuple

import streamlit as st

from data import store
from pages.views.session import memory, reads
from pages.views.session.reads import Pin


class BuildChoice(NamedTuple):
    """What a run shows: `pin` None where there is nothing to show; `why` not the newest, None where it is.

    Both are None where there is no build at all.
    """

    pin: Pin | None
    why: str | None


def pin_build() -> BuildChoice:
    """Pin for this run the build that the pointer names, else the last one that is good."""
    memory.maintain()
    pinned = find_build()
    if pinned.pin:
        st.session_state[reads.BUILD] = pinned.pin
        reads.PINNED.set(pinned.pin)
    return pinned


def find_build() -> BuildChoice:
    """What a run that began now would show; UnreachableError where a database does not answer."""
    place = store.find_place_to_read()
    why = None if store.is_pointed(place) else "the file that names it is missing or damaged"
    fault = None
    for build in store.list_all(place):
        pin = Pin(build, build.stamp)
        pin = _found_good().get(pin, pin)
        fault = _fault(pin)
        if fault is None:
            return BuildChoice(pin, why)
        why = why or fault
    return BuildChoice(None, fault and why)


def _fault(pin: Pin) -> str | None:
    """What is wrong with a build; one that was found good is read again only when its stamp changes."""
    good = _found_good()
    if pin in good:
        return None
    fault = pin.build.find_fault()
    if fault is None:
        good[pin] = pin
    return fault


@cache
def _found_good() -> dict[Pin, Pin]:
    """Of this process, for all sessions: each as the one object that all caches find again at once."""
    return {}
