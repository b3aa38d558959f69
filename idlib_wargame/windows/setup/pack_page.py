"""Which conflict? The packs that ship with the program, and any other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from idlib_wargame.views.setup.plan import Plan
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.file_asking import ask_for_folder, ask_to_open
from idlib_wargame.windows.parts.labels import label, leading
from idlib_wargame.windows.parts.save_place import folder_beside
from idlib_wargame.windows.setup.assistant_page import AssistantPage, muted
from idlib_wargame.windows.setup.pack_card import PackCard
from idlib_wargame.words.language import _
from idlib_wargame.words.setting_up import to_mend_words

if TYPE_CHECKING:
    from idlib_wargame.packs.problem import Problem
    from idlib_wargame.packs.reader import PackReading

_MOST_LINES = 10


class PackPage(AssistantPage):
    """A card a pack. One with problems is told about, not offered."""

    def __init__(self, packs: Sequence[Path]) -> None:
        super().__init__()
        self.cards: list[PackCard] = []
        self._folder: Path | None = None  # where the last pack was found
        self.problems = ProblemsPanel()
        self._nothing = muted(
            _(
                "No packs came with this copy of the program. "
                "Open the folder or the .zip file of one."
            )
        )
        self.body.addWidget(self.problems)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._other_row())
        self.body.addStretch(1)
        for pack in packs:
            self.open_pack(pack, pick=not self.cards)

    @property
    def name(self) -> str:
        """The page in a word."""
        return _("Pack")

    @property
    def question(self) -> str:
        """What it asks."""
        return _("Which conflict is it about?")

    @property
    def onward(self) -> str:
        """What going on from it does."""
        return _("Continue to the exercise")

    def open_pack(self, path: Path, pick: bool = True) -> None:
        """Reads a pack and offers it, or says what is to be mended in it."""
        from idlib_wargame.packs.reader import read_pack

        self.problems.hide()
        reading = read_pack(path)
        if reading.scenario is None:
            self._tell(path, reading.problems)
            return
        place = self._drop(path)
        card = PackCard(path, reading, reading.scenario)
        card.toggled.connect(lambda on: self.changed.emit() if on else None)
        self.body.insertWidget(place, card)
        self.cards.insert(place, card)
        self._nothing.hide()
        if pick:
            card.setChecked(True)
            QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card))

    def _drop(self, path: Path) -> int:
        """A pack that is opened again has been changed: the new reading takes the old one's place.

        However its folder is written. The place among the cards; that behind them for a new one.
        """
        wanted = path.resolve()
        for place, card in enumerate(self.cards):
            if card.path.resolve() == wanted:
                self.cards.remove(card)
                self.body.removeWidget(card)
                card.deleteLater()
                return place
        return len(self.cards)

    def _tell(self, path: Path, problems: Sequence[Problem]) -> None:
        self.problems.show_problems(path.name, problems)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.problems))

    def chosen(self) -> PackReading | None:
        """The pack that is picked; None while there is none to pick."""
        return next((card.reading for card in self.cards if card.isChecked()), None)

    def summary(self, plan: Plan) -> str:
        """The pack's title."""
        return plan.scenario.title

    def problem(self) -> str:
        """Nothing can follow without a pack."""
        return "" if self.chosen() else _("Open a pack to go on.")

    def _other_row(self) -> QHBoxLayout:
        self.other = button = QPushButton(_("Open another pack…"))
        button.setProperty("role", "quiet")
        button.setIcon(icons.icon("folder"))
        button.setAutoDefault(False)
        menu = QMenu(button)
        for text, ask in ((_("A folder…"), self._ask_folder), (_("A .zip file…"), self._ask_zip)):
            action = QAction(text, menu)
            action.triggered.connect(ask)
            menu.addAction(action)
        button.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _ask_folder(self) -> None:
        folder = self._folder or folder_beside(None)
        ask_for_folder(self, _("Open a pack’s folder"), folder, self._open_from)

    def _ask_zip(self) -> None:
        folder = self._folder or folder_beside(None)
        ask_to_open(self, _("Open a pack"), folder, _("Packs (*.zip)"), self._open_from)

    def _open_from(self, path: Path) -> None:
        self._folder = path.parent
        self.open_pack(path)


class ProblemsPanel(QFrame):
    """Hidden until a pack has problems. The list can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * theme.SPACE,) * 4)
        column.setSpacing(theme.SPACE)
        self.heading = label(role="heading", wrap=True)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        option = self.list.document().defaultTextOption()
        option.setAlignment(leading())
        self.list.document().setDefaultTextOption(option)
        self.list.setAccessibleName(_("Problems of the pack"))
        column.addWidget(self.heading)
        column.addWidget(
            muted(
                _(
                    "Each line says where, what was found and what was expected. Mend the files "
                    "and open the pack again; nothing else is affected."
                )
            )
        )
        column.addWidget(self.list)
        self.hide()

    def show_problems(self, pack: str, problems: Sequence[Problem]) -> None:
        """Lists what stands in the way of playing that pack."""
        self.heading.setText(to_mend_words(len(problems), pack))
        self.list.setPlainText("\n".join(problem.sentence for problem in problems))
        lines = min(max(len(problems), 3), _MOST_LINES)
        self.list.setFixedHeight((lines + 1) * self.list.fontMetrics().lineSpacing() + 12)
        self.show()
