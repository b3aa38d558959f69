"""The replay window: a saved session moment by moment, read-only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.dice import Address
from idlib_wargame.session.kinds.kind import Moment
from idlib_wargame.session.play import Message, Turn
from idlib_wargame.session.reading import SavedSession
from idlib_wargame.views.landmarks import landmarks
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.banner import Banner
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.map_or_tracks import MapOrTracks
from idlib_wargame.windows.replay.log_pane import LogPane, clock_time
from idlib_wargame.windows.replay.messages_pane import MessagesPane
from idlib_wargame.windows.replay.outcome_pane import OutcomePane
from idlib_wargame.windows.replay.player import Player
from idlib_wargame.windows.replay.results_pane import ResultsPane
from idlib_wargame.windows.replay.situation import SituationPane
from idlib_wargame.windows.replay.transport import Transport
from idlib_wargame.words.figures import dates
from idlib_wargame.words.phases import phase_name

SIZE = QSize(1280, 720)
SITUATION, RESULTS, MESSAGES, OUTCOME = range(4)  # places of the tabs
LEAST_HEIGHT = 380  # of chart and panes together


class ReplayWindow(QMainWindow):
    """How did it come to that? Chart, situation and log move together along the record."""

    def __init__(self, saved: SavedSession, parent: QWidget | None = None) -> None:
        from idlib_wargame.windows.chart.panel import EscalationPanel

        super().__init__(parent)
        self.saved = saved
        self._numbers = [moment.number for moment in saved.moments]
        self._texts = {line.number: line.text for line in saved.log}
        self.marks = landmarks(saved.moments)
        self.player = Player(len(saved.moments), self)
        self.banner = Banner()
        self.chart = EscalationPanel(saved.scenario)
        self.chart.title.hide()
        self.situation = SituationPane(saved.scenario, saved.moments[0].play)
        self.either = MapOrTracks(saved.scenario, self.situation, map_first=True)
        self.results = ResultsPane(saved.scenario)
        self.messages = MessagesPane(saved.scenario)
        self.outcome = OutcomePane(saved.referee, saved.last)
        self.log = LogPane(saved.log)
        self.transport = Transport(self.player, self.marks)
        self._lay_out()
        self._wire()
        self.transport.play.setFocus()
        self.chart.show_play(saved.last)
        if saved.stopped:
            self.banner.say(saved.stopped)
        self._show(0)

    def _lay_out(self) -> None:
        self.setWindowTitle(f"{self.saved.title} — replay")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.either, "Situation")
        self.tabs.addTab(self.results, "Results")
        self.tabs.addTab(self.messages, "Messages")
        self.tabs.setTabVisible(MESSAGES, bool(self.saved.last.messages))
        self.tabs.addTab(self.outcome, "Outcome")
        self.tabs.setTabVisible(OUTCOME, False)
        self._before_outcome = 0
        self.tabs.setCornerWidget(self.either.switch)
        self.tabs.currentChanged.connect(self._show_switch)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(_sheet(self.tabs))
        below.addWidget(_sheet(label("Log", bold=True), self.log))
        below.setSizes([840, 440])
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self.chart)
        self.split.addWidget(below)
        self.split.setSizes([360, 280])
        self.split.setMinimumHeight(LEAST_HEIGHT)
        # Beside a banner that wraps, Qt would take the height it likes best for the least it needs.
        self.split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for splitter in (below, self.split):
            splitter.setChildrenCollapsible(False)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.banner)
        column.addWidget(self.split, 1)
        column.addWidget(self.transport)
        self.setCentralWidget(middle)
        self.resize(SIZE)

    def _head(self) -> QWidget:
        setup = self.saved.last.setup
        head = QFrame()
        head.setProperty("role", "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        row.addWidget(label(self.saved.title, "heading"))
        said = (self.saved.scenario.title, setup.group, self.saved.path.name)
        about = ElidedLabel(" · ".join(part for part in said if part and part != self.saved.title))
        about.setProperty("role", "muted")
        row.addWidget(about, 1)
        row.addWidget(label("Replay, read-only", "muted"))
        return head

    def _wire(self) -> None:
        self.player.moved.connect(self._show)
        self.chart.turn_chosen.connect(lambda turn: self._seek(self.marks.closing_of(turn)))
        self.chart.card_chosen.connect(self._show_card)
        self.log.line_chosen.connect(self._seek_entry)
        player, marks = self.player, self.marks
        keys: dict[str, Callable[[], object]] = {
            "Space": self._space,
            "Left": lambda: self._seek(player.at - 1),
            "Right": lambda: self._seek(player.at + 1),
            "Home": lambda: self._seek(0),
            "End": lambda: self._seek(marks.count - 1),
            "PgUp": lambda: self._seek(marks.turn_before(player.at)),
            "PgDown": lambda: self._seek(marks.turn_after(player.at)),
            "+": lambda: self.transport.faster(1),
            "-": lambda: self.transport.faster(-1),
            "Ctrl+M": self.switch_map,
            "Ctrl+W": self.close,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(does)

    @property
    def moment(self) -> Moment:
        """The moment that everything shows."""
        return self.saved.moments[self.player.at]

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
        moment = self.saved.moments[place]
        play = moment.play
        self.chart.set_reached(len(play.closed))
        self.chart.set_cursor(len(play.closed))
        self.chart.set_playhead(self.marks.turn_place(place))
        self.situation.show_play(play)
        before = play.last.opening if play.last else None
        self.either.show_state(play.state, before, play.setup.numbers)
        self._show_results(play.pending or play.last)
        self._show_messages(play.messages)
        self.log.show_entry(moment.number)
        self.transport.say(self._texts.get(moment.number, ""), self._place_words(moment))
        self._show_outcome()

    def _show_results(self, turn: Turn | None) -> None:
        self.results.show_turn(turn)
        self.tabs.setTabText(RESULTS, f"Results of turn {turn.number}" if turn else "Results")

    def _show_messages(self, messages: tuple[Message, ...]) -> None:
        self.messages.show_messages(messages)
        so_far = f" ({len(messages)})" if messages else ""
        self.tabs.setTabText(MESSAGES, f"Messages{so_far}")

    def _show_outcome(self) -> None:
        end = self.player.at_end
        if end == self.tabs.isTabVisible(OUTCOME):
            return
        if end:
            self._before_outcome = self.tabs.currentIndex()
        self.tabs.setTabVisible(OUTCOME, end)
        self.tabs.setCurrentIndex(OUTCOME if end else self._before_outcome)

    def _show_card(self, address: Address) -> None:
        self.tabs.setCurrentIndex(RESULTS)
        self.results.show_card(address)

    def _place_words(self, moment: Moment) -> str:
        play = moment.play
        turn = f"Turn {play.turn} of {play.setup.turns}"
        phase = phase_name(play.phase)
        days = dates(self.saved.scenario, play.turn)
        which = f"{self.player.at + 1} of {self.marks.count}"
        return " · ".join((turn, days, phase, clock_time(moment.at), which))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the clock."""
        self.player.pause()
        super().closeEvent(event)


def _sheet(*parts: QWidget) -> QWidget:
    sheet = QFrame()
    sheet.setProperty("role", "panel")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        if isinstance(part, QLabel):
            part.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        column.addWidget(part)
    column.setStretch(len(parts) - 1, 1)
    return sheet
