"""One press, one act: what comes too soon after a press, or repeats by itself, does nothing.

The second press of a double click, a key held down and a press on what nobody has had time to
read are not meant. Every control whose meaning changes under the hand is made ``steady``.
"""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget

from idlib_wargame.views.phase_clock import Seconds

# Seconds, shorter than it takes to read a button and press it. Systems take two clicks within half
# a second for one double click, as a rule.
TWICE = 0.6
UNREAD = 0.4  # since a button says something else
KEYBOARD = 0.05  # between letting a key go and pressing it again, where only a keyboard does both
NEAR = 16  # pixels that a hand trembles between two presses that are one
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PRESSING = (*ENTER, Qt.Key.Key_Space, Qt.Key.Key_Select)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
ONE_PRESS = "one_press"  # the property of what takes no second press
_PRESSED = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
Place = QPoint | Qt.Key  # where a press was: on the screen, or on the keyboard


class Hand:
    """What the hand at mouse and keyboard did last, in whichever window.

    ``seconds`` is a clock that only goes forward. Unless it ``tires``, every press counts.
    """

    def __init__(self, seconds: Seconds = monotonic, tires: bool = True) -> None:
        self.tires = tires
        self.seconds = seconds
        self._last: Place | None = None
        self._when = seconds()
        self._let_go: tuple[Qt.Key, float] | None = None
        self._stamped: tuple[Qt.Key, int] | None = None
        self._is_second = False

    def presses(self, at: Place) -> bool:
        """Whether a press here is one of its own, and not the last one's second."""
        again = _is_same(self._last, at) and not self.is_rested(self._when, TWICE)
        again = again or self.repeats(at) or (self._is_second and isinstance(at, Qt.Key))
        self._last, self._when = at, self.seconds()
        return not again

    def repeats(self, at: Place) -> bool:
        """Whether a key was let go only just now, and by nobody: it is held down."""
        if self._let_go is None or not self.tires:
            return False
        key, when = self._let_go
        return _is_same(key, at) and self.seconds() - when < KEYBOARD

    def has_acted(self) -> None:
        """What the last press did is done: where that took long, the moment begins only now."""
        self._when = self.seconds()

    def still_holds(self, key: Qt.Key) -> None:
        """A key repeats, or is let go. No hand presses it again within the next moment.

        Under X a key that repeats is let go and pressed each time, and where the two do not reach
        Qt together, it takes them for a press of its own.
        """
        self._let_go = key, self.seconds()
        if _is_same(self._last, key):
            self._when = self.seconds()

    def goes_down(self, key: Qt.Key, stamp: int) -> None:
        """A key is pressed; ``stamp`` counts milliseconds by the system's clock, 0 where none does.

        It tells a second press that waited while the first was worked on from one that came after.
        """
        if self._stamped == (key, stamp):
            return  # on its way through its window
        last, self._stamped = self._stamped, (key, stamp)
        self._is_second = (
            bool(stamp)
            and last is not None
            and _is_same(last[0], key)
            and 0 <= stamp - last[1] < TWICE * 1000
        )

    def lets_go(self, key: Qt.Key, stamp: int) -> None:
        """A key is let go. Where that is heard late, as after slow work, no press begins by it."""
        if stamp and self._stamped is not None:
            self._let_go = key, self.seconds()
        else:
            self.still_holds(key)

    def has_moved(self) -> None:
        """It has gone elsewhere since, so that its next press is one of its own."""
        self._last, self._is_second = None, False

    def is_rested(self, since: float, moment: float = UNREAD) -> bool:
        """Whether so many seconds have gone by since then."""
        return not self.tires or self.seconds() - since >= moment


def is_near(one: QPoint, two: QPoint) -> bool:
    """Whether a hand that means to press in one place may press in these two."""
    return (one - two).manhattanLength() <= NEAR


def _is_same(one: Place | None, two: Place) -> bool:
    if isinstance(one, QPoint) and isinstance(two, QPoint):
        return is_near(one, two)
    return one == two or (one in ENTER and two in ENTER)


_hand = Hand()


def hand() -> Hand:
    """The hand of whoever sits at this computer: there is one."""
    return _hand


def use_hand(other: Hand) -> Hand:
    """From now on this hand is watched; the one until now is given back."""
    global _hand
    before, _hand = _hand, other
    return before


class Watching(QObject):
    """Tells the hand of keys that are held down, as far as its window hears of them.

    Enter presses the button that has the keys, where nothing on the way has taken it: Qt lets
    only the space bar do so, except in dialogs. It must have had them as the key went down: a field
    that Enter sends and hides gives them to some button before the window hears of the key.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._had_keys: QWidget | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen, and take nothing but what presses a button."""
        if isinstance(event, QKeyEvent):
            hear(event)
            if _is_enter_alone(event):
                if event.type() == QEvent.Type.ShortcutOverride:
                    self._had_keys = QApplication.focusWidget()
                elif event.type() == QEvent.Type.KeyPress:
                    had, self._had_keys = self._had_keys, None
                    return had is QApplication.focusWidget() and _press_focused(watched)
        return False


def _is_enter_alone(event: QKeyEvent) -> bool:
    with_it = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in ENTER and not with_it and not event.isAutoRepeat()


def _press_focused(window: QObject) -> bool:
    """Press the button that has the keys, and say whether one has."""
    button = QApplication.focusWidget()
    if not isinstance(button, QPushButton | QToolButton) or button.window() is not window:
        return False
    button.click()
    return True


def hear(event: QKeyEvent) -> None:
    """Tell the hand of a key that is pressed, repeats or is let go."""
    key = Qt.Key(event.key())
    if event.isAutoRepeat():
        hand().still_holds(key)
    elif event.type() == QEvent.Type.KeyRelease:
        hand().lets_go(key, event.timestamp())
    elif event.type() == QEvent.Type.KeyPress:
        hand().goes_down(key, event.timestamp())


class Steady(QObject):
    """Keeps presses that were not meant from a button.

    It listens again a moment after it came into sight or was painted with other words. Where
    those only follow what somebody fills in beside it, it need not ``wait``. One that ``counts_on``
    takes every press of a hand, as quick as they come: three on "+1" are three minutes.
    """

    def __init__(
        self, button: QAbstractButton, waits: bool = True, counts_on: bool = False
    ) -> None:
        super().__init__(button)
        self._button = button
        self._waits = waits
        self._counts_on = counts_on
        self._seen: tuple[object, ...] | None = None
        self._since = self._slid = 0.0
        button.setProperty(ONE_PRESS, not counts_on)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on as it is painted, and take away what does not count."""
        kind = event.type()
        if kind == QEvent.Type.Paint:
            self._look()
        elif kind == QEvent.Type.Hide:
            self._seen = None
        elif isinstance(event, QMouseEvent) and kind in _PRESSED:
            if event.button() == Qt.MouseButton.LeftButton:
                return not self.counts(event.globalPosition().toPoint())
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyRelease:
            hear(event)
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._is_idle(event)
        return False

    def _is_idle(self, event: QKeyEvent) -> bool:
        """Whether a key is to do nothing here. Whoever steps on by keys means what comes next."""
        hear(event)
        key = Qt.Key(event.key())
        if key in PRESSING:
            return event.isAutoRepeat() or not self.counts(key)
        if key in ARROWS and (others := _others(self._button)):
            _step(self._button, others, key)
            return True
        if not event.isAutoRepeat():
            hand().has_moved()
        return False

    def counts(self, at: Place) -> bool:
        """Whether a press there means what the button says now."""
        held = hand().repeats(at)
        meant = hand().presses(at)
        if isinstance(at, QPoint) and self._waits and not hand().is_rested(self._slid):
            return False
        return self.is_read and (not held if self._counts_on else meant)

    def has_slid(self) -> None:
        """It lies elsewhere than before, and a hand that was about to press means another."""
        self._slid = hand().seconds()

    @property
    def is_read(self) -> bool:
        """Whether it has been in sight for long enough as it is now, for a press counted before."""
        self._look()
        return not self._waits or hand().is_rested(self._since)

    def _look(self) -> None:
        button = self._button
        seen = (button.text(), button.accessibleName(), button.isChecked())
        if seen != self._seen:
            self._seen, self._since = seen, hand().seconds()


def _others(button: QAbstractButton) -> list[QAbstractButton]:
    """The buttons of which it is one, where one at a time is down."""
    group = button.group()
    return group.buttons() if group is not None and group.exclusive() else []


def _step(button: QAbstractButton, others: list[QAbstractButton], key: Qt.Key) -> None:
    """From button to button without pressing any: Qt would press the one that an arrow comes to."""
    ahead = key in (Qt.Key.Key_Down, Qt.Key.Key_Right)
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and button.isRightToLeft():
        ahead = not ahead
    place = others.index(button) + (1 if ahead else -1)
    if 0 <= place < len(others) and others[place].isEnabled():
        others[place].setFocus()


def name_anew(button: QAbstractButton, name: str) -> None:
    """Say to a reader what a button is about now.

    Qt paints nothing for that: unless it is asked to, a steady button would notice only by the
    press, and take that for one on what nobody has had time to read.
    """
    if button.accessibleName() != name:
        button.setAccessibleName(name)
        button.update()


def leave_keys(button: QAbstractButton) -> None:
    """A click on the button takes no keys: those stay where its first press has brought them."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def steady(button: QAbstractButton, waits: bool = True, counts_on: bool = False) -> Steady:
    """Let a button take one press at a time, and none before it could be read."""
    return Steady(button, waits, counts_on)
