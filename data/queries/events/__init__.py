"""Events under the filters: their list, the parts of one event's card, when they began."""
