"""Seats, observers and the room's screen in a browser, drawn from views and served by doors."""
