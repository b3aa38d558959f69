"""Notes for the record: how they read, what they may be tied to, and how one is found."""
