"""The record under attack: kills, flipped bits, cuts, full disks, shares that number files anew.

``python -m tests.attack`` is the long form, whose figures ``docs/record.md`` tells; the tests here
are a handful of each. Nothing of the program is replaced by anything else.
"""
