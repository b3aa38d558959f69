"""One file a kind of act; ``registry.py`` gathers them."""
