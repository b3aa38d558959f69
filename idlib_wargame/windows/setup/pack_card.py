"""A pack on the setup assistant's first page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from idlib_wargame.views.setup.telling import facts_of
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.card_button import CardButton
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.setup.assistant_page import muted
from idlib_wargame.windows.setup.seat_chips import SeatChips
from idlib_wargame.words.setting_up import card_words

if TYPE_CHECKING:
    from idlib_wargame.packs.reader import PackReading
    from idlib_wargame.rules.pack.scenario import Scenario

_LONGEST_LINE = 96 * theme.SPACE


class PackCard(CardButton):
    """What a pack is about, who sits in it and how long it takes."""

    def __init__(self, path: Path, reading: PackReading, scenario: Scenario) -> None:
        super().__init__()
        self.path = path
        self.reading = reading
        self.setCheckable(True)
        self.setAutoExclusive(True)
        # A button keeps to its full width otherwise, though its words can wrap.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(card_words(scenario.title, facts_of(scenario)))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        summary = label(" ".join(scenario.summary.split()), wrap=True)
        summary.setMaximumWidth(theme.scaled(_LONGEST_LINE))
        column.addWidget(label(scenario.title, size=20, bold=True, wrap=True))
        column.addWidget(label(facts_of(scenario), bold=True, wrap=True))
        line = QHBoxLayout()
        line.addWidget(summary, 100)
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(theme.SPACE)
        column.addWidget(SeatChips([seat for seat in scenario.seats if not seat.control]))
        if scenario.source:
            column.addWidget(muted(" ".join(scenario.source.split()), 11))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the pack that is picked already is for the window: it goes on."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.isChecked():
            event.ignore()
        else:
            super().keyPressEvent(event)
