"""The columns that the build fills: intervals of dates, coordinates of cities, positions in the network."""
