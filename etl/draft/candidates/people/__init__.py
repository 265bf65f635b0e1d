"""Persons that a document names: their names, offices and employers, and the part each has in an event."""
