"""A track as people read it: its name, its words, a small bar, and an arrow for what changed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from idlib_wargame.views.tracks import TrackLine
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.words.language import _, figures, fill


class TrackBar(QWidget):
    """How far up its scale a track stands, and where it stood before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = self._before = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_line(self, line: TrackLine) -> None:
        """Show a value and the one before it."""
        self._now, self._before = line.now, line.before
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow and slim."""
        return QSize(theme.scaled(56), 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A trough, what fills it, and a tick where it stood before."""
        now = theme.colours()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            width, middle = float(self.width()), self.height() / 2
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(width, 0)
                painter.scale(-1, 1)
            painter.setBrush(QColor(now.line))
            painter.drawRoundedRect(QRectF(0, middle - 2, width, 4), 2, 2)
            painter.setBrush(QColor(now.muted))
            painter.drawRoundedRect(QRectF(0, middle - 2, max(4.0, width * self._now), 4), 2, 2)
            if self._before != self._now:
                painter.setBrush(QColor(now.text))
                place = min(max(1.0, width * self._before), width - 1)
                painter.drawRect(QRectF(place - 1, middle - 4, 2, 8))


class TrackRow(QWidget):
    """One track: name and change above, bar and words below, each on as many lines as it needs."""

    def __init__(self, line: TrackLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label(line.name, wrap=True, leads=True)
        self.words = label(role="muted", wrap=True, leads=True)
        self.bar = TrackBar()
        self._arrow = Glyph("up", "text", 14)
        self._change = label(bold=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        above = QHBoxLayout()
        above.setSpacing(2)
        above.addWidget(self.name, 1)
        beside = QHBoxLayout()  # the first line of a name that takes several
        beside.setSpacing(2)
        if line.only:
            hidden = Glyph("eye_off", "muted", 14)
            hidden.setToolTip(fill(_("Known only to {seats}"), seats=line.only))
            beside.addWidget(hidden)
            beside.addSpacing(4)
        beside.addWidget(self._arrow)
        beside.addWidget(self._change)
        above.addLayout(beside)
        above.setAlignment(beside, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(above, 0, 0, 1, 2)
        grid.addWidget(self.bar, 1, 0)
        grid.addWidget(self.words, 1, 1)
        grid.setColumnStretch(1, 1)
        self._number = Number(self, self.words)
        self.show_line(line)

    def show_line(self, line: TrackLine) -> None:
        """Show a new value of the same track."""
        self.words.setText(line.words)
        self.bar.show_line(line)
        self._arrow.become("up" if line.way > 0 else "down", "text")
        self._arrow.setVisible(line.way != 0)
        self._change.setText(figures(line.change))
        self._change.setVisible(line.way != 0)
        self.setAccessibleName(line.spoken)
        self.setToolTip(in_tooltip(line.meaning))
        self._number.tell(line.account, note=line.meaning)
