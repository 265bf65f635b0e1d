"""Questions to a store, one module a page or a thing; `matching` holds the filters as SQL."""
