"""The room's screen: what a projector shows, drawn from the room's own view and nothing else."""
