"""The names that the desk knows: spellings of the record, countries, cities; found in a text in one pass."""
