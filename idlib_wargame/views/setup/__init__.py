"""A new exercise being planned."""
