"""Where a build is published, and where it is written before: a folder of files, or a database."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from sqlalchemy import URL

from data.store import AnyBuild, Build, Place, SchemaBuild
from etl.publish import publication
from etl.reporting.progress import Progress


class Publisher(Protocol):
    """What serves finished builds."""

    @property
    def folder(self) -> Path:
        """Where drafts are written."""

    def publish(self, draft: Path, identity: str, release: str, progress: Progress) -> AnyBuild:
        """Serve a finished draft."""

    def point_to(self, build: AnyBuild) -> None:
        """Serve a build that is there already."""


class FolderPublisher(NamedTuple):
    """Builds as files of one folder."""

    folder: Path

    def publish(self, draft: Path, identity: str, release: str, progress: Progress) -> Build:
        del release, progress  # the file says the one, and takes no time
        return Build(publication.publish_draft(self.folder, draft, identity), None)

    def point_to(self, build: AnyBuild) -> None:
        if isinstance(build, Build):
            publication.point_to(self.folder, build.path)


class DatabasePublisher(NamedTuple):
    """Builds as schemas, of drafts in a temporary folder."""

    folder: Path
    database: URL

    def publish(self, draft: Path, identity: str, release: str, progress: Progress) -> SchemaBuild:
        from etl.publish import schemas  # late: a folder needs no driver

        return schemas.publish_file(self.database, draft, identity, release, progress)

    def point_to(self, build: AnyBuild) -> None:
        from etl.publish import schemas

        if isinstance(build, SchemaBuild):
            schemas.point_to(build)


@contextmanager
def open_publisher(place: Place) -> Iterator[Publisher]:
    """The publisher of a place; of a folder under its lock, without what killed builds left behind."""
    if isinstance(place, URL):
        with tempfile.TemporaryDirectory(prefix="chegara-build-") as folder:
            yield DatabasePublisher(Path(folder), place)
        return
    with publication.lock_builds(place):
        publication.remove_leftovers(place)
        try:
            yield FolderPublisher(place)
        finally:
            with suppress(OSError):  # the next load sweeps too
                publication.remove_leftovers(place)
