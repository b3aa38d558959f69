"""How a turn is resolved: the reference engine, in plain Python and nothing else."""
