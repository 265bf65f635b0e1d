"""SQLite: the file of the build as it was published; its table `build` says what it was made from."""

from collections.abc import Sequence

from data.extracts.frame import Frame


def write(frames: Sequence[Frame]) -> bytes:
    """The file that the one row of the one frame holds: that of the build, to the byte."""
    content: bytes = frames[0].rows["file"][0].as_py()
    return content
