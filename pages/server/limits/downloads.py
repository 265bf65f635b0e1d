"""A file that somebody has asked for stays until a browser has had time to fetch it, within a bound.

Streamlit forgets the file of a deferred download after the next two runs of any reader's page: with many
readers before the browser has followed its address.
"""

import time
from weakref import WeakKeyDictionary

from streamlit.runtime.media_file_manager import MediaFileManager, MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileKind

SECONDS = 60
"""For which a file stays that Streamlit would remove."""
MOST_BYTES = 100_000_000
"""Of all files that stay so; above it Streamlit removes as it would."""
_remove = MediaFileManager._delete_file
_SINCE: WeakKeyDictionary[MediaFileMetadata, tuple[float, int]] = WeakKeyDictionary()
"""When Streamlit first wished to remove a file, and its bytes."""


def remove_in_time(manager: MediaFileManager, file_id: str) -> None:
    """Remove a file, or leave it for a while: Streamlit asks again after every run. It holds its lock."""
    metadata = manager._file_metadata[file_id]
    if metadata.kind is MediaFileKind.DOWNLOADABLE and _may_stay(manager, file_id, metadata):
        return
    _SINCE.pop(metadata, None)
    _remove(manager, file_id)


def _may_stay(manager: MediaFileManager, file_id: str, metadata: MediaFileMetadata) -> bool:
    if metadata not in _SINCE:
        file = manager.read_file(file_id)
        _SINCE[metadata] = time.monotonic(), file.content_size if file else 0
    since, _ = _SINCE[metadata]
    total = sum(size for _, size in list(_SINCE.values()))
    return time.monotonic() - since < SECONDS and total <= MOST_BYTES


def install() -> None:
    setattr(MediaFileManager, "_delete_file", remove_in_time)  # noqa: B010
