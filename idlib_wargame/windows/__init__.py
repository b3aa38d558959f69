"""The Qt windows: start, setup, the desk, seats, charts and replay."""
