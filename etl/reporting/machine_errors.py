"""What the system refuses, as one line that names what was given to us."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from data.store import Place
from etl.reporting.errors import MachineError


@contextmanager
def name_unreadable(data: Path) -> Iterator[None]:
    """As `translate_machine_errors`; a file in the folder that is there and cannot be read is named."""
    with translate_machine_errors(data):
        try:
            yield
        except OSError as error:
            file = data / Path(str(error.filename)).name
            if Path(str(error.filename)) == file and os.path.lexists(file):
                raise MachineError(f"{file}: {error.strerror}") from error
            raise


@contextmanager
def translate_machine_errors(place: Place) -> Iterator[None]:
    """Turn what the system refuses into one line that names the place as it was given to us."""
    try:
        yield
    except OSError as error:
        raise MachineError(f"{place}: {error.strerror or error}") from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        if type(found := getattr(error, "orig", error)) not in (
            sqlite3.DatabaseError,
            sqlite3.OperationalError,
        ):
            raise  # a broken constraint is our bug
        raise MachineError(f"{place}: {found}") from error
