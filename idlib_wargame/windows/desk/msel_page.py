"""The board: the whole list of injects as a table, and the one that is picked with its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.inject_drafts import Aim
from idlib_wargame.views.desk.list_in import ListIn
from idlib_wargame.views.desk.msel import (
    Board,
    BoardRow,
    State,
    Wanted,
    board,
    filtered,
    state_words,
)
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.desk.msel_form import MselForm
from idlib_wargame.windows.desk.msel_list_form import MselListForm
from idlib_wargame.windows.desk.msel_sheet import MselSheet
from idlib_wargame.windows.desk.msel_table import BoardTable
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.floating import height_at
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.page_head import PageHead
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill

LEAST_SHEET = 120  # pixels at the usual size of text
# Pixels of the page, likewise, from which on the list and what is picked of it are shown together;
# below it, only the keys of what is picked are, and below the least the list stands alone.
BOTH, BOTH_FORMS, KEYS = 640, 760, 420
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own: as high as it likes


class MselPage(QWidget):
    """``asked`` carries what is to be done with which inject, ``ticked`` an inject, what was
    answered and whether it was. ``all_due`` and ``left_unsent`` are the two large presses.
    ``taking`` and ``giving`` ask for a file, with the name of a list or "" for all of it.

    What is for some seats only is covered with the cards of what waits: ``uncovered`` is theirs.
    """

    asked = Signal(str, str)
    ticked = Signal(str, str, bool)
    all_due = Signal()
    left_unsent = Signal()
    written = Signal()
    list_taken = Signal()
    taking = Signal()
    giving = Signal()
    to_cards = Signal()

    def __init__(self, session: Session, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._uncovered = False
        self._shown: Board | None = None
        self._is_open = False
        self.table = BoardTable()
        self.sheet = MselSheet(half)
        self.form = MselForm(session, half)
        self.list_form = MselListForm(session)
        self.side = QStackedWidget()
        for part in (self.sheet, self.form, self.list_form):
            self.side.addWidget(part)
        self.side.setMinimumHeight(theme.scaled(LEAST_SHEET))
        self.hint = label("", "muted", wrap=True)
        self.foot = label("", "muted", wrap=True)
        self.empty = label("", "muted", wrap=True)
        self._make_buttons()
        self._make_filters()
        self._lay_out()
        self._connect()
        self.setAccessibleName(_("List of injects"))

    def _make_buttons(self) -> None:
        self.cards = _quiet(_("Cards"), "copy", _("What waits now, a card each"))
        self.new = _quiet(_("Write…"), "edit", _("Write an inject"))
        self.take = _quiet(_("Open list…"), "open", _("Take in a list from a spreadsheet"))
        self.give = _quiet(
            _("Save list…"), "save", _("Save the list for a spreadsheet; no player sees it")
        )
        self.all = QPushButton()
        self.go_on = QPushButton()
        for button in (self.all, self.go_on):
            button.setProperty("role", "soft")
        self.read = QPushButton(_("Read it whole"))
        self.read.setProperty("role", "quiet")
        self.read.setToolTip(_("All of the inject that is picked (Enter)"))
        for button in (self.cards, self.new, self.take, self.give, self.all, self.go_on, self.read):
            steady(button)

    def _make_filters(self) -> None:
        scenario = self._session.scenario
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Search the list"))
        self.words.setAccessibleName(_("Search the list"))
        self.words.setClearButtonEnabled(True)
        self.state = PickList(letters=8)
        self.state.addItems([_("Every state"), *(state_words(each) for each in State)])
        self.state.setAccessibleName(_("State"))
        self.actor = PickList(letters=10)
        names = [scenario.actor_name(actor) for actor in scenario.actors]
        self.actor.addItems([_("To anybody"), *names])
        self.actor.setAccessibleName(_("Addressee"))
        self.turn = PickList(letters=7)
        self.turn.setAccessibleName(_("Turn"))
        self._fill_turns(self._session.play.setup.turns)
        self._pause = QTimer(self, singleShot=True, interval=120)
        self._pause.timeout.connect(self._filter)

    def _fill_turns(self, turns: int) -> None:
        self.turn.clear()
        every = [fill(_("Turn {turn}"), turn=turn) for turn in range(1, turns + 1)]
        self.turn.addItems([_("Any turn"), *every])

    def _lay_out(self) -> None:
        self.head = head = PageHead(self.hint, None, self.cards, self.new, self.take, self.give)
        self.words.setMinimumWidth(theme.scaled(140))
        self.filters = filters = flowing(theme.SPACE, self.words, self.state, self.actor, self.turn)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setProperty("role", "movable")
        self.above = above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.empty, 1)
        column.addWidget(PageHead(self.foot, None, self.read, self.go_on, self.all))
        self.split.addWidget(above)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 5)
        self.split.setStretchFactor(1, 4)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, theme.SPACE)
        page.setSpacing(theme.SPACE)
        page.addWidget(head)
        page.addWidget(filters)
        page.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.cards.clicked.connect(self.to_cards)
        self.new.clicked.connect(lambda: self.begin(Aim.NEW))
        self.take.clicked.connect(self.taking)
        self.give.clicked.connect(self.giving)
        for button, press in ((self.all, self.all_due), (self.go_on, self.left_unsent)):
            button.clicked.connect(self.table.setFocus)  # it goes, and no key must send by that
            button.clicked.connect(press)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        for pick in (self.state, self.actor, self.turn):
            pick.activated.connect(lambda _place: self._filter())
        self.table.picked.connect(lambda _id: self._show_sheet())
        self.table.opened.connect(self.open_sheet)
        self.read.clicked.connect(self.open_sheet)
        self.sheet.left.connect(self.close_forms)
        self.sheet.asked.connect(self._ask)
        self.sheet.ticked.connect(self._tick)
        for form in (self.form, self.list_form):
            form.left.connect(self.close_forms)
        self.form.written.connect(self.written)
        self.list_form.taken.connect(self.list_taken)

    def show_board(self, uncovered: bool) -> None:
        """Show the list as it stands, once somebody looks at it."""
        self._uncovered = uncovered
        if self.isVisible():
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the list and what is picked of it take turns."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        high, shown = self.height(), self._shown
        is_form = self.side.currentWidget() is not self.sheet
        together = high >= theme.scaled(BOTH_FORMS if is_form else BOTH)
        is_open = is_form or self._is_open
        keys_alone = not together and not is_open
        self.above.setVisible(together or not is_open)
        for part in (self.head, self.filters):
            part.setVisible(together or not is_open)
        has_room = high >= theme.scaled(KEYS)
        for pick in (self.actor, self.turn):
            pick.setVisible(has_room or pick.currentIndex() > 0)
        self.all.setVisible(has_room and shown is not None and bool(shown.due))
        self.go_on.setVisible(has_room and shown is not None and bool(shown.leave))
        self.sheet.show_part(not keys_alone, not together and is_open)
        self.side.setVisible(is_form or (self.row is not None and (not keys_alone or has_room)))
        self.read.setVisible(keys_alone and self.row is not None)
        self.side.setMinimumHeight(0 if keys_alone else theme.scaled(LEAST_SHEET))
        most = height_at(self.sheet, self.side.width()) if keys_alone else QWIDGETSIZE_MAX
        self.side.setMaximumHeight(most)

    def open_sheet(self) -> None:
        """Show all of the inject that is picked, to be read: Enter again sends nothing."""
        if self.row is None:
            return
        self._is_open = True
        self._share_room()
        self.sheet.give_keys()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        found = board(self._session, self._uncovered)
        if found == self._shown:
            return
        before, self._shown = self._shown, found
        if before is None or before.turns != found.turns:
            self._fill_turns(found.turns)
        self.hint.setText(found.hint)
        self.foot.setText(found.foot)
        self.foot.setProperty("role", "warning" if found.too_much else "muted")
        theme.style(self.foot)
        self.all.setText(on_button(found.send_all))
        self.go_on.setText(on_button(found.leave))
        over = _("The exercise is finished.") if found.is_over else ""
        for button in (self.new, self.take):
            say_grey(button, over)
        self._filter()

    @property
    def wanted(self) -> Wanted:
        """Which rows are looked for."""
        state, actor = self.state.currentIndex(), self.actor.currentIndex()
        return Wanted(
            self.words.text(),
            tuple(State)[state - 1] if state > 0 else None,
            self._session.scenario.actors[actor - 1] if actor > 0 else "",
            max(self.turn.currentIndex(), 0),
        )

    def _filter(self) -> None:
        self._pause.stop()
        rows = self._shown.rows if self._shown is not None else ()
        found = filtered(rows, self.wanted)
        self.table.show_rows(found)
        self.empty.setVisible(not found)
        self.empty.setText(
            _("No inject is like that. Take something out of the search.")
            if rows
            else _("There is no inject yet. Write one, or take in a list from a spreadsheet.")
        )
        self.table.setVisible(bool(found))
        self._show_sheet()

    def _show_sheet(self) -> None:
        shown = self._shown
        may_send = shown is not None and shown.may_send
        self.sheet.show_row(self.table.row, may_send, shown is None or shown.is_over)
        self._share_room()

    @property
    def row(self) -> BoardRow | None:
        """The row that is looked at."""
        return self.table.row

    def go_to(self, inject: str) -> None:
        """Look at an inject, whatever was looked for."""
        if not any(row.id == inject for row in self.table.board.rows):
            self.words.clear()
            for pick in (self.state, self.actor, self.turn):
                pick.setCurrentIndex(0)
            self._show()
            self._filter()
        self.table.pick(inject)

    def begin(self, aim: Aim, inject: str = "") -> None:
        """Open the form for an inject."""
        self.side.setCurrentWidget(self.form)
        self._share_room()
        self.form.begin(aim, inject)

    def begin_list(self, found: ListIn) -> None:
        """Open the form for a list that was read."""
        self.side.setCurrentWidget(self.list_form)
        self._share_room()
        self.list_form.begin(found)

    def close_forms(self) -> None:
        """Back to the sheet of the row that is picked."""
        on = QApplication.focusWidget()
        forms = (self.form, self.list_form, self.sheet.to_list)
        had = on is not None and any(form is on or form.isAncestorOf(on) for form in forms)
        self._is_open = False
        self.side.setCurrentWidget(self.sheet)
        self._share_room()
        if had:
            self.table.setFocus()

    def _ask(self, what: str) -> None:
        row = self.row
        if row is None:
            return
        if what in ("edit", "address"):
            self.begin(Aim(what), row.id)
        else:
            self.asked.emit(what, row.id)

    def _tick(self, words: str, answered: bool) -> None:
        if self.row is not None:
            self.ticked.emit(self.row.id, words, answered)

    def neighbour(self, inject: str, down: bool) -> str | None:
        """The inject before which that one stands once it is moved; "" at the end, None for none.

        It moves past the next that is seen.
        """
        every = [row.id for row in self._shown.rows] if self._shown else []
        seen = [row.id for row in self.table.board.rows]
        place = seen.index(inject) if inject in seen else -1
        if place < 0 or not 0 <= place + (1 if down else -1) < len(seen):
            return None
        beside = seen[place + (1 if down else -1)]
        if not down:
            return beside
        after = every.index(beside) + 1
        return every[after] if after < len(every) else ""


def _quiet(words: str, icon: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "quiet")
    button.setIcon(icons.icon(icon, "muted"))
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    return button
