"""A brief as a file: the same document gives the same bytes."""
