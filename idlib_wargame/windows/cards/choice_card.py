"""A move that can be played in several ways: one card, with a chip for each way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.views.seat import MoveOption
from idlib_wargame.windows.cards.option_button import ChoiceChip
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label


class ChoiceCard(QFrame):
    """The move's name and what holds for most of its ways, then the ways themselves."""

    def __init__(self, options: Sequence[MoveOption], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        hint = _shared_hint(options)
        self.chips = [ChoiceChip(option, own_hint=option.hint != hint) for option in options]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(label(options[0].move, bold=True, wrap=True))
        column.addWidget(label(hint, "muted", wrap=True, leads=True))
        column.addWidget(flowing(6, *self.chips))

    def show_matches(self, words: list[str]) -> None:
        """Show only the ways that have all of these words; none left, and the card goes too."""
        for chip in self.chips:
            chip.setVisible(chip.matches(words))
        self.setVisible(any(chip.matches(words) for chip in self.chips))


def _shared_hint(options: Sequence[MoveOption]) -> str:
    """What is told once: of the ways that are open, or else of all, what most of them have."""
    hints = [option.hint for option in options if option.legal] or [o.hint for o in options]
    return max(hints, key=hints.count)
