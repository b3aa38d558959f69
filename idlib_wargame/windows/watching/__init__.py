"""Windows of those who only look: observers, and the facilitator as a seat or the room."""
