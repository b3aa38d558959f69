"""PINs: the facilitator's, which opens a covered desk, and whether everybody sets one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.pins import is_fit
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.pin_entry import PinField
from idlib_wargame.windows.setup.assistant_page import muted
from idlib_wargame.words.language import _
from idlib_wargame.words.setting_up import pin_file_words, pin_words, seat_pins_words


class PinCard(QFrame):
    """Typed twice, as nobody sees what is typed. Left empty, it says what that means."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.pin = PinField(_("Facilitator's PIN"))
        self.again = PinField(_("The PIN once more"))
        # One over the other: what stands below does not move when a PIN is begun.
        self.without, self.given = muted(pin_words(False)), muted(pin_words(True))
        self._words = QStackedLayout()
        for words in (self.without, self.given):
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._words.addWidget(words)
        self.everybody = QCheckBox(_("Every person sets a PIN at their seat"))
        self.everybody.setToolTip(in_tooltip(seat_pins_words()))
        self.everybody.toggled.connect(lambda _: self.changed.emit())
        for field in (self.pin, self.again):
            field.textEdited.connect(lambda _: self._edited())
        self._lay_out()
        self._say()

    def typed(self) -> str:
        """The PIN; empty for none, and while it is not the same twice."""
        return "" if self.problem() else self.pin.text().strip()

    def problem(self) -> str:
        """Why what was typed is no PIN; empty where it is one, or none is wanted."""
        pin, again = self.pin.text().strip(), self.again.text().strip()
        if not pin and not again:
            return ""
        if not is_fit(pin):
            return _("Give the facilitator's PIN at least 4 characters, or leave it empty.")
        return "" if pin == again else _("Type the same facilitator's PIN in both fields.")

    def lacking(self) -> QWidget | None:
        """The field to type in, where what was typed is no PIN."""
        if not self.problem():
            return None
        return self.again if is_fit(self.pin.text().strip()) else self.pin

    def _edited(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        begun = bool(self.pin.text().strip() or self.again.text().strip())
        self._words.setCurrentWidget(self.given if begun else self.without)

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(2 * theme.SPACE)
        fields.setVerticalSpacing(theme.SPACE)
        texts = ((_("Facilitator's PIN (recommended)"), self.pin), (_("Once more"), self.again))
        for place, (text, field) in enumerate(texts):
            name = label(text, bold=True, wrap=True)
            name.setBuddy(field)
            fields.addWidget(name, 0, place)
            fields.addWidget(field, 1, place)
            fields.setColumnStretch(place, 1)
        self.pin.setPlaceholderText(_("4 characters or more"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        column.addLayout(fields)
        column.addLayout(self._words)
        column.addWidget(self.everybody)
        column.addWidget(muted(pin_file_words(), 11))
