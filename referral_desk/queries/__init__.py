"""Questions to a desk: one function each, frozen rows as answers."""
