from io import BytesIO
from zipfile import ZipFile

from data.brief.writers.zip_file import repack


def _archive(day: tuple[int, int, int, int, int, int]) -> bytes:
    from zipfile import ZipInfo

    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name in ("b.xml", "a.xml"):
            made.writestr(ZipInfo(name, day), name)
    return out.getvalue()


def test_bytes_depend_on_the_content_alone_and_members_keep_their_order() -> None:
    one, other = (repack(_archive((year, 1, 1, 0, 0, 0))) for year in (1999, 2020))
    assert one == other
    with ZipFile(BytesIO(one)) as found:
        assert [(each.filename, each.date_time[0]) for each in found.infolist()] == [
            ("b.xml", 1980),
            ("a.xml", 1980),
        ]
        assert found.read("a.xml") == b"a.xml"
