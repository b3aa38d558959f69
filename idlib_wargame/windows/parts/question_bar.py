"""A question in the middle of play, asked in place: what would happen, do it, or leave it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from idlib_wargame.views.question import Choice, Question
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import in_tooltip, on_button
from idlib_wargame.windows.parts.floating import Floating, height_at
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.parts.one_press import ENTER, steady
from idlib_wargame.windows.parts.pick_list import PickList

MOST_BUTTON = 260  # pixels of words on the button, at the usual size of text
LEAST_WORDS = 160  # pixels for the question, beside the buttons


class QuestionBar(QFrame):
    """Hidden until it asks. What leaves things as they are has the keys; so does Escape.

    Once it is answered, the keys go back to where they were; a field that somebody goes on to
    instead keeps them, and nothing is done. It lies over what it ``floats`` on,
    so that nothing there moves when it comes and goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "plain")
        self._then: Callable[[], object] = self.hide
        self._choices: tuple[Choice, ...] = ()
        self._asked = ""
        self._back_to: QWidget | None = None
        self._over: QWidget | None = None
        self._near: QWidget | None = None
        self.words = label(wrap=True)
        self.pick = PickList()
        self.yes = QPushButton()
        self.other = QPushButton()
        self._instead: Callable[[], object] = self.hide
        self.no = QPushButton()
        self.no.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        set_margins(row, 2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.words, 1)
        row.addWidget(self.pick)
        row.addWidget(self.other)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.yes.clicked.connect(self._do)
        self.other.clicked.connect(self._do_instead)
        self.no.clicked.connect(self.hide)
        for button in (self.other, self.yes, self.no):
            steady(button)
        self.pick.currentIndexChanged.connect(self._name_button)
        self.hide()

    def float_on(self, over: QWidget) -> None:
        """Lie over this: by the button that it is about, or else along the lower edge.

        Tabs and headings stand along the upper one, and stay in sight and in reach.
        """
        self._over = over
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keys_went)
        Floating(self, over, self._place)

    def ask(
        self,
        question: Question,
        then: Callable[[], object],
        near: QWidget | None = None,
        instead: Callable[[], object] | None = None,
    ) -> None:
        """Ask, in place of whatever was asked before; by the button pressed, where that is told.

        ``instead`` is the question's third way.
        """
        self._near = near
        self._instead = instead or self.hide
        self._choices = ()
        self.pick.hide()
        self._ask(question, then)

    def ask_which(
        self, question: Question, choices: Sequence[Choice], then: Callable[[int], object]
    ) -> None:
        """Ask which turn, with a list to pick from; the button names what is picked."""
        self._near = None
        self._choices = ()  # while the list is filled, nothing is picked
        self.pick.clear()
        self.pick.addItems([choice.words for choice in choices])
        self._choices = tuple(choices)
        self._ask(question, lambda: then(choices[self.pick.currentIndex()].turn))
        self.pick.show()
        self._name_button()

    def _name_button(self) -> None:
        if self._choices:
            picked = self._choices[self.pick.currentIndex()]
            self._name(picked.yes)
            self._say("\n".join(said for said in (self._asked, picked.also()) if said))

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self.setAccessibleName(text)
        self._place()

    def _name(self, words: str) -> None:
        """Say what the button does; where it names what somebody wrote, as far as there is room."""
        room, end = theme.scaled(MOST_BUTTON), Qt.TextElideMode.ElideRight
        if self._over is not None:
            room = max(room, self._over.width() // 2 - theme.scaled(LEAST_WORDS))
        shown = self.yes.fontMetrics().elidedText(words, end, room)
        self.yes.setText(on_button(shown))
        self.yes.setAccessibleName(words)
        self.yes.setToolTip(in_tooltip(words) if shown != words else "")

    def _ask(self, question: Question, then: Callable[[], object]) -> None:
        self._then = then
        self._asked = question.text
        self.words.setText(question.text)
        self._name(question.yes)
        self.other.setText(on_button(question.other))
        self.other.setVisible(bool(question.other))
        self.no.setText(question.no)
        self.setAccessibleName(question.text)
        on = QApplication.focusWidget()
        if on is not None and not self.isAncestorOf(on):
            self._back_to = on
        self.show()
        self._place()
        self.no.setFocus()

    def _place(self) -> None:
        """As wide as what it lies over, or a pane of it; at the button that it is about."""
        over, layout = self._over, self.layout()
        if over is None or layout is None or not self.isVisible():
            return
        where, own = over.geometry(), over.parentWidget() or over.window()
        near = self._near if self._near is not None and isValid(self._near) else None
        pane = _pane(near, over) if near is not None else None
        if pane is not None and pane.width() >= layout.minimumSize().width() + self._words_room():
            where = QRect(pane.mapTo(own, QPoint(0, 0)), pane.size())
        where.adjust(theme.SPACE, 0, -theme.SPACE, 0)
        high = height_at(self, where.width())
        top = max(where.top(), where.bottom() + 1 - theme.SPACE - high)
        if near is not None and pane is not None:
            button = QRect(near.mapTo(own, QPoint(0, 0)), near.size())
            top = max(where.top(), _beside(button, where, high))
        self.setGeometry(where.left(), top, where.width(), high)
        self.raise_()

    def _keys_went(self, _old: QWidget | None, to: QWidget | None) -> None:
        """Who fills in something that it may lie over has turned from the question."""
        over = self._over
        if over is None or to is None or self.isHidden() or not isinstance(to, QLineEdit):
            return
        if isValid(over) and over.isAncestorOf(to):
            self._back_to = None
            self.hide()

    def _words_room(self) -> int:
        return theme.scaled(LEAST_WORDS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button says that has the keys; Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in ENTER:
            for button in (self.other, self.yes, self.no):
                if button.hasFocus():
                    button.click()
                    break
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The keys would else go on to whatever stands next."""
        back, self._back_to = self._back_to, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus()
        super().hideEvent(event)

    def _do(self) -> None:
        self.hide()
        self._then()

    def _do_instead(self) -> None:
        self.hide()
        self._instead()


def _pane(near: QWidget, over: QWidget) -> QWidget | None:
    """Which of the panes side by side a button stands in."""
    pane: QWidget | None = near
    while pane is not None and pane.parentWidget() is not over:
        pane = pane.parentWidget()
    return pane


def _beside(button: QRect, where: QRect, high: int) -> int:
    """Under the button, or over it where there is no room."""
    gap = theme.SPACE // 2
    below = button.bottom() + gap
    return below if below + high <= where.bottom() else button.top() - gap - high
