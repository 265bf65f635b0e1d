"""The process that parses one file: `python -m etl.draft.files.child`, started by `etl.draft.files.process`.

It reads the file from standard input and writes one frame to standard output: the text, or why there is none.
"""

import sys
from dataclasses import asdict

from data.uploads import confinement, frames
from etl.draft.files.file_text import MEGABYTE, MEMORY, SECONDS, RefusedError
from etl.draft.files.signatures import parse

TOO_MUCH = f"needs more than {MEMORY // MEGABYTE} MB of memory to be read"


def main() -> None:
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _, parent = frames.read(source)
    confinement.confine(MEMORY, SECONDS, parent)
    try:
        answer = ["text", asdict(parse(source.read()))]
    except RefusedError as refused:
        answer = ["refused", str(refused)]
    except MemoryError:
        answer = ["refused", TOO_MUCH]
    frames.write(target, answer)
    target.flush()


if __name__ == "__main__":
    main()
