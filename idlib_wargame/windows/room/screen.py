"""The room's screen as a widget of any size: on the projector, and small on the desk."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from idlib_wargame.windows.look import fonts, theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.map.room_map import RoomMap
from idlib_wargame.windows.room.page import RoomPage
from idlib_wargame.windows.room.rows import GAP, HEADING, Block, height_of, paint_rows, text_rows
from idlib_wargame.windows.room.sheet import SIDE, Clock, RoomSheet, Shape
from idlib_wargame.windows.room.show import RoomShow
from idlib_wargame.words.language import _

BLANK = "#000000"  # a projector that shows it gives no light
CORNER = 22  # units high: it is not for the back of the room
LEAST_PIXELS = 13


class RoomScreen(QWidget):
    """Draws what is shown. One that ``leads`` says what shape the screen has; others follow it."""

    def __init__(self, show: RoomShow, leads: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._leads = leads
        self._drawn: tuple[RoomSheet, RoomPage, bool] | None = None
        self._clock: Clock | None = None
        self._asked = ""
        self._strip: QuestionStrip | None = None
        self._corner_words: CornerWords | None = None
        self.map: RoomMap | None = None  # made when somebody looks at one
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(leads)  # its window hears of every move
        self.setAccessibleName(_("The room's screen"))
        show.changed.connect(self._follow)
        show.timer.ticked.connect(self._tick)
        theme.changes().changed.connect(self.update)

    @property
    def scale(self) -> float:
        """Pixels a unit."""
        sheet = self._show.sheet
        return min(self.width() / sheet.wide, self.height() / sheet.high)

    def ask(self, words: str) -> None:
        """Ask something along the foot; empty takes it away."""
        if words != self._asked:
            self._asked = words
            self.setAccessibleDescription(words or self._said())
            self._place_question()

    def hint(self, words: str) -> None:
        """Say something small in a free corner of the foot; empty takes it away."""
        if words and self._corner_words is None:
            self._corner_words = CornerWords(self)
        if self._corner_words is not None:
            self._corner_words.show_words(words, self._show.sheet.free_corner, self.scale)
            if self._strip is not None:
                self._strip.raise_()

    @property
    def asked(self) -> str:
        """What is asked."""
        return self._asked

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._take_shape()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large a part of the screen as before."""
        super().resizeEvent(event)
        self._take_shape()
        self._drawn = None
        self._follow()

    def _take_shape(self) -> None:
        if self._leads and self.isVisible() and not self.size().isEmpty():
            self._show.take_shape(Shape(self.width(), self.height()))

    def _follow(self) -> None:
        """Draw anew what has changed; nothing while nobody sees it."""
        if not self.isVisible():
            return
        show = self._show
        now = (show.sheet, show.page, show.showing.is_blank)
        if now == self._drawn:
            return
        self._drawn = now
        self.setAccessibleDescription(self._said())
        if show.showing.is_blank:
            self.hint("")
        self._place_map()
        self._place_question()
        self.update()

    def _said(self) -> str:
        show = self._show
        return "" if show.showing.is_blank else show.sheet.said(show.page)

    def _place_map(self) -> None:
        show, page = self._show, self._show.page
        if page.map is None or show.showing.is_blank:
            if self.map is not None:
                self.map.hide()
            return
        box, scale = show.sheet.map_box(page), self.scale
        left, top = self._corner()
        there = QRectF(
            left + box.left() * scale,
            top + box.top() * scale,
            box.width() * scale,
            box.height() * scale,
        )
        if self.map is None:
            self.map = RoomMap(page.map, self)
        sheet = show.sheet
        self.map.setGeometry(there.toRect())
        self.map.set_screen(QSize(round(sheet.wide * scale), round(sheet.high * scale)))
        self.map.show_map(page.map)
        self.map.show()

    def _corner(self) -> tuple[float, float]:
        sheet, scale = self._show.sheet, self.scale
        return (self.width() - sheet.wide * scale) / 2, (self.height() - sheet.high * scale) / 2

    def _tick(self) -> None:
        """The clock reads something else: nothing but its line is drawn anew."""
        if self.isVisible() and self._show.clock != self._clock:
            bar, scale = self._show.sheet.top_bar, self.scale
            left, top = self._corner()
            wide, high = bar.width() * scale, bar.height() * scale
            self.update(QRectF(left, top, wide, high).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        show = self._show
        with painting(self) as painter:
            if show.showing.is_blank:
                painter.fillRect(self.rect(), QColor(BLANK))
            else:
                self._clock = show.clock
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(*self._corner())
                painter.scale(self.scale, self.scale)
                show.sheet.paint(painter, show.page, self._clock)
                painter.resetTransform()

    def _place_question(self) -> None:
        """Over what is shown, the map and a blank screen too."""
        if self._asked:
            strip = self._strip = self._strip or QuestionStrip(self)
            strip.show_words(self._asked, self.rect(), self.scale)
            strip.show()
            strip.raise_()
        elif self._strip is not None:
            self._strip.hide()


class CornerWords(QWidget):
    """In the corner of the foot that nothing else stands in; for whoever is at the laptop."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self._scale = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_words(self, words: str, place: QRectF, scale: float) -> None:
        """Show them at a place in units, at so many pixels each; nothing hides it."""
        self.words, self._scale = words, scale
        corner = place.topLeft() * scale, place.size() * scale
        self.setGeometry(QRectF(*corner).toRect())
        self.setVisible(bool(words))
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.colours().panel))
            painter.setFont(fonts.sized(max(round(CORNER * self._scale), LEAST_PIXELS)))
            painter.setPen(QColor(theme.colours().muted))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect(), flags | Qt.TextFlag.TextWordWrap, self.words)


class QuestionStrip(QWidget):
    """Along the foot of a room's screen; its words are read out by that."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Block = ()
        self._scale = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_words(self, words: str, screen: QRect, scale: float) -> None:
        """Show them on a screen of that size, at so many pixels a unit."""
        wide, self._scale = screen.width() / scale, scale
        self._rows = text_rows(words, wide - 2 * SIDE, HEADING, bold=True)
        high = round((height_of(self._rows) + 2 * GAP) * scale)
        self.setGeometry(0, screen.height() - high, screen.width(), high)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.colours().raised))
            painter.scale(self._scale, self._scale)
            paint_rows(painter, self._rows, SIDE, GAP)
