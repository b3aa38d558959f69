"""How long a report is read: a page of it, or what is said in a minute."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.session.play import Length
from idlib_wargame.windows.look import theme
from idlib_wargame.words.language import _


class LengthSwitch(QWidget):
    """Two buttons, one of them down. ``turned`` when somebody presses the other."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        self._one_of = QButtonGroup(self)
        self.buttons = {
            Length.PAGE: _button(_("A page"), _("All that is known of the turn")),
            Length.MINUTE: _button(_("A minute"), _("What matters most, to be read aloud")),
        }
        for button in self.buttons.values():
            self._one_of.addButton(button)
            row.addWidget(button)
        self.buttons[Length.PAGE].setChecked(True)
        self._one_of.buttonClicked.connect(self.turned)

    @property
    def length(self) -> Length:
        """Which is down."""
        return next(each for each, button in self.buttons.items() if button.isChecked())

    @property
    def is_page(self) -> bool:
        """Whether all of it is read."""
        return self.length is Length.PAGE


def _button(text: str, about: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setProperty("role", "soft")
    button.setToolTip(about)
    return button
