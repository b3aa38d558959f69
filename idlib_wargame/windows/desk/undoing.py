"""What an undo would take back and a redo bring again, said before either is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics

from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.log import LogLine
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.covered_log import covered_line
from idlib_wargame.views.desk.questions import (
    redo_question,
    redo_words,
    stays_since,
    undo_question,
    undo_words,
)
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.words.language import _

WIDEST = 360  # pixels of words on an entry of the menu, at the usual size of text


class Undoing:
    """Asks on a desk's page and does it; ``inform`` says where there is nothing to do."""

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        do: Callable[[Act], object],
        inform: Callable[[str], None],
    ) -> None:
        self._session = session
        self._page = page
        self._do = do
        self._inform = inform

    def ask_undo(self) -> None:
        """Ask before the last act is struck."""
        last = self._session.undoable()
        if last is None:
            self._inform(_("There is nothing to undo."))
            return
        question = undo_question(self._told(last), stays_since(self._session, last.number))
        self._page.question.ask(question, lambda: self._do(Undo(last.number)))

    def ask_redo(self) -> None:
        """Ask before what was undone last counts again."""
        undone = self._session.redoable()
        if undone is None:
            self._inform(_("There is nothing to redo."))
            return
        self._page.question.ask(redo_question(self._told(undone)), lambda: self._do(Redo()))

    def name_entries(self, undo: QAction, redo: QAction, covered: bool = False) -> None:
        """Say on the menu's entries what each would do now; nothing of it on a covered desk."""
        last = None if covered else self._session.undoable()
        undone = None if covered else self._session.redoable()
        _name(undo, undo_words(self._told(last)) if last else _("Undo…"))
        _name(redo, redo_words(self._told(undone)) if undone else _("Redo…"))

    def _told(self, line: LogLine) -> str:
        """A line of the log as a question may tell it: what is covered stays so."""
        shown = self._page.orders.uncovered, self._page.injects.uncovered
        return covered_line(self._session, line, *shown).text


def _name(entry: QAction, words: str) -> None:
    metrics = QFontMetrics(theme.font(13))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, theme.scaled(WIDEST))
    entry.setText(on_button(shown))
