"""One page of each kind that the desk reads, in our own words about the invented bodies."""

import io
from collections.abc import Callable
from pathlib import Path

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

Paragraphs = tuple[str, ...]


def tell(day: str, town: str) -> Paragraphs:
    """A course on a day in a town, as a press office would tell it."""
    return (
        f"Beta Organisation trains officers in {town}",
        f"On {day} May 2024 the Beta Organisation held a course in {town}, funded by the Government of"
        " Uzbekistan.",
        "Mr. Boris Betov, Director of the Delta Institute, said that 24 officers took part in all of it.",
        "The Swedish Coast Agency was there as well. The course was held under the Alpha Plan.",
    )


RUSSIAN = (
    "Альфа провела курс в Альфавиле",
    "7 мая 2024 года Альфа провела в городе Альфавиль курс для сотрудников пограничной службы.",
    "Директор института Анна Альфова сообщила, что в курсе участвовали 24 сотрудника.",
)


def html(paragraphs: Paragraphs) -> bytes:
    title, *rest = paragraphs
    body = "".join(f"<p>{each}</p>" for each in rest)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    article = f"<article><h1>{title}</h1>{body}</article>"
    return f"<!doctype html><html lang='en'>{head}<body>{menu}{article}</body></html>".encode()


def docx(paragraphs: Paragraphs) -> bytes:
    document, target = Document(), io.BytesIO()
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(target)
    return target.getvalue()


def pdf(paragraphs: Paragraphs) -> bytes:
    """Lines of one page, in a font that every reader has; a blank line parts paragraphs."""
    writer, target = PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(700, 800)
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(name) for key, name in names.items()})
    shown = " ".join(f"({each}) Tj 0 -40 Td" for each in paragraphs)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 10 Tf 40 760 Td {shown} ET".encode())
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(target)
    return target.getvalue()


def russian_text(paragraphs: Paragraphs) -> bytes:
    return "\n\n".join(paragraphs).encode("cp1251")


KINDS: dict[str, tuple[Callable[[Paragraphs], bytes], Paragraphs]] = {
    "page.html": (html, tell("3", "Alphaville")),
    "page.pdf": (pdf, tell("4", "Betaburg")),
    "page.docx": (docx, tell("5", "Tashkent")),
    "page.txt": (russian_text, RUSSIAN),
}


def write_page(folder: Path, name: str) -> Path:
    """The page of a kind as a file."""
    make, paragraphs = KINDS[name]
    path = folder / name
    path.write_bytes(make(paragraphs))
    return path
