"""The rows of a build between reading and writing, and the curated tables as stages see them."""
