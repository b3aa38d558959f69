"""Ratios of this program against something measured in the same run."""
