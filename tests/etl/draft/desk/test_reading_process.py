import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.draft.desk import reading_process
from etl.draft.desk.reading_child import SourceFacts
from etl.draft.desk.reading_process import ReadingProcess
from etl.draft.files.file_text import RefusedError
from tests.conftest import CURATED

WORDS = (
    "The course was held in Alphaville on 3 May. Twenty-four officers of the border service came to it and"
    " took part in all of it."
)
HOSTILE = {
    "hyphens": "A-" * 5_000 + "b Ivan Petrov said so. " + WORDS,
    "small words": "Of " + "of-" * 5_000 + "x Ivan Petrov said so. " + WORDS,
    "one name again and again": "Anna Bell-Smith, Head of Unit, and " * 1_000 + WORDS,
    "one word": "same " * 100_000 + WORDS,
    "capitals": "The Agency of " * 20_000 + WORDS,
    "asides": "Anna Bell" + " in his own way also then" * 5_000 + ". " + WORDS,
    "lines": "\n".join(f"The Unit {n} Agency met on {n % 28 + 1} May 2024 in Osh." for n in range(3_000)),
    "abbreviations": "\n".join(f"The Big Agency {n} (BAX{n}) met." for n in range(2_000)) + WORDS,
}


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(CURATED, SourceFacts(published_on="2024-05-05")) as found:
        yield found


def write(folder: Path, content: bytes) -> Path:
    path = folder / "page.pdf"  # the name tells nothing
    path.write_bytes(content)
    return path


def test_files_are_read_one_after_another(process: ReadingProcess, tmp_path: Path) -> None:
    for _ in range(2):
        found = process.read(write(tmp_path, WORDS.encode()))
        assert (found.text.kind, found.text.text, found.text.notes) == ("txt", WORDS, ())
        values = {str(each.field): each.value for each in found.proposals.candidates}
        assert (values["date"], values["place"], values["participants"]) == ("2024-05-03", "Alphaville", "24")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "is empty"), (b"MZ", "is a program"), (b"%PDF-", "is a damaged PDF")],
)
def test_a_bad_file_is_refused(
    process: ReadingProcess, tmp_path: Path, content: bytes, sentence: str
) -> None:
    with pytest.raises(RefusedError, match=sentence):
        process.read(write(tmp_path, content))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_bounded(process: ReadingProcess, tmp_path: Path, text: str) -> None:
    """It is read in seconds and proposes no more than a person can review, or is refused in a sentence."""
    try:
        found = process.read(write(tmp_path, text.encode())).proposals
    except RefusedError as refused:
        assert "takes more than" in str(refused) or "needs more than" in str(refused)  # noqa: PT017
    else:
        assert len(found.candidates) <= 10 * 200
        assert max(len(each.value) for each in found.candidates) <= 400


def test_what_cannot_be_opened_is_refused(
    process: ReadingProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(RefusedError, match="is not there"):
        process.read(tmp_path / "absent")
    path = write(tmp_path, WORDS.encode())
    with monkeypatch.context() as patch:
        patch.setattr(reading_process, "LARGEST", 10)
        with pytest.raises(RefusedError, match="is larger than"):
            process.read(path)

    def fail(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading_process, "read_bytes", fail)
    with pytest.raises(RefusedError, match="cannot be opened: Permission denied"):
        process.read(path)


def test_a_process_that_dies_is_told_and_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, WORDS.encode())
    own = reading_process.COMMAND
    with ReadingProcess(CURATED, SourceFacts()) as process:
        monkeypatch.setattr(reading_process, "COMMAND", (sys.executable, "-c", "pass"))
        with pytest.raises(RefusedError, match="the program that reads files failed on it"):
            process.read(path)
        monkeypatch.setattr(reading_process, "COMMAND", own)
        assert process.read(path).text.text == WORDS
