"""The first line of every card about an order: whose it is, of which table, and on what claim."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from idlib_wargame.views.cards import CardHead
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.labels import NameLabel, label, trailing
from idlib_wargame.windows.parts.marks import Swatch
from idlib_wargame.words.rows import source_explained


def head_line(head: CardHead) -> QWidget:
    """The line itself."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACE)
    for colour in head.colours:
        row.addWidget(Swatch(colour))
    row.addWidget(NameLabel(head.seats, bold=True))
    if head.table.name:
        table = label(head.table.name)
        table.setProperty("table_colour", head.table.colour)
        row.addWidget(table)
    if head.kind:
        row.addWidget(label(head.kind, "muted"))
    source = ElidedLabel(cut=Qt.TextElideMode.ElideMiddle)  # its end tells whose judgement it is
    source.say(head.source, source_explained(head.source) if head.source else "")
    source.setProperty("role", "muted")
    source.setProperty("text_size", 11)
    source.setAlignment(trailing())
    row.addWidget(source, 1)
    return line
