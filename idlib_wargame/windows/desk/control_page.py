"""The seats that the facilitator and habits play: what waits for each, and a press to take it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.control_seats import (
    ControlSeats,
    ControlSeatsView,
    Counted,
    TaskRow,
    TaskSection,
)
from idlib_wargame.views.desk.done_tasks import done_words, with_done
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import NameLabel, emptied, label
from idlib_wargame.windows.parts.marks import Glyph, Swatch
from idlib_wargame.windows.parts.one_press import leave_keys, steady
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.seat.asked_page import AskedCard
from idlib_wargame.words.language import _, fill


class ControlPage(QScrollArea):
    """``taken`` carries the key of a task whose suggestion is taken, ``opened`` a seat and a page.

    ``answered`` carries the key of a request to control, and who asked. What habits would do, and
    what is private, is covered until the facilitator shows it. A question about an order is
    answered in place: ``reasoned`` and ``worded`` carry its row, and a reason or a number.
    """

    taken = Signal(str)
    opened = Signal(str, str)
    answered = Signal(str, str)
    reasoned = Signal(object, str)
    worded = Signal(object, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seats = ControlSeats(session)
        self.uncovered = False
        self.rows: dict[str, TaskCard] = {}
        self._half: dict[str, str] = {}  # reasons that are begun, by task
        self._shown: ControlSeatsView | None = None
        self._standing: tuple[TaskSection, ...] = ()  # with what was done since it came into sight
        self._done: dict[str, str] = {}
        self.setAccessibleName(_("Your seats"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        column.addWidget(self._make_head())
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE)
        column.addLayout(self._body)
        column.addStretch()

    def _make_head(self) -> PageHead:
        self.hint = label("", "muted", wrap=True)
        self.uncover = QPushButton()
        self.uncover.setProperty("role", "quiet")
        self.uncover.clicked.connect(self.cover_or_uncover)
        steady(self.uncover)
        leave_keys(self.uncover)
        heading = label(_("Seats that you and habits play"), "heading", wrap=True)
        return PageHead(heading, self.hint, self.uncover)

    def refresh(self) -> Counted:
        """Show how the exercise stands, once somebody looks at it; what waits is counted always."""
        if self.isVisible():
            self._show()
        return self.seats.counted()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._begin_anew()
        self._show()

    def _begin_anew(self) -> None:
        """What was done before stands here no longer."""
        if self._done:
            self._done.clear()
            self._shown = None

    def cover_or_uncover(self) -> None:
        """Show what habits would do, and what is private; or cover it again."""
        self.uncovered = not self.uncovered
        self._begin_anew()
        self._show()

    def cover(self) -> None:
        """Others may look at this screen from now on."""
        if self.uncovered:
            self.cover_or_uncover()

    def _show(self) -> None:
        view = self.seats.now(self.uncovered)
        self.uncover.setVisible(view.may_cover)
        self.uncover.setText(
            _("Cover what habits would do") if self.uncovered else _("Show what habits would do")
        )
        self.uncover.setIcon(icons.icon("eye_off" if self.uncovered else "eye", "muted"))
        if view == self._shown:
            return
        self._shown = view
        self.hint.setText(view.hint)
        had_keys = any(row.isAncestorOf(self._focused()) for row in self.rows.values())
        typing = next((key for key, row in self.rows.items() if row.has_keys), "")
        self._keep_half_typed()
        place = self.verticalScrollBar().value()
        emptied(self._body)
        self.rows.clear()
        self._standing = with_done(self._standing, view.sections, self._done)
        for section in self._standing:
            self._body.addWidget(label(section.heading, "eyebrow", wrap=True))
            for row in section.rows:
                self._body.addWidget(self._card(row))
        self.verticalScrollBar().setValue(place)
        on = self.rows.get(typing)
        if on is not None and on.question is not None and on.question.field is not None:
            on.question.field.setFocus()
            on.question.field.moveCursor(QTextCursor.MoveOperation.End)
        elif had_keys:
            self.setFocus()  # to nothing that a second press would do again

    def _keep_half_typed(self) -> None:
        """A reason that is being written outlives the cards, also while it is covered."""
        for key, row in self.rows.items():
            if row.question is not None and row.question.field is not None:
                self._half[key] = row.question.field.toPlainText()

    def forget(self, row: TaskRow) -> None:
        """What was written there is on record."""
        self._half.pop(row.key, None)

    def say_refused(self, row: TaskRow, why: str) -> None:
        """Say at a question why its answer was not taken."""
        card = self.rows.get(row.key)
        if card is not None and card.question is not None:
            card.question.say(why)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _card(self, row: TaskRow) -> TaskCard:
        card = self.rows[row.key] = TaskCard(row)
        card.take.clicked.connect(lambda: self._take(row))
        card.own.clicked.connect(lambda: self._do_oneself(row))
        if card.question is not None:
            if card.question.field is not None:
                card.question.field.setPlainText(self._half.get(row.key, ""))
            card.question.reasoned.connect(lambda text: self._answer(row, self.reasoned, text))
            card.question.chosen.connect(lambda number: self._answer(row, self.worded, number))
        return card

    def _take(self, row: TaskRow) -> None:
        self._done[row.key] = done_words(row)
        self.taken.emit(row.key)

    def _answer(self, row: TaskRow, by: SignalInstance, said: object) -> None:
        self._done[row.key] = done_words(row)
        by.emit(row, said)

    def _do_oneself(self, row: TaskRow) -> None:
        if row.seat:
            self.opened.emit(row.seat, row.page)
        else:
            self.answered.emit(row.about, row.answer_to)


class TaskCard(QFrame):
    """One thing that waits: whose it is, what a habit would do, and its two buttons."""

    def __init__(self, row: TaskRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.row = row
        self.take = self._button(row.done if row.take and row.done else row.take, "soft")
        own = row.done if row.done and not row.take else row.own
        self.own = self._button(own, "quiet" if row.take else "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(label(row.waits, wrap=True, leads=True))
        if row.would:
            column.addWidget(label(row.would, "muted", wrap=True, leads=True))
        self.question = None if row.asked is None else AskedCard(row.asked)
        if self.question is not None:
            self.question.setProperty("role", "well")
            column.addWidget(self.question)
        column.addWidget(flowing(theme.SPACE, *([self.take] if row.take else []), self.own))
        self.take.setVisible(bool(row.take))
        self.setAccessibleName(row.spoken)
        for part in (self.take, self.own, self.question):
            if part is not None and row.done:
                part.setEnabled(False)

    @property
    def has_keys(self) -> bool:
        """Whether somebody writes a reason here."""
        field = self.question.field if self.question is not None else None
        return field is not None and field.hasFocus()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        if self.row.colour:
            head.addWidget(Swatch(self.row.colour))
        head.addWidget(NameLabel(self.row.name, bold=True))
        if self.row.player:
            head.addWidget(label(self.row.player, "muted", wrap=True, leads=True), 1)
        else:
            head.addStretch()
        if self.row.is_covered:
            head.addWidget(Glyph("eye_off", "muted", 16))
        return head

    def _button(self, words: str, role: str) -> QPushButton:
        button = QPushButton(on_button(words), self)
        button.setProperty("role", role)
        said = _("{button}, for {seat}: {task}")
        spoken = fill(said, button=words, seat=self.row.name, task=self.row.waits)
        button.setAccessibleName(spoken)
        steady(button)
        return button
