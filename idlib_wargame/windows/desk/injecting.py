"""Does what the board of injects asks for, with a question first where one is due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from idlib_wargame.files.whole import write_whole
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.drop_taken_back import TakeBackDrop
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.inject_answered import TickAnswered
from idlib_wargame.session.kinds.inject_moved import MoveInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_drafts import (
    early_question,
    hold_choices,
    hold_question,
    holding,
    repeat_choices,
    repeat_question,
    repeating,
    waits_now,
    writing,
)
from idlib_wargame.views.desk.list_in import (
    ListIn,
    Remembered,
    lists_kept,
    not_a_list_words,
)
from idlib_wargame.views.desk.msel import BoardRow, listed
from idlib_wargame.views.desk.questions import drop_question
from idlib_wargame.views.file_names import file_name, free_path, with_ending
from idlib_wargame.views.msel.giving_out import list_as_taken, whole_list
from idlib_wargame.views.msel.merging import left_out_words
from idlib_wargame.views.msel.table_text import NotAList
from idlib_wargame.views.question import Choice, Question
from idlib_wargame.windows.desk.desk_page import DeskPage
from idlib_wargame.windows.parts.file_asking import ask_to_open, ask_to_save
from idlib_wargame.windows.parts.save_place import folder_beside
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill

ENDING = ".csv"


class Injecting:
    """Acts for the board of a desk. ``do`` does one, ``tell`` says what was done, ``warn`` what
    could not be; ``used`` gives the seconds of playing time that have gone by in the phase.
    ``remembers`` is the file in which headings that were mapped are kept.
    """

    def __init__(
        self,
        session: Session,
        page: DeskPage,
        do: Callable[[Act], bool],
        tell: Callable[[str], None],
        warn: Callable[[str], None],
        used: Callable[[], float],
    ) -> None:
        self._session, self._page = session, page
        self._do, self._tell, self._warn = do, tell, warn
        self._used = used
        self._board = page.injects_tab.board
        self.remembers: Path | None = None
        board_page = self._board
        board_page.asked.connect(self._ask)
        board_page.ticked.connect(self._tick)
        board_page.written.connect(self._write)
        board_page.list_taken.connect(self._take_in)
        board_page.taking.connect(self._ask_for_list)
        board_page.giving.connect(self._ask_what_to_give)
        for cards in (board_page, page.injects):
            cards.all_due.connect(self.send_all_due)
            cards.left_unsent.connect(self.leave_unsent)

    def _ask(self, what: str, inject: str) -> None:
        row = self._board.row
        title = row.title if row is not None else ""
        question, near = self._page.question, self._pressed()
        if what == "send":
            self._send(row, near)
        elif what == "back":
            self._do(TakeBackDrop(inject))
        elif what == "drop":
            question.ask(drop_question(title), lambda: self._do(DropInject(inject)), near=near)
        elif what == "hold":
            choices = hold_choices(self._session, inject, self._used())
            if not choices:
                self._tell(_("There is nothing later till which it could be held."))
                return
            question.ask_which(
                hold_question(self._session, inject, title),
                choices,
                lambda at: self._do(holding(inject, at)),
            )
        elif what == "repeat":
            self._ask_to_repeat(inject, title)
        else:
            self._move(inject, down=what == "down")

    def _send(self, row: BoardRow | None, near: QWidget | None) -> None:
        """Send what is due at once; whatever is not is asked about first."""
        asked = early_question(row) if row is not None else None
        if row is not None and asked is not None:
            self._page.question.ask(asked, lambda: self._do(SendInject(row.id)), near=near)
        elif row is not None:
            self._do(SendInject(row.id))

    def _ask_to_repeat(self, inject: str, title: str) -> None:
        choices = repeat_choices(self._session, inject)
        if not choices:
            self._tell(_("No turn is left in which it could be sent again."))
            return
        self._page.question.ask_which(
            repeat_question(title), choices, lambda at: self._repeat(inject, at)
        )

    def _repeat(self, inject: str, choice: int) -> None:
        again = repeating(self._session, inject, choice)
        if not self._do(again.act):
            return
        new = list(self._session.play.msel.written)[-1]
        if again.at_once:
            self._do(SendInject(new))
        self._board.go_to(new)

    def _move(self, inject: str, down: bool) -> None:
        before = self._board.neighbour(inject, down)
        if before is not None:
            self._do(MoveInject(inject, before))

    def _tick(self, inject: str, words: str, answered: bool) -> None:
        if self._do(TickAnswered(inject, words, answered)):
            self._board.sheet.answer_done()

    def send_all_due(self) -> None:
        """Send all that is due, one after another, as if each had been pressed.

        What one of them makes due goes with them, as it would by itself.
        """
        while due := self._session.to_send():
            if not self._do(SendInject(due[0].id)):
                return

    def leave_unsent(self) -> None:
        """Go on to the next phase; what is due and unsent is held back this turn."""
        self._do(MoveOn(holding=True))

    def _write(self) -> None:
        form = self._board.form
        act = writing(self._session, form.draft, int(self._used()))
        if isinstance(act, str):
            form.say(act)
            return
        if self._done(act, form.say):
            form.done()
            if waits_now(self._session, form.draft, act.used):
                self._tell(self._session.log()[-1].text)
            self._board.close_forms()
            self._board.go_to(self._written(act))

    def _done(self, act: Act, say: Callable[[str], None]) -> bool:
        try:
            self._session.submit(act, FACILITATOR)
        except Refused as refused:
            say(str(refused))
            return False
        return True

    def _written(self, act: WriteInjects) -> str:
        """The inject that an act has written: the one it named, or the last."""
        return act.rows[0].id or list(self._session.play.msel.written)[-1]

    def _ask_for_list(self) -> None:
        kinds = _("Lists from a spreadsheet (*.csv *.txt *.tsv);;All files (*)")
        folder = folder_beside(self._session.path)
        ask_to_open(self._page.window(), _("Open a list of injects"), folder, kinds, self.take)

    def take(self, path: Path) -> None:
        """Show what taking in that file would come to."""
        try:
            data = path.read_bytes()
            found = ListIn(
                self._session, path, data, Remembered.read(self.remembers), int(self._used())
            )
        except (OSError, NotAList) as fault:
            self._warn(not_a_list_words(path.name, fault))
            return
        self._board.begin_list(found)

    def _take_in(self) -> None:
        found = self._board.list_form.list
        if found is None or found.found.act is None:
            return
        act = replace(found.found.act, used=int(self._used()))
        if not self._done(act, self._warn):
            return
        try:
            found.remembered().write(self.remembers)
        except OSError as fault:
            said = _("What the headings stand for could not be kept: {why}")
            self._warn(fill(said, why=disk_reason(fault)))
        else:
            self._tell(f"{self._session.log()[-1].text} {left_out_words(found.found)}".strip())
        self._board.close_forms()
        self._board.go_to(self._written(act))

    def _ask_what_to_give(self) -> None:
        """Every inject, or one of the lists that were taken in."""
        lists = lists_kept(self._session)
        if not lists:
            self._ask_where("")
            return
        names = ("", *lists)
        choices = [
            Choice(place, name or _("Every inject"), _("Save it…"))
            for place, name in enumerate(names)
        ]
        question = Question(_("Which list is to be saved?"), "", _("Leave it"))
        self._page.question.ask_which(
            question, choices, lambda place: self._ask_where(names[place])
        )

    def _ask_where(self, name: str) -> None:
        setup = self._session.play.setup
        every = file_name(setup.name_in(self._session.scenario), setup.group, "injects")
        stem = Path(name).stem if name else every
        suggested = free_path(folder_beside(self._session.path), stem, ENDING)
        kinds = _("Lists for a spreadsheet (*.csv)")
        ask_to_save(
            self._page.window(),
            _("Save the list of injects"),
            suggested,
            kinds,
            lambda path: self.give(path, name),
        )

    def give(self, path: Path, name: str = "") -> None:
        """Write every inject there, or with a name the list that was taken in by that name."""
        path = with_ending(path, ENDING)
        rows, scenario = listed(self._session), self._session.scenario
        data = list_as_taken(scenario, rows, name) if name else whole_list(scenario, rows, _habit())
        try:
            write_whole(path, data)
        except OSError as fault:
            said = _("{file} cannot be written: {why}")
            self._warn(fill(said, file=path.name, why=disk_reason(fault)))
            return
        self._tell(fill(_("The list was written to {file}."), file=str(path)))

    def _pressed(self) -> QWidget | None:
        """The button that was pressed last, where it has the keys."""
        on = QApplication.focusWidget()
        within = on is not None and self._page.across.isAncestorOf(on)
        return on if isinstance(on, QAbstractButton) and within else None


def _habit() -> str:
    """What spreadsheets of this computer divide cells by."""
    return ";" if QLocale.system().decimalPoint() == "," else ","
