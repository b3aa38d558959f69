"""The first line of every card about an order: whose it is, of which table, and on what claim."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from idlib_wargame.rules.pack.moves import Move
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Swatch
from idlib_wargame.words.figures import listed
from idlib_wargame.words.rows import basis_words


def seat_names(scenario: Scenario, seats: Sequence[str]) -> str:
    """ "Astra", or "Astra and Borea" for a joint order."""
    return listed([scenario.seat_by_id[seat].name for seat in seats])


def card_head(scenario: Scenario, seats: Sequence[str], move: Move) -> QWidget:
    """The line itself."""
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACE)
    for seat in seats:
        row.addWidget(Swatch(scenario.seat_by_id[seat].colour))
    row.addWidget(_names(seat_names(scenario, seats)))
    table = label(scenario.table_by_id[move.table].name.lower())
    table.setProperty("table", move.table)
    row.addWidget(table)
    basis = ElidedLabel(basis_words(move.basis))
    basis.setProperty("role", "muted")
    basis.setProperty("text_size", 11)
    basis.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(basis, 1)
    return head


def _names(text: str) -> ElidedLabel:
    """As wide as it needs, unless the card is too narrow."""
    names = ElidedLabel(text)
    names.setProperty("bold", True)
    names.setMinimumWidth(1)
    names.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return names
