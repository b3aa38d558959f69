"""Where the dice of an exercise come from, and the fingerprint that is shown before play."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from idlib_wargame.views.setup.plan import short_fingerprint
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.digits_typed import NumberLike
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.setup.assistant_page import heading, muted
from idlib_wargame.windows.setup.choice_row import ChoiceRow
from idlib_wargame.words.language import _, figures, fill


class DiceCard(QFrame):
    """A secret seed by default; a number that anyone can type gives a repeatable exercise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.choice = ChoiceRow(_("Dice"), [(False, _("Secret seed")), (True, _("From a number"))])
        self.number = QLineEdit()
        self.number.setPlaceholderText(_("Any whole number, for example 2020"))
        self.number.setAccessibleName(_("Number for the dice"))
        self.number.setValidator(NumberLike("[0-9]{0,18}", self.number))
        self.words = muted()
        self.fingerprint = label(size=20, bold=True)
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choice.picked.connect(self._switch)
        self.number.textEdited.connect(lambda _: self.changed.emit())
        self._lay_out()

    def typed(self) -> int | None:
        """The number the dice are to come from; None for a secret seed."""
        text = self.number.text()
        return int(text) if self.choice.answer() and text else None

    def problem(self) -> str:
        """A number is wanted where one was chosen."""
        lacking = self.choice.answer() and not self.number.text()
        return _("Type the number that the dice are to come from.") if lacking else ""

    def show_dice(self, number: int | None, fingerprint: str) -> None:
        """Shows where the dice come from, unless the number is being typed."""
        if not self.number.hasFocus():
            self.choice.pick(number is not None or self.choice.answer())
        self.number.setVisible(self.choice.answer())
        self.words.setText(
            _(
                "The same number gives the same dice in every exercise, and whoever knows it can "
                "work them out. Good for training and demonstrations."
            )
            if self.choice.answer()
            else _(
                "Nobody can know the dice beforehand. The seed is published when the exercise is "
                "finished, so that everyone can check that no throw was chosen."
            )
        )
        self.fingerprint.setText(figures(short_fingerprint(fingerprint)))
        self.fingerprint.setToolTip(
            fill(_("SHA-256 of the seed: {fingerprint}"), fingerprint=fingerprint)
        )

    def _switch(self) -> None:
        self.number.setVisible(self.choice.answer())
        if self.choice.answer():
            self.number.setFocus()
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(heading(_("Dice")))
        column.addWidget(self.choice)
        column.addWidget(self.number)
        column.addWidget(self.words)
        column.addSpacing(theme.SPACE)
        column.addWidget(muted(_("Fingerprint of the seed"), 11))
        column.addWidget(self.fingerprint)
        column.addStretch(1)
