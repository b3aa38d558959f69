"""A seat's window: what do I want, what can I do, what have I sealed?"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.messages import Inbox, MessageView
from idlib_wargame.views.question import Question
from idlib_wargame.views.seat import MoveOption, SeatView
from idlib_wargame.views.seat_door import SeatDoor
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.keys import Where, bind, bind_tabs, key_words
from idlib_wargame.windows.parts.keys_sheet import show_keys
from idlib_wargame.windows.parts.labels import label, rule
from idlib_wargame.windows.parts.markdown_view import MarkdownView
from idlib_wargame.windows.parts.marks import Swatch
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.screens.fitting import open_within
from idlib_wargame.windows.seat.arrival_bar import ArrivalBar
from idlib_wargame.windows.seat.curtain import Curtain
from idlib_wargame.windows.seat.drafting import Drafting
from idlib_wargame.windows.seat.knowledge_column import KnowledgeColumn
from idlib_wargame.windows.seat.messages_page import MessagesPage
from idlib_wargame.windows.seat.move_detail import MoveDetail
from idlib_wargame.windows.seat.move_tables import MoveTables
from idlib_wargame.windows.seat.orders_column import OrdersColumn
from idlib_wargame.windows.seat.results_page import ResultsPage
from idlib_wargame.words.language import _, fill, ngettext

SIZE = QSize(1366, 768)  # where the screen has room


class SeatWindow(QWidget):
    """Opens behind its curtain. ``lifted`` when somebody has lifted it; ``closed`` when the window
    has gone, and what was drafted is in the record.

    It knows the seat's own door and nothing else of the session. ``seen`` are the messages that an
    earlier window of the seat has shown; afterwards ``inbox.seen`` has those of this one.
    """

    lifted = Signal()
    closed = Signal()

    def __init__(
        self,
        door: SeatDoor,
        timer: PhaseTimer | None = None,
        seen: frozenset[MessageView] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._timer = timer
        self._phase_shown = ""
        view = door.view()
        self._numbers = view.numbers
        seat = view.seat
        self.inbox = Inbox(view.messages, view.turn, seen)
        self.drafting = Drafting(door, self)
        self.curtain = Curtain()
        self.curtain.say(
            fill(_("{seat} only"), seat=seat.name),
            _("Hand over the laptop, then press Enter."),
            _("Lift the curtain"),
            seat.colour,
        )
        self.curtain.lifted.connect(self.lift)
        self.page = QWidget()
        self._fill_page(view)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.curtain)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setWindowTitle(fill(_("{seat} — {pack}"), seat=seat.name, pack=view.title))
        open_within(self, SIZE)
        self._connect()
        self._unsubscribe = door.listen(self.show_view)
        self.destroyed.connect(self._unsubscribe)  # it may go with its desk, without being closed
        self.show_view(view)

    def _fill_page(self, view: SeatView) -> None:
        self.knowledge = KnowledgeColumn()
        self.moves = MoveTables(view.tables)
        self.detail = MoveDetail()
        self.messages = MessagesPage(self.page)
        self.results = ResultsPage(self.page)
        self.report = MarkdownView(is_ours=True, parent=self.page)
        self.report.setAccessibleName(_("Situation report"))
        self.report.document().setDocumentMargin(16)
        self._report_shown = ""
        for page in (self.messages, self.results, self.report):
            page.hide()  # each has its tab once there is something on it
        self.orders = OrdersColumn(self.drafting)
        moves = QWidget()
        stacked = QVBoxLayout(moves)
        stacked.setContentsMargins(0, 0, 0, 12)
        stacked.setSpacing(12)
        stacked.addWidget(self.moves, 1)
        under = QHBoxLayout()
        under.setContentsMargins(12, 0, 12, 0)
        under.addWidget(self.detail)
        stacked.addLayout(under)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(moves, _("Moves"))
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.setHandleWidth(1)
        for part, least, stretch in (
            (self.knowledge, 0, 1),  # it knows itself how narrow it may be
            (self.tabs, 480, 4),
            (self.orders, 240, 1),
        ):
            part.setMinimumWidth(least)
            across.addWidget(part)
            across.setStretchFactor(across.count() - 1, stretch)
        across.setSizes([theme.scaled(276), 800, theme.scaled(288)])
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(view.seat.name, view.seat.colour))
        column.addWidget(rule())
        self.arrival = ArrivalBar()
        column.addWidget(self.arrival)
        self.question = QuestionBar()
        column.addWidget(across, 1)
        self.question.float_on(across)

    def _head(self, name: str, colour: str) -> QFrame:
        head = QFrame()
        head.setProperty("role", "bar")
        self.where = ElidedLabel()
        self.where.setProperty("role", "muted")
        self.time = label(size=16)
        self.leave = QPushButton(_("Close curtain"))
        self.leave.setIcon(icons.icon("curtain", "muted"))
        self.leave.setToolTip(
            fill(
                _(
                    "{keys}. The curtain covers all this while the laptop changes hands. What you "
                    "picked and wrote is kept."
                ),
                keys=key_words(Where.SEAT, "close"),
            )
        )
        self.leave.clicked.connect(self.close)
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
        row.setSpacing(12)
        row.addWidget(Swatch(colour, 16))
        row.addWidget(label(name, size=20, bold=True))
        row.addWidget(self.where, 1)
        row.addWidget(self.time)
        row.addWidget(self.leave)
        return head

    def _connect(self) -> None:
        self.moves.picked.connect(self.drafting.pick_or_drop)
        self.moves.looked_at.connect(self._look)
        self.moves.lost.connect(self.detail.clear)
        self.drafting.changed.connect(self._show_picks)
        self.messages.looked.connect(self._read_messages)
        self.arrival.wanted.connect(self.show_messages)
        does = {
            "go_on": self.orders.press_seal,
            "find": self._find,
            "messages": self.show_messages,
            "close": self.close,
            "keys": lambda: show_keys(self, Where.SEAT),
        }
        bind(self, Where.SEAT, does)
        bind_tabs(self, lambda: self.tabs)
        self.orders.asking.connect(self._ask)
        steady(self.leave)
        if self._timer is not None:
            self._timer.ticked.connect(self._show_time)

    def _ask(self, question: Question) -> None:
        """Ask before orders are sealed that nobody would expect."""
        self.question.ask(question, self.orders.seal_now, near=self.orders.seal)

    def lift(self) -> None:
        """The person at the seat is here."""
        self._stack.setCurrentWidget(self.page)
        self.lifted.emit()
        if self.inbox.unseen:
            self.show_messages()
        elif self.drafting.is_open:
            self.moves.filter.setFocus()
        else:
            self.leave.setFocus()

    def let_down(self) -> None:
        """Somebody else looks at this screen now."""
        self.drafting.keep()
        self._stack.setCurrentWidget(self.curtain)

    @property
    def is_covered(self) -> bool:
        """Whether the curtain is down."""
        return self._stack.currentWidget() is self.curtain

    def show_view(self, view: SeatView) -> None:
        """Show what the seat may see now. Nothing that is being typed is touched."""
        self.drafting.take(view)
        self.where.say(view.where)
        self.knowledge.show_view(view)
        self.moves.show_options(view.options)
        self.results.show_view(view)
        self.orders.show_view(view)
        self._show_messages_tab(view)
        self._show_results_tab(view)
        self._show_report_tab(view)
        self._show_picks()
        self._show_time()

    def _show_messages_tab(self, view: SeatView) -> None:
        came = self.inbox.take(view.messages)
        if came is not None and not self.is_covered:
            self.arrival.tell(came)
        self.messages.show_messages(view.messages, self.inbox.new)
        place = self.tabs.indexOf(self.messages)
        if view.messages and place < 0:
            self.tabs.insertTab(1, self.messages, "")
        elif not view.messages and place >= 0:
            self.tabs.removeTab(place)
        if self.messages.isVisible():
            self.inbox.look()
        self._count_messages()

    def _count_messages(self) -> None:
        new = self.inbox.unseen
        many = ngettext("Messages ({new} new)", "Messages ({new} new)", new)
        some = fill(many, new=new) if self._numbers else _("Messages (new)")
        self.tabs.setTabText(self.tabs.indexOf(self.messages), some if new else _("Messages"))

    def _read_messages(self) -> None:
        self.inbox.look()
        self.arrival.hide()
        self._count_messages()

    def show_messages(self) -> None:
        """Turn to the messages, where there are any."""
        if not self.is_covered and self.inbox.messages:
            self.tabs.setCurrentWidget(self.messages)
            self.messages.setFocus()

    def _show_results_tab(self, view: SeatView) -> None:
        place = self.tabs.indexOf(self.results)
        if not view.reported_turn:
            if place >= 0:
                self.tabs.removeTab(place)
            return
        if place < 0:
            place = self.tabs.addTab(self.results, "")
        self.tabs.setTabText(place, fill(_("Results of turn {turn}"), turn=view.reported_turn))
        if view.phase != self._phase_shown:
            self._phase_shown = view.phase
            self.tabs.setCurrentIndex(place if view.tells_results else 0)

    def _show_report_tab(self, view: SeatView) -> None:
        place = self.tabs.indexOf(self.report)
        if not view.report:
            if place >= 0:
                self.tabs.removeTab(place)
            return
        if place < 0:
            self.tabs.insertTab(self.tabs.indexOf(self.results) + 1, self.report, _("Report"))
        if view.report != self._report_shown:
            self._report_shown = view.report
            self.report.say(view.report)

    def _show_picks(self) -> None:
        self.moves.show_picks(self.drafting.wishes, self.drafting.is_open)

    def _show_time(self) -> None:
        shown = self._timer is not None and self._timer.is_shown
        self.time.setVisible(shown)
        if shown and self._timer is not None:
            self.time.setText(self._timer.words_left)

    def _look(self, option: MoveOption) -> None:
        self.detail.show_option(option)

    def _find(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.moves.filter.setFocus()
        self.moves.filter.selectAll()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, and let go of the session."""
        self.drafting.keep()
        self._unsubscribe()
        if self._timer is not None:
            self._timer.ticked.disconnect(self._show_time)
        super().closeEvent(event)
        self.closed.emit()
