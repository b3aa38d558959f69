"""The seat's moves in the rule tables, to be found, read and picked by mouse or keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.cards import TableHead
from idlib_wargame.views.finding import near_words, words_of
from idlib_wargame.views.seat import MoveOption, Wish
from idlib_wargame.windows.cards.choice_card import ChoiceCard
from idlib_wargame.windows.cards.option_button import OptionButton
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.marks import Stripe
from idlib_wargame.windows.parts.one_press import ENTER
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series


class FilterBox(QLineEdit):
    """Finds moves by words; ``left_downwards`` when the down arrow leaves it."""

    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(fill(_("Find a move ({keys})"), keys=key_words(Where.SEAT, "find")))
        self.setAccessibleName(_("Find a move"))
        self.setProperty("finds", True)
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go to the moves; Escape shows all of them again."""
        if event.key() in ENTER and event.isAutoRepeat():
            return  # held down since the curtain was lifted, it would pick the first move
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TableColumn(QWidget):
    """One rule table's moves: those that are open first, then the others with why not."""

    def __init__(self, table: TableHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[OptionButton] = []
        self._groups: list[tuple[QLabel, list[OptionButton]]] = []
        self._cards: list[ChoiceCard] = []
        self._nothing = label(_("No move here has these words."), "muted", wrap=True)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 4, theme.SPACE)
        self._column.setSpacing(6)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inside)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        stripe = Stripe(table.colour)
        stripe.setFixedHeight(theme.scaled(16))
        head.addWidget(stripe, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(table.name, bold=True, wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.area, 1)

    def show_options(self, options: Sequence[MoveOption]) -> None:
        """Make a button for each option, those of one move as chips on its card."""
        emptied(self._column)
        self.buttons, self._groups, self._cards = [], [], []
        by_move: dict[str, list[MoveOption]] = {}
        for option in options:
            by_move.setdefault(option.wish.move, []).append(option)
        groups = list(by_move.values())
        open_now = [group for group in groups if any(option.legal for option in group)]
        closed = [group for group in groups if group not in open_now]
        for group in open_now:
            self._add_group(group)
        if closed:
            shut: list[OptionButton] = []
            self._add_heading(_("Not open now"), shut)
            for group in closed:
                shut += self._add_group(group)
        if not groups:
            self._column.addWidget(label(_("This seat has no moves here."), "muted", wrap=True))
        self._nothing = label(_("No move here has these words."), "muted", wrap=True)
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        self._column.addStretch()

    def _add_heading(self, text: str, buttons: list[OptionButton]) -> None:
        heading = label(text, "eyebrow", wrap=True)
        heading.setContentsMargins(0, 6, 0, 0)
        self._column.addWidget(heading)
        self._groups.append((heading, buttons))

    def _add_group(self, group: Sequence[MoveOption]) -> list[OptionButton]:
        if group[0].choice:
            card = ChoiceCard(group)
            self._cards.append(card)
            self._column.addWidget(card)
            buttons: list[OptionButton] = [*card.chips]
        else:
            buttons = [OptionButton(option) for option in group]
            for button in buttons:
                self._column.addWidget(button)
        self.buttons += buttons
        return buttons

    def show_matches(self, words: Sequence[str]) -> None:
        """Show only the moves that have all of these words."""
        for button in self.buttons:
            button.setVisible(button.matches(words))
        for card in self._cards:
            card.show_matches(words)
        for heading, buttons in self._groups:
            heading.setVisible(any(button.matches(words) for button in buttons))
        self._nothing.setVisible(bool(words) and not self.shown())

    def show_open(self, may_pick: bool) -> None:
        """Whether moves may be picked now."""
        for card in self._cards:
            card.show_open(may_pick)

    def shown(self) -> list[OptionButton]:
        """The buttons that are not filtered out, from the top."""
        return [button for button in self.buttons if not button.isHidden()]


class MoveTables(QFrame):
    """``picked`` carries a wish; ``looked_at`` the option under the pointer or the focus.

    ``lost`` when the option looked at last is none of those shown any more. ``read_on`` asks for
    more of what is said of it, 1 on, −1 back.
    """

    picked = Signal(object)
    looked_at = Signal(object)
    lost = Signal()
    read_on = Signal(int)

    def __init__(self, tables: Sequence[TableHead], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = FilterBox()
        self.columns = {table.id: TableColumn(table) for table in tables}
        self._options: tuple[MoveOption, ...] | None = None
        self._left: Wish | None = None
        self._looked: Wish | None = None
        self._is_returning = False
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 0)
        column.setSpacing(12)
        self.near = label(role="muted", wrap=True)
        self.near.hide()
        column.addWidget(self.filter)
        column.addWidget(self.near)
        row = QHBoxLayout()
        row.setSpacing(12)
        for each in self.columns.values():
            row.addWidget(each, 1)
        column.addLayout(row, 1)
        self.filter.textChanged.connect(lambda _: self._filter())
        self.filter.left_downwards.connect(self.go_to_first)

    def show_options(self, options: tuple[MoveOption, ...]) -> None:
        """Show the seat's options; the same ones again are left as they are."""
        if options == self._options:
            return
        self._options = options
        on = self._leave()
        for table, column in self.columns.items():
            column.show_options([o for o in options if o.table == table])
            for button in column.buttons:
                button.clicked.connect(lambda _=False, b=button: self.picked.emit(b.option.wish))
                button.looked_at.connect(self._look)
                button.stepped.connect(self._step)
                button.read_on.connect(self.read_on)
        self._filter()
        self._return_to(on)

    def show_picks(self, wishes: Sequence[Wish], may_pick: bool) -> None:
        """Show which options are among the orders."""
        picked = {wish[:2] for wish in wishes}
        on = None
        if any(button.isEnabled() != may_pick for button in self.buttons()):
            on = self._leave()
        for button in self.buttons():
            button.show_picked(button.option.wish[:2] in picked)
            button.setEnabled(may_pick)
        for column in self.columns.values():
            column.show_open(may_pick)
        self._return_to(on)

    def _leave(self) -> Wish | None:
        """Take the keys from the moves while those change; the wish of the one that had them.

        Qt would hand them on from move to move, and each would scroll to itself and be explained.
        """
        on = next((button for button in self.buttons() if button.hasFocus()), None)
        if on is None:
            return self._left if self.hasFocus() else None
        self._left = on.option.wish
        self.setFocus()
        return self._left

    def _return_to(self, wish: Wish | None) -> None:
        """Give the keys back to that move, once it takes them again; the eye may be elsewhere."""
        self._is_returning = True
        for button in self.buttons():
            if wish is not None and button.option.wish[:2] == wish[:2] and button.isEnabled():
                button.setFocus()
        self._is_returning = False

    def buttons(self) -> list[OptionButton]:
        """Every button, table by table."""
        return [button for column in self.columns.values() for button in column.buttons]

    def go_to_first(self) -> None:
        """Give the focus to the first move shown."""
        shown = [button for column in self.columns.values() for button in column.shown()]
        if shown:
            shown[0].setFocus()

    def _filter(self) -> None:
        words = words_of(self.filter.text())
        for column in self.columns.values():
            column.show_matches(words)
        self._say_what_is_near(words)
        shown = {b.option.wish[:2] for column in self.columns.values() for b in column.shown()}
        if self._looked is not None and self._looked[:2] not in shown:
            self._looked = None
            self.lost.emit()

    def _say_what_is_near(self, words: Sequence[str]) -> None:
        """A miss is not left at that: words of moves that look like what was looked for."""
        missed = bool(words) and not any(column.shown() for column in self.columns.values())
        near = near_words([o.sought for o in self._options or ()], words) if missed else ()
        said = _("No move has these words. Near: {words}. Esc shows all moves again.")
        if not near:
            said = _("No move has these words. Try others; Esc shows all moves again.")
        self.near.setText(fill(said, words=series(near)))
        self.near.setVisible(missed)

    def _look(self, button: OptionButton) -> None:
        if self._is_returning:
            return
        if button.hasFocus():
            self.columns[button.option.table].area.ensureWidgetVisible(button, 0, 8)
        self._looked = button.option.wish
        self.looked_at.emit(button.option)

    def _step(self, button: OptionButton, across: int, down: int) -> None:
        columns = [column.shown() for column in self.columns.values()]
        columns = [column for column in columns if column]
        here = next(n for n, column in enumerate(columns) if button in column)
        place = columns[here].index(button)
        if down < 0 and place == 0:
            self.filter.setFocus()
            return
        column = columns[max(0, min(len(columns) - 1, here + across))]
        column[max(0, min(len(column) - 1, place + down))].setFocus()
