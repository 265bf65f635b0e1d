"""A cited brief from a filter or a basket: sentences with footnotes, pictures, sources; as a file."""
