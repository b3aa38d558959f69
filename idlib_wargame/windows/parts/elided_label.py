"""One line of text that gives way: too long, it ends in an ellipsis and says the rest on hover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import leading


class ElidedLabel(QLabel):
    """A label that never makes its window wider and never cuts a letter in two."""

    def __init__(self, text: str = "", cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._whole = self._about = ""
        self._cut = cut
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(leading())
        self.say(text)

    @property
    def whole(self) -> str:
        """All of the text, shown or not."""
        return self._whole

    def say(self, text: str, about: str = "") -> None:
        """Shows a text, as far as it fits. ``about`` is told on hover, whether it fits or not."""
        self._whole, self._about = text, about
        self.setAccessibleName(text)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        size = super().sizeHint()
        size.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return size

    def minimumSizeHint(self) -> QSize:
        """A few letters' width, or all of a shorter text: everything else may be elided."""
        size = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * 4
        size.setWidth(min(few, self.fontMetrics().horizontalAdvance(self._whole) + 2))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the text into its new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fits the text again when the style brings another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        fitted = self.fontMetrics().elidedText(self._whole, self._cut, max(self.width(), 1))
        self.setText(fitted)
        cut = self._whole if fitted != self._whole else ""
        self.setToolTip(in_tooltip("\n".join(part for part in (cut, self._about) if part)))
