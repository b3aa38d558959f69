"""Codes as a camera wants them: black on white whatever the scheme, each module whole pixels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import floor

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from idlib_wargame.views.online.codes import QUIET, Code
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill

DARK, LIGHT = "#000000", "#ffffff"
LEAST_MODULE = 2  # pixels, below which cameras lose their way
AROUND = 3  # pixels for the line that says that it has the keys


def paint_code(painter: QPainter, box: QRectF, code: Code) -> None:
    """Paint it as large as it goes into a box, in the middle; smoothed edges would blur it."""
    device, now = painter.device(), painter.worldTransform()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    scale = now.m11() * ratio  # pixels of the screen to a unit of the painter
    module = floor(min(box.width(), box.height()) * scale / code.size)
    if module < 1:
        return
    side = module * code.size
    left = round((box.center().x() * now.m11() + now.dx()) * ratio - side / 2)
    top = round((box.center().y() * now.m22() + now.dy()) * ratio - side / 2)

    def pixels(column: int, row: int, wide: int, high: int) -> QRectF:
        return QRectF(
            ((left + column * module) / ratio - now.dx()) / now.m11(),
            ((top + row * module) / ratio - now.dy()) / now.m22(),
            wide * module / scale,
            high * module / scale,
        )

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(pixels(0, 0, code.size, code.size), QColor(LIGHT))
    for row, column, wide in _runs(code):
        painter.fillRect(pixels(QUIET + column, QUIET + row, wide, 1), QColor(DARK))
    painter.restore()


def _runs(code: Code) -> Iterator[tuple[int, int, int]]:
    """Row, first column and length of each run of dark modules."""
    for number, row in enumerate(code.rows):
        column = 0
        for is_dark, modules in groupby(row):
            wide = len(list(modules))
            if is_dark:
                yield number, column, wide
            column += wide


class CodePicture(QAbstractButton):
    """A code on the desk; a press shows it large. Nothing but white until it has one."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code: Code | None = None
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        steady(self)

    def show_code(self, code: Code) -> None:
        """Show that one from now on."""
        if code == self.code:
            return
        self.code = code
        self.setAccessibleName(fill(_("Code: {what}. Show it large"), what=code.words))
        self.setToolTip(_("Show it large"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as was asked for, and never too small for a camera."""
        modules = self.code.size if self.code is not None else 0
        side = max(theme.scaled(self._side), modules * LEAST_MODULE) + 2 * AROUND
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """No smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, with a line around it while it has the keys."""
        with painting(self) as painter:
            if self.hasFocus():
                painter.fillRect(self.rect(), QColor(theme.colours().focus))
            inside = self.rect().adjusted(AROUND, AROUND, -AROUND, -AROUND)
            painter.fillRect(inside, QColor(LIGHT))
            if self.code is not None:
                paint_code(painter, QRectF(inside), self.code)
