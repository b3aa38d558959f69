"""What browser seats, their server and the desk share."""
