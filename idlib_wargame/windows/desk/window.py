"""The facilitator's window: what now, and what is everyone doing?"""

from __future__ import annotations

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.phases import REPORT
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.desk_draft import DraftAtDesk
from idlib_wargame.session.kinds.handling_set import SetHandling
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.practice import without_practice
from idlib_wargame.session.session import Change, Session
from idlib_wargame.views.desk.judging import asking, asking_words
from idlib_wargame.views.desk.not_now import why_not
from idlib_wargame.views.desk.practising import practice_end_question, practice_refused
from idlib_wargame.views.desk.questions import reopen_choices, reopen_question
from idlib_wargame.views.desk.reopening import drafts_again
from idlib_wargame.views.online.room_server import RoomServer
from idlib_wargame.views.papers import PaperMaker
from idlib_wargame.views.people import see_as_question
from idlib_wargame.views.phase_clock import Seconds
from idlib_wargame.views.question import Choice
from idlib_wargame.windows.desk.asked_for import AskedFor
from idlib_wargame.windows.desk.bargaining import Bargaining
from idlib_wargame.windows.desk.by_hand import SWITCHES, ByHand
from idlib_wargame.windows.desk.by_itself import ByItself
from idlib_wargame.windows.desk.catalogue import desk_actions, why_not_here
from idlib_wargame.windows.desk.control_acts import ControlActs
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.desk.guide_strip import GuideStrip
from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.windows.desk.helping import Helping
from idlib_wargame.windows.desk.injecting import Injecting
from idlib_wargame.windows.desk.leaving import Leaving
from idlib_wargame.windows.desk.looking import Looking
from idlib_wargame.windows.desk.looks import Looks
from idlib_wargame.windows.desk.menus import Menus
from idlib_wargame.windows.desk.next_press import NextPress
from idlib_wargame.windows.desk.online import Online
from idlib_wargame.windows.desk.pin_resets import PinResets
from idlib_wargame.windows.desk.room_control import RoomControl
from idlib_wargame.windows.desk.saving import Saving
from idlib_wargame.windows.desk.screen_pages import ScreenPages
from idlib_wargame.windows.desk.selected import selected_ties
from idlib_wargame.windows.desk.signing import Signing
from idlib_wargame.windows.desk.time_presses import TimePresses
from idlib_wargame.windows.desk.timekeeper import Timekeeper
from idlib_wargame.windows.desk.turning import Turning
from idlib_wargame.windows.desk.undoing import Undoing
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.afterwards import Afterwards
from idlib_wargame.windows.parts.handling_line import HandlingLine, with_handling
from idlib_wargame.windows.parts.keys import Where, bind_tabs, is_typing
from idlib_wargame.windows.parts.keys_sheet import show_keys
from idlib_wargame.windows.parts.one_press import hand
from idlib_wargame.windows.parts.palette import CommandPalette
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.screens.fitting import open_within
from idlib_wargame.windows.screens.projector import KeptFromRoom
from idlib_wargame.words.language import _, fill

SIZE = QSize(1366, 768)  # where the screen has room


class DeskWindow(QMainWindow):
    """Runs one exercise. ``closing`` before it takes other windows with it, ``closed`` when the
    window has gone; the session stays the caller's.
    ``replay_wanted`` carries its file, once it is over; ``practice_wanted`` asks for a practice
    turn, and ``guide_wanted`` for one that leads through it, in a desk of its own.

    ``lock`` opens it when it was covered, as it is from the start with ``covered``. ``seconds`` is
    a clock that only goes forward, for the timer. ``maker`` puts read-aheads on paper. ``server``
    lets devices in, and may be given later, by ``serve``.
    """

    closing = Signal()
    closed = Signal()
    replay_wanted = Signal(Path)
    practice_wanted = Signal()
    guide_wanted = Signal()

    @theme.dressed_once()
    def __init__(
        self,
        session: Session,
        lock: PinLock | None = None,
        covered: bool = False,
        parent: QWidget | None = None,
        seconds: Seconds = monotonic,
        maker: PaperMaker | None = None,
        server: RoomServer | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.timer = PhaseTimer(seconds, self)
        self._timekeeper = Timekeeper(session, self.timer, held=covered)
        self._by_itself = ByItself(session, self.timer)
        self.page = DeskPage(session, self.timer, maker)
        lock = lock or PinLock()
        self.handover = Handover(session, self.page, self.timer, lock)
        self.signing = Signing(
            session,
            self.handover,
            lock,
            self._inform,
            self._warn,
            lambda: self.page.injects.uncovered,
        )
        self.handling = HandlingLine()
        self.setCentralWidget(with_handling(self.handover, self.handling))
        self.online = Online(session, self.page, seconds, self._do, self._inform, self._warn)
        self.room = RoomControl(
            session,
            self.timer,
            self.handover,
            self.page.question,
            self.online.joining,
            self._inform,
        )
        self.page.side.add_foot(self.room.panel)
        self.looking = Looking(session, self.handover)
        self.leaving = Leaving(
            session, self.page, self.handover, lambda: self.online.state, self.close
        )
        self._next_press = NextPress(session, self.page, self._do, self._inform)
        self._asked_for = AskedFor(session, self.page, self._do, self._inform)
        self._control = ControlActs(session, self.page, self.handover, self._do, self._inform)
        self.injecting = Injecting(
            session,
            self.page,
            self._do,
            self._inform,
            self._warn,
            lambda: self.timer.clock.seconds_used,
        )
        self._pin_resets = PinResets(session, self.page, self.handover, self._inform, self._warn)
        self.undoing = Undoing(session, self.page, self._do, self._inform)
        self.turning = Turning(self.page, self._cannot)
        self.time = TimePresses(self.page, self._timekeeper, self.handover, self._do, self._cannot)
        self.by_hand = ByHand(
            session, self.page, self.handover, self._do, self._inform, self._cannot
        )
        self.looks = Looks()
        self.helping = Helping(self.page)
        doers = (self, self.turning, self.time, self.by_hand, self.looks)
        presses = {"go_on": self._next_press.key_counts, "close": lambda: not is_typing()}
        self.menus = Menus(self, doers, self._in_force, presses)
        self.menus.opening.connect(self._name_undo)
        self.palette_bar = CommandPalette(lambda: desk_actions(session, self.page, self.menus))
        self.palette_bar.float_on(self.page.across)
        bind_tabs(self, lambda: self.page.tabs)
        named = session.play.setup.name_in(session.scenario)
        title = _("{exercise} — facilitator's desk")
        if session.play.setup.practice:
            title = _("Practice turn of {exercise} — facilitator's desk")
        self.setWindowTitle(fill(title, exercise=named))
        open_within(self, SIZE)
        self.saving = Saving(self, session, self._inform, self._warn)
        self.afterwards = Afterwards(self._inform, self._warn, lambda: True, self)
        entries, is_practice = self.menus.actions, session.play.setup.practice
        for printed in ("show_read_aheads", "show_card"):
            entries[printed].setVisible(maker is not None)
        entries["practise"].setVisible(not is_practice)
        entries["end_practice"].setVisible(is_practice)
        self._show_saved()
        self._show_handling()
        self._connect()
        self.online.refresh()
        if server is not None:
            self.serve(server)
        if covered:
            self.cover_desk()
        KeptFromRoom(self, self.handover.keep_from_room)
        self._pin_resets.tell_of_own()
        self._unsubscribe = session.subscribe(self._changed)
        # A desk may go without being closed, with whatever it lies in; nothing is told to it then.
        self.destroyed.connect(self._unsubscribe)

    def _connect(self) -> None:
        self.page.top.next_pressed.connect(self.do_next)
        self.page.top.practice_pressed.connect(self.practise)
        if self.page.practice is not None:
            self.page.practice.left.connect(self.end_practice)
        self.page.top.timer.pause_pressed.connect(self.time.pause_timer)
        self.page.top.timer.minutes_given.connect(self.time.give_minutes)
        self.page.top.timer.break_wanted.connect(self.time.take_break)
        self.page.seats.opened.connect(self.handover.open_seat)
        self.page.seats.handed_to.connect(self.handover.open_seat)
        self.page.seats.people.opened.connect(self.handover.open_observer)
        self.page.seats.people.handed_to.connect(self.handover.open_observer)
        self.page.seats.seen_as.connect(self.looking.see_as)
        self.page.seats.round_wanted.connect(self.hand_round)
        self.timer.ticked.connect(self.page.tick)
        self.handover.covered.connect(self._covered)
        self.page.injects.telling.connect(self.tell_seats)
        self.page.agreements.signing.connect(self.signing.begin)
        self.page.handling.written.connect(self._set_handling)
        self.page.day.does = self._do
        self.page.day.break_wanted.connect(self.time.take_planned_break)
        self.bargaining = Bargaining(self.session, self.page, self._do)
        self.page.orders.do = self.page.rows.does = self._do
        self.page.orders.shown.connect(self._show_result)
        opening = self.room.opening
        opening.changed.connect(self.online.refresh)
        self.online.has_screen = lambda: opening.is_open or self.online.state.has_screens
        self.online.show_scene = self.room.show_codes
        self.online.changed.connect(self._show_online)
        self.room.panel.devices_wanted.connect(self.online.show_page)
        self.page.status.note_pressed.connect(self.take_note)
        self.page.notes.beginning.connect(self.take_note)
        self.page.fault.save_pressed.connect(self.save_elsewhere)
        onward, session = self.page.outcome.onward, self.session
        onward.replay_pressed.connect(lambda: self.replay_wanted.emit(session.path))
        onward.chart_pressed.connect(self.page.side.save_chart)
        onward.verify_pressed.connect(lambda: self.afterwards.verify_or_stop(session.path))
        self.afterwards.running.connect(onward.show_verifying)
        onward.folder_pressed.connect(lambda: self.afterwards.show_folder(session.path))

    def showEvent(self, event: QShowEvent) -> None:
        """The chart is loaded once the window has been painted."""
        super().showEvent(event)
        if not self.handover.is_covered:
            self.page.top.next.setFocus()
        QTimer.singleShot(0, self.page.side, self.page.side.make_chart)

    def serve(self, server: RoomServer, wifi_file: Path | None = None) -> None:
        """Let that server open the exercise to the room; the Wi-Fi is remembered in the file."""
        self.online.take(server, wifi_file)
        self.closing.connect(ScreenPages(self.room.show, server, self).leave)
        if server.was_left_open:  # the program ended amid it: whoever was there comes back
            self.online.open_room()

    def _show_online(self) -> None:
        online, entries = self.online, self.menus.actions
        self.room.panel.show_pages(online.state.screens)
        self.page.orders.show_room(self.room.panel.is_shown)
        words = online.words if online.is_offered else ""
        self.room.panel.show_devices(words, bool(online.state.asking))
        entries["online.show_page"].setText(online.words)
        entries["online.show_page"].setVisible(online.is_offered)
        entries["online.show_codes"].setVisible(online.joining() is not None)
        entries["online.ask_close"].setVisible(online.state.is_open)

    def _changed(self, change: Change) -> None:
        if isinstance(change.act, DraftAtDesk):
            self._show_saved()  # nothing else of it is to be seen
            return
        if isinstance(change.act, Reseat):
            self.handover.let_down(change.act.seat)  # whoever sits there now shows who they are
        if change.before.observers != change.after.observers:
            self.handover.hold_to(change.after.observers)
        if change.before.phase != change.after.phase:
            self.page.question.hide()  # it asked about what is over
        self.page.show_all()
        self.online.refresh()
        self._show_saved()
        self._by_itself.look()
        if self.session.play.finished and self.session.play.setup.practice:
            QTimer.singleShot(0, self, self.close)  # there is nothing to look back on
        self._show_handling()

    def _do(self, act: Act) -> bool:
        """Do an act as the facilitator; say why where it is refused."""
        if self.handover.is_covered:
            return False  # whoever is at the laptop now is not the facilitator
        try:
            self.session.submit(act, FACILITATOR)
        except Refused as refused:
            self._warn(str(refused))
            return False
        hand().has_acted()
        self.page.banner.clear()
        return True

    def _show_result(self, address: Address) -> None:
        """On the room's screen, whatever that shows now."""
        if self._do(ShowResult(address)):
            self.room.reveal()

    def _warn(self, text: str) -> None:
        self.page.banner.say(text)

    def _inform(self, text: str) -> None:
        self.page.banner.say(text, passes=True)

    def _cannot(self, action: str) -> bool:
        """Whether an action cannot be done now, which is told then."""
        why = why_not_here(self.session, self.page, action)
        if why:
            self._inform(why)
        return bool(why)

    def do_next(self) -> None:
        """Press the filled button."""
        self._next_press.take()

    def take_note(self) -> None:
        """Open the field for a note about what is selected."""
        self.page.note.begin(selected_ties(self.page))

    def tell_seats(self) -> None:
        """Open the bar for words of the moment."""
        if not self._cannot("tell_seats"):
            self.page.tell.begin(self.session.play)

    def show_rows(self) -> None:
        """Open the list of the rows that this exercise wrote."""
        if not self._cannot("show_rows"):
            self.page.rows.begin()

    def ask_handling(self) -> None:
        """Open the bar for the line that says how what is seen may be passed on."""
        self.page.handling.begin(self.session.play.setup.handling)

    def _set_handling(self, line: str) -> None:
        if line.split() == self.session.play.setup.handling.split() or self._do(SetHandling(line)):
            self.page.handling.hide()

    def _show_handling(self) -> None:
        self.handling.say(self.session.play.setup.handling)

    def ask_undo(self) -> None:
        """Ask before the last act is struck."""
        self.undoing.ask_undo()

    def ask_redo(self) -> None:
        """Ask before what was undone last counts again."""
        self.undoing.ask_redo()

    def ask_judgements(self) -> None:
        """Ask the seats what they think will happen, or call this turn's asking off."""
        if self._do(asking(self.session)) and self.page.tabs.indexOf(self.page.judgements) >= 0:
            self.page.tabs.setCurrentWidget(self.page.judgements)

    def _name_undo(self) -> None:
        entries = self.menus.actions
        entries["ask_judgements"].setText(asking_words(self.session))
        self.menus.close_off("release_reports", why_not(self.session, "release_reports"))
        undo, redo = entries["ask_undo"], entries["ask_redo"]
        self.undoing.name_entries(undo, redo, self.handover.is_covered)

    def ask_reopen(self) -> None:
        """Ask which turn to re-open."""
        if self._cannot("ask_reopen"):
            return
        also = drafts_again(self.session, self.page.injects.uncovered)
        choices = reopen_choices(self.session.play, also)
        self.page.question.ask_which(
            reopen_question(), choices, lambda turn: self._do(Reopen(turn))
        )

    def ask_finish(self) -> None:
        """Ask before the exercise is ended."""
        self._next_press.ask_finish()

    def save_elsewhere(self) -> None:
        """Ask for a place for a copy; where the disk has failed, go on there."""
        self.saving.ask(self.save_at)

    def save_at(self, path: Path) -> None:
        """Write a copy there; where the disk has failed, go on there."""
        self.saving.save_at(path)
        self._show_saved()

    def _show_saved(self) -> None:
        self.page.show_saved()
        self.page.outcome.onward.show_file(self.session.path is not None)
        self.menus.actions["save_elsewhere"].setText(self.saving.words)

    def show_read_aheads(self) -> None:
        """Open the bar from which read-aheads are saved or printed."""
        if self.page.papers is not None:
            self.page.papers.begin()

    def show_card(self) -> None:
        """Open the bar from which the card for the desk is saved or printed."""
        if self.page.card is not None:
            self.page.card.begin()

    def practise(self) -> None:
        """Open a practice turn; seats and PINs carry over to the exercise."""
        why = practice_refused(self.session.play, bool(self.handover.open_for))
        if why:
            self._inform(why)
        else:
            self.looking.close_all()
            self.practice_wanted.emit()

    def end_practice(self) -> None:
        """Leave a practice turn; ask first where it is not over."""
        if self.session.play.phase == REPORT:
            self.close()
        else:
            self.page.question.ask(practice_end_question(), self.close)

    def come_back(self, from_practice_of_its_own: bool) -> None:
        """Another desk had this one's place; this exercise is where it was."""
        self.page.show_all()
        self.activateWindow()
        if not from_practice_of_its_own:
            return
        plan = without_practice(self.session.play)
        if plan is not None:
            self.session.submit(plan, FACILITATOR)
        self._inform(
            _("The practice turn is over. Nothing of it counts; people sit as they sat there.")
        )

    def hand_round(self) -> None:
        """Let the laptop go round: each seat opens its own window on it."""
        if not self.handover.is_covered:
            self.handover.hand_round()

    def cover_desk(self) -> None:
        """Hide the desk from whoever comes by; the facilitator lifts the cover."""
        self.handover.cover_desk()

    def see_as_room(self) -> None:
        """Look at what the room is shown."""
        self.looking.see_as()

    def ask_see_as(self) -> None:
        """Ask as which seat to look."""
        seats = [seat for seat in self.session.scenario.seats if not seat.control]
        choices = [
            Choice(place, seat.name, fill(_("See as {seat}"), seat=seat.name))
            for place, seat in enumerate(seats)
        ]
        self.page.question.ask_which(
            see_as_question(), choices, lambda place: self.looking.see_as(seats[place].id)
        )

    def add_observer(self) -> None:
        """Open the form for somebody who observes or helps."""
        self.page.seats.go_to_people()

    def uncover_orders(self) -> None:
        """Show sealed orders, or cover them again."""
        self.page.orders.cover_or_uncover()

    def uncover_messages(self) -> None:
        """Show private messages, or cover them again."""
        self.page.injects.cover_or_uncover()

    def show_palette(self) -> None:
        """Open the list of everything that can be done."""
        self.menus.opening.emit()
        self.palette_bar.begin()

    def ask_guide(self) -> None:
        """Open a practice that leads through a first turn; this exercise stays as it is."""
        if self.handover.open_for:
            self._inform(_("A window of somebody else is open. Close it first, then begin."))
            return
        self.looking.close_all()
        self.guide_wanted.emit()

    def begin_guide(self) -> None:
        """Lead through a turn of this exercise, a step at a time."""
        self.page.show_strip(GuideStrip(self.session))

    def help_here(self) -> None:
        """Show what the page in front, or what has the keys, is for."""
        self.helping.show_here()

    def show_help(self, topic: object) -> None:
        """Show what a part of the desk is for."""
        self.helping.show(str(topic))

    def show_keys(self) -> None:
        """Show every key."""
        show_keys(self, Where.DESK)

    def _covered(self, on: bool) -> None:
        if on:
            self.page.banner.hide()  # it may name what is not for whoever sits here next
            self.page.question.hide()  # so may it, and what it asked about may be over by then
        self.menus.enable(not on)
        self._name_undo()
        if not on:
            if self.page.banner.isHidden():
                self.page.banner.clear()
            self._timekeeper.arrive()
            # Not on the filled button: one Enter too many after the PIN would take the next step.
            self.page.tabs.setFocus()

    def keep_time(self) -> None:
        """Tell the record how far the timer has run, and what was half typed: it ends here."""
        self.leaving.keep_typed()
        self._timekeeper.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the session; ask first where closing would lose something."""
        if self.leaving.asks_first():
            event.ignore()
            return
        self.closing.emit()
        self.looking.close_all()
        self.handover.close_seat()
        self.online.leave()
        self.room.show.leave()
        self.afterwards.leave()
        self._unsubscribe()
        self.keep_time()
        super().closeEvent(event)
        self.closed.emit()

    def _in_force(self) -> dict[str, object]:
        """Of entries that choose something, which is chosen."""
        scene = self.room.show.showing.chosen
        by_hand = {act: what in self.session.play.by_hand for act, what in SWITCHES.items()}
        return {"text": theme.text_scale(), "scheme": theme.scheme(), "scene": scene, **by_hand}
