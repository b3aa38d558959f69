"""Lists of injects as people keep them in spreadsheets: read, taken in, and given back."""
