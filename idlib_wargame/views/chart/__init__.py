"""Escalation as figures, ready to draw."""
