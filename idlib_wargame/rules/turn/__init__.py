"""How a turn is resolved."""
