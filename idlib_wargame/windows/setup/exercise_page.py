"""What is it called, how long does it run, and how are results decided?"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.phases import ADJUDICATION
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.methods import METHODS
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.views.setup.telling import turns_offered
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.setup.assistant_page import AssistantPage, heading, muted
from idlib_wargame.windows.setup.choice_list import ChoiceList
from idlib_wargame.windows.setup.choice_row import ChoiceRow
from idlib_wargame.windows.setup.day_card import DayCard
from idlib_wargame.windows.setup.dice_card import DiceCard
from idlib_wargame.windows.setup.file_card import FileCard
from idlib_wargame.windows.setup.free_orders_card import FreeOrdersCard
from idlib_wargame.windows.setup.pin_card import PinCard
from idlib_wargame.windows.setup.start_and_options import StartAndOptions
from idlib_wargame.windows.setup.two_columns import TwoColumns
from idlib_wargame.words.language import _
from idlib_wargame.words.lists import facts
from idlib_wargame.words.methods import method_inside, method_line, method_name
from idlib_wargame.words.setting_up import (
    length_words,
    turns_count_words,
    turns_words,
)


class ExercisePage(AssistantPage):
    """The exercise itself. The file's name follows the exercise's until it is chosen by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.exercise = _line_edit(_("Name of the exercise"))
        self.group = _line_edit(_("Group"))
        self.begins = StartAndOptions()
        self.turns: ChoiceRow[int] = ChoiceRow(_("Length"), [(0, "")])
        self._turns_slot = QVBoxLayout()
        self._turns_slot.setContentsMargins(0, 0, 0, 0)
        self.length = muted()
        self.method = ChoiceList(
            _("Method"), [(each, method_name(each), method_line(each)) for each in METHODS]
        )
        self.numbers = ChoiceRow(
            _("Odds"), [(True, _("Words and numbers")), (False, _("Words only"))]
        )
        self.read_marks = QCheckBox(_("Writers of messages see who has read them"))
        self.file = FileCard()
        self.free = FreeOrdersCard()
        self.day = DayCard()
        self.dice = DiceCard()
        self.pin = PinCard()
        self._course, course = _card()
        course.addWidget(self.begins)
        self._columns = TwoColumns()
        self._plan: Plan | None = None
        self._lay_out()
        self.exercise.textEdited.connect(self._rename)
        self.group.textEdited.connect(self._rename)
        self.begins.changed.connect(self.changed)
        self.method.picked.connect(self.changed)
        self.numbers.picked.connect(self.changed)
        self.read_marks.clicked.connect(self.changed)
        self.free.changed.connect(self.changed)
        self.free.longer.connect(self._plan_longer)
        self.day.changed.connect(self.changed)
        self.dice.changed.connect(self.changed)
        self.pin.changed.connect(self.changed)
        self.file.changed.connect(self.changed)

    @property
    def name(self) -> str:
        """The page in a word."""
        return _("Exercise")

    @property
    def question(self) -> str:
        """What it asks."""
        return _("What is it called, and how is it played?")

    @property
    def onward(self) -> str:
        """What going on from it does."""
        return _("Continue to the seats")

    def fill(self, plan: Plan) -> None:
        """Shows the plan; text being typed is left alone."""
        first = self._plan is None or self._plan.reading is not plan.reading
        self._plan = plan
        if first:
            self.begins.offer(plan.scenario)
            self._balance()
            self._offer_turns(plan.scenario)
            self.day.offer(plan.scenario)
            self.free.offer(plan.scenario)
            self.file.follow_again()
        for field, text in ((self.exercise, plan.exercise), (self.group, plan.group)):
            if field.text().strip() != text:
                field.setText(text)
        self.begins.show_plan(plan)
        self.turns.pick(plan.turns)
        self.length.setText(length_words(plan.played, plan.whole))
        self.day.show_plan(plan)
        self.free.show_free(plan.free_orders)
        self.free.show_minutes(plan.day.minutes.get(ADJUDICATION, 0))
        self.method.pick(plan.method)
        self.numbers.pick(plan.numbers)
        self.read_marks.setChecked(plan.read_marks)
        self.file.show_path(plan.path)
        self.dice.show_dice(plan.number, plan.fingerprint)

    def answer(self, plan: Plan) -> Plan:
        """The plan with the fields' answers."""
        if self.dice.typed() != plan.number:
            plan = plan.with_number(self.dice.typed())
        plan = plan.with_day(self.turns.answer(), self.day.day())
        return replace(
            plan,
            exercise=self.exercise.text().strip(),
            group=self.group.text().strip(),
            start=self.begins.start(),
            options=self.begins.settled(),
            method=self.method.answer(),
            numbers=self.numbers.answer(),
            read_marks=self.read_marks.isChecked(),
            path=self.file.path,
            pin=self.pin.typed(),
            seat_pins=self.pin.everybody.isChecked(),
            handling=self.day.line(),
            free_orders=self.free.free(),
        )

    def summary(self, plan: Plan) -> str:
        """The group, the length and the method."""
        parts = [plan.group, turns_count_words(plan.turns), method_inside(plan.method)]
        return facts([part for part in parts if part])

    def problem(self) -> str:
        """An exercise wants a name, and dice from a number want the number."""
        if not self.exercise.text().strip():
            return _("Give the exercise a name.")
        return self.day.form.problem() or self.dice.problem() or self.pin.problem()

    def lacking(self) -> QWidget | None:
        """The name, or the PIN's field that does not fit."""
        if not self.exercise.text().strip():
            return self.exercise
        if self.day.form.problem():
            return self.day.form.hour
        return None if self.dice.problem() else self.pin.lacking()

    def first_field(self) -> QWidget:
        """The name, ready to be typed over."""
        self.exercise.selectAll()
        return self.exercise

    def _offer_turns(self, scenario: Scenario) -> None:
        offered = ChoiceRow(
            _("Length"),
            [(turns, turns_words(scenario, turns)) for turns in turns_offered(scenario)],
        )
        offered.picked.connect(self.changed)
        self._turns_slot.replaceWidget(self.turns, offered)
        self.turns.hide()
        self.turns.deleteLater()
        self.turns = offered

    def _plan_longer(self, minutes: int) -> None:
        self.day.form.minutes[ADJUDICATION].show_number(minutes)
        self.changed.emit()

    def _rename(self) -> None:
        self.file.rename(self.exercise.text().strip(), self.group.text().strip())
        self.changed.emit()

    def _lay_out(self) -> None:
        self._turns_slot.addWidget(self.turns)
        for card in (self._name_card(), self._course):
            self._columns.left.addWidget(card)
        for card in (self._method_card(), self.pin):
            self._columns.right.addWidget(card)
        for column in (self._columns.left, self._columns.right):
            column.addStretch(1)
        self.body.addWidget(self._columns)
        self.body.addWidget(self.free)
        self.body.addWidget(self.day)
        self.body.addWidget(self.file)
        self.body.addStretch(1)

    def _balance(self) -> None:
        """Evens the columns out: a pack that leaves nothing open leaves room on the left."""
        self._course.setVisible(self.begins.asks)
        column = self._columns.right if self.begins.asks else self._columns.left
        column.insertWidget(column.count() - 1, self.dice)

    def _name_card(self) -> QFrame:
        names = QGridLayout()
        names.setHorizontalSpacing(2 * theme.SPACE)
        names.setVerticalSpacing(theme.SPACE)
        fields = ((_("Name"), self.exercise), (_("Group"), self.group))
        for place, (words, field) in enumerate(fields):
            names.addWidget(_label(words, field), 0, place)
            names.addWidget(field, 1, place)
        names.setColumnStretch(0, 3)
        names.setColumnStretch(1, 2)
        card, column = _card()
        column.addLayout(names)
        column.addSpacing(theme.SPACE)
        column.addWidget(heading(_("Length")))
        column.addLayout(self._turns_slot)
        column.addWidget(self.length)
        return card

    def _method_card(self) -> QFrame:
        card, column = _card()
        column.addWidget(heading(_("How results are decided")))
        column.addWidget(self.method)
        column.addSpacing(theme.SPACE)
        column.addWidget(heading(_("Odds and levels as")))
        column.addWidget(self.numbers)
        column.addSpacing(theme.SPACE)
        column.addWidget(self.read_marks)
        return card


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(*(3 * theme.SPACE,) * 4)
    column.setSpacing(theme.SPACE)
    return card, column


def _line_edit(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(80)
    field.setAccessibleName(name)
    return field


def _label(words: str, field: QWidget) -> QLabel:
    made = heading(words)
    made.setBuddy(field)
    return made
