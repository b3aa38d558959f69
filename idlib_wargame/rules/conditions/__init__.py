"""Conditions of packs: their grammar, their reading, and their compiling to tests."""
