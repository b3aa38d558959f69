"""A number that opens its account: on hover after a moment, by a click, or by a key.

Numbers of one list are one stop for Tab; arrows go from each to the next. What is read aloud of
one is its account.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QScrollArea, QStyle, QWidget

from idlib_wargame.views.account import Account
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.look.painting import painting
from idlib_wargame.windows.parts.account_sheet import AccountSheet
from idlib_wargame.windows.parts.keys import Where, is_key

OPENS_AFTER, CLOSES_AFTER = 500, 250  # milliseconds under the mouse, and off it
_GONE = (QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.EnabledChange)
_STOP, _NO_STOP = Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus


class Number(QObject):
    """Makes a widget a number that opens, once it is told of an account.

    ``written`` is the label that has the figure, under which dots tell that it opens; the widget
    itself where it is one. ``sheet`` is what is open of it, None while nothing is.
    """

    def __init__(
        self, number: QWidget, written: QLabel | None = None, opens_after: int = OPENS_AFTER
    ) -> None:
        super().__init__(number)
        self._number = number
        self._written = number if written is None and isinstance(number, QLabel) else written
        self._accounts: tuple[Account, ...] = ()
        self._note = ""
        self.sheet: AccountSheet | None = None
        self._watched: list[QWidget] = []
        self._dots = _Dots(self._written) if isinstance(self._written, QLabel) else None
        self._ring = _Ring(number)
        self._opening = self._timer(opens_after, self.open)
        self._closing = self._timer(CLOSES_AFTER, self.close)
        number.installEventFilter(self)

    def _timer(self, wait: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(act)
        return timer

    def tell(self, *accounts: Account | None, note: str = "") -> None:
        """Let it open these, and under them a note on what the number is.

        Of none, it is a number like any other text.
        """
        told = tuple(each for each in accounts if each is not None)
        if (told, note) == (self._accounts, self._note):
            return
        self._note = note
        self.close()
        self._accounts = told
        said = [*(each.spoken for each in told), *([note] if note else [])]
        self._number.setAccessibleDescription("\n".join(said))
        shape = Qt.CursorShape.PointingHandCursor if told else Qt.CursorShape.ArrowCursor
        self._number.setCursor(shape)
        if not told:
            self._number.setFocusPolicy(_NO_STOP)
        elif self._number.isVisible():
            self._take_tab()
        else:
            self._number.setFocusPolicy(_NO_STOP)
        if self._dots is not None:
            self._dots.setVisible(bool(told))

    @property
    def accounts(self) -> Sequence[Account]:
        """What it opens."""
        return self._accounts

    def open(self) -> None:
        """Open the account beside the number, and close what else is open in its window."""
        self._opening.stop()
        if not self._accounts or self.sheet is not None or not self._number.isVisible():
            return
        window = self._number.window()
        for other in window.findChildren(Number):
            other.close()
        self.sheet = AccountSheet(self._accounts, self._note, window)
        self.sheet.entered.connect(self._closing.stop)
        self.sheet.left.connect(self._closing.start)
        self.sheet.show_beside(self._number)
        self._watch(window)

    def close(self) -> None:
        """Close it. What it lay on is as it was."""
        self._opening.stop()
        self._closing.stop()
        sheet, self.sheet = self.sheet, None
        for each in self._watched:
            each.removeEventFilter(self)
        self._watched.clear()
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()

    def _watch(self, window: QWidget) -> None:
        """Once what it stands in moves, or goes, the sheet would lie by something else."""
        each = self._number.parentWidget()
        while each is not None:
            each.installEventFilter(self)
            self._watched.append(each)
            each = each.parentWidget() if each is not window else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse and the keys on the number, and what becomes of all that it stands in."""
        if watched is not self._number:
            if event.type() in _GONE:
                self.close()
            return False
        return bool(self._accounts) and self._heard(event)

    def _heard(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Enter:
                self._closing.stop()
                self._opening.start()
            case QEvent.Type.Leave:
                self._opening.stop()
                self._closing.start()
            case QEvent.Type.MouseButtonRelease:
                self.open()
            case QEvent.Type.FocusOut:
                self.close()
            case QEvent.Type.Show:
                self._take_tab()
            case QEvent.Type.Hide:
                self.close()
            case QEvent.Type.ToolTip:
                return True  # it stands at the foot of the account
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent):
                if self._act(event) is not None:
                    event.accept()
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                act = self._act(event)
                if act is not None:
                    act()
                return act is not None
        return False

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here; None for one that is somebody else's."""
        if is_key(event, Where.NUMBER, "open"):
            return self.close if self.sheet is not None else self.open
        if is_key(event, Where.NUMBER, "step"):
            return partial(self._step, -1 if event.key() == Qt.Key.Key_Up else 1)
        if self.sheet is None:
            return None
        if is_key(event, Where.NUMBER, "leave"):
            return self.close
        if is_key(event, Where.NUMBER, "read_on"):
            return partial(self.sheet.read_on, -1 if event.key() == Qt.Key.Key_PageUp else 1)
        return None

    def _around(self) -> QWidget:
        """The list that it stands in: what scrolls it, or else its window."""
        each: QWidget = self._number
        while (outside := each.parentWidget()) is not None and not each.isWindow():
            each = outside
            if isinstance(each, QScrollArea):
                break
        return each

    def _beside(self) -> list[Number]:
        """All that stand in that list and can be seen, this one too."""
        found = self._around().findChildren(Number)
        return [each for each in found if each.accounts and each._number.isVisible()]

    def _take_tab(self) -> None:
        """Be where Tab stops in this list, unless another is already."""
        held = any(each.is_stop for each in self._beside() if each is not self)
        self._number.setFocusPolicy(_NO_STOP if held else _STOP)

    @property
    def is_stop(self) -> bool:
        """Whether Tab stops here."""
        return self._number.focusPolicy() == _STOP

    def _step(self, way: int) -> None:
        """Go to the next number of the list, or the one before; Tab stops there from now on."""
        beside = self._beside()
        place = beside.index(self) + way
        if 0 <= place < len(beside):
            self._number.setFocusPolicy(_NO_STOP)
            beside[place].take_keys()

    def take_keys(self) -> None:
        """Have the keys, and be seen."""
        self._number.setFocusPolicy(_STOP)
        self._number.setFocus(Qt.FocusReason.TabFocusReason)
        around = self._around()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self._number)


class _Dots(QWidget):
    """Quiet dots under the words of a label, over which it lies and lets everything through."""

    def __init__(self, under: QLabel) -> None:
        super().__init__(under)
        self._under = under
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        under.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the label."""
        if event.type() == QEvent.Type.Resize:
            self.resize(self._under.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Under the last line, as wide as the widest."""
        under = self._under
        if not under.text():
            return
        wraps = Qt.TextFlag.TextWordWrap if under.wordWrap() else Qt.TextFlag.TextSingleLine
        how = int(QStyle.visualAlignment(under.layoutDirection(), under.alignment())) | int(wraps)
        words = under.fontMetrics().boundingRect(under.contentsRect(), how, under.text())
        low = min(words.bottom() + 1, under.height() - 1)
        with painting(self) as painter:
            pen = QPen(QColor(theme.colours().muted), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1, 2])
            painter.setPen(pen)
            painter.drawLine(words.left(), low, words.right(), low)


class _Ring(QWidget):
    """A ring around what has the keys. It lies beside that, a little larger, so as to cut no word.

    The number's list takes it in, so it goes where the number goes.
    """

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        around.installEventFilter(self)
        around.destroyed.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """There while the keys are, and where they are."""
        match event.type():
            case QEvent.Type.FocusIn:
                self.setParent(self._around.parentWidget() or self._around)
                self._lie()
                self.show()
                self.raise_()
            case QEvent.Type.FocusOut | QEvent.Type.Hide:
                self.hide()
            case QEvent.Type.Move | QEvent.Type.Resize:
                self._lie()
        return False

    def _lie(self) -> None:
        wanted = self._around.geometry().adjusted(-5, -2, 5, 2)
        parent = self.parentWidget()
        self.setGeometry(wanted & parent.rect() if parent is not None else wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line with round corners."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours().focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
