"""The chart with what belongs to it: the turn in words beside or below, a legend, and export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.files.whole import write_whole
from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.pack.own_rows import OwnRows
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.views.account import Accounts, as_left
from idlib_wargame.views.chart.agreement_marks import agreement_marks
from idlib_wargame.views.chart.seating_marks import seating_marks
from idlib_wargame.views.chart.turn_marks import TurnMark
from idlib_wargame.views.escalation import (
    Escalation,
    clock_marks,
    escalation,
    figures_csv,
    rulings_in,
    turns_told_in,
)
from idlib_wargame.views.file_names import file_name, free_path, turn_in_name, with_ending
from idlib_wargame.views.remembered import Remembered
from idlib_wargame.windows.chart.legend import Legend
from idlib_wargame.windows.chart.readout import Readout
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.file_asking import ask_to_save
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.save_place import folder_beside
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill, pgettext

SIDE_BY_SIDE_FROM = 760
READOUT_WIDTH = 320
LEAST_PLOT_WIDTH = 280  # pixels
LEAST_ROWS = 3  # of what moved a turn
NARROW_CHART, WIDE_CHART = 5, 7  # shares of the room, against 2 and 3 for the readout


class EscalationPanel(QFrame):
    """Is it getting worse, and because of what?

    Shows the turns whose results stand. ``turn_chosen`` tells of a turn picked by the reader,
    ``card_chosen`` of an order (by its card's address) picked from those that moved the turn.
    With ``whole`` it is never so low that a rung is without its name, and scrolls where it lies.
    Nothing of it is saved to files unless it ``saves``: a player has none to choose among.
    Not ``titled``, it has no line above the chart, and what saves it stands by the turn in words.
    ``beside`` gives the session's file, beside which pictures and figures are saved.
    """

    turn_chosen = Signal(int)
    card_chosen = Signal(object)

    def __init__(
        self,
        scenario: Scenario,
        whole: bool = False,
        saves: bool = True,
        titled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        # Drawing needs pyqtgraph, which a program that shows no chart should not wait for.
        from idlib_wargame.windows.chart.plot import EscalationPlot

        super().__init__(parent)
        self.setProperty("role", "panel")
        self._scenario = scenario
        self._whole, self._saves, self._titled = whole, saves, titled
        self.beside: Callable[[], Path | None] = lambda: None
        self._play: Play | None = None
        self._found = Escalation(())
        self._marks: tuple[TurnMark, ...] = ()
        self._agreed: Ledger | None = None
        self._came: Remembered[tuple[TurnMark, ...]] = Remembered()
        self._drawn: tuple[object, ...] = ()
        self.plot = EscalationPlot(scenario)
        self.plot.turn_chosen.connect(self._chosen)
        # Where it is whole it scrolls, so that nothing in it has to.
        self.readout = Readout(scenario, least_rows=LEAST_ROWS if whole else 0)
        self.readout.card_chosen.connect(self.card_chosen)
        self.legend = Legend(scenario)
        self.message = label(role="muted", wrap=True)
        self.message.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self._fit_plot()
        theme.changes().changed.connect(self._fit_plot)
        # Its own wish is the size it has, which beside wrapped text would keep it from shrinking.
        self.plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._chart = QVBoxLayout()
        self._chart.setSpacing(theme.SPACE // 2)
        self._chart.addWidget(self.plot, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(theme.SPACE)
        self._halves.addLayout(self._chart)
        self._halves.addWidget(self.readout)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        self._column.setSpacing(theme.SPACE // 2)
        if self._titled:
            self._column.addWidget(self._make_head())
        elif self._saves:
            self.readout.put_beside_title(self._export_button())
        self._column.addLayout(self._halves, 1)
        self._column.addWidget(self.legend)
        self._column.addWidget(self.message)
        self._turn_halves(QBoxLayout.Direction.TopToBottom)

    def _make_head(self) -> QWidget:
        """The title and what saves, which may stand elsewhere: where this scrolls, it does not."""
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        self.title = label(_("Escalation"), "heading")
        row.addWidget(self.title, 1)
        if self._saves:
            row.addWidget(self._export_button())
        return self.head

    def least_heights(self) -> tuple[int, int]:
        """The pixels that the chart needs, and that the turn in words needs under it."""
        chart = self._with_margins(self.plot.drawing.least_height(whole=True))
        words = self.readout.minimumSizeHint().height() + self._halves.spacing()
        if self.legend.words():
            words += self.legend.minimumHeight() + self._column.spacing()
        return chart, words

    def low_height(self) -> int:
        """The pixels that the chart needs with the names of some rungs."""
        return self._with_margins(self.plot.drawing.least_height(whole=False))

    def _with_margins(self, plot: int) -> int:
        around = self._column.contentsMargins()
        return around.top() + around.bottom() + plot + self._column.spacing()

    def height_beside(self) -> int:
        """The pixels at which each rung has its name while the turn in words stands beside."""
        around = self._column.contentsMargins()
        high = around.top() + around.bottom() + self.plot.drawing.least_height(whole=True)
        if self.legend.words():
            high += self.legend.minimumHeight() + self._column.spacing()
        return high

    def show_parts(self, chart: bool, words: bool, whole: bool) -> None:
        """Show the chart, the turn in words with the colours of its seats, or both.

        Not ``whole``, the chart has no more height than there is, and names some of its rungs.
        """
        if whole != self._whole:
            self._whole = whole
            self._fit_plot()
        self.plot.setVisible(chart)
        self.readout.setVisible(words)
        self.legend.keep_out(not words)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keys to the plot.

        Not by Qt's focus proxy: given a view, that takes the panel out of the ring that the tab key
        goes round (seen with Qt 6.11), and whoever tabs into it never comes out.
        """
        self.plot.setFocus(reason)

    def _fit_plot(self) -> None:
        """The ladder's names need their room at every size of text."""
        least = self.plot.drawing.least_height(whole=self._whole)
        self.plot.setMinimumSize(LEAST_PLOT_WIDTH, least)

    def _export_button(self) -> QToolButton:
        menu = QMenu(self)
        actions = (
            self._action(_("Save chart as a picture (PNG)…"), self.ask_picture),
            self._action(_("Save figures as a table (CSV)…"), self._ask_figures),
        )
        menu.addActions(actions)
        self.plot.addActions(actions)
        self.plot.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.export = QToolButton()
        self.export.setIcon(icons.icon("export"))
        self.export.setToolTip(_("Save the chart or its figures"))
        self.export.setAccessibleName(_("Save the chart or its figures"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(menu)
        return self.export

    def _action(self, words: str, does: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(does)
        return action

    def show_play(self, play: Play, agreed: Ledger | None = None) -> None:
        """Draw where the exercise stands. The cursor follows the last turn while it is on it.

        ``agreed`` are the agreements to tell of, where not all of the exercise's may be seen.
        """
        self._agreed = agreed
        ledger = play.ledger if agreed is None else agreed
        self._marks = self._came.of((ledger, play.reseatings), lambda: self._marks_of(ledger, play))
        # Of the setup that much alone: who sits where is nothing to the chart.
        said = (play.setup.turns, play.setup.numbers)
        drawn = (said, play.closed, play.state, turns_told_in(play), self._marks, agreed)
        if drawn == self._drawn:
            self._play = play
            return  # most acts are not of what the chart is about
        self._drawn = drawn
        self._take_rows(play.own)
        before = len(self._found.points) - 1
        follows = self._play is None or self.plot.cursor_turn >= before
        self._play = play
        results = [turn.result for turn in play.closed]
        opening = play.closed[0].opening if play.closed else play.state
        self._found = escalation(self._scenario, opening, results)
        self._draw(play)
        self.set_cursor(len(results) if follows else self.plot.cursor_turn)

    def _take_rows(self, own: OwnRows) -> None:
        """Cards may be of rows that came in the exercise."""
        if own:
            self._scenario = own.added_to(self._scenario)
            self.readout.scenario = self._scenario

    def _marks_of(self, ledger: Ledger, play: Play) -> tuple[TurnMark, ...]:
        came = seating_marks(self._scenario, play.reseatings)
        return (*agreement_marks(self._scenario, ledger), *came)

    def _draw(self, play: Play) -> None:
        from idlib_wargame.views.chart.figures import figures_of

        turns = max(play.setup.turns, len(play.closed))
        figures = figures_of(self._scenario, self._found)
        clocks = clock_marks(self._scenario, turns, play.state)
        rulings = [turn.number for turn in play.closed if rulings_in(turn.result)]
        messages = turns_told_in(play)
        self.plot.show_numbers(play.setup.numbers)
        self.readout.numbers = play.setup.numbers
        agreements = self._marks
        self.plot.draw(figures, turns, clocks, rulings, messages, agreements)
        self.legend.show_marks(
            figures.seats, bool(rulings), bool(clocks), bool(messages), agreements
        )
        self._fit_plot()  # for so many clocks

    def set_cursor(self, turn: int) -> None:
        """Set off a turn (0 is the start) and say what moved it."""
        self.plot.drawing.set_cursor(turn)
        self._read_out()

    def set_reached(self, turn: int | None) -> None:
        """Draw what comes after a turn faintly, as still to come; None draws all alike."""
        self.plot.drawing.set_reached(turn)

    def set_playhead(self, place: float | None) -> None:
        """Draw a line where a replay stands on the turn axis; None draws none."""
        self.plot.drawing.set_playhead(place)

    def _chosen(self, turn: int) -> None:
        self._read_out()
        self.turn_chosen.emit(turn)

    def _read_out(self) -> None:
        self._write_readout()
        QTimer.singleShot(0, self, self._say_least)

    def _write_readout(self) -> None:
        play, points, turn = self._play, self._found.points, self.plot.cursor_turn
        if play is None:
            return
        if turn:
            result = play.closed[turn - 1].result
            if self._agreed is not None:
                told = tuple(row for row in result.after if not row.agreements)
                result = result._replace(after=told)
            marks = [mark for mark in self._marks if mark.turn == turn]
            ladder = Accounts(self._scenario, as_left(play, turn)).rung()
            self.readout.show_turn(points[turn - 1], points[turn], result, marks, ladder)
        else:
            self.readout.show_start(points[0], played=len(points) > 1)
        self.plot.setAccessibleDescription(
            fill(
                pgettext("of the chart, read aloud", "{turn}. {ladder}"),
                turn=self.readout.title.text(),
                ladder=self.readout.rung.text(),
            )
        )

    def hasHeightForWidth(self) -> bool:
        """No: a scroll area would give it all the height that it would like, and not its least."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, below each other where there is not."""
        super().resizeEvent(event)
        self._fit_plot()
        QTimer.singleShot(0, self, self._say_least)
        wide = self.width() >= theme.scaled(SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction
        self._turn_halves(direction.LeftToRight if wide else direction.TopToBottom)

    def _say_least(self) -> None:
        """What its parts found out while they were laid out, nobody around has been told."""
        if self.height() < self.minimumSizeHint().height():
            self.readout.updateGeometry()

    def _turn_halves(self, direction: QBoxLayout.Direction) -> None:
        wide = direction == QBoxLayout.Direction.LeftToRight
        if wide and self._halves.direction() != direction:
            self._chart.addWidget(self.legend)  # which takes it from where it stood
        elif self._halves.direction() != direction:
            # What moved a turn is read first; whose colour is whose stands beside each order too.
            self._column.insertWidget(self._column.count() - 1, self.legend)
        self._halves.setDirection(direction)
        self._halves.setStretch(0, WIDE_CHART if wide else NARROW_CHART)
        self._halves.setStretch(1, 3 if wide else 2)
        self.readout.setMaximumWidth(theme.scaled(READOUT_WIDTH) if wide else 16_777_215)

    def ask_picture(self) -> None:
        """Ask for a place, and save the chart there."""
        self._ask(_("Save chart"), ".png", _("Pictures (*.png)"), self.save_picture)

    def _ask_figures(self) -> None:
        self._ask(_("Save figures"), ".csv", _("Tables (*.csv)"), self.save_figures)

    def suggested(self, suffix: str) -> Path:
        """A place that is free, beside the exercise, under its name, its group's and the turn's."""
        play = self._play
        setup = play.setup if play is not None else None
        exercise = setup.exercise if setup is not None else ""
        name = file_name(
            exercise or self._scenario.title,
            setup.group if setup is not None else "",
            "escalation",
            turn_in_name(len(play.closed) if play is not None else 0),
        )
        return free_path(folder_beside(self.beside()), name, suffix)

    def _ask(self, title: str, suffix: str, kinds: str, save: Callable[[Path], None]) -> None:
        place = self.suggested(suffix)
        ask_to_save(self, title, place, kinds, lambda path: save(with_ending(path, suffix)))

    def save_picture(self, path: Path) -> None:
        """Write the chart as a picture, and say so (or why not) below the chart."""
        from idlib_wargame.windows.chart.picture import save_chart

        play = self._play
        if play is not None:
            scheme = "dark" if theme.colours().dark else "light"
            agreed = self._agreed
            self._save(
                path,
                lambda: save_chart(self._scenario, play, path, scheme=scheme, agreed=agreed),
            )

    def save_figures(self, path: Path) -> None:
        """Write the figures as a table, and say so (or why not) below the chart."""
        # Spreadsheets take a file for UTF-8 only when it opens with a mark that says so.
        handling = self._play.setup.handling if self._play is not None else ""
        table = figures_csv(self._scenario, self._found, handling)
        self._save(path, lambda: write_whole(path, table.encode("utf-8-sig")))

    def _save(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except OSError as fault:
            self.message.setText(
                fill(
                    _("{file} could not be written to {folder} ({why}). Choose another folder."),
                    file=path.name,
                    folder=str(path.parent),
                    why=disk_reason(fault),
                )
            )
        else:
            self.message.setText(fill(_("Saved {path}"), path=str(path)))
        self.message.show()
