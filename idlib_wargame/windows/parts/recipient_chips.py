"""Whom a message goes to: a chip for each, and one for all seats together."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from idlib_wargame.views.correspondence import Correspondent
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady


class RecipientChips(QWidget):
    """``changed`` when others are picked by hand. ``all_words`` names the chip for all.

    That chip picks all seats; ``apart`` from them it stands for everybody, with nobody named.
    """

    changed = Signal()

    def __init__(
        self, leads: str, all_words: str, apart: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._apart = apart
        self._leads = leads
        self.everyone = _chip(all_words)
        self.everyone.setParent(self)
        self.everyone.hide()  # until there is somebody to pick
        self.everyone.clicked.connect(self._press_all)
        self.chips: dict[str, QPushButton] = {}
        self._offered: tuple[Correspondent, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = flowing(6)
        self._column.addWidget(self._row)

    def offer(self, whom: Sequence[Correspondent]) -> None:
        """Offer these, and nobody picked; the same ones stay as they are."""
        if tuple(whom) == self._offered:
            return
        self._offered = tuple(whom)
        self.everyone.setParent(self)
        self.chips = {each.id: _chip(each.name) for each in whom}
        for chip in self.chips.values():
            chip.clicked.connect(self._press_one)
        row = flowing(6, label(self._leads, "muted"), self.everyone, *self.chips.values())
        self._column.replaceWidget(self._row, row)
        self._row.hide()
        self._row.deleteLater()
        self._row = row
        self._show_all()

    @property
    def picked(self) -> tuple[Correspondent, ...]:
        """Those whose chip is down."""
        return tuple(each for each in self._offered if self.chips[each.id].isChecked())

    @property
    def seats(self) -> tuple[Correspondent, ...]:
        """All seats that are offered."""
        return tuple(each for each in self._offered if not each.is_control)

    @property
    def is_everybody(self) -> bool:
        """Whether the chip that stands for everybody is down."""
        return self._apart and self.everyone.isChecked()

    @property
    def stops(self) -> list[QWidget]:
        """What takes the keys here, in reading order."""
        return [self.everyone, *self.chips.values()]

    def pick(self, whom: Collection[str]) -> None:
        """Have the chips of these down, and no others."""
        for who, chip in self.chips.items():
            chip.setChecked(who in whom)
        self._show_all()

    def _press_all(self) -> None:
        """Pick all seats; where they are picked already, none of them."""
        seats = {each.id for each in self.seats}
        picked = {each.id for each in self.picked}
        if self._apart:
            for chip in self.chips.values():
                chip.setChecked(False)
        else:
            self.pick(picked - seats if seats <= picked else picked | seats)
        self.changed.emit()

    def _press_one(self) -> None:
        self._show_all()
        self.changed.emit()

    def _show_all(self) -> None:
        picked = {each.id for each in self.picked}
        seats = {each.id for each in self.seats}
        self.everyone.setChecked(not self._apart and seats <= picked)
        # One seat alone is all seats: a chip for all would stand twice.
        self.everyone.setVisible(self._apart or len(seats) > 1)


def _chip(text: str) -> QPushButton:
    chip = QPushButton(on_button(text))
    chip.setProperty("role", "soft")
    chip.setCheckable(True)
    steady(chip)  # picked and dropped by a double click, it would go to others than was meant
    return chip
