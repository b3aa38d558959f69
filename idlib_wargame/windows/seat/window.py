"""A seat's window: a head, and a list of pages.

Who looks: a player with five minutes' practice. What do I want, what can I do, what have I sealed,
what is asked of me now?
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from idlib_wargame.views.asked import (
    ASKED_PAGE,
    BRIEF_PAGE,
    DEALS_PAGE,
    JUDGEMENT_PAGE,
    MESSAGES_PAGE,
    ORDERS_PAGE,
    RESULTS_PAGE,
    SITUATION_PAGE,
    asked_of,
)
from idlib_wargame.views.messages import Inbox
from idlib_wargame.views.question import Question
from idlib_wargame.views.seat import SeatView
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.handling_line import HandlingLine
from idlib_wargame.windows.parts.keys import Where, bind, bind_tabs, is_typing
from idlib_wargame.windows.parts.keys_sheet import show_keys
from idlib_wargame.windows.parts.labels import rule
from idlib_wargame.windows.parts.palette import CommandPalette, Doable, bound_actions
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.parts.practice_strip import PracticeStrip
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.screens.fitting import open_within
from idlib_wargame.windows.seat.arrival_bar import ArrivalBar
from idlib_wargame.windows.seat.arriving import Arriving
from idlib_wargame.windows.seat.asked_page import AskedPage
from idlib_wargame.windows.seat.brief_page import BriefPage
from idlib_wargame.windows.seat.catalogue import actions_of_orders, actions_of_pages
from idlib_wargame.windows.seat.deals_page import DealsPage
from idlib_wargame.windows.seat.drafting import Drafting
from idlib_wargame.windows.seat.first_look import FirstLookPage
from idlib_wargame.windows.seat.head import SeatHead
from idlib_wargame.windows.seat.history_page import HistoryPage
from idlib_wargame.windows.seat.judgement_page import JudgementPage
from idlib_wargame.windows.seat.left_at import LeftAt
from idlib_wargame.windows.seat.messages_page import MessagesPage
from idlib_wargame.windows.seat.notes_page import NotesPage
from idlib_wargame.windows.seat.orders_page import OrdersPage
from idlib_wargame.windows.seat.page_badges import (
    asked_words,
    has_deals,
    has_judgement,
    has_questions,
    has_report,
    has_results,
    judgement_words,
    turn_words,
    waits_words,
)
from idlib_wargame.windows.seat.pages import Page, Pages
from idlib_wargame.windows.seat.report_page import ReportPage
from idlib_wargame.windows.seat.results_page import ResultsPage
from idlib_wargame.windows.seat.seat_curtain import SeatCurtain
from idlib_wargame.windows.seat.situation_page import SituationPage
from idlib_wargame.words.language import _, fill

SIZE = QSize(1366, 768)  # where the screen has room


class SeatWindow(QWidget):
    """Opens behind its curtain. ``lifted`` when somebody has lifted it; ``closed`` when the window
    has gone, and what was drafted is in the record.

    It knows the seat's own door and nothing else of the session. It opens where an earlier window
    of the seat ``left`` off; afterwards ``left_at`` says where this one did. For somebody who
    ``looks_only`` it has no curtain, nor the seat's own notes; the door does nothing then.
    """

    lifted = Signal()
    closed = Signal()

    @theme.dressed_once()
    def __init__(
        self,
        door: SeatDoor,
        timer: PhaseTimer | None = None,
        left: LeftAt | None = None,
        looks_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._timer = timer
        self._looks_only = looks_only
        left = left or LeftAt()
        self._view = view = door.view()
        self._moment = (left.turn, left.phase)
        self._led_to = ""
        seat = view.seat
        self.inbox = Inbox(view.messages, view.turn, left.seen)
        self.drafting = Drafting(door, self)
        self.curtain = SeatCurtain(door.own)
        self.curtain.lifted.connect(self.lift)
        self.curtain.given_back.connect(self.close)
        self.first_look = FirstLookPage(door.own)
        self.first_look.left.connect(self._turn_to_work)
        self.notes, self.history = NotesPage(door.own), HistoryPage(door.own)
        self.page = QWidget()
        self._fill_page(door, view)
        self.asked.bring_back(dict(left.reasons))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.curtain)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.first_look)
        self.handling = HandlingLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if view.is_practice:
            column.addWidget(PracticeStrip())
        column.addWidget(self._stack, 1)
        column.addWidget(self.handling)
        self.setWindowTitle(fill(_("{seat} — {exercise}"), seat=seat.name, exercise=view.title))
        open_within(self, SIZE)
        self._connect()
        self._unsubscribe = door.listen(self.show_view)
        self.destroyed.connect(self._unsubscribe)  # it may go with its desk, without being closed
        self.show_view(view)
        if looks_only:
            self.head.leave.hide()
            self._stack.setCurrentWidget(self.page)
        if left.page and self._moment == (left.turn, left.phase):
            self.pages.go_to(left.page)

    def _page_list(self) -> tuple[Page, ...]:
        """Every page there is, in the order of the bar. To add one, add a row."""
        return (
            Page(ORDERS_PAGE, _("Orders"), self.orders_page),
            Page(SITUATION_PAGE, _("Situation"), self.situation, key="map"),
            Page(BRIEF_PAGE, _("Brief"), self.brief, key="brief"),
            Page(DEALS_PAGE, _("Agreements"), self.deals, has_deals, waits_words, key="deals"),
            Page(
                MESSAGES_PAGE,
                _("Messages"),
                self.messages,
                badge=self._arriving.badge,
                key="messages",
            ),
            Page(RESULTS_PAGE, _("Results"), self.results, has_results, turn_words),
            Page("report", _("Report"), self.report, has_report),
            Page(ASKED_PAGE, _("Asked"), self.asked, has_questions, asked_words),
            Page(JUDGEMENT_PAGE, _("Judgement"), self.judgement, has_judgement, judgement_words),
            Page("notes", _("Notes"), self.notes, self._has_notes, takes_keys=True),
            Page("history", _("History"), self.history, has_results),
        )

    def _has_notes(self, _view: SeatView) -> bool:
        return not self._looks_only

    def _fill_page(self, door: SeatDoor, view: SeatView) -> None:
        self.orders_page = OrdersPage(view, self.drafting)
        self.moves, self.orders = self.orders_page.moves, self.orders_page.orders
        self.situation = SituationPage(door.drawing)
        self.brief = BriefPage()
        self.deals = DealsPage(door)
        self.messages = MessagesPage(door)
        self.results = ResultsPage()
        self.judgement = JudgementPage(self._door)
        self.asked = AskedPage(self._door)
        self.report = ReportPage()
        self.head = SeatHead(view.seat)
        self.arrival = ArrivalBar()
        self._arriving = Arriving(self.inbox, self.messages, self.arrival)
        self.pages = Pages(self._page_list())
        self.question = QuestionBar()
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, rule(), self.arrival, self.pages):
            column.addWidget(part, 1 if part is self.pages else 0)
        self.question.float_on(self.orders_page)
        self.palette_bar = CommandPalette(self._doables)
        self.palette_bar.float_on(self.pages)

    def _connect(self) -> None:
        self.messages.looked.connect(self._read_messages)
        self.arrival.wanted.connect(self.turn_to)
        self.head.wanted.connect(self.turn_to)
        self.head.leave.clicked.connect(self.close)
        self.pages.turned.connect(self._show_asked)
        for each in (self.orders_page.knowledge, self.brief):
            each.brief_seen.connect(self._door.own.read_brief)
        self.deals.turned.connect(self._show_asked)
        self._does = does = {
            "go_on": self._go_on,
            "palette": self.show_palette,
            "find": self._find,
            "deals": lambda: self.turn_to(DEALS_PAGE),
            "messages": self.show_messages,
            "map": self._situation_or_next_way,
            "brief": self._brief_and_back,
            "close": self.close,
            "first_look": self.look_round,
            "keys": lambda: show_keys(self, Where.SEAT),
        }
        bind(self, Where.SEAT, does)
        bind_tabs(self, lambda: self.pages)
        self.orders.asking.connect(self._ask)
        if self._timer is not None:
            self._timer.ticked.connect(self._show_time)

    def _doables(self) -> list[Doable]:
        """Everything that can be done at the seat now, for its palette."""
        by_keys = bound_actions(Where.SEAT, self._does)
        return [*actions_of_orders(self.orders), *by_keys, *actions_of_pages(self.pages)]

    def show_palette(self) -> None:
        """Open the list of everything that can be done, once the curtain is up."""
        if self._stack.currentWidget() is self.page:
            self.palette_bar.begin()

    def _ask(self, question: Question) -> None:
        """Ask before orders are sealed that nobody would expect."""
        self.question.ask(question, self.orders.seal_now, near=self.orders.seal)

    def lift(self) -> None:
        """The person at the seat is here."""
        if self.first_look.is_due:
            self._stack.setCurrentWidget(self.first_look)
            self.lifted.emit()
            if not self.is_covered:  # it may be let down again, where others would see it
                self.first_look.begin()
            return
        self._stack.setCurrentWidget(self.page)
        self.lifted.emit()
        if not self.is_covered:
            self._turn_to_work()

    def look_round(self) -> None:
        """The first look once more."""
        if not self.is_covered:
            self._stack.setCurrentWidget(self.first_look)
            self.first_look.begin()

    def _turn_to_work(self) -> None:
        """The keys go to what is to be done."""
        self._stack.setCurrentWidget(self.page)
        self._arriving.take(self._view, told=True)
        led_to, self._led_to = self._led_to, ""
        if led_to and self.pages.shows(led_to):
            self.turn_to(led_to)
        elif self.inbox.unseen:
            self.show_messages()
        elif self.pages.current == ORDERS_PAGE and self.drafting.is_open:
            self.moves.filter.setFocus()
        else:
            self.head.leave.setFocus()

    def lead_to(self, page: str) -> None:
        """Turn to a page, once the curtain is up; "" leaves the window where it is."""
        self._led_to = page
        if page and self._stack.currentWidget() is self.page:
            self._turn_to_work()

    def keep(self) -> None:
        """Bring what is half picked and half written into the record now."""
        self.drafting.keep()
        self.deals.keep()
        self.messages.keep()
        self.notes.keep()

    def let_down(self) -> None:
        """Somebody else looks at this screen now; a curtain that is down asks anew."""
        self.keep()
        if self.is_covered:
            self.curtain.begin()
        self._stack.setCurrentWidget(self.curtain)

    @property
    def is_covered(self) -> bool:
        """Whether the curtain is down."""
        return self._stack.currentWidget() is self.curtain

    @property
    def left_at(self) -> LeftAt:
        """Where the seat's people are now, for the window that is opened next."""
        reasons = tuple(self.asked.half_typed.items())
        return LeftAt(self.inbox.seen, self.pages.current, *self._moment, reasons)

    def show_view(self, view: SeatView) -> None:
        """Show what the seat may see now. Nothing that is being typed is touched."""
        self._view = view
        self.handling.say(view.handling)
        self.drafting.take(view)
        self.orders_page.show_view(view)
        self.situation.show_view(view)
        self.brief.show_view(view)
        self.deals.show_view(view)
        self.results.show_view(view)
        self.judgement.show_view(view)
        self.asked.show_view(view)
        self.report.show_view(view)
        self._arriving.take(view, told=not self.is_covered)
        self.pages.show_view(view)
        self._turn_with_phase(view)
        self._show_asked()
        self._show_time()

    def _show_asked(self) -> None:
        asked, current = asked_of(self._view), self.pages.current
        # While an offer is written, its own button is the one next thing to do.
        busy = current == DEALS_PAGE and self.deals.is_writing
        self.head.show_asked(self._view.where, asked, asked.page if busy else current)

    def _turn_with_phase(self, view: SeatView) -> None:
        """To the results when they are there, and away from them when a new turn begins."""
        if (view.turn, view.phase) == self._moment:
            return
        self._moment = (view.turn, view.phase)
        if is_typing() and self.isActiveWindow() and not self.is_covered:
            return
        if view.tells_results:
            self.pages.go_to(RESULTS_PAGE)
        elif self.pages.current == RESULTS_PAGE:
            self.pages.go_to(ORDERS_PAGE)

    def _read_messages(self) -> None:
        self._arriving.read()
        self.pages.show_badges()

    def turn_to(self, page: str) -> None:
        """Turn to a page, and give it the keys."""
        if self._stack.currentWidget() is not self.page or not self.pages.shows(page):
            return
        self.pages.go_to(page)
        if page == ORDERS_PAGE:
            self.moves.filter.setFocus()
        else:
            self.pages.widget_of(page).setFocus()

    def show_messages(self) -> None:
        """Turn to the messages."""
        self.turn_to(MESSAGES_PAGE)

    def _brief_and_back(self) -> None:
        self.turn_to(self.pages.previous if self.pages.current == BRIEF_PAGE else BRIEF_PAGE)

    def _situation_or_next_way(self) -> None:
        if self.pages.current == SITUATION_PAGE and not self.is_covered:
            self.situation.turn_way()
        else:
            self.turn_to(SITUATION_PAGE)

    def _go_on(self) -> None:
        """Seal or table what is in sight; else turn to what is asked."""
        if self._stack.currentWidget() is not self.page:
            return
        if self.pages.current == ORDERS_PAGE:
            self.orders.press_seal()
        elif self.pages.current == DEALS_PAGE and self.deals.is_writing:
            self.deals.table()
        elif asked_of(self._view).page:
            self.turn_to(asked_of(self._view).page)

    def _show_time(self) -> None:
        timer = self._timer
        if timer is None:
            self.head.show_time("")
        else:
            self.head.show_time(timer.words_left, timer.is_over or timer.is_nearly_up)

    def _find(self) -> None:
        self.pages.go_to(ORDERS_PAGE)
        self.orders_page.find_move()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, and let go of the session."""
        self.keep()
        self.drafting.keep_apart()
        self.deals.editor.keep_apart()
        self._unsubscribe()
        if self._timer is not None:
            self._timer.ticked.disconnect(self._show_time)
        super().closeEvent(event)
        self.closed.emit()
