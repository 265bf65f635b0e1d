"""Claims of sources: their ids and values, totals, numbers of offices, citations."""
