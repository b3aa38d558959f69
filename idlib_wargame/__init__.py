"""Run, record and replay seminar wargames from scenario packs."""

PROGRAM = "Idlib wargame"
PROGRAM_ID = "idlib-wargame"  # how systems tell programs apart
__version__ = "0.2.0"
