"""Who a replay is shown for: the room, which reads what every seat may know, or control."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _


class ReaderSwitch(QWidget):
    """Two buttons, of which one is down; ``reader_chosen`` tells of the reader picked."""

    reader_chosen = Signal(Reader)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = _button(
            _("For the room"), "people", _("Show what every seat may know, fit for a projector.")
        )
        self.control = _button(
            _("For the facilitator"),
            "control",
            _("Show everything: notes, private messages, hidden rulings and what was struck."),
        )
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(label(_("Shown:"), "muted"))
        row.addSpacing(theme.SPACE // 2)
        for button, reader in ((self.room, ROOM), (self.control, CONTROL)):
            steady(button)
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _=False, reader=reader: self.reader_chosen.emit(reader))

    def show_reader(self, reader: Reader) -> None:
        """Press the button of that reader."""
        (self.control if reader.is_control else self.room).setChecked(True)


def _button(text: str, icon: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "quiet")
    button.setIcon(icons.icon(icon, "muted"))
    button.setCheckable(True)
    button.setToolTip(tip)
    return button
