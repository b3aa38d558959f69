"""Where the keys go once a part of a window closes that had them: back to where they were.

Left to itself Qt hands them on to whatever stands next, and one press more would press that.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class KeysBack(QObject):
    """Looks after a part that is shown and hidden again: a bar, a strip, a form."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._from: list[QWidget] = []  # what had the keys, and what that lay in, to the window
        part.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or new is None or self._is_within(old) or not self._is_within(new):
            return
        self._from = [old]
        while (around := self._from[-1].parentWidget()) is not None:
            self._from.append(around)

    def _is_within(self, widget: QWidget) -> bool:
        return widget is self._part or self._part.isAncestorOf(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give them back as it goes, where it has them still: Qt moves them only after this."""
        if event.type() == QEvent.Type.Hide and self._part.isHidden():
            on = QApplication.focusWidget()
            if on is not None and self._is_within(on):
                self._give_back()
        return False

    def _give_back(self) -> None:
        """Something may have gone meanwhile; then to what it lay in, where a press does nothing."""
        places = [*self._from, self._part.window()]
        there = (each for each in places if isValid(each) and not self._is_within(each))
        back = next((each for each in there if each.isVisible() and each.isEnabled()), None)
        if back is not None:
            back.setFocus()
