"""Replay: how did it come to that? For someone who was not there."""
