"""The parts of a brief: each makes sections of sentences, with footnotes, from rows of the record."""
