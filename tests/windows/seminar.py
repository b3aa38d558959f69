"""The people of a seminar at one laptop: a facilitator whose presses are counted, and players."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.seat.window import SeatWindow

LEFT = Qt.MouseButton.LeftButton


def laid_out(widget: QWidget) -> None:
    """What was made anew is shown by the event loop, and has its size a round or two later."""
    for _round in range(4):
        QApplication.processEvents()
        if widget.isVisible() and not widget.rect().isEmpty():
            return
    raise AssertionError(widget.accessibleName() or "it is not to be seen")


def click(button: QAbstractButton) -> None:
    """A real click, on a button that can be seen and pressed."""
    laid_out(button)
    assert button.isVisible(), button.accessibleName() or button.text()
    assert button.isEnabled(), button.accessibleName() or button.text()
    QTest.mouseClick(button, LEFT)


class Facilitator:
    """Presses buttons and keys of a desk. ``presses`` counts them; typing words is not counted."""

    def __init__(self, desk: DeskWindow, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot
        self.presses = 0

    def press(self, button: QAbstractButton) -> None:
        """Click a button."""
        self.presses += 1
        click(button)

    def key(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        where: QWidget | None = None,
    ) -> None:
        """Press a key, with another held down."""
        self.presses += 1
        self.desk.activateWindow()
        self._qtbot.wait_until(self.desk.isActiveWindow)
        QTest.keyClick(where or self.desk, key, held)

    def next(self, *words: str) -> None:
        """Press the filled button, which says that, and whatever is asked then."""
        button = self.desk.page.top.next
        assert button.accessibleName() in words or not words, button.accessibleName()
        self.press(button)
        if self.desk.page.question.isVisible():
            self.press(self.desk.page.question.yes)

    def hand_round(self) -> None:
        """Let the laptop go round."""
        self.press(self.desk.page.seats.round)

    def take_back(self) -> None:
        """Have the laptop again, which a player has given back, and lift the cover."""
        click(self.desk.handover.cover.round.back)
        self.press(self.desk.handover.cover.button)


class Players:
    """Whoever has the laptop while it goes round. Their presses are their own."""

    def __init__(self, desk: DeskWindow, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot

    def sit_down(self, seat: str) -> SeatWindow:
        """Open a seat from the cover, and lift its curtain."""
        click(self.desk.handover.cover.round.buttons[seat])
        window = self.desk.handover.windows[seat]
        if window.curtain.form.isVisible():
            window.curtain.form.leave.click()
        else:
            window.lift()
        if window.first_look.isVisible():
            click(window.first_look.leave)
        assert not window.is_covered
        return window

    def stand_up(self, window: SeatWindow) -> None:
        """Close the curtain: the cover offers the seats again."""
        click(window.head.leave)
        self._qtbot.wait_until(lambda: self.desk.handover.cover.round.isVisible())
        # A test runs no event loop in which closed windows would go.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def seal(self, seat: str, count: int = 1) -> list[str]:
        """Pick the first moves that are open, seal them, and hand the laptop on."""
        window = self.sit_down(seat)
        window.turn_to("orders")
        picked: list[str] = []
        while len(picked) < count:
            option = next(
                b
                for b in window.moves.buttons()
                if b.option.legal and b.option.wish.move not in picked
            )
            picked.append(option.option.wish.move)
            option.click()
        click(window.orders.seal)
        if window.question.isVisible():
            click(window.question.yes)
        assert seat in self.desk.session.play.sealed
        self.stand_up(window)
        return picked
