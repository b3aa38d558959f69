"""Where windows stand on the computer's screens, and what is remembered of it."""
