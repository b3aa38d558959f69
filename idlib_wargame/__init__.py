"""Run, record and replay seminar wargames from scenario packs."""

__version__ = "0.1.0"
