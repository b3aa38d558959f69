"""The program's one palette and its icons by name, for windows and pages alike."""
