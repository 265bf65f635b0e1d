"""The pages, one script each, and what they are made of."""
