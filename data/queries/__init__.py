"""Questions to a store, a room a thing of the record; `matching` holds the filters as SQL."""
