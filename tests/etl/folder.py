"""A copy of the invented data that a test may damage, and what the ETL says to it."""

import hashlib
import shutil
from pathlib import Path

from etl import pipeline
from etl.reporting.errors import BadData
from etl.staging.tables import Table
from tests.conftest import CURATED


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path
        shutil.copytree(CURATED, path)

    def write(self, name: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        (self.path / name).write_bytes(data)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the first `old`, which must be there."""
        text = (self.path / name).read_bytes().decode()
        assert old in text, f"{name} does not hold {old}"
        self.write(name, text.replace(old, new, 1))

    def add(self, name: str, *lines: str) -> None:
        text = (self.path / name).read_text(encoding="utf-8")
        self.write(name, text + "".join(f"{line}\n" for line in lines))

    def document(self, place: Path, text: str) -> None:
        """Put `text` into `place` as `alpha.txt`, the document of `alpha-2021-report`."""
        place.mkdir(exist_ok=True)
        (place / "alpha.txt").write_bytes(text.encode())
        self.edit("sources.csv", "0" * 64, hashlib.sha256(text.encode()).hexdigest())

    def faults(self) -> list[str]:
        """The faults with which the data are refused; none if they are not."""
        try:
            with pipeline.prepare(self.path):
                return []
        except BadData as refused:
            return [str(fault) for fault in refused.faults]

    def warnings(self) -> list[str]:
        with pipeline.prepare(self.path) as found:
            return [str(fault) for fault in found.warnings]

    def table(self, name: str) -> Table:
        """One table as it is ready to be written."""
        with pipeline.prepare(self.path) as found:
            return next(found.staged.read(name))
