"""What a scenario pack says, as frozen values, one file a subject.

Every id is lower-case letters, digits and underscores; conditions are parsed, not compiled. Lists
keep the pack's order, which is the order on screen and, wherever two things are otherwise equal,
the order of adjudication.
"""
