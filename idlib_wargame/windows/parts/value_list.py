"""A list to pick one of several values from, which shows also a value that is offered no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.words.language import isolated

Value = TypeVar("Value")
_ARROW = 48  # pixels beside the words


class ValueList(PickList, Generic[Value]):
    """``picked`` when somebody picks another value by hand. ``value`` is None while it is empty.

    It would like to be as wide as its words, and is narrower where there is no room, down to so
    many letters.
    """

    picked = Signal()

    def __init__(self, name: str, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._letters = letters
        self.setSizeAdjustPolicy(PickList.SizeAdjustPolicy.AdjustToContents)
        self._rows: list[tuple[Value, str]] = []
        self._value: Value | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._pick)

    @property
    def value(self) -> Value | None:
        """What is picked."""
        return self._value

    @property
    def shown(self) -> str:
        """The words of what is picked."""
        return next((words for value, words in self._rows if value == self._value), "")

    def offer(self, rows: Sequence[tuple[Value, str]], value: Value, gone: str) -> None:
        """Offer these, each with its words, and have ``value`` picked.

        One that is none of them stands first, as ``gone`` calls it, so that it is not lost unseen.
        """
        whole = list(rows)
        if all(each != value for each, _ in whole):
            whole.insert(0, (value, gone))
        self._value = value
        if whole != self._rows:
            self._rows = whole
            self.clear()
            self.addItems([isolated(words) for _, words in whole])
        place = next(n for n, (each, _) in enumerate(whole) if each == value)
        if self.currentIndex() != place:
            self.setCurrentIndex(place)
        self.setToolTip(in_tooltip(self.shown))

    def minimumSizeHint(self) -> QSize:
        """A few letters, and the arrow."""
        least = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * self._letters + _ARROW
        return QSize(min(least.width(), few), least.height())

    def showPopup(self) -> None:
        """Folded out it is as wide as its words, as far as its window reaches."""
        view = self.view()
        view.setMinimumWidth(
            min(view.sizeHintForColumn(0) + _ARROW, self.window().width() - _ARROW)
        )
        super().showPopup()

    def _pick(self, place: int) -> None:
        value = self._rows[place][0]
        if value != self._value:
            self._value = value
            self.setToolTip(in_tooltip(self.shown))
            self.picked.emit()
