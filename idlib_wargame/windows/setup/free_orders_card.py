"""Whether seats may write orders of their own in a new exercise: how many, and which seats."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.setup.free_orders import (
    OFFERED,
    count_words,
    longer_words,
    minutes_short,
    offered,
    settled,
    short_words,
    writers,
)
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.setup.assistant_page import heading, muted
from idlib_wargame.windows.setup.choice_row import ChoiceRow
from idlib_wargame.words.language import _


class FreeOrdersCard(QFrame):
    """Which seats is asked only where any may be written.

    ``longer`` carries the minutes that adjudication is to have, where it is too short for them.
    """

    changed = Signal()
    longer = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._scenario: Scenario | None = None
        self._wanted = 0  # minutes of adjudication
        self.most = self._asking(OFFERED)
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        self._slot.addWidget(self.most)
        self.seats: dict[str, QCheckBox] = {}
        self.whom = QWidget()
        self._whom = QVBoxLayout(self.whom)
        self._whom.setContentsMargins(0, 0, 0, 0)
        self._whom.setSpacing(theme.SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(heading(_("Orders that seats write themselves")))
        column.addLayout(self._slot)
        column.addWidget(
            muted(
                _(
                    "What no move of the pack says. You give each its odds and effects before the "
                    "dice are thrown, which takes a few minutes an order."
                )
            )
        )
        column.addWidget(self.whom)
        self._wanted = 0
        self.short = label("", "warning", wrap=True)
        self.plan_longer = QPushButton()
        self.plan_longer.setProperty("role", "soft")
        self.plan_longer.setAutoDefault(False)
        self.plan_longer.clicked.connect(lambda: self.longer.emit(self._wanted))
        steady(self.plan_longer)
        column.addWidget(self.short)
        column.addWidget(flowing(theme.SPACE, self.plan_longer))

    def show_minutes(self, minutes: int) -> None:
        """Say whether adjudication, which has so many minutes, is too short for what is settled."""
        assert self._scenario is not None, "a pack is offered before anything is asked"
        free = self.free()
        said = short_words(self._scenario, free, minutes)
        self._wanted = minutes_short(self._scenario, free, minutes)
        self.short.setText(said)
        self.plan_longer.setText(longer_words(self._wanted))
        for part in (self.short, self.plan_longer):
            part.setVisible(bool(said))

    def offer(self, scenario: Scenario) -> None:
        """Ask about the seats of that pack."""
        most = self._asking(offered(scenario))
        self._slot.replaceWidget(self.most, most)
        self.most.hide()
        self.most.deleteLater()
        self.most = most
        self._scenario = scenario
        emptied(self._whom)
        self.seats = {}
        for actor in writers(scenario):
            box = self.seats[actor] = QCheckBox(on_button(scenario.actor_name(actor)))
            box.setChecked(True)
            box.clicked.connect(self.changed)
        self._whom.addWidget(flowing(2 * theme.SPACE, *self.seats.values()))

    def _asking(self, answers: Sequence[int]) -> ChoiceRow[int]:
        said = [(each, count_words(each)) for each in answers]
        asking = ChoiceRow(_("Orders that seats write themselves"), said)
        asking.picked.connect(self._picked)
        return asking

    def show_free(self, free: FreeOrders) -> None:
        """Show what is settled so far."""
        self.most.pick(free.most)
        if free.most:
            for actor, box in self.seats.items():
                box.setChecked(not free.seats or actor in free.seats)
        self.whom.setVisible(bool(free.most))

    def free(self) -> FreeOrders:
        """What is settled. Where no seat is ticked, none may be written."""
        ticked = {actor for actor, box in self.seats.items() if box.isChecked()}
        assert self._scenario is not None, "a pack is offered before anything is asked"
        return settled(self._scenario, self.most.answer(), ticked)

    def _picked(self) -> None:
        """From none, all may to begin with."""
        if self.most.answer() and not any(box.isChecked() for box in self.seats.values()):
            for box in self.seats.values():
                box.setChecked(True)
        self.changed.emit()
