"""What is drawn on pages."""
