"""One inject of the list, whole: what it says, how it stands, and every key there is for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.views.desk.msel import BoardRow, State
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import name_anew, steady
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts

PLACE = "answered"


class MselSheet(QFrame):
    """``asked`` carries what is to be done ("send", "hold", "drop", "back", "edit", "address",
    "repeat", "up", "down"); ``ticked`` what was answered, and whether it was. ``left`` where it
    stands in place of the list, and somebody goes back there.
    """

    asked = Signal(str)
    ticked = Signal(str, bool)
    left = Signal()

    def __init__(self, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._half = half
        self.row: BoardRow | None = None
        self.title = label("", bold=True, wrap=True, size=16)
        self.stands = label("", "muted", wrap=True, leads=True)
        self.text = label("", wrap=True)
        self.facts = label("", "muted", wrap=True)
        self.buttons = {name: self._button(name, words) for name, words in _buttons().items()}
        self.to_list = QPushButton(_("Back to the list"))
        self.to_list.setProperty("role", "quiet")
        self.to_list.clicked.connect(self.left)
        self.to_list.hide()
        steady(self.to_list)
        self.answer = QLineEdit()
        self.answer.setPlaceholderText(_("What was answered, in a few words"))
        self.answer.setAccessibleName(_("What was answered, in a few words"))
        self.tick = QPushButton(_("Tick as answered"))
        self.tick.setProperty("role", "soft")
        self.tick.clicked.connect(self._tick)
        self.untick = QPushButton(_("Not answered"))
        self.untick.setProperty("role", "quiet")
        self.untick.clicked.connect(lambda: self.ticked.emit("", False))
        for button in (self.tick, self.untick):
            steady(button)
        sends(self._tick, self.answer)
        self.answer.textEdited.connect(self._typed)
        self._lay_out()
        self.show_row(None, may_send=False, is_over=False)

    def _lay_out(self) -> None:
        words = QWidget()
        inside = QVBoxLayout(words)
        inside.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
        inside.setSpacing(4)
        for part in (self.title, self.stands, self.text, self.facts):
            inside.addWidget(part)
        self.answering = QWidget()
        across = QHBoxLayout(self.answering)
        across.setContentsMargins(0, 4, 0, 0)
        across.setSpacing(theme.SPACE)
        across.addWidget(self.answer, 1)
        across.addWidget(self.tick)
        across.addWidget(self.untick)
        inside.addWidget(self.answering)
        inside.addStretch(1)
        self.words_area = QScrollArea()
        self.words_area.setWidgetResizable(True)
        self.words_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words_area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words_area.setAccessibleName(_("The inject that is picked"))
        self.words_area.setWidget(words)
        keys = flowing(theme.SPACE, *self.buttons.values(), self.to_list)
        keys.setContentsMargins(0, 0, 0, 0)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * theme.SPACE, 4, 2 * theme.SPACE, 10)
        foot.addWidget(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words_area, 1)
        column.addLayout(foot)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton("" if name in ("up", "down") else words)
        button.setProperty("role", "soft")
        if name in ("up", "down"):
            button.setProperty("role", "quiet")
            button.setIcon(icons.icon(name, "muted"))
            button.setToolTip(words)
        button.clicked.connect(lambda: self.asked.emit(name))
        steady(button)
        return button

    def show_row(self, row: BoardRow | None, may_send: bool, is_over: bool) -> None:
        """Show an inject, or that none is picked."""
        before, self.row = self.row, row
        if row is None:
            self.title.setText(_("No inject is picked"))
            for part in (self.stands, self.text, self.facts):
                part.hide()
        else:
            self._show_words(row)
        self._show_answer(row, before)
        allowed = _keys_for(row, is_over)
        for name, words in _buttons().items():
            self.buttons[name].setVisible(name in allowed)
            if row is not None:
                said = fill(_("{action}: {title}"), action=words, title=row.title)
                name_anew(self.buttons[name], said)
        late = "" if may_send else _("Orders have been opened; it can be sent in the next turn.")
        say_grey(self.buttons["send"], late)

    def show_part(self, words: bool, alone: bool) -> None:
        """Show its words or its keys only; ``alone`` where it stands in place of the list."""
        self.words_area.setVisible(words)
        self.to_list.setVisible(alone)

    def give_keys(self) -> None:
        """The keys go where they read or lead back, never to what sends."""
        (self.words_area if self.to_list.isHidden() else self.to_list).setFocus()

    def _show_words(self, row: BoardRow) -> None:
        self.title.setText(fill(_("{code}  {title}"), code=row.code, title=row.title))
        self.stands.setText(facts([each for each in (row.stands, row.planned, row.to) if each]))
        self.text.setText(_("Covered until you ask for it.") if row.covered else row.text)
        self.facts.setText("\n".join(_facts(row)))
        for part in (self.stands, self.text):
            part.show()
        self.facts.setVisible(bool(self.facts.text()))

    def _show_answer(self, row: BoardRow | None, before: BoardRow | None) -> None:
        is_sent = row is not None and row.state is State.SENT and not row.covered
        self.answering.setVisible(is_sent)
        self.untick.setVisible(row is not None and row.ticked)
        if row is not None and (before is None or before.id != row.id):
            self.answer.setText(self._half.of(self._place))

    @property
    def _place(self) -> str:
        return f"{PLACE}/{self.row.id}" if self.row else PLACE

    def _typed(self, text: str) -> None:
        self._half.typed(self._place, text)

    def _tick(self) -> None:
        self.ticked.emit(self.answer.text(), True)

    def answer_done(self) -> None:
        """What was answered is in the record."""
        self._half.done(self._place)
        self.answer.clear()


def _buttons() -> dict[str, str]:
    return {
        "send": _("Send now"),
        "hold": _("Hold…"),
        "drop": _("Drop…"),
        "back": _("Bring back"),
        "repeat": _("Send again…"),
        "edit": _("Edit…"),
        "address": _("Address…"),
        "up": _("Move up"),
        "down": _("Move down"),
    }


def _keys_for(row: BoardRow | None, is_over: bool) -> frozenset[str]:
    if row is None or is_over:
        return frozenset()
    if row.state is State.SENT:
        return frozenset({"repeat", "edit"})
    if row.state is State.DROPPED:
        return frozenset({"back", "edit"})
    return frozenset({"send", "hold", "drop", "edit", "address", "up", "down"})


def _facts(row: BoardRow) -> list[str]:
    told = (
        (_("From {what}"), facts([each for each in (row.sender, row.means) if each])),
        (_("Effect: {what}"), row.does),
        (_("Objective: {what}"), row.objective),
        (_("Expected: {what}"), row.expected),
        (_("Answered: {what}"), row.answer),
        (_("Responsible: {what}"), row.responsible),
        (_("Who sends: {what}"), row.sends),
    )
    said = [fill(words, what=what) for words, what in told if what]
    return [*said, row.came] if row.came else said
