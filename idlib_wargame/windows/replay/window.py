"""The replay window: a saved session moment by moment, read-only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.audience import CONTROL, ROOM, Reader
from idlib_wargame.rules.dice import Address
from idlib_wargame.session.kinds.kind import Moment
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.session.reading import SavedSession
from idlib_wargame.views.judging.at_end import thoughts
from idlib_wargame.views.retelling import Retelling
from idlib_wargame.windows.cards.thoughts_page import ThoughtsPage
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.afterwards import Afterwards
from idlib_wargame.windows.parts.banner import Banner
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.handling_line import HandlingLine, with_handling
from idlib_wargame.windows.parts.keys import Where, bind, bind_tabs
from idlib_wargame.windows.parts.keys_sheet import show_keys
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.map_or_tracks import MapOrTracks
from idlib_wargame.windows.parts.palette import CommandPalette, Doable, bound_actions, tab_actions
from idlib_wargame.windows.parts.projector_question import unseen
from idlib_wargame.windows.parts.shared_room import SharedRoom
from idlib_wargame.windows.replay.agreements_pane import AgreementsPane
from idlib_wargame.windows.replay.log_pane import LogPane
from idlib_wargame.windows.replay.messages_pane import MessagesPane
from idlib_wargame.windows.replay.outcome_pane import OutcomePane
from idlib_wargame.windows.replay.pin_bar import PinBar
from idlib_wargame.windows.replay.player import Player
from idlib_wargame.windows.replay.reader_switch import ReaderSwitch
from idlib_wargame.windows.replay.results_pane import ResultsPane
from idlib_wargame.windows.replay.situation import SituationPane
from idlib_wargame.windows.replay.transport import Transport
from idlib_wargame.windows.screens.fitting import open_within
from idlib_wargame.windows.screens.projector import KeptFromRoom
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.replaying import messages_words, moment_words, results_words

SIZE = QSize(1280, 720)
SITUATION, RESULTS, MESSAGES, AGREEMENTS, OUTCOME, THOUGHTS = range(6)  # places of the tabs
MOST_OF_CHART = 0.6  # of the height, so that every rung has its name
SHARES = [260, 380]  # of the height, to the chart and to the panes under it
LEAST_HEIGHT = 380  # of chart and panes together


class ReplayWindow(QMainWindow):
    """How did it come to that? Chart, situation and log move together along the record.

    Everything is shown for one reader: the room, until control's view is asked for, which opens
    with ``lock``. What is saved of it is offered a place beside the file, or else elsewhere.
    """

    @theme.dressed_once()
    def __init__(
        self,
        saved: SavedSession,
        reader: Reader = ROOM,
        lock: PinLock | None = None,
        saves_beside: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.saved = saved
        self.beside = saved.path if saves_beside else None
        self.setWindowTitle(fill(_("{session} — replay"), session=saved.title))
        open_within(self, SIZE)
        self.banner = Banner()
        self.readers = ReaderSwitch()
        self.readers.reader_chosen.connect(self._choose)
        self._lock = lock or PinLock()
        self.asking = PinBar(self._lock)
        self.asking.opened.connect(self._show_control)
        say = self.banner.say
        self.afterwards = Afterwards(say, say, lambda: self.retelling.reader.is_control, self)
        self._lay_out()
        self._begin(reader)
        self._bind_keys()
        self._room_may = False  # see all of it
        KeptFromRoom(self, self._keep_from_room)
        self.transport.play.setFocus()
        if saved.told:
            self.banner.say(saved.told)

    def _choose(self, reader: Reader) -> None:
        """Show a replay to the reader picked; control gives a PIN each time, where there is one."""
        is_new = reader != self.retelling.reader
        if reader.is_control and is_new and self._lock.is_set:
            self.readers.show_reader(self.retelling.reader)
            self.player.pause()
            self.asking.begin()
            return
        self.asking.hide()
        if reader.is_control:
            self.readers.show_reader(self.retelling.reader)
            self._show_control()
        else:
            self.show_for(reader)

    def _show_control(self) -> None:
        """Once all is over, a facilitator may well want the room to see how it came about."""
        over = self.saved.last.finished
        unseen(
            self._middle,
            lambda: self.show_for(CONTROL),
            shown=self._show_all_to_room if over else None,
        )

    def _show_all_to_room(self) -> None:
        self._room_may = True
        self.show_for(CONTROL)

    def _keep_from_room(self) -> None:
        """The room may see this screen now, and reads what it may."""
        if self.retelling.reader.is_control and not self._room_may:
            self.show_for(ROOM)

    def show_for(self, reader: Reader) -> None:
        """Show the same moment, or the last before it, to another reader."""
        if reader == self.retelling.reader:
            return
        self._room_may = self._room_may and reader.is_control
        number, tab = self.moment.number, self.tabs.currentIndex()
        shows_map, old = self.either.shows_map, self.shown
        self.player.pause()
        self._begin(reader)
        self._whole.removeWidget(old)
        old.hide()
        old.deleteLater()
        # A layout shows what was added to it only once the event loop comes round.
        self.shown.show()
        self.either.show_map(shows_map)
        self._seek_entry(number)
        if self.tabs.isTabVisible(tab):
            self.tabs.setCurrentIndex(tab)

    def _begin(self, reader: Reader) -> None:
        """Make everything anew for a reader: what they may not know is never in the window."""
        # Drawing needs pyqtgraph, which is not to be waited for until a chart is wanted.
        from idlib_wargame.windows.chart.panel import EscalationPanel

        self.retelling = told = Retelling.of(self.saved, reader)
        scenario, last = told.known.scenario, told.last
        self.readers.show_reader(reader)
        self._numbers = [moment.number for moment in told.moments]
        self._texts = {line.number: line.text for line in told.log}
        self.marks = told.marks
        self.player = Player(len(told.moments), self)
        self.chart = EscalationPanel(scenario, titled=False)
        self.chart.beside = lambda: self.beside
        self.situation = SituationPane(scenario, told.play_at(0), told.sight is not None)
        misses = self.retelling.sight is not None
        self.either = MapOrTracks(scenario, self.situation, map_first=True, may_miss=misses)
        self.results = ResultsPane(self.saved.scenario, told.sight, last.setup.numbers)
        self.messages = MessagesPane(scenario)
        self.agreements = AgreementsPane(self.saved.referee, told.sight)
        self.outcome = OutcomePane(self.saved.referee, self.saved.last, told.sight)
        self.thoughts = ThoughtsPage()
        whole = thoughts(self.saved.scenario, self.saved.last, for_control=reader == CONTROL)
        self.thoughts.show_thoughts(whole)
        self.log = LogPane(told.log)
        self.transport = Transport(self.player, self.marks)
        may_bargain = self.saved.scenario.bargain is not None
        self.shown = self._panes(bool(last.messages or last.letters), may_bargain)
        self._whole.addWidget(self.shown, 1)
        self._wire()
        self.chart.show_play(last)
        self._show(0)

    def _lay_out(self) -> None:
        self._middle = middle = QWidget()
        self._whole = QVBoxLayout(middle)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._head())
        self._whole.addWidget(self.asking)
        self._whole.addWidget(self.banner)
        line = HandlingLine(self.saved.last.setup.handling)
        self.setCentralWidget(with_handling(middle, line))

    def _panes(self, has_messages: bool, has_agreements: bool) -> QWidget:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(_("Pages"))
        self.tabs.addTab(self.either, _("Situation"))
        self.tabs.addTab(self.results, results_words(None))
        self.tabs.addTab(self.messages, messages_words(0))
        self.tabs.setTabVisible(MESSAGES, has_messages)
        self.tabs.addTab(self.agreements, _("Agreements"))
        self.tabs.setTabVisible(AGREEMENTS, has_agreements)
        self.tabs.addTab(self.outcome, _("Outcome"))
        self.tabs.setTabVisible(OUTCOME, False)
        self.tabs.addTab(self.thoughts, _("Judgements"))
        self.tabs.setTabVisible(THOUGHTS, False)
        self._before_outcome = 0
        names = (_("Situation"), _("Results"), _("Messages"), _("Agreements"), _("Outcome"))
        panes = (self.either, self.results, self.messages, self.agreements, self.outcome)
        for pane, name in zip(panes, names, strict=True):
            pane.setAccessibleName(name)
        self.tabs.setCornerWidget(self.either.switch)
        self.tabs.currentChanged.connect(self._show_switch)
        below = SharedRoom("replay_panes", Qt.Orientation.Horizontal, _first_widths)
        below.addWidget(_framed(self.tabs))
        below.addWidget(_framed(label(_("Log"), bold=True), self.log))
        self.split = SharedRoom("replay", Qt.Orientation.Vertical, self._first_heights)
        self.split.setProperty("role", "movable")
        self.split.addWidget(self.chart)
        self.split.addWidget(below)
        self.split.setMinimumHeight(LEAST_HEIGHT)
        # Beside a banner that wraps, Qt would take the height it likes best for the least it needs.
        self.split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.split.setCollapsible(0, True)  # pushed away, the chart leaves the panes all the room
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.split, 1)
        column.addWidget(self.transport)
        return shown

    def _first_heights(self, total: int) -> list[int]:
        """The chart names its rungs, as long as the panes under it keep their part."""
        share = total * SHARES[0] // sum(SHARES)
        chart = max(share, min(self.chart.height_beside(), round(MOST_OF_CHART * total)))
        return [chart, total - chart]

    def _head(self) -> QWidget:
        setup = self.saved.last.setup
        head = QFrame()
        head.setProperty("role", "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        row.setSpacing(2 * theme.SPACE)
        row.addWidget(label(self.saved.title, "heading"))
        said = (self.saved.scenario.title, setup.group)
        about = ElidedLabel(facts([part for part in said if part and part != self.saved.title]))
        # What tells two files of an exercise apart stands at the end of their names.
        file = ElidedLabel(self.saved.path.name, Qt.TextElideMode.ElideMiddle)
        for part in (about, file):
            part.setProperty("role", "muted")
            row.addWidget(part, 1)
        row.addWidget(label(_("Replay, read-only"), "muted"))
        row.addWidget(self.readers)
        return head

    def _wire(self) -> None:
        self.player.moved.connect(self._show)
        self.chart.turn_chosen.connect(lambda turn: self._seek(self.marks.closing_of(turn)))
        self.chart.card_chosen.connect(self._show_card)
        self.log.line_chosen.connect(self._seek_entry)
        onward = self.outcome.onward
        onward.chart_pressed.connect(self.chart.ask_picture)
        onward.verify_pressed.connect(lambda: self.afterwards.verify_or_stop(self.saved.path))
        self.afterwards.running.connect(onward.show_verifying)
        onward.folder_pressed.connect(lambda: self.afterwards.show_folder(self.beside))
        onward.folder.setVisible(self.beside is not None)

    def _bind_keys(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "play": self._space,
            "back": lambda: self._seek(self.player.at - 1),
            "forward": lambda: self._seek(self.player.at + 1),
            "first": lambda: self._seek(0),
            "last": lambda: self._seek(self.marks.count - 1),
            "turn_back": lambda: self._seek(self.marks.turn_before(self.player.at)),
            "turn_forward": lambda: self._seek(self.marks.turn_after(self.player.at)),
            "faster": lambda: self.transport.faster(1),
            "slower": lambda: self.transport.faster(-1),
            "messages": self._turn_to_messages,
            "map": self.switch_map,
            "close": self.close,
            "keys": lambda: show_keys(self, Where.REPLAY),
        }
        self.palette_bar = CommandPalette(lambda: self._doables(does))
        self.palette_bar.float_on(self._middle)
        does["palette"] = self.palette_bar.begin
        bind(self, Where.REPLAY, does)
        bind_tabs(self, lambda: self.tabs)

    def _doables(self, does: Mapping[str, Callable[[], object]]) -> list[Doable]:
        """Everything that can be done here now, for the palette."""
        return [*bound_actions(Where.REPLAY, does), *tab_actions(self.tabs)]

    def _turn_to_messages(self) -> None:
        if self.tabs.isTabVisible(MESSAGES):
            self.tabs.setCurrentIndex(MESSAGES)

    @property
    def moment(self) -> Moment:
        """The moment that everything shows."""
        return self.retelling.moments[self.player.at]

    def switch_map(self) -> None:
        """From the map to the tracks and back; from another tab, to the map."""
        here = self.tabs.currentIndex() == SITUATION
        self.either.show_map(not (here and self.either.shows_map))
        self.tabs.setCurrentIndex(SITUATION)

    def _show_switch(self) -> None:
        here = self.tabs.currentIndex() == SITUATION
        self.either.switch.setVisible(here and self.either.has_map)

    def _seek(self, place: int) -> None:
        self.player.seek(place)

    def _seek_entry(self, number: int) -> None:
        self._seek(bisect_right(self._numbers, number) - 1)

    def _space(self) -> None:
        """Space presses the button that the keyboard is on; anywhere else it plays and pauses."""
        on = QApplication.focusWidget()
        if isinstance(on, QAbstractButton):
            on.click()
        else:
            self.player.toggle()

    def _show(self, place: int) -> None:
        moment, play = self.retelling.moments[place], self.retelling.play_at(place)
        self.chart.set_reached(len(play.closed))
        self.chart.set_cursor(len(play.closed))
        self.chart.set_playhead(self.marks.turn_place(place))
        self.situation.show_play(play)
        self.either.show_play(play)
        self._show_results(play.pending or play.last)
        self._show_messages(play)
        self.agreements.show_play(play)
        self.log.show_entry(moment.number)
        self.transport.say(self._texts.get(moment.number, ""), self._place_words(moment))
        self._show_outcome()

    def _show_results(self, turn: Turn | None) -> None:
        self.results.show_turn(turn)
        self.tabs.setTabText(RESULTS, results_words(turn.number if turn else None))

    def _show_messages(self, play: Play) -> None:
        self.messages.show_play(play)
        count = len(play.messages) + len(play.letters)
        self.tabs.setTabText(MESSAGES, messages_words(count))

    def _show_outcome(self) -> None:
        end = self.player.at_end
        if end == self.tabs.isTabVisible(OUTCOME):
            return
        if end:
            self._before_outcome = self.tabs.currentIndex()
        self.tabs.setTabVisible(OUTCOME, end)
        self.tabs.setTabVisible(THOUGHTS, end and self.thoughts.has_any)
        self.tabs.setCurrentIndex(OUTCOME if end else self._before_outcome)

    def _show_card(self, address: Address) -> None:
        self.tabs.setCurrentIndex(RESULTS)
        self.results.show_card(address)

    def _place_words(self, moment: Moment) -> str:
        play = moment.play
        return moment_words(
            self.saved.scenario,
            play.turn,
            play.setup.turns,
            play.phase,
            moment.at,
            self.player.at + 1,
            self.marks.count,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the clock."""
        self.player.pause()
        self.afterwards.leave()
        super().closeEvent(event)


def _first_widths(total: int) -> list[int]:
    return [total * 2 // 3, total - total * 2 // 3]


def _framed(*parts: QWidget) -> QWidget:
    framed = QFrame()
    framed.setProperty("role", "panel")
    column = QVBoxLayout(framed)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        if isinstance(part, QLabel):
            part.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        column.addWidget(part)
    column.setStretch(len(parts) - 1, 1)
    return framed
