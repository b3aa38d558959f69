"""Below the map: what is pointed at, in words, and the buttons that zoom."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.language import _

GAP = 12
LEAST_WIDTH = 80


class MapFoot(QWidget):
    """A name and a few lines about it; ``closer``, ``back`` and ``fit`` tell of the buttons."""

    closer = Signal()
    back = Signal()
    fit = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label(bold=True)
        self.details = label(role="muted", wrap=True, leads=True)
        self._tallest: dict[tuple[int, int], int] = {}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.details)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        self.buttons = self._make_buttons()
        row.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignTop)

    def _make_buttons(self) -> QFrame:
        plate = QFrame()
        plate.setProperty("role", "card")
        row = QHBoxLayout(plate)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for text, name, signal in (
            ("+", _("Come closer (+)"), self.closer),
            ("−", _("Step back (−)"), self.back),
            (_("Fit"), _("Show the whole map (0); Home goes back to the first view"), self.fit),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(signal)
            row.addWidget(button)
        return plate

    def make_room(self, width: int, texts: Iterable[str]) -> None:
        """Be as high at this width as the longest of these details needs, with a name above.

        It never shrinks again, so that nothing moves as one points about or as turns go by.
        """
        inner = self._width_of_words(width)
        key = (inner, theme.text_scale())
        needed = max((self._height_of(text, inner) for text in texts), default=0)
        self._tallest[key] = max(needed, self._tallest.get(key, 0))
        title = self.name.fontMetrics().lineSpacing()
        least = 0 if self.buttons.isHidden() else self.buttons.sizeHint().height()
        self.setFixedHeight(max(title + self._tallest[key] + 4, least))

    def say(self, name: str, details: str) -> None:
        """Show these words; without a name the details have its room too."""
        self.name.setText(name)
        self.name.setVisible(bool(name))
        self.details.setText(details)

    def has_room(self, width: int, details: str) -> bool:
        """Whether details without a name fit."""
        return self._height_of(details, self._width_of_words(width)) <= self.height()

    def _width_of_words(self, width: int) -> int:
        taken = 0 if self.buttons.isHidden() else self.buttons.sizeHint().width() + GAP
        return max(LEAST_WIDTH, width - taken)

    def _height_of(self, words: str, width: int) -> int:
        metrics = self.details.fontMetrics()
        return metrics.boundingRect(0, 0, width, 1000, Qt.TextFlag.TextWordWrap, words).height()
