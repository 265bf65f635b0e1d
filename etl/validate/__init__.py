"""The checks that need one row alone: types and rules of cells, claims, unique keys, plausibility."""
