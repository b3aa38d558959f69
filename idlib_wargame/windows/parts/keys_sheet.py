"""All keys on one sheet beside a window: those of the window first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.keys import Key, Where, key_map, where_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.words.language import _

# What has the keys in each window, beside the window itself.
_PARTS: dict[Where, tuple[Where, ...]] = {
    Where.DESK: (Where.FIELD, Where.QUESTION, Where.MAP, Where.CHART),
    Where.SEAT: (Where.MOVES, Where.FIELD, Where.QUESTION, Where.MAP, Where.CHART),
    Where.REPLAY: (Where.MAP, Where.CHART),
}


class KeysSheet(QDialog):
    """Lies over its window and stops nobody; Escape puts it away."""

    def __init__(self, window: QWidget, where: Where) -> None:
        super().__init__(window)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        sheet = QWidget()
        self._rows = QGridLayout(sheet)
        self._rows.setContentsMargins(*([2 * theme.SPACE] * 4))
        self._rows.setHorizontalSpacing(2 * theme.SPACE)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(1, 1)
        for place in _in_order(where):
            self._add(where_words(place), [row for row in key_map() if row.where is place])
        self._rows.setRowStretch(self._rows.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        wide = theme.scaled(60 * theme.SPACE)
        self.resize(min(wide, window.width()), min(theme.scaled(520), window.height()))

    def _add(self, heading: str, rows: list[Key]) -> None:
        at = self._rows.rowCount()
        title = label(heading, "eyebrow")
        title.setContentsMargins(0, theme.SPACE if at > 1 else 0, 0, 0)
        self._rows.addWidget(title, at, 0, 1, 2)
        for place, row in enumerate(rows, start=at + 1):
            top = Qt.AlignmentFlag.AlignTop
            self._rows.addWidget(label(row.shown, bold=True), place, 0, top)
            self._rows.addWidget(label(row.words.rstrip("…"), wrap=True), place, 1)


def _in_order(where: Where) -> list[Where]:
    """The window, what is in it, what holds everywhere, and then the other windows."""
    near = [where, *_PARTS.get(where, ()), Where.EVERYWHERE]
    return [*near, *(place for place in Where if place not in near)]


def show_keys(window: QWidget, where: Where) -> KeysSheet:
    """Show the keys beside a window, or bring the sheet to the front where it is open."""
    sheet = window.findChild(KeysSheet) or KeysSheet(window, where)
    sheet.show()
    sheet.activateWindow()
    return sheet
