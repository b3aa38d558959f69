"""Agreements: what is offered, what is in force, and how each term is held to."""
