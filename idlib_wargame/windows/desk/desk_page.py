"""The desk laid out: the strip on top, seats left, the tabs, escalation right, the strip below."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.phases import ADJUDICATION, INJECTS, ORDERS, REPORT
from idlib_wargame.session.notes import About, Tie
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.agreements import agreements_tab, known_to_room
from idlib_wargame.views.desk.control_seats import badge_words, control_tab
from idlib_wargame.views.desk.control_tasks import by_hand
from idlib_wargame.views.desk.covered_log import CoveredLog
from idlib_wargame.views.desk.facilitator import FacilitatorViews
from idlib_wargame.views.desk.inject_list import injects_tab
from idlib_wargame.views.desk.letters import letters_tab
from idlib_wargame.views.desk.record_lines import record_lines
from idlib_wargame.views.desk.seat_lines import seat_lines
from idlib_wargame.views.desk.told_lines import told_lines
from idlib_wargame.views.notes.door import note_door
from idlib_wargame.views.notes.rows import notes_tab
from idlib_wargame.views.papers import PaperMaker
from idlib_wargame.windows.desk.agreements_page import AgreementsPage
from idlib_wargame.windows.desk.card_bar import CardBar
from idlib_wargame.windows.desk.control_page import ControlPage
from idlib_wargame.windows.desk.day_strip import DayStripBar
from idlib_wargame.windows.desk.guide_strip import GuideStrip
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.desk.handling_bar import HandlingBar
from idlib_wargame.windows.desk.injects_page import InjectsPage
from idlib_wargame.windows.desk.injects_tab import InjectsTab
from idlib_wargame.windows.desk.judgements_page import JudgementsPage
from idlib_wargame.windows.desk.log_page import LogPage
from idlib_wargame.windows.desk.messages_page import MessagesPage
from idlib_wargame.windows.desk.msel_page import MselPage
from idlib_wargame.windows.desk.note_bar import NoteBar
from idlib_wargame.windows.desk.orders_page import OrdersPage
from idlib_wargame.windows.desk.outcome_bar import OutcomeBar
from idlib_wargame.windows.desk.page_menu import PageMenu, Pages
from idlib_wargame.windows.desk.papers_bar import PapersBar
from idlib_wargame.windows.desk.record_lines import FaultBar, StatusLine
from idlib_wargame.windows.desk.report_page import ReportPage
from idlib_wargame.windows.desk.rows_bar import RowsBar
from idlib_wargame.windows.desk.seats_panel import MOST_OF_ROOM, SeatsPanel
from idlib_wargame.windows.desk.side_panel import SidePanel
from idlib_wargame.windows.desk.situation_page import SituationPage
from idlib_wargame.windows.desk.tell_bar import TellBar
from idlib_wargame.windows.desk.top_bar import TopBar
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.notes.note_mark import NoteMarks
from idlib_wargame.windows.notes.notes_page import NotesPage
from idlib_wargame.windows.parts.banner import Banner
from idlib_wargame.windows.parts.keys import is_typing
from idlib_wargame.windows.parts.labels import rule
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.parts.practice_strip import PracticeStrip
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.parts.shared_room import SharedRoom
from idlib_wargame.words.language import _

SEATS, SIDE = 272, 420  # pixels at the usual size of text; the tabs get the rest
LEAST_TABS, LEAST_SIDE = 320, 280  # pixels, likewise
MOST_OF_SEATS, MOST_OF_SIDE = (
    MOST_OF_ROOM,
    0.32,
)  # of the width, where text is large or the screen narrow


class DeskPage(QWidget):
    """Every part of the desk, and what each shows of a session."""

    def __init__(
        self,
        session: Session,
        timer: PhaseTimer,
        maker: PaperMaker | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._views = FacilitatorViews(session)
        self._timer = timer
        self._phase_shown = ""
        self._minute_shown: datetime | None = None
        scenario = session.scenario
        self.half = HalfTyped(session, self)
        self.top = TopBar(scenario.phases, timer)
        self.day = DayStripBar(session, timer)
        self.banner = Banner()
        self.fault = FaultBar()
        self.question = QuestionBar()
        self.outcome = OutcomeBar()
        self.seats = SeatsPanel(scenario, self.half)
        self.situation = SituationPage(scenario)
        self.orders = OrdersPage(session, self.half)
        self.injects = InjectsPage(session, self)
        self.injects_tab = InjectsTab(self.injects, MselPage(session, self.half), self)
        self.messages = MessagesPage(session, self)
        self.agreements = AgreementsPage(session, self.half, self)
        self.log = LogPage(CoveredLog(session))
        self.report = ReportPage(session, maker, self)
        self.judgements = JudgementsPage(session, self)
        self.control = ControlPage(session, self)
        for page in (self.injects_tab, self.agreements, self.report, self.judgements, self.control):
            page.hide()  # a pack may have no injects, and a report comes with the first turn
        self.side = SidePanel(scenario)
        self.side.beside = lambda: session.path
        self.handling = HandlingBar()
        self.rows = RowsBar(session)
        self.note_door = note_door(session, uncovered=lambda: self.injects.uncovered)
        self.note = NoteBar(self.note_door, self.half)
        self.notes = NotesPage(self.note_door, self.half, self)
        self.marks = NoteMarks(self.note_door.counts, self.show_notes_of)
        for marked in (self.orders, self.injects, self.messages, self.agreements):
            marked.marks = self.marks
        self.tell = TellBar(scenario, self.half)
        self.papers = PapersBar(session, maker) if maker else None
        self.card = CardBar(session, maker) if maker else None
        self.status = StatusLine()
        self.tabs = self._make_tabs()
        self.across = self._make_middle()
        self.guide: GuideStrip | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.practice: PracticeStrip | None = None
        if session.play.setup.practice:
            self.practice = PracticeStrip(leads_out=True)
            column.addWidget(self.practice)
        column.addWidget(self.top)
        column.addWidget(rule())
        column.addWidget(self.day)
        for bar in (self.fault, self.outcome):
            bar.setProperty("flush", True)
            column.addWidget(bar)
        column.addWidget(self.across, 1)
        self.banner.float_on(self.across)
        self.question.float_on(self.across)
        column.addWidget(rule())
        column.addWidget(self.note)
        column.addWidget(self.tell)
        column.addWidget(self.handling)
        column.addWidget(self.rows)
        for papers in (self.papers, self.card):
            if papers is not None:
                column.addWidget(papers)
        column.addWidget(self.status)
        self.orders.covered.connect(self.show_log)
        self.injects.covered.connect(self._show_covered)
        for private in (self.messages, self.agreements):
            private.covering.connect(self.injects.cover_or_uncover)
        self.show_all()

    def show_strip(self, guide: GuideStrip) -> None:
        """Have a guide above the lowest line until somebody leaves it."""
        self.guide = guide
        self._column.insertWidget(self._column.indexOf(self.status), guide)
        guide.left.connect(self._drop_strip)

    def _drop_strip(self) -> None:
        if self.guide is not None:
            self.guide.hide()
            self.guide.deleteLater()
            self.guide = None
            self.tabs.setFocus()

    def _make_tabs(self) -> QTabWidget:
        tabs = Pages()
        tabs.setAccessibleName(_("Pages"))
        self.all_pages = PageMenu(tabs)
        tabs.addTab(self.situation, _("Situation"))
        tabs.addTab(self.orders, _("Orders"))
        if self._session.scenario.injects:
            tabs.addTab(self.injects_tab, injects_tab(self._session))
        tabs.addTab(self.messages, letters_tab(self._session.play))
        if self._session.scenario.bargain is not None:
            tabs.addTab(self.agreements, agreements_tab(self._session))
        tabs.addTab(self.notes, notes_tab(self._session.play))
        tabs.addTab(self.log, _("Log"))
        tabs.currentChanged.connect(self._turned)
        return tabs

    def _make_middle(self) -> SharedRoom:
        across = SharedRoom("desk", Qt.Orientation.Horizontal, _first_widths, _least_widths)
        across.setHandleWidth(1)
        for part, stretch in ((self.seats, 0), (self.tabs, 3), (self.side, 2)):
            across.addWidget(part)
            across.setStretchFactor(across.count() - 1, stretch)
        return across

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip of the day leaves a low window its room."""
        super().resizeEvent(event)
        self.day.fit(self.window().height())

    def show_all(self) -> None:
        """Show where the exercise stands."""
        self._show_injects()  # a new turn covers what was uncovered in the last
        view, play = self._views.now(self.injects.uncovered), self._session.play
        self._timer.follow(play)
        self.top.show_top(view.top, view.next)
        self.day.refresh()
        self.outcome.show_outcome(view.outcome, play)
        self.seats.show_lines(view.seats)
        self.seats.people.show_play(play)
        self.situation.show_situation(view.situation, play)
        self.side.show_facts(view.clocks, view.flags)
        self.orders.show_play(play)
        self.rows.refresh()
        self._show_told()
        self._show_messages()
        self._show_notes()
        self.report.refresh()
        if play.finished:
            self.tell.hide()
        self._show_tab(self.report, bool(play.closed), _("Report"))
        self._show_tab(self.judgements, self.judgements.refresh(), _("Judgements"))
        self._show_control()
        self.show_log()
        self.show_saved()
        self._turn_to_phase()

    def tick(self) -> None:
        """Time goes by: who writes since when, and the day, are told anew each minute."""
        minute = datetime.now(UTC).replace(second=0, microsecond=0)
        if minute != self._minute_shown:
            self._minute_shown = minute
            self.seats.show_states(seat_lines(self._session.scenario, self._session.play))
            self.day.refresh()

    def show_notes_of(self, tie: Tie) -> None:
        """Turn to the notes that are tied to that."""
        self.tabs.setCurrentWidget(self.notes)
        self.notes.show_notes_of(tie)

    def go_to(self, tie: Tie) -> None:
        """Turn to what a note is tied to."""
        if tie.about is About.ORDER:
            self._go_to_order(Address.from_text(tie.id))
        elif tie.about is About.INJECT:
            self.tabs.setCurrentWidget(self.injects_tab)
            self.injects_tab.go_to(tie.id)
        elif tie.about is About.OFFER:
            self.tabs.setCurrentWidget(self.agreements)
            self.agreements.go_to(tie.id)
        elif tie.about is About.MESSAGE:
            self.tabs.setCurrentWidget(self.messages)
            self.messages.go_to(tie.id)
        elif tie.id in self.seats.rows:
            self.seats.go_to(tie.id)

    def _go_to_order(self, address: Address) -> None:
        """To its card; an order of an earlier turn is told in the log."""
        self.tabs.setCurrentWidget(self.orders)
        if not self.orders.go_to(address):
            self.tabs.setCurrentWidget(self.log)

    def _show_notes(self) -> None:
        self.note.show_moment()
        self.notes.refresh()
        self.tabs.setTabText(self.tabs.indexOf(self.notes), notes_tab(self._session.play))
        self.marks.look_again()
        for marked in (self.orders, self.injects, self.messages, self.agreements):
            marked.show_marks()
        for row in self.seats.rows.values():
            row.show_mark(self.marks)

    def _show_tab(self, page: QWidget, wanted: bool, title: str) -> None:
        place = self.tabs.indexOf(page)
        if wanted and place < 0:
            self.tabs.addTab(page, title)
        elif not wanted and place >= 0:
            self.tabs.removeTab(place)

    def _show_control(self) -> None:
        """What waits for seats that nobody else plays, with its count in sight."""
        counted = self.control.refresh()
        self.seats.show_to_play(badge_words(counted))
        self._show_tab(self.control, bool(by_hand(self._session)) or any(counted), _("Your seats"))
        place = self.tabs.indexOf(self.control)
        if place >= 0:
            self.tabs.setTabText(place, control_tab(counted))

    def _show_injects(self) -> None:
        place = self.tabs.indexOf(self.injects_tab)
        if place < 0 and self._session.scenario.injects and self.tabs.count():
            place = self.show_msel()  # the first was written, in a pack that has none
        self.injects.refresh()
        self.injects_tab.board.show_board(self.injects.uncovered)
        if place >= 0:
            self.tabs.setTabText(place, injects_tab(self._session))

    def show_msel(self) -> int:
        """Have the page of injects among the others, also where the pack has none; its place."""
        place = self.tabs.indexOf(self.injects_tab)
        if place < 0:
            place = self.tabs.indexOf(self.orders) + 1
            self.tabs.insertTab(place, self.injects_tab, injects_tab(self._session))
        return place

    def show_log(self) -> None:
        """Show the record, without what is sealed or private while that is covered."""
        self.log.catch_up(self.orders.uncovered, self.injects.uncovered)

    def _show_told(self) -> None:
        self.tell.show_sent(told_lines(self._session, self.injects.uncovered))

    def _show_messages(self) -> None:
        self.messages.refresh(self.injects.uncovered)
        place = self.tabs.indexOf(self.messages)
        self.tabs.setTabText(place, letters_tab(self._session.play))
        self._show_agreements()

    def _show_agreements(self) -> None:
        place = self.tabs.indexOf(self.agreements)
        play, uncovered = self._session.play, self.injects.uncovered
        self.side.show_play(play, None if uncovered else known_to_room(self._session))
        if place >= 0:
            self.orders.show_agreements(uncovered)
            self.agreements.refresh(uncovered)
            self.tabs.setTabText(place, agreements_tab(self._session))

    def _show_covered(self) -> None:
        if not self.injects.uncovered:
            self.banner.hide()  # it may name what has just been covered
        self.injects_tab.board.show_board(self.injects.uncovered)
        self._show_told()
        self._show_messages()
        self._show_notes()
        view = self._views.now(self.injects.uncovered)
        self.top.show_top(view.top, view.next)
        self.show_log()

    def show_saved(self) -> None:
        """Show how the record stands on disk."""
        lines = record_lines(self._session.saved)
        self.status.show_record(lines)
        self.fault.show_record(lines)

    def _turned(self) -> None:
        """Qt gives the keys to what stands first on a page, and that picks who reads the report."""
        if self.report.readers.hasFocus() or self.report.turns.hasFocus():
            self.report.take_keys()

    def _turn_to_phase(self) -> None:
        """A new phase opens the tab it is about."""
        phase = self._session.play.phase
        if phase != self._phase_shown:
            self._phase_shown = phase
            about = {
                INJECTS: self.injects_tab,
                ORDERS: self.orders,
                ADJUDICATION: self.orders,
                REPORT: self.report,
            }
            self.tabs.setCurrentWidget(about.get(phase, self.situation))
            if phase == REPORT and not is_typing():
                self.report.take_keys()


def _first_widths(total: int) -> list[int]:
    """Names and states keep their room when text grows, and the tabs most of it."""
    seats = min(theme.scaled(SEATS), round(MOST_OF_SEATS * total))
    side = min(theme.scaled(SIDE), round(MOST_OF_SIDE * total))
    return [seats, total - seats - side, side]


def _least_widths(total: int) -> list[int]:
    """Tabs and chart are not cut by pulling a handle; the seats know how narrow they may be."""
    _seats, tabs, side = _first_widths(total)
    return [0, min(theme.scaled(LEAST_TABS), tabs), min(theme.scaled(LEAST_SIDE), side)]
