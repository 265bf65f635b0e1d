"""The process that reads files and finds their candidates: `python -m etl.draft.desk.reading_child`.

`etl.draft.desk.reading_process` starts it. It reads the record once, then forks for each file: what goes
wrong with one, or takes too long, ends that process alone.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from data import documents
from data.parsers.limits import MEGABYTE
from data.uploads import confinement, frames
from data.uploads.child_process import Ending, explain_ending
from etl.draft.candidates.events.dates import Publication
from etl.draft.candidates.proposals import propose
from etl.draft.files.file_text import MEMORY, SECONDS, RefusedError
from etl.draft.files.signatures import parse
from etl.draft.gazetteer import cities
from etl.draft.gazetteer.curated_rows import CuratedRows, read_curated
from etl.draft.gazetteer.record_names import RecordNames, record_names


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What a curator knows of the source before reading."""

    url: str = ""
    publisher: str = ""
    published_on: str = ""


SENTENCES = {
    Ending.LATE: f"takes more than {SECONDS} seconds to be read",
    Ending.TOO_LARGE: f"needs more than {MEMORY // MEGABYTE} MB of memory to be read",
    Ending.BROKEN: "could not be read: the program that reads files failed on it",
}
TIME_IS_OVER, FAILED = 1, 3
"""Exit codes: of a process that `confinement` ends, and of one that an error ends."""


def main() -> None:
    """Answer each file with one frame, until the other side closes."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _, curated, *facts = frames.read(source)
    record = read_curated(Path(curated))
    names = record_names(record)
    cities.spellings()
    while (size := source.read(frames.LENGTH.size)) != b"":
        content = frames.read_exactly(source, *frames.LENGTH.unpack(size))
        _answer_apart(target, partial(answer, content, record, names, SourceFacts(*facts)))
        target.flush()


def answer(content: bytes, record: CuratedRows, names: RecordNames, facts: SourceFacts) -> list[Any]:
    """The text of a file and its candidates, or the sentence that refuses it."""
    try:
        found = parse(content)
        publication = Publication(facts.published_on or found.published, facts.url)
        document = documents.parse_document(found.text)
        proposals = propose(document, record, names, publication, facts.publisher)
    except RefusedError as refused:
        return ["refused", str(refused)]
    except MemoryError:
        return ["refused", SENTENCES[Ending.TOO_LARGE]]
    return ["read", asdict(found), asdict(proposals)]


def _answer_apart(target: BinaryIO, make: Callable[[], list[Any]]) -> None:
    """Have a process of its own, within limits, make the answer; where it does not, say why."""
    if not hasattr(os, "fork"):  # Windows: no limits
        frames.write(target, make())
        return
    worker, (reader, writer) = os.getpid(), os.pipe()
    process = os.fork()
    if not process:
        os.close(reader)
        _write_confined(writer, make, worker)
    os.close(writer)
    with open(reader, "rb") as stream:  # noqa: PTH123 - a pipe
        content = stream.read(frames.LENGTH.size + frames.LARGEST)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if code:
        ending = Ending.LATE if code == TIME_IS_OVER else explain_ending(code)
        frames.write(target, ["refused", SENTENCES[ending]])
    else:
        target.write(content)


def _write_confined(writer: int, make: Callable[[], list[Any]], worker: int) -> NoReturn:
    """Write the answer and end, whatever happens."""
    try:
        confinement.confine(MEMORY, SECONDS, worker)
        with open(writer, "wb") as stream:
            frames.write(stream, make())
        os._exit(0)
    except BaseException:
        os._exit(FAILED)


if __name__ == "__main__":
    main()
