"""Ids and figures to sentences: the one room in which words are made."""
