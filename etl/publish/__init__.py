"""From a verified draft to the build that is served: lock, build id, pointer."""
