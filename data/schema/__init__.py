"""The tables of the record and of the mart, their columns in words, and the controlled lists."""
