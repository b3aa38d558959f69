"""A row of chips that come and go, behind what always stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from idlib_wargame.windows.parts.flow_row import FlowRow


class ChipRow(QWidget):
    """Goes on to a second line where the first is full."""

    def __init__(self, *first: QWidget, spacing: int = 6) -> None:
        super().__init__()
        self._row = FlowRow(spacing, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._last: QWidget | None = None
        for widget in first:
            self._row.addWidget(widget)
            self._last = widget

    def add(self, chip: QWidget) -> None:
        """Put a chip at the end, which Tab reaches last."""
        self._row.addWidget(chip)
        if self._last is not None:
            QWidget.setTabOrder(self._last, chip)
        self._last = chip
        self.updateGeometry()

    def drop(self, chip: QWidget) -> None:
        """Take a chip out for good."""
        self._row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        count = self._row.count()
        last = self._row.itemAt(count - 1) if count else None
        self._last = last.widget() if last is not None else None
        self.updateGeometry()
