"""Border Liaison Offices: their list and numbers, what was stated of them and when, their openings."""
