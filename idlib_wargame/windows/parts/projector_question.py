"""Asked before anything is shown that is not for the room, where the projector shows this screen.

It covers all of what it is asked over: a curtain, what the room may read, or a window that opens.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.one_press import ENTER, steady
from idlib_wargame.windows.screens.projector import projector
from idlib_wargame.words.language import _

CENTRE = Qt.AlignmentFlag.AlignCenter
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def unseen(
    over: QWidget,
    then: Callable[[], object],
    stay: Callable[[], object] = lambda: None,
    shown: Callable[[], object] | None = None,
) -> None:
    """Do what shows something that the room may not see; ask first where the room would see it.

    ``stay`` is done instead where the answer is to stay. What is no secret any more may be
    ``shown``, where the answer is that the room shall see it.
    """
    if not projector().shows(over.window()):
        then()
        return
    asked = over.findChild(ProjectorQuestion, options=DIRECT) or ProjectorQuestion(over)
    asked.ask(then, stay, shown)


def lapse(over: QWidget) -> None:
    """What is asked over a widget is asked no more: what stands there is another matter by now."""
    asked = over.findChild(ProjectorQuestion, options=DIRECT)
    if asked is not None:
        asked.lapse()


class ProjectorQuestion(QFrame):
    """Lies over the whole of a widget until it is answered. What stays has the keys."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "panel")
        self._over = over
        self._then: Callable[[], object] = self.hide
        self._stay: Callable[[], object] = self.hide
        self._shown: Callable[[], object] = self.hide
        self._back_to: QWidget | None = None
        self.title = label(_("The projector shows this screen"), "title", wrap=True)
        said = _("The room would read what comes next. Unplug the projector or turn it away first.")
        self.words = label(said, "muted", size=16, wrap=True)
        self.stay = QPushButton(_("Stay"))
        self.stay.clicked.connect(self.leave)
        self.elsewhere = QPushButton(_("It no longer shows this"))
        self.elsewhere.setProperty("role", "soft")
        self.elsewhere.clicked.connect(self._go_on)
        self.shown = QPushButton(_("Show it to the room"))
        self.shown.setProperty("role", "soft")
        self.shown.clicked.connect(self._show)
        self.buttons = (self.stay, self.elsewhere, self.shown)
        for button in self.buttons:
            steady(button)
        self.setAccessibleName(f"{self.title.text()} {said}")
        self._lay_out()
        self.hide()
        over.installEventFilter(self)
        projector().changed.connect(self._said_elsewhere)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*([6 * theme.SPACE] * 4))
        column.setSpacing(2 * theme.SPACE)
        column.addStretch(2)
        column.addWidget(Glyph("eye", "warning", 40), 0, CENTRE)
        for words in (self.title, self.words):
            words.setAlignment(CENTRE)
            column.addWidget(words)
        column.addSpacing(theme.SPACE)
        for button in self.buttons:
            column.addWidget(button, 0, CENTRE)
        column.addStretch(3)

    def ask(
        self,
        then: Callable[[], object],
        stay: Callable[[], object] = lambda: None,
        shown: Callable[[], object] | None = None,
    ) -> None:
        """Ask, and do that once the projector is elsewhere."""
        self._then, self._stay = then, stay
        self._shown = shown or self.hide
        self.shown.setVisible(shown is not None)
        on = QApplication.focusWidget()
        if on is not None and on is not self and not self.isAncestorOf(on):
            self._back_to = on
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.stay.setFocus()

    def lapse(self) -> None:
        """Ask no more, and do nothing of what was asked."""
        self._then = self._stay = self._shown = self.hide
        self.hide()

    def leave(self) -> None:
        """Leave what lies under it as it is."""
        self._go()
        self._stay()

    def _go(self) -> None:
        back, self._back_to = self._back_to, None
        self.hide()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus()

    def _go_on(self) -> None:
        then = self._then
        projector().turn_away()  # which takes away every such question
        then()

    def _show(self) -> None:
        shown = self._shown
        self._go()
        shown()

    def _said_elsewhere(self) -> None:
        if not self.isHidden() and not projector().shows(self.window()):
            self._go()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes from button to button, and to nothing that lies under it."""
        buttons = [each for each in self.buttons if not each.isHidden()]
        here = next((at for at, each in enumerate(buttons) if each.hasFocus()), 0)
        buttons[(here + (1 if is_next else -1)) % len(buttons)].setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays as large as what it lies over, and goes with it."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        elif event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._has_gone()
        return False

    def _has_gone(self) -> None:
        """Of a window that comes back it is still asked; what lay in one may be another then."""
        if not self._over.isWindow():
            self.lapse()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stays, Enter presses what has the keys; no key goes on to what lies under it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER and not event.isAutoRepeat():
            for button in self.buttons:
                if button.hasFocus():
                    button.click()
        event.accept()
