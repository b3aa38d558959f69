"""Theme, colours, stylesheet, fonts and icons."""
