"""How a turn is resolved: the reference engine, in plain Python and nothing else."""

# What these rules make of orders and dice. Each record names the version that it was played by; a
# change that could give a recorded turn another result is a new version.
RULES_VERSION = 1
