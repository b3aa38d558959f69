"""A move that can be played in several ways: one card, with a chip for each way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.views.seat import MoveOption
from idlib_wargame.windows.cards.option_button import ChoiceChip
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.language import _
from idlib_wargame.words.lists import facts


class ChoiceCard(QFrame):
    """The move's name and what holds for most of its ways, then the ways themselves."""

    def __init__(self, options: Sequence[MoveOption], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        hint = _shared_hint(options)
        self._hint = hint
        self.chips = [ChoiceChip(option, own_hint=option.hint != hint) for option in options]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(4)
        self.name = label(options[0].move, bold=True, wrap=True)
        self.hint = label(hint, "muted", wrap=True, leads=True)
        if not any(option.legal for option in options):
            self.name.setProperty("role", "muted")
        column.addWidget(self.name)
        column.addWidget(self.hint)
        column.addWidget(flowing(6, *self.chips))

    def show_open(self, may_pick: bool) -> None:
        """Grey out with its ways where none may be picked."""
        for part in (self.name, self.hint):
            part.setEnabled(may_pick)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the name leads to the ways: one of them is what can be picked."""
        ways = [chip for chip in self.chips if chip.isEnabled() and not chip.isHidden()]
        if not ways or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        open_ways = [chip for chip in ways if chip.option.legal]
        (open_ways or ways)[0].setFocus()
        if open_ways:
            self.hint.setText(facts([self._hint, _("choose one of these")]))

    def show_matches(self, words: Sequence[str]) -> None:
        """Show only the ways that have all of these words; none left, and the card goes too."""
        for chip in self.chips:
            chip.setVisible(chip.matches(words))
        self.setVisible(any(chip.matches(words) for chip in self.chips))


def _shared_hint(options: Sequence[MoveOption]) -> str:
    """What is told once: of the ways that are open, or else of all, what most of them have."""
    hints = [option.hint for option in options if option.legal] or [o.hint for o in options]
    return max(hints, key=hints.count)
