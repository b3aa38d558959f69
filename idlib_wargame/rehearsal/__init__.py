"""Many sessions at once: a pack rehearsed by its habits, and what that tells of it."""
