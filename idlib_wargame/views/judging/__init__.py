"""What seats think will happen: as one fills it in, who has, and beside what happened."""
