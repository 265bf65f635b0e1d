"""The text of a PDF: lines joined to paragraphs, without the lines that head or foot every page."""

import io
import re

from etl.draft.files.file_text import MOST_PAGES, WORD, FileText, RefusedError, check_length

FEW_WORDS = 5
"""On a page with fewer there is hardly text: it is a picture."""
ENDS = re.compile(r"[.!?:”\"»)]$")


def parse(content: bytes) -> FileText:
    pages = _pages(content)
    bare = sum(len(WORD.findall(page)) < FEW_WORDS for page in pages)
    if bare == len(pages):
        bare_of = f"none of its {bare} pages holds" if bare > 1 else "its page holds no"
        raise RefusedError(f"is a scan: {bare_of} text. Run it through OCR first")
    notes = (f"{bare} of {len(pages)} pages hold no text (pictures or scans)",) if bare else ()
    text = "\n".join(join_lines(page) for page in remove_running_lines(pages))
    return check_length(FileText("pdf", text, notes=notes))


def _pages(content: bytes) -> list[str]:
    from pypdf import PdfReader  # here: it takes half a second to load

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise RefusedError("is locked with a password: save it without one")
        if len(reader.pages) > MOST_PAGES:
            raise RefusedError(
                f"has {len(reader.pages)} pages; at most {MOST_PAGES} are read: save those you need"
            )
        return [page.extract_text() for page in reader.pages]
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # pypdf raises whatever its parts raise
        raise RefusedError(f"is a damaged PDF ({type(error).__name__}): print it to PDF again") from error


def remove_running_lines(pages: list[str]) -> list[str]:
    """The pages without a first or last line that most of them share but for its number."""
    lines = [page.strip().splitlines() for page in pages]
    if len(pages) < 3:
        return ["\n".join(each) for each in lines]
    for end in (0, -1):
        shapes = [_shape(each[end]) if each else "" for each in lines]
        for each, shape in zip(lines, shapes, strict=True):
            if each and shapes.count(shape) > len(pages) / 2:
                del each[end]
    return ["\n".join(each) for each in lines]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def join_lines(page: str) -> str:
    """Paragraphs of a page: a line that is short and ends a sentence, or very short, ends one."""
    lines = [line.strip() for line in page.splitlines()]
    widest = max(map(len, lines), default=0)
    paragraphs = [""]
    for line in lines:
        paragraphs[-1] = _join(paragraphs[-1], line)
        is_end = (len(line) < 0.8 * widest and ENDS.search(line)) or len(line) < 0.5 * widest
        if (not line or is_end) and paragraphs[-1]:
            paragraphs.append("")
    return "\n".join(filter(None, paragraphs))


def _join(text: str, line: str) -> str:
    """A word cut at the end of a line is one word again."""
    if text.endswith("-") and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}".strip()
