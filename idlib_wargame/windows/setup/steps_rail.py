"""The steps of the assistant, down one side, each with the answer given so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QStyle, QVBoxLayout

from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.words.setting_up import step_words

_ROUND = 3 * theme.SPACE
_LEFT = _ROUND + theme.SPACE + theme.SPACE // 2  # of words, beside the mark


class Step(QAbstractButton):
    """A step: its number or a tick, its name, and the answer in a few words."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._number, self._name = number, name
        self._answer = ""
        self._state = "ahead"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str, answer: str) -> None:
        """``state`` is "done", "now" or "ahead"."""
        self._state, self._answer = state, answer
        self.setEnabled(state == "done")
        self.setToolTip(in_tooltip(answer))
        self.setAccessibleName(step_words(self._number, self._name, state, answer))
        self.updateGeometry()
        self.update()

    def _answer_height(self) -> int:
        """As many lines as what was answered needs: none of it is cut."""
        metrics = self._metrics(11)
        room = QRect(0, 0, theme.scaled(26 * theme.SPACE) - _LEFT, 10_000)
        return max(
            metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._answer).height(),
            metrics.lineSpacing(),
        )

    def sizeHint(self) -> QSize:
        """Two lines of words, or more where the answer needs them."""
        lines = self._metrics(13).lineSpacing() + self._answer_height()
        return QSize(theme.scaled(26 * theme.SPACE), max(_ROUND, lines + 2) + 2 * theme.SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark first, the words beside it."""
        now = theme.colours()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_mark(painter)
            self._write(painter)
            if self.hasFocus():
                painter.setPen(QPen(QColor(now.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _write(self, painter: QPainter) -> None:
        now = theme.colours()
        left = _LEFT
        width = self.width() - left
        named = self._metrics(13).lineSpacing()
        painter.setFont(theme.font(13, bold=self._state == "now"))
        painter.setPen(QColor(now.muted if self._state == "ahead" else now.text))
        top = theme.SPACE if self._answer else (self.height() - named) // 2
        painter.drawText(self._mirrored(QRect(left, top, width, named)), 0, self._name)
        if self._answer:
            painter.setFont(theme.font(11))
            painter.setPen(QColor(now.muted))
            below = QRect(left, top + named + 2, width, self._answer_height())
            painter.drawText(self._mirrored(below), Qt.TextFlag.TextWordWrap, self._answer)

    def _mirrored(self, place: QRect) -> QRect:
        """A place in the step, counted from where reading begins."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _draw_mark(self, painter: QPainter) -> None:
        now = theme.colours()
        filled = self._state == "now"
        place = QRect(1, (self.height() - _ROUND) // 2, _ROUND - 2, _ROUND - 2)
        box = QRectF(self._mirrored(place))
        edge = now.accent if self._state != "ahead" else now.border
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(now.accent) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if self._state == "done":
            icons.draw(painter, box.toRect().adjusted(5, 5, -5, -5), "check", now.accent)
            return
        painter.setFont(theme.font(11, bold=True))
        painter.setPen(QColor(now.on_accent if filled else now.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _metrics(self, size: int) -> QFontMetrics:
        return QFontMetrics(theme.font(size))


class StepsRail(QFrame):
    """All steps; those that are done can be gone back to."""

    wanted = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setFixedWidth(theme.scaled(30 * theme.SPACE))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 3 * theme.SPACE, 2 * theme.SPACE, 0)
        column.setSpacing(theme.SPACE)
        self.steps = [Step(number, name) for number, name in enumerate(names, start=1)]
        for place, step in enumerate(self.steps):
            step.clicked.connect(lambda _=False, place=place: self.wanted.emit(place))
            column.addWidget(step)
        column.addStretch(1)

    def show_place(self, place: int, answers: Sequence[str]) -> None:
        """Shows which page is open, and what was answered on those before it."""
        for number, (step, answer) in enumerate(zip(self.steps, answers, strict=True)):
            state = "done" if number < place else "now" if number == place else "ahead"
            step.show_state(state, answer if number <= place else "")
