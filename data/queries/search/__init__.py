"""A search of the whole record: what has the words, kind by kind, and in which of its texts."""
