"""A list to pick one of several values from, which shows also a value that is offered no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.pick_list import BESIDE_WORDS, PickList
from idlib_wargame.words.language import isolated

Value = TypeVar("Value")
_INSET = 2  # between the words and the edge of their field
MOST_HIGH = 10_000  # pixels that words may take
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading


class ValueList(PickList, Generic[Value]):
    """``picked`` when somebody picks another value by hand. ``value`` is None while it is empty.

    It would like to be as wide as its words, and is narrower where there is no room, down to so
    many letters. What is picked is read whole all the same: it goes over several lines then.
    Its tooltip has those words, or what ``explains`` says of the value.
    """

    picked = Signal()

    def __init__(self, name: str, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.explains: Callable[[Value], str] | None = None
        self._letters = letters
        self.setSizeAdjustPolicy(PickList.SizeAdjustPolicy.AdjustToContents)
        self._rows: list[tuple[Value, str]] = []
        self._value: Value | None = None
        self.setAccessibleName(name)
        # A fixed height would be that of one line, however many there are.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
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
        self._show_whole()

    def _show_whole(self) -> None:
        said = self.shown
        if self.explains is not None and self._value is not None:
            said = self.explains(self._value)
        self.setToolTip(in_tooltip(said))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for the widest of its rows on one line."""
        hint = super().sizeHint()
        advance = self.fontMetrics().horizontalAdvance
        widest = max((advance(words) for _, words in self._rows), default=0) + _INSET
        return hint + QSize(max(0, widest - self._room_at(hint.width())), 0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """High enough for every line of what is picked."""
        one = self._height_of_words(MOST_HIGH)
        return super().sizeHint().height() + self._height_of_words(self._room_at(width)) - one

    def _height_of_words(self, room: int) -> int:
        where = QRect(0, 0, room, MOST_HIGH)
        return self.fontMetrics().boundingRect(where, WRAPPED, self.currentText()).height()

    def _room_at(self, width: int) -> int:
        """How wide its words may be where the list is so wide."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, self.height())
        return max(1, self._words_in(option).width())

    def _words_in(self, option: QStyleOptionComboBox) -> QRect:
        field = QStyle.SubControl.SC_ComboBoxEditField
        found = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        return found.adjusted(_INSET, 0, -_INSET, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As any list that folds, but with its words over as many lines as they need."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        words, option.currentText = option.currentText, ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        role = QPalette.ColorRole.ButtonText
        enabled = self.isEnabled()
        where = WRAPPED | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, self._words_in(option), where, option.palette, enabled, words, role
        )

    def minimumSizeHint(self) -> QSize:
        """A few letters, and the arrow."""
        least = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * self._letters + BESIDE_WORDS
        return QSize(min(least.width(), few), least.height())

    def _pick(self, place: int) -> None:
        value = self._rows[place][0]
        if value != self._value:
            self._value = value
            self._show_whole()
            self.picked.emit()
