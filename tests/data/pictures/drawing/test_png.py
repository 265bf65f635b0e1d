from io import BytesIO

from PIL import Image

from data.pictures.drawing import png, sheet, svg
from data.pictures.drawing.sheet import Caption, Picture


def _picture(words: str) -> bytes:
    body = svg.drawing()
    body.write(20, 40, words, 20, fill="#000000")
    return sheet.frame(Picture(body, 60, "", ()), Caption("T", "F", "S"))


def test_it_is_as_large_as_asked_and_on_light_ground() -> None:
    image = Image.open(BytesIO(png.render(_picture("x"), 1.5)))
    assert (image.format, image.width) == ("PNG", 1140)
    assert image.convert("RGB").getpixel((5, 5)) == (0xFC, 0xFB, 0xF8)


def test_cyrillic_has_letters_of_its_own_and_the_same_picture_gives_the_same_bytes() -> None:
    one, other, boxes = (png.render(_picture(words)) for words in ("Граница", "Орёл", "\ue000" * 4))
    assert len({one, other, boxes}) == 3
    assert png.render(_picture("Граница")) == one
