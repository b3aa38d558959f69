"""Everything that a window says, however it says it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QTabWidget, QWidget

from idlib_wargame.windows.chart.panel import EscalationPanel
from tests.windows.play_harbour import texts


def everything_said(window: QWidget) -> Iterator[str]:
    """All that a window and all within it say, on screen, on hover, to a reader or in a list."""
    yield from texts(window)
    for each in (window, *window.findChildren(QWidget)):
        yield from (each.accessibleDescription(), each.whatsThis())
        yield from (f"{action.text()} {action.toolTip()}" for action in each.actions())
        if isinstance(each, QTabWidget):
            yield from (each.tabText(n) for n in range(each.count()))
        if isinstance(each, QListView):
            yield from _rows(each)
        if isinstance(each, EscalationPanel):
            yield from _hovered(each)


def _rows(view: QListView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.index(row, 0).data(role))


def _hovered(chart: EscalationPanel) -> Iterator[str]:
    """What the chart says below the pointer, all over it."""
    for x in range(0, chart.plot.width(), 40):
        for y in range(0, chart.plot.height(), 40):
            yield chart.plot.words_at(chart.plot.mapToScene(x, y))
