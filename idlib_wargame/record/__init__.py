"""The session file: one append-only SQLite file of entries, and what can be saved of a bad one."""
