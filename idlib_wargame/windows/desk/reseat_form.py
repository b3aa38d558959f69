"""Who sits at a seat, changed in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Seating
from idlib_wargame.views.typed_names import names_in, names_typed
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.language import _, fill


class ReseatForm(QFrame):
    """``reseated`` carries the people's names and who plays; ``left`` when nothing changes."""

    reseated = Signal(tuple, str)
    left = Signal()

    def __init__(self, scenario: Scenario, seating: Seating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self.people = QLineEdit(names_typed(seating.people))
        self.people.setPlaceholderText(_("Names, with semicolons between"))
        self.people.setAccessibleName(_("Who sits here"))
        self.player = PickList(letters=12)
        self.player.setAccessibleName(_("Who plays the seat"))
        self.player.addItem(_("Played by people"), "person")
        self.player.addItem(_("Played by the facilitator"), "control")
        for habit in scenario.habits:
            self.player.addItem(
                fill(_("Habit: {habit}"), habit=habit_name(habit)), f"habit:{habit.id}"
            )
        self.player.setCurrentIndex(max(0, self.player.findData(seating.played_by)))
        keep = QPushButton(_("Reseat"))
        keep.clicked.connect(self._send)
        leave = QPushButton(_("Cancel"))
        leave.setProperty("role", "quiet")
        leave.clicked.connect(self.left)
        for button in (keep, leave):
            steady(button)
        sends(self._send, self.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.people)
        column.addWidget(self.player)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(keep)
        column.addLayout(row)
        self.people.returnPressed.connect(self._send)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the seat as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        self.reseated.emit(tuple(names_in(self.people.text())), self.player.currentData())
