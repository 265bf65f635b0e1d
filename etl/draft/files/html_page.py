"""The article of an HTML page, without menus, footers and lists of other articles."""

from etl.draft.files.encodings import decode
from etl.draft.files.file_text import FileText, check_length

NOTE = "menus, footers and related items were left out: compare with the page before you go on"
SCRIPT = (
    "holds no words of its own, the page is made by a script: open it in the browser and save it as "
    "text or PDF"
)
DECLARED_DATE = {"extensive_search": False, "original_date": True}
"""Only a date that the page declares: a guess would be a date that nobody printed."""


def parse(content: bytes) -> FileText:
    import trafilatura  # here: it takes most of a second to load

    page, notes = decode(content)
    found = trafilatura.bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=DECLARED_DATE,
    )
    text, title, published = _parts(found)
    if title and title not in text[: 2 * len(title)]:
        text = f"{title}\n{text}"
    return check_length(
        FileText("html", text, title, published, (*notes, NOTE)), SCRIPT if "<script" in page.lower() else ""
    )


def _parts(found: object) -> tuple[str, str, str]:
    """Text, title and declared date; empty where the library found none."""
    text, title, date = (str(getattr(found, name, None) or "") for name in ("text", "title", "date"))
    return text, title, date
