"""A map as values: what stands where, its shapes, and its projection."""
