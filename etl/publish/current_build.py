"""The build that commands read from: the one that the dashboard would show."""

from pathlib import Path

from data import store
from etl.reporting.errors import MachineError


def find_current_build(builds: Path) -> Path:
    """The newest build that can be served; MachineError, with what to run, where there is none."""
    faults = []
    for build in store.list_builds(builds):
        if (fault := store.find_fault(build)) is None:
            return build.path
        faults.append(fault)
    why = f"no build can be read ({faults[0]})" if faults else "there is no build to read"
    raise MachineError(f"{builds}: {why}; make one with `python -m etl build`")
