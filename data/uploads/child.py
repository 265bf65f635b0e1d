"""The process that parses files handed in: `python -m data.uploads.child`, started by `data.uploads.process`.

It reads from standard input a frame with the limits and with the names and sizes of the files, then their
bytes; it writes frames to standard output. It imports little, so that it starts in a tenth of a second.
"""

import sys
from typing import Any, BinaryIO

from data.parsers.extract import read_extract
from data.parsers.limits import MEGABYTE, Limits, shorten_name
from data.parsers.sheets import TooLargeError, UnreadableError
from data.uploads import confinement, frames

UNBOUNDED = "was not read: this server may not limit the memory of the program that reads files (setrlimit)"
BROKEN = "could not be read: the program that reads files failed on it"


def main() -> None:
    """Read one request, answer it, and end."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _, asked, parent, sizes = frames.read(source)
    limits = Limits(**asked)
    names = shorten_name(", ".join(name for name, _ in sizes))
    try:
        confinement.confine(limits.memory, limits.seconds, parent)
    except (ValueError, OSError):
        frames.write(target, frames.problem_frame(UnreadableError(names, UNBOUNDED)))
        return
    try:
        _answer(source, target, limits, sizes)
    except UnreadableError as error:
        frames.write(target, frames.problem_frame(error))
    except MemoryError:
        frames.write(target, frames.problem_frame(too_much_memory(names, limits)))
    except BaseException:  # a panic of Rust is no Exception
        frames.write(target, frames.problem_frame(UnreadableError(names, BROKEN)))
    target.flush()


def _answer(source: BinaryIO, target: BinaryIO, limits: Limits, sizes: list[Any]) -> None:
    def tell(done: int, total: int) -> None:
        frames.write(target, ["progress", done, total])
        target.flush()

    files = {name: frames.read_exactly(source, size) for name, size in sizes}
    for frame in frames.list_frames(read_extract(files, limits, tell)):
        frames.write(target, frame)


def too_much_memory(names: str, limits: Limits) -> TooLargeError:
    return TooLargeError(names, f"needs more than {limits.memory // MEGABYTE} MB of memory to be read")


if __name__ == "__main__":
    main()
