"""The day of an exercise: what was played, what is to come, when it ends, what could be cut."""
