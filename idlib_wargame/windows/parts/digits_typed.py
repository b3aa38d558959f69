"""What fields for numbers take: digits of any script, which become ours as they are typed."""

from __future__ import annotations

from PySide6.QtGui import QIntValidator, QRegularExpressionValidator

from idlib_wargame.words.figures import own_digits


class WholeNumber(QIntValidator):
    """A whole number within bounds."""

    def validate(self, text: str, at: int) -> object:
        """Judge it by our digits, and put them in its place."""
        return super().validate(own_digits(text), at)


class NumberLike(QRegularExpressionValidator):
    """What is written as a pattern says."""

    def validate(self, text: str, at: int) -> object:
        """Judge it by our digits, and put them in its place."""
        return super().validate(own_digits(text), at)
