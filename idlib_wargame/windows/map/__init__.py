"""The map: who holds what, and what changed."""
