"""Offers and agreements as one reader may see them, and what they may do about them."""
