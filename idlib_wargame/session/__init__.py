"""One exercise being played: the one door for every change, and reading a saved one."""
