"""Maps of the borders and what lies on them, and what map and matrix say of a border."""
