"""The setup assistant: who sits where, the morning of the exercise."""
