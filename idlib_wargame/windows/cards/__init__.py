"""Cards: an order as it was sealed, a move that may be ordered, an order adjudicated."""
