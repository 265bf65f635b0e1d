"""The build that commands read from: the one that the dashboard would show."""

from sqlalchemy import Engine

from data import store
from data.store import AnyBuild, Place
from etl.reporting.errors import MachineError


def open_current_build(builds: Place) -> Engine:
    """The newest build that can be served, opened; MachineError, with what to run, where there is none."""
    return find_current_build(builds).open()


def find_current_build(builds: Place) -> AnyBuild:
    """The same, to be opened."""
    faults = []
    try:
        for build in store.list_all(builds):
            if (fault := build.find_fault()) is None:
                return build
            faults.append(fault)
    except store.UnreachableError as error:
        raise MachineError(f"{builds}: {error}") from error
    why = f"no build can be read ({faults[0]})" if faults else "there is no build to read"
    raise MachineError(f"{builds}: {why}; make one with `python -m etl build`")
