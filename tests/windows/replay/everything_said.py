"""Everything that a window says, however it says it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QTabWidget, QWidget

from idlib_wargame.windows.chart.panel import EscalationPanel
from idlib_wargame.windows.replay.window import ReplayWindow
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
    for x in range(0, chart.plot.width(), 80):
        for y in range(0, chart.plot.height(), 80):
            yield chart.plot.words_at(chart.plot.mapToScene(x, y))


def said_throughout(window: ReplayWindow) -> str:
    """All that the window says at every moment, on every tab, on the map and off it."""
    said: list[str] = []
    for place in range(window.marks.count):
        window.player.seek(place)
        for tab in range(window.tabs.count()):
            if window.tabs.isTabVisible(tab):
                window.tabs.setCurrentIndex(tab)
                for card in window.results.cards.values():
                    card.more.setChecked(True)
                said += everything_said(window)
        window.switch_map()
        said += everything_said(window)
        said.append(_map_walked(window))
    for turn in range(len(window.saved.last.closed) + 1):
        window.chart.set_cursor(turn)
        said += everything_said(window.chart)
    return "\n".join(said)


def _map_walked(window: ReplayWindow) -> str:
    """What the map says of each feature as the keyboard goes over them."""
    view = window.either.map.view
    said = []
    assert view is not None
    for _ in view.shown.standings:
        view.canvas.step(forward=True)
        said.append(view.foot.name.text() + view.foot.details.text())
        view.open_history(view.canvas.at)
        said.append(view.history.accessibleDescription())
    return "\n".join(said)
