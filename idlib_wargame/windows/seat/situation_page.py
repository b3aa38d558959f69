"""Where things stand, as one seat knows it: the map, the tracks or the chart, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.changes import TrackChange
from idlib_wargame.views.drawing import Drawing
from idlib_wargame.views.seat import SeatView
from idlib_wargame.windows.cards.track_row import TrackRow
from idlib_wargame.windows.cards.tracks_view import TracksView
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.map.view import has_map
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.map_or_tracks import MapSheet
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.words.escalation import rungs_explained
from idlib_wargame.words.language import _, fill

if TYPE_CHECKING:
    from idlib_wargame.windows.chart.panel import EscalationPanel

CHANGES_WIDTH = 288  # pixels
MAP, TRACKS, CHART = "map", "tracks", "chart"


class SituationPage(QWidget):
    """``draw`` gives what the map and the chart are drawn from: they are, once somebody looks."""

    def __init__(self, draw: Callable[[], Drawing], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._stale = True
        drawing = draw()
        self.rung = label(size=16, bold=True, wrap=True)
        self._rung = Number(self.rung)
        self.caption = label(role="muted", wrap=True)
        self.map = MapSheet(drawing.pack, may_miss=True)
        self.tracks = TracksView()
        self.chart_place = QScrollArea()  # with large text a chart is higher than a small screen
        self.chart_place.setWidgetResizable(True)
        self.chart_place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chart: EscalationPanel | None = None
        self.ways = QStackedWidget()
        for each in (self.map, self.tracks, self.chart_place):
            self.ways.addWidget(each)
        self.buttons = _buttons()
        self._one_of = QButtonGroup(self)
        for way, button in self.buttons.items():
            self._one_of.addButton(button)
            button.clicked.connect(lambda _=False, way=way: self.show_way(way))
        self.changes = ChangesColumn()
        self._lay_out()
        # Not before it lies in here: by itself it would be a window.
        self.buttons[MAP].setVisible(has_map(drawing.pack))
        self.show_way(MAP if has_map(drawing.pack) else TRACKS)

    def _lay_out(self) -> None:
        head = PageHead(self.rung, self.caption, *self.buttons.values())
        head.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 0)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE)
        left.addWidget(head)
        left.addWidget(self.ways, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.changes)

    @property
    def way(self) -> str:
        """Which of the three ways to look at it is in front."""
        return (MAP, TRACKS, CHART)[self.ways.currentIndex()]

    def show_way(self, way: str) -> None:
        """Bring the map, the tracks or the chart to the front."""
        self.buttons[way].setChecked(True)
        self.ways.setCurrentIndex((MAP, TRACKS, CHART).index(way))
        self._redraw()

    def turn_way(self) -> None:
        """To the next way to look at it."""
        ways = [way for way, button in self.buttons.items() if not button.isHidden()]
        self.show_way(ways[(ways.index(self.way) + 1) % len(ways)])

    def show_view(self, view: SeatView) -> None:
        """Show where the exercise stands for this seat."""
        self.rung.setText(view.situation.rung)
        self._rung.tell(view.situation.rung_account, note=rungs_explained())
        self.caption.setText(view.situation.caption)
        self.tracks.show_tracks(view.tracks)
        self.changes.show_view(view)
        self._stale = True
        self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._redraw()

    def _redraw(self) -> None:
        if not self.isVisible():
            return
        made = self._make_chart() if self.way == CHART and self.chart is None else False
        if self._stale or made:
            self._stale = False
            drawing = self._draw()
            self.map.show_play(drawing.play)
            if self.chart is not None:
                self.chart.show_play(drawing.play)

    def _make_chart(self) -> bool:
        # Drawing needs pyqtgraph, which is not to be waited for until a chart is wanted.
        from idlib_wargame.windows.chart.panel import EscalationPanel

        self.chart = EscalationPanel(self._draw().pack, whole=True, saves=False)
        self.chart_place.setWidget(self.chart)
        return True


class ChangesColumn(QFrame):
    """What moved, each with why, as far as the seat knows. It scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._shown: tuple[TrackChange, ...] | None = None
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(label(_("What changed"), "heading", wrap=True))
        column.addLayout(self._body)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(_("What changed"))
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self._fix_width()
        theme.changes().changed.connect(self._fix_width)

    def _fix_width(self) -> None:
        self.setFixedWidth(theme.scaled(CHANGES_WIDTH))

    def show_view(self, view: SeatView) -> None:
        """Show what moved."""
        changes = view.situation.changes
        if changes == self._shown:
            return
        self._shown = changes
        emptied(self._body)
        for change in changes:
            self._body.addWidget(_change(change))
        if not changes:
            said = _("Nothing that you know of.") if view.reported_turn else _nothing_yet()
            self._body.addWidget(label(said, "muted", wrap=True))


def _change(change: TrackChange) -> QWidget:
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(TrackRow(change.line))
    for reason in change.because:
        column.addWidget(label(reason, "muted", wrap=True))
    return shown


def _nothing_yet() -> str:
    return _("Nothing yet. After each turn this says what moved, and who moved it.")


def _buttons() -> dict[str, QPushButton]:
    keys = key_words(Where.SEAT, "map")
    rows = (
        (MAP, _("Map"), "map", _("Show the situation on the map ({keys})")),
        (TRACKS, _("Tracks"), "list", _("Show the situation in tracks ({keys})")),
        (CHART, _("Chart"), "chart", _("Show how it escalated, turn by turn ({keys})")),
    )
    made = {}
    for way, text, icon, tip in rows:
        button = QPushButton(text)
        button.setProperty("role", "quiet")
        button.setIcon(icons.icon(icon, "muted"))
        button.setCheckable(True)
        button.setToolTip(fill(tip, keys=keys))
        made[way] = button
    return made
