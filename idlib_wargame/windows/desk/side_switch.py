"""Which part of the desk's right side is shown, where they have no room one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import FlowRow
from idlib_wargame.words.language import _


class Part(StrEnum):
    """What can be shown alone."""

    CHART = "chart"
    TURN = "turn"
    CLOCKS = "clocks"
    ROOM = "room"


class SideSwitch(QWidget):
    """A button a part, one of them down; hidden while all are shown. ``turned`` at a press."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowRow(theme.SPACE // 2, self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._one_of = QButtonGroup(self)
        self.buttons = {part: _button(*words) for part, words in _words().items()}
        for button in self.buttons.values():
            self._one_of.addButton(button)
            row.addWidget(button)
        self.buttons[Part.CHART].setChecked(True)
        self._one_of.buttonClicked.connect(self.turned)
        self.hide()

    def offer(self, parts: Sequence[Part]) -> None:
        """Let somebody choose among these; none, where all are shown."""
        for part, button in self.buttons.items():
            button.setVisible(part in parts)
        self.setVisible(bool(parts))
        if self.part not in parts:
            self.buttons[Part.CHART].setChecked(True)

    def pick(self, part: Part) -> None:
        """Show this one, if it is among those to choose from."""
        if not self.buttons[part].isHidden():
            self.buttons[part].setChecked(True)

    @property
    def part(self) -> Part | None:
        """The one that is shown alone; None while all are."""
        if self.isHidden():
            return None
        return next(part for part, button in self.buttons.items() if button.isChecked())


def _words() -> dict[Part, tuple[str, str]]:
    return {
        Part.CHART: (_("Chart"), _("The ladder and the measures of each turn")),
        Part.TURN: (_("What moved it"), _("The chosen turn in words, and what moved it most")),
        Part.CLOCKS: (_("Clocks"), _("Days left, and what presses now")),
        Part.ROOM: (_("Room"), _("The picture of the room's screen")),
    }


def _button(text: str, about: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setProperty("role", "soft")
    button.setToolTip(about)
    return button
