"""How it came to that: the tracks behind a place of the map, turn by turn, over the map."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.map.history import TrackHistory
from idlib_wargame.views.map.shown import PlaceTold
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.map.step_line import StepLine
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.words.language import _
from idlib_wargame.words.mapping import agreed_heading, behind_words, history_of_words

_DO = QAbstractSlider.SliderAction
SCROLLS = {
    Qt.Key.Key_Down: _DO.SliderSingleStepAdd,
    Qt.Key.Key_Up: _DO.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _DO.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _DO.SliderPageStepSub,
    Qt.Key.Key_Home: _DO.SliderToMinimum,
    Qt.Key.Key_End: _DO.SliderToMaximum,
}
WIDTH = 312  # pixels at the usual size of text
EDGE = 8
SLACK = 8  # pixels more than its words need, for the frame that it has with the keys


class HistoryPanel(QFrame):
    """Lies over a map until it is closed; ``closed`` tells when. It asks for nothing."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # or it would pull the map
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: tuple[tuple[TrackHistory, ...], tuple[str, ...]] = ((), ())
        self.feature = ""
        self.heading = label(role="muted", wrap=True, leads=True)
        self.close_button = QToolButton()
        self.close_button.setIcon(icons.icon("close", "muted"))
        self.close_button.setToolTip(_("Close the history (Esc)"))
        self.close_button.setAccessibleName(_("Close the history (Esc)"))
        self.close_button.clicked.connect(self.leave)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self._inside = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self.pages = self._scrolled()
        self._lay_out()
        self.hide()

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setLayout(self._inside)
        self._inside.setContentsMargins(0, 0, theme.SPACE, 0)
        self._inside.addLayout(self.body)
        self._inside.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(12, theme.SPACE, 4, theme.SPACE)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self.pages, 1)

    def open(self, place: PlaceTold, histories: tuple[TrackHistory, ...]) -> None:
        """Tell the history behind a place."""
        self.feature = place.id
        self.heading.setText(behind_words(place.name))
        self.show_histories(histories, place.agreed)
        self.show()
        self.raise_()

    def show_histories(self, histories: tuple[TrackHistory, ...], agreed: tuple[str, ...]) -> None:
        """Tell these, the last turn first, and after them what is agreed about the place."""
        if (histories, agreed) == self._shown:
            return
        self._shown = (histories, agreed)
        emptied(self.body)
        for widgets in (*map(_told, histories), _promised(agreed)):
            for each in widgets:
                self.body.addWidget(each)
                each.show()  # at once, or what is put into a panel in sight counts for no height
        titles = [history_of_words(each.name) for each in histories]
        self.setAccessibleName("\n".join(titles))
        lines = [*(line for each in histories for line in _spoken(each)), *agreed]
        self.setAccessibleDescription("\n".join(lines))

    def leave(self) -> None:
        """Close it."""
        if self.feature:
            self.feature = ""
            self.closed.emit()  # before it is gone, and the keys with it
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it; arrows and pages scroll it."""
        scrolls = SCROLLS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif scrolls is not None:
            self.pages.verticalScrollBar().triggerAction(scrolls)
        else:
            super().keyPressEvent(event)

    def place(self, room: QRect, at_end: bool) -> None:
        """Stand at the end of a room or at its start, no higher than the words need."""
        wide = min(theme.scaled(WIDTH), room.width() - 2 * EDGE)
        high = min(self._height_at(wide), room.height() - 2 * EDGE)
        left = room.right() - EDGE - wide + 1 if at_end else room.left() + EDGE
        self.setGeometry(left, room.top() + EDGE, wide, high)

    def _height_at(self, width: int) -> int:
        """How high it is at that width when nothing needs scrolling."""
        edges, gap = self._column.contentsMargins(), self._column.spacing()
        inner = width - edges.left() - edges.right() - 2 * self.frameWidth()
        words = self._inside.heightForWidth(inner)
        bar = self.close_button.sizeHint()
        heading = self.heading.heightForWidth(inner - bar.width() - gap)
        around = edges.top() + edges.bottom() + gap + 2 * self.frameWidth()
        return words + max(heading, bar.height()) + around + SLACK


def _told(history: TrackHistory) -> Iterator[QWidget]:
    yield label(history.name, bold=True, wrap=True, leads=True)
    if history.meaning:
        yield label(history.meaning, role="muted", wrap=True)
    yield StepLine(history)
    for step in reversed(history.steps):
        yield label(step.line, role="" if step.way else "muted", wrap=True, leads=True)
        yield from (_reason(each) for each in step.because)


def _promised(agreed: tuple[str, ...]) -> Iterator[QWidget]:
    if agreed:
        yield label(agreed_heading(), bold=True, wrap=True, leads=True)
        yield from (label(each, wrap=True, leads=True) for each in agreed)


def _reason(words: str) -> QWidget:
    """Set in, below what it is the reason of."""
    shown = label(words, role="muted", wrap=True)
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(2 * theme.SPACE, 0, 0, 0)
    row.addWidget(shown)
    return place


def _spoken(history: TrackHistory) -> Iterator[str]:
    for step in reversed(history.steps):
        yield from (step.line, *step.because)
