"""One row of the record that has a page, what stands round it, and the index of all."""
