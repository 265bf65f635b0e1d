"""The text of a Word file: its paragraphs and tables, in order."""

import io
from dataclasses import replace
from typing import Any

from data.parsers import archive
from data.parsers.limits import COMMAND, Budget
from data.parsers.sheets import UnreadableError
from etl.draft.files.file_text import LARGEST_UNPACKED, FileText, RefusedError, check_length

PART = "word/document.xml"
LIMITS = replace(COMMAND, unpacked=LARGEST_UNPACKED)


def parse(content: bytes) -> FileText:
    try:
        _check_archive(content)
        text = "\n".join(filter(None, _blocks(content)))
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # python-docx raises whatever its parts raise
        raise RefusedError(f"is a damaged Word file ({type(error).__name__}): save it again") from error
    return check_length(FileText("docx", text))


def _check_archive(content: bytes) -> None:
    try:
        members = archive.unpack("", content, Budget(LIMITS), lambda _: True)
    except UnreadableError as error:
        raise RefusedError(error.problem) from error
    if PART not in members:
        raise RefusedError("is a zip file, but no Word document")


def _blocks(content: bytes) -> list[str]:
    from docx import Document  # here: it takes a third of a second to load

    return [_block(block) for block in Document(io.BytesIO(content)).iter_inner_content()]


def _block(block: Any) -> str:
    """A paragraph, or a table with a line for each row; a merged cell counts once."""
    if hasattr(block, "text"):
        return " ".join(block.text.split())
    rows = (dict.fromkeys(cell.text.strip() for cell in row.cells) for row in block.rows)
    return "\n".join(" | ".join(filter(None, row)) for row in rows)
