"""What the facilitator's desk shows, worked out without a window."""
