"""Bodies that a document names: where, which rows they may mean, and the part each has in an event."""
