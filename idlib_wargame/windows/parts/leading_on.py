"""What can be done with an exercise that is over: nobody is left with nothing to press."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import FlowRow
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _


class LeadingOn(QWidget):
    """Replay it, save its chart, verify it, show its folder. ``replays`` where none is open yet.

    What needs a file is not to be pressed while there is none.
    """

    replay_pressed = Signal()
    chart_pressed = Signal()
    verify_pressed = Signal()
    folder_pressed = Signal()

    def __init__(self, replays: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.replay = _button(_("Replay the exercise"), "replay", "primary")
        self.chart = _button(_("Save the chart…"), "chart", "soft")
        self.verify = _button(_("Verify the record"), "check", "soft")
        self.folder = _button(_("Show its folder"), "folder", "soft")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = FlowRow(theme.SPACE, self)
        for button, pressed in (
            (self.replay, self.replay_pressed),
            (self.chart, self.chart_pressed),
            (self.verify, self.verify_pressed),
            (self.folder, self.folder_pressed),
        ):
            row.addWidget(button)
            button.clicked.connect(pressed)
            steady(button)
        self.replay.setVisible(replays)  # once it lies here: before, it would be a window

    def show_verifying(self, on: bool) -> None:
        """Whether a record is being verified: the button stops it then."""
        self.verify.setText(_("Stop verifying") if on else _("Verify the record"))

    def show_file(self, is_there: bool) -> None:
        """Whether the exercise is in a file."""
        for button in (self.replay, self.verify, self.folder):
            button.setEnabled(is_there)
            button.setToolTip("" if is_there else _("Save the exercise first: it is in no file."))


def _button(words: str, icon: str, role: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setIcon(icons.icon(icon, "on_accent" if role == "primary" else "muted"))
    return button
