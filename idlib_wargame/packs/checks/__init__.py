"""What no single row can know, one file a check: ids used twice, gaps, who may order what."""
