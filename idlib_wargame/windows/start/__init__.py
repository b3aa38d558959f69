"""The start window: a new exercise, a session to go on with, a session to replay."""
