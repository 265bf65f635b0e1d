"""What a reader picks on a page: a row, an alternative, a page of a list, a part of a picture."""
