"""The setup assistant: four pages, sensible answers filled in, so that Enter four times begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.papers import PaperMaker
from idlib_wargame.views.question import Question
from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.banner import Banner
from idlib_wargame.windows.parts.keys import Where, bind
from idlib_wargame.windows.parts.keys_sheet import show_keys
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import ENTER, steady
from idlib_wargame.windows.parts.question_bar import QuestionBar
from idlib_wargame.windows.screens.fitting import open_within
from idlib_wargame.windows.setup.assistant_page import WIDEST, AssistantPage
from idlib_wargame.windows.setup.begin_page import BeginPage
from idlib_wargame.windows.setup.exercise_page import ExercisePage
from idlib_wargame.windows.setup.pack_page import PackPage
from idlib_wargame.windows.setup.reading_order import tab_through
from idlib_wargame.windows.setup.seats_page import SeatsPage
from idlib_wargame.windows.setup.steps_rail import StepsRail
from idlib_wargame.words.language import _


class SetupAssistant(QDialog):
    """Makes a plan, and says when it is to begin.

    Escape or closing it changes nothing, and is asked about where something has been typed.
    ``maker`` puts read-aheads on paper; without one none are offered.
    """

    begun = Signal(Plan)

    @theme.dressed_once()
    def __init__(
        self, packs: Sequence[Path], sessions_folder: Path, maker: PaperMaker | None = None
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(_("New exercise"))
        self.setMinimumSize(112 * theme.SPACE, 68 * theme.SPACE)
        open_within(self, QSize(148 * theme.SPACE, 90 * theme.SPACE))
        self._folder = sessions_folder
        self.plan: Plan | None = None
        self.pack_page = PackPage(packs)
        self.exercise_page = ExercisePage()
        self.seats_page = SeatsPage()
        self.begin_page = BeginPage(maker)
        self.pages: tuple[AssistantPage, ...] = (
            self.pack_page,
            self.exercise_page,
            self.seats_page,
            self.begin_page,
        )
        self.place = 0
        self._fields: list[QWidget] = []
        self.rail = StepsRail([page.name for page in self.pages])
        self.banner = Banner()
        self.leaving = QuestionBar()
        for button in (self.leaving.yes, self.leaving.no):
            button.setAutoDefault(False)  # Enter is for going on, as soon as it has been answered
        self.question = label(size=20, bold=True, wrap=True)
        self.stack = QStackedWidget()
        self.back = QPushButton(_("Back"))
        self.onward = QPushButton()
        self._lay_out()
        # Enter presses it from any field; it must be in the window before it can be the default.
        self.onward.setDefault(True)
        for page in self.pages:
            page.changed.connect(self._take_answers)
        bind(self, Where.SETUP, {"keys": lambda: show_keys(self, Where.SETUP)})
        self._take_answers()
        self.go_to(0)

    def open_pack(self, path: Path) -> None:
        """Offers a pack that was brought along, and picks it."""
        self.pack_page.open_pack(path)

    def say(self, text: str) -> None:
        """Shows one calm line above the page."""
        self.banner.say(text)

    def go_to(self, place: int) -> None:
        """Opens a page, filled with the answers so far."""
        self._take_half_typed()
        self.place = place
        page = self.pages[place]
        self.banner.hide()
        self._show_answers()
        self.stack.setCurrentWidget(page)
        self.question.setText(page.question)
        self.onward.setText(page.onward)
        self.back.setText(_("Back") if place else _("Cancel"))
        (page.first_field() or self.onward).setFocus()

    def go_on(self) -> None:
        """Past this page, or says what is missing on it; past the last one, begins."""
        typing = self.focusWidget()
        self._take_half_typed()
        page = self.pages[self.place]
        problem = page.problem()
        if problem or self.plan is None:
            self.say(problem)
            # The keys stay where the words can be mended, and never come to lie on a step or chip.
            if (lacking := page.lacking() or typing) is not None:
                lacking.setFocus()
        elif self.place < len(self.pages) - 1:
            self.go_to(self.place + 1)
        else:
            self._begin(self.plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, once for each press: held down it would begin the exercise."""
        if event.key() not in ENTER or not event.isAutoRepeat():
            super().keyPressEvent(event)

    def _begin(self, plan: Plan) -> None:
        """The list of steps leads past a page with something missing on it, but not into play."""
        for place, page in enumerate(self.pages):
            if problem := page.problem():
                self.go_to(place)
                self.say(problem)
                if (lacking := page.lacking()) is not None:
                    lacking.setFocus()
                return
        self.begun.emit(plan)

    def go_back(self) -> None:
        """To the page before; from the first, out of the assistant."""
        if self.place:
            self.go_to(self.place - 1)
        else:
            self.reject()

    def reject(self) -> None:
        """Escape, Cancel, or the window's own way to be closed."""
        self._take_half_typed()
        if self.plan is not None and self.plan.has_typed:
            self.leaving.ask(_leaving_question(), lambda: self.done(QDialog.DialogCode.Rejected))
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same: what was typed is not thrown away unasked."""
        if self.isVisible():
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _take_half_typed(self) -> None:
        """A button need not take the keys, and a field hands its words over when it loses them."""
        typing = self.focusWidget()
        if typing is not None:
            typing.clearFocus()
        self._take_answers()

    def _take_answers(self) -> None:
        reading = self.pack_page.chosen()
        if reading is None:
            self.plan = None
        elif self.plan is None or self.plan.reading is not reading:
            plan = Plan.for_pack(reading, self._folder)
            # The names are the pack's, but the PIN is the facilitator's.
            self.plan = replace(plan, pin=self.exercise_page.pin.typed())
        else:
            self.plan = self.pages[self.place].answer(self.plan)
        self._show_answers()

    def _show_answers(self) -> None:
        plan = self.plan
        if plan is not None:
            self.pages[self.place].fill(plan)
        answers = [page.summary(plan) if plan else "" for page in self.pages]
        self.rail.show_place(self.place, answers)
        self._order_fields()

    def _order_fields(self) -> None:
        """A page makes fields while it is open, and Qt would put them last."""
        fields = [*self.pages[self.place].fields(), self.back, self.onward, *self.rail.steps]
        if fields != self._fields:
            self._fields = fields
            tab_through(fields)

    def _lay_out(self) -> None:
        self.rail.wanted.connect(self.go_to)
        for page in self.pages:
            self.stack.addWidget(page)
        head = QVBoxLayout()
        head.setContentsMargins(4 * theme.SPACE, 3 * theme.SPACE, 4 * theme.SPACE, 0)
        head.setSpacing(2 * theme.SPACE)
        head.addWidget(self.banner)
        head.addWidget(self.leaving)
        head.addWidget(self.question)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self.stack, 1)
        right.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # The window keeps its size from page to page.
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("role", "bar")
        self.onward.setProperty("role", "primary")
        self.onward.clicked.connect(self.go_on)
        for button in (self.onward, self.back):
            steady(button)
        self.back.setProperty("role", "quiet")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.go_back)
        # The buttons keep to the width of the pages, however wide the window.
        inside = QWidget()
        inside.setMaximumWidth(theme.scaled(WIDEST))
        row = QHBoxLayout(inside)
        row.setContentsMargins(*(4 * theme.SPACE, 2 * theme.SPACE) * 2)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.onward)
        outside = QHBoxLayout(foot)
        outside.setContentsMargins(0, 0, 0, 0)
        # Whatever is over goes to the right, as on the pages.
        outside.addWidget(inside, 1)
        outside.addStretch()
        return foot


def _leaving_question() -> Question:
    text = _("Closing the assistant loses what was typed in it.")
    return Question(text, _("Throw it away"), _("Keep at it"))
