"""A desk in a turn of a long exercise: each act of it, from the press of a key to its painting.

Argument: the turn. It answers "acts" with the names of all of them, in the order of a turn; asked
for one by its name, it brings the desk to where that is done, does it with the keys or the mouse,
and answers with the milliseconds until the window was painted and had nothing left to lay out.
They are of the processor's time: the exercise is in memory, so that nothing is waited for, and
what other programs do meanwhile does not count.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from benchmarks.long_exercise import at_turn, send_injects, talk
from benchmarks.worker import serve
from idlib_wargame.rules.pack.phases import ADJUDICATION, ORDERS, REPORT, TALKS
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.by_hand import TakeInHand
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.minutes_given import GiveMinutes
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.kinds.unsealed import UnsealOrders
from idlib_wargame.session.play import INJECTS_GO, REPORTS_GO, Wish
from idlib_wargame.windows.desk.inject_card import InjectCard
from idlib_wargame.windows.desk.window import DeskWindow
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.own_language import speak_own_language
from idlib_wargame.windows.parts.one_press import Hand, use_hand

WIDTH, HEIGHT = 1366, 768
MOST_ROUNDS = 20  # of the event loop, until a window is painted as it stays
WORDS = "The delegations met again, and nobody would say what had been agreed."
PROTEST, TALKED = (Wish("protest"),), (Wish("call_talks"),)
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
SENT_ALL = "injects sent"  # the moment before talks open
MOMENTS = ("injects", SENT_ALL, TALKS, ORDERS, ADJUDICATION, REPORT)


class Timed(NamedTuple):
    """An act of the desk: at which moment of a turn, what comes before it, it, and what after."""

    moment: str
    does: Callable[[], object]
    before: Callable[[], object] = lambda: None
    after: Callable[[], object] = lambda: None


class Painted(QObject):
    """Counts what a window still has to lay out and to paint."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 — Qt's name
        """Look on."""
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.LayoutRequest):
            self.count += 1
        return False

    def milliseconds(self, does: Callable[[], object]) -> float:
        """From now until what it does has been painted, and nothing of it is left."""
        begun = done = time.thread_time()
        does()
        for _round in range(MOST_ROUNDS):
            before = self.count
            QApplication.processEvents()
            if self.count == before:
                break
            done = time.thread_time()
        return 1000 * (done - begun)


class DeskActs:
    """A desk, and whoever sits at it."""

    def __init__(self, turn: int) -> None:
        self.session = at_turn(turn)
        for by_itself in (INJECTS_GO, REPORTS_GO):  # that they wait for the press that is timed
            self._do(TakeInHand(by_itself))
        self.desk = DeskWindow(self.session)
        self.page = self.desk.page
        self.desk.resize(WIDTH, HEIGHT)
        self.desk.show()
        self.desk.activateWindow()
        self._painted = Painted(self.desk)
        self._settle()
        assert self.page.side.has_chart
        self.page.injects.cover_or_uncover()
        self._moment = 0
        self.acts: dict[str, Timed] = {
            **self._of_the_day(),
            **self._of_injects(),
            **self._of_talks(),
            **self._of_tabs(),
            **self._of_orders(),
            **self._of_results(),
        }

    def answer(self, word: str) -> object:
        """The names of all acts, or the milliseconds of one."""
        if word == "acts":
            return sorted(self.acts, key=lambda name: MOMENTS.index(self.acts[name].moment))
        act = self.acts[word]
        while MOMENTS[self._moment] != act.moment:
            self._to_next_moment()
        act.before()
        self._settle()
        took = self._painted.milliseconds(act.does)
        act.after()
        self._settle()
        return took

    def _do(self, act: Act, by: str = FACILITATOR) -> None:
        self.session.submit(act, by)

    def _settle(self) -> None:
        self._painted.milliseconds(lambda: None)

    def _to_next_moment(self) -> None:
        self._moment += 1
        match MOMENTS[self._moment]:
            case "injects sent":
                send_injects(self.session)
            case "talks":
                self._do(MoveOn())
                talk(self.session)
            case "adjudication":
                for seat, wishes in (("astra", TALKED), ("borea", PROTEST)):
                    self._do(SealOrders(seat, wishes), seat)
                self._do(Adjudicate())
            case "report":
                self._do(CloseTurn())
            case _:
                self._do(MoveOn())
        self._settle()

    def _undo(self) -> None:
        self._do(Undo())

    def _close_again(self) -> None:
        """The turn as if it had just been closed: a report that was released no longer is."""
        self._do(Reopen(self.session.play.turn))
        self._do(Adjudicate())
        self._do(CloseTurn())

    def _front(self, page: QWidget) -> None:
        self.page.tabs.setCurrentWidget(page)
        self._settle()

    def _key(self, key: Qt.Key, with_it: Qt.KeyboardModifier = NONE) -> Callable[[], None]:
        """A key, pressed wherever the keys are by then."""
        return lambda: QTest.keyClick(QApplication.focusWidget() or self.desk, key, with_it)

    def _yes(self) -> None:
        assert self.page.question.isVisible()
        _click(self.page.question.yes)

    def _of_the_day(self) -> dict[str, Timed]:
        note, tell, desk = self.page.note, self.page.tell, self.desk

        def begin_note(front: QWidget) -> None:
            self._front(front)
            desk.take_note()
            note.text.setPlainText(WORDS)

        def put_note_away() -> None:
            note.text.clear()
            note.hide()

        def begin_telling() -> None:
            desk.tell_seats()
            tell.text.setPlainText(WORDS)

        def reseat() -> None:
            row = self.page.seats.rows["astra"]
            row.open_form()
            assert row.form is not None
            row.form.people.setText(f"Ada; Amir {len(self.session.entries)}")

        def note_undone(then: Callable[[], object]) -> None:
            self._do(TakeNote(WORDS))
            then()

        def undone_note() -> None:
            self._undo()
            desk.ask_redo()

        def to_menu(name: str) -> None:
            menu = self.page.top.timer.make_menu()
            next(each for each in menu.actions() if name in each.text()).trigger()

        at, letter = "injects", self._key(KEY.Key_A)
        enter, ctrl_enter = (
            self._key(KEY.Key_Return),
            self._key(KEY.Key_Return, CTRL),
        )
        pause = self._key(KEY.Key_T, CTRL)
        return {
            "Open the field for a note": Timed(
                at, self._key(KEY.Key_N, CTRL), note.hide, note.hide
            ),
            "Type a letter of a note": Timed(
                at, letter, lambda: begin_note(self.page.situation), put_note_away
            ),
            "Keep a note": Timed(at, enter, lambda: begin_note(self.page.situation)),
            "Keep a note, the log in front": Timed(at, enter, lambda: begin_note(self.page.log)),
            "Tell seats": Timed(at, ctrl_enter, begin_telling),
            "Pause the timer": Timed(at, pause, after=pause),
            "Go on with the timer": Timed(at, pause, before=pause),
            "A minute more": Timed(
                at, self._key(KEY.Key_Up, CTRL), after=lambda: self._do(GiveMinutes(-1))
            ),
            "A break": Timed(at, lambda: to_menu("reak"), after=desk.time.pause_timer),
            "Reseat": Timed(at, enter, reseat),
            "Ask before an undo": Timed(
                at,
                self._key(KEY.Key_Z, CTRL),
                lambda: note_undone(self.page.question.hide),
                self.page.question.hide,
            ),
            "Undo a note": Timed(at, self._yes, lambda: note_undone(desk.ask_undo)),
            "Redo a note": Timed(at, self._yes, lambda: note_undone(undone_note)),
            "Open the palette": Timed(
                at, self._key(KEY.Key_K, CTRL), after=self.desk.palette_bar.leave
            ),
            "Type a letter in the palette": Timed(
                at, letter, desk.show_palette, self.desk.palette_bar.leave
            ),
            "Pick in the palette": Timed(at, enter, self._find_note, note.hide),
        }

    def _find_note(self) -> None:
        self.desk.show_palette()
        self.desk.palette_bar.field.setText("take a note")

    def _of_injects(self) -> dict[str, Timed]:
        page = self.page.injects

        def card() -> InjectCard:
            return next(each for each in page.cards.values() if each.hold is not None)

        def drop() -> None:
            self._front(page)
            _click(card().drop)

        def front() -> None:
            self._front(page)

        return {
            "Send an inject": Timed("injects", lambda: _click(card().send), front, self._undo),
            "Hold an inject back": Timed("injects", lambda: _click(card().hold), front, self._undo),
            "Drop an inject": Timed("injects", self._yes, drop, self._undo),
            "Show private messages": Timed(
                "injects", self._key(KEY.Key_E, CTRL | SHIFT), front, page.cover_or_uncover
            ),
            "Send the next inject by the filled button": Timed(
                "injects", self._next, front, self._undo
            ),
            "Open talks": Timed(SENT_ALL, self._next, after=self._undo),
        }

    def _next(self) -> None:
        _click(self.page.top.next)

    def _of_talks(self) -> dict[str, Timed]:
        page = self.page.messages

        def write() -> None:
            self._front(page)
            page.form.chips.pick({"astra"})
            page.form.text.setPlainText(WORDS)
            page.form.text.setFocus()

        def arrives() -> None:
            self._do(SendMessage(("borea",), WORDS), "astra")

        return {
            "Write to a seat": Timed(TALKS, self._key(KEY.Key_Return, CTRL), write),
            "A seat's message comes": Timed(TALKS, arrives, lambda: self._front(page)),
            "A seat's message comes, the situation in front": Timed(
                TALKS, arrives, lambda: self._front(self.page.situation)
            ),
            "Open orders": Timed(TALKS, self._next, after=self._undo),
        }

    def _of_tabs(self) -> dict[str, Timed]:
        page, tabs = self.page, self.page.tabs
        found: dict[str, Timed] = {}
        pages: tuple[QWidget, ...] = (
            *(
                page.situation,
                page.orders,
                page.injects,
                page.messages,
                page.agreements,
                page.notes,
                page.log,
            ),
        )
        for each in pages:
            place = tabs.indexOf(each)
            name = tabs.tabText(place).split(" (")[0]
            other = page.orders if each is page.situation else page.situation
            digit = self._key(KEY(KEY.Key_1 + place), CTRL)
            found[f"Turn to {name}"] = Timed(TALKS, digit, partial(self._front, other))
        map_key = self._key(KEY.Key_G, CTRL)
        found["From the map to the tracks, or back"] = Timed(
            TALKS, map_key, lambda: self._front(self.page.situation)
        )
        words = page.notes.words
        found["Type a letter among the notes"] = Timed(
            TALKS, self._key(KEY.Key_N), partial(self._find_in, words), words.clear
        )
        return found

    def _find_in(self, words: QLineEdit) -> None:
        self._front(self.page.notes)
        words.setFocus()

    def _of_orders(self) -> dict[str, Timed]:
        def drafted() -> None:
            self._front(self.page.orders)
            for seat, wishes in (("astra", TALKED), ("borea", PROTEST)):
                if seat in self.session.play.sealed:
                    self._do(UnsealOrders(seat), seat)
                self._do(DraftOrders(seat, ()), seat)
                if seat == "borea":
                    self._do(DraftOrders(seat, wishes), seat)

        def asked() -> None:
            drafted()
            self._do(SealOrders("astra", TALKED), "astra")
            _click(self.page.top.next)

        def sealed() -> None:
            drafted()
            self._do(SealOrders("astra", TALKED), "astra")
            self._do(SealOrders("borea", PROTEST), "borea")

        def write() -> None:
            self._do(DraftOrders("astra", TALKED), "astra")

        def seal() -> None:
            self._do(SealOrders("astra", TALKED), "astra")

        return {
            "A seat's draft comes": Timed(ORDERS, write, drafted),
            "A seat seals": Timed(ORDERS, seal, drafted),
            "Seal for a seat, and adjudicate": Timed(
                ORDERS, lambda: _click(self.page.question.other), asked, self._undo
            ),
            "Adjudicate": Timed(ORDERS, self._next, sealed, self._undo),
        }

    def _of_results(self) -> dict[str, Timed]:
        orders, question = self.page.orders, self.page.question

        def ruling() -> None:
            self._front(orders)
            card = next(iter(orders.cards.values()))
            card.open_form()
            assert card.form is not None
            next(each for each in card.form.bands.buttons() if each.isEnabled()).click()
            card.form.why.setText(WORDS)
            card.form.why.setFocus()

        def word() -> None:
            self.desk.turning.show_report()
            self._settle()
            self.page.report.begin_editing()
            self.page.report.editor.text.appendPlainText(f"{len(self.session.entries)}. {WORDS}")

        def hold() -> None:
            self.desk.turning.show_report()
            self._settle()

        enter, ctrl_enter = self._key(KEY.Key_Return), self._key(KEY.Key_Return, CTRL)
        return {
            "Keep a report's wording": Timed(REPORT, ctrl_enter, word),
            "Release the report": Timed(
                REPORT, self.page.report.release_report, hold, self._close_again
            ),
            "Rule otherwise": Timed(ADJUDICATION, enter, ruling, self._undo),
            "Close the turn": Timed(
                ADJUDICATION, self._next, lambda: self._front(orders), self._undo
            ),
            "Turn to the report": Timed(
                REPORT, self.desk.turning.show_report, lambda: self._front(self.page.situation)
            ),
            "Ask which turn to re-open": Timed(
                REPORT, self.desk.ask_reopen, question.hide, question.hide
            ),
            "Re-open the turn": Timed(REPORT, self._yes, self.desk.ask_reopen, self._undo),
            "Start the next turn": Timed(REPORT, self._next, after=self._undo),
        }


def _click(button: QAbstractButton | None) -> None:
    assert button is not None
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    speak_own_language(app)
    theme.apply(app)
    use_hand(Hand(tires=False))
    serve(DeskActs(int(sys.argv[1])).answer)
