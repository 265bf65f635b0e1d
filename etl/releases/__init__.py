"""Releases of the record: what changed since the last one, and the files that say so."""
