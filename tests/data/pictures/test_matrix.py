from data.pictures import matrix
from data.pictures.maps.borders import CountedBorder
from tests.data.pictures.drawn import marks, number, texts

ROWS = [
    CountedBorder("TJK-UZB", 6, 0),
    CountedBorder("KAZ-KGZ", 2),
    CountedBorder("TKM-UZB", None, 4),
]


def test_each_border_stands_on_both_sides_of_the_diagonal() -> None:
    picture = matrix.draw(ROWS)
    cells = [each for each in picture.body.element.iter("rect") if "data-mark" in each.attrib]
    assert sorted(each.attrib["data-mark"] for each in cells) == sorted([row.id for row in ROWS] * 2)
    said = texts(picture.body.element)
    assert [said.count(each) for each in ("6 +", "2", "+4", "·", "")] == [2, 2, 2, 24, 6]
    assert picture.words == "Offices by border: TJK-UZB 6 +, KAZ-KGZ 2, TKM-UZB +4."


def test_the_shade_grows_with_the_number_up_to_full() -> None:
    shades = {name: number(mark, "fill-opacity") for name, mark in marks(matrix.draw(ROWS)).items()}
    assert shades == {"TJK-UZB": 1, "KAZ-KGZ": 0.4, "TKM-UZB": 0}
