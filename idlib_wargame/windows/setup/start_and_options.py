"""Where an exercise starts, and what else a pack leaves to the facilitator to settle."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.variants import Option
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.views.setup.telling import overruled
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.setup.assistant_page import heading, muted
from idlib_wargame.windows.setup.choice_list import ChoiceList
from idlib_wargame.windows.setup.choice_row import ChoiceRow
from idlib_wargame.words.language import _
from idlib_wargame.words.setting_up import overruled_words, own_start


class StartAndOptions(QWidget):
    """The pack's starting points, and a row of answers for each of its options."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.starts: ChoiceList[str] | None = None
        self.options: dict[str, ChoiceRow[str]] = {}
        self._notes: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)

    def offer(self, scenario: Scenario) -> None:
        """Shows what this pack leaves open; nothing at all where it leaves nothing open."""
        emptied(self._column)
        self.starts, self.options, self._notes = None, {}, {}
        if scenario.starts:
            self._offer_starts(scenario)
        for option in scenario.options:
            self._offer_option(option)

    @property
    def asks(self) -> bool:
        """Whether there is anything to settle."""
        return self.starts is not None or bool(self.options)

    def show_plan(self, plan: Plan) -> None:
        """Shows what is settled so far."""
        if self.starts is not None:
            self.starts.pick(plan.start)
        for option in plan.scenario.options:
            self.options[option.id].pick(plan.options[option.id])
            note = overruled_words(overruled(plan, option))
            self._notes[option.id].setText(note)
            self._notes[option.id].setVisible(bool(note))

    def start(self) -> str:
        """The starting point picked; empty for the pack's own."""
        return self.starts.answer() if self.starts is not None else ""

    def settled(self) -> dict[str, str]:
        """The choice of each option, by option."""
        return {option: row.answer() for option, row in self.options.items()}

    def _offer_starts(self, scenario: Scenario) -> None:
        rows = [("", *own_start(scenario.start))]
        rows += [(each.id, each.name, " ".join(each.summary.split())) for each in scenario.starts]
        self.starts = ChoiceList(_("Starting point"), rows)
        self.starts.picked.connect(self.changed)
        self._column.addWidget(heading(_("Starting point")))
        self._column.addWidget(self.starts)

    def _offer_option(self, option: Option) -> None:
        row = ChoiceRow(option.name, [(choice.id, choice.name) for choice in option.choices])
        row.picked.connect(self.changed)
        note = muted()
        self.options[option.id], self._notes[option.id] = row, note
        if self._column.count():
            self._column.addSpacing(theme.SPACE)
        self._column.addWidget(label(option.name, bold=True, wrap=True))
        self._column.addWidget(row)
        self._column.addWidget(note)
