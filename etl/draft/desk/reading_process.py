"""Reads files in a process apart, which knows the record and bounds time and memory for each of them."""

import subprocess
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from data.drafts.candidate import Candidate, Field, Origin
from data.files.plain_files import UnfitFileError, read_bytes
from data.uploads import frames
from data.uploads.child_process import Ending, python_command, start_child
from etl.draft.candidates.proposals import Proposals
from etl.draft.desk.reading_child import SENTENCES, SourceFacts
from etl.draft.files.file_text import LARGEST, FileText, RefusedError

COMMAND = python_command("etl.draft.desk.reading_child")


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file and what it may state."""

    text: FileText
    proposals: Proposals


class ReadingProcess:
    """Started with the first file; leaving the block ends it."""

    def __init__(self, curated: Path, facts: SourceFacts) -> None:
        self._asked = ["record", str(curated.resolve()), *astuple(facts)]
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _type: type[BaseException] | None, _e: object, _t: TracebackType | None) -> None:
        if self._child:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def read(self, path: Path) -> Reading:
        """The text of a file and its candidates; RefusedError, with one sentence, where there are none."""
        content = _content(path)
        try:
            kind, *answer = self._converse(content)
        except (OSError, frames.ProtocolError) as error:
            self.__exit__(None, None, None)
            raise RefusedError(SENTENCES[Ending.BROKEN]) from error
        if kind != "read":
            raise RefusedError(answer[0])
        return parse_answer(*answer)

    def _converse(self, content: bytes) -> list[Any]:
        source, target = self._open()
        source.write(frames.LENGTH.pack(len(content)) + content)
        source.flush()
        return frames.read(target)

    def _open(self) -> tuple[Any, Any]:
        if self._child is None:
            self._child = start_child(COMMAND)
            frames.write(self._child.stdin, self._asked)  # type: ignore[arg-type]
        return self._child.stdin, self._child.stdout


def _content(path: Path) -> bytes:
    try:
        content = read_bytes(path, LARGEST)
    except UnfitFileError as unfit:
        raise RefusedError(str(unfit)) from unfit
    except OSError as error:
        raise RefusedError(f"cannot be opened: {error.strerror or error}") from error
    if not content:
        raise RefusedError("is empty")
    return content


def parse_answer(text: dict[str, Any], found: dict[str, Any]) -> Reading:
    """What the child made, as it was before it went through JSON."""
    listed = tuple(map(_candidate, found["candidates"]))
    file = FileText(**text | {"notes": tuple(text["notes"])})
    return Reading(file, Proposals(**found | {"candidates": listed}))


def _candidate(parts: dict[str, Any]) -> Candidate:
    named = {"field": Field(parts["field"]), "by": Origin(parts["by"]), "rows": tuple(parts["rows"])}
    return Candidate(**parts | named)
