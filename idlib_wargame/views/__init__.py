"""What one reader (control, a seat, the room) may see, as frozen values."""
