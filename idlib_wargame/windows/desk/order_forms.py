"""Forms inside the card of an order that lies open: odds, reasons, whom to ask, what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.order import Order
from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.odds_set import SetOdds
from idlib_wargame.session.kinds.order_shown import ShowOrder
from idlib_wargame.session.kinds.others_asked import AskOthers
from idlib_wargame.session.kinds.reason_heard import GiveReason
from idlib_wargame.session.kinds.result_agreed import AgreeResult
from idlib_wargame.session.kinds.word_given import GiveWord
from idlib_wargame.views.desk.open_orders import AskedOf, OpenOrder, odds_choices
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import series
from idlib_wargame.words.odds import band_title

Do = Callable[[Act], bool]  # as the facilitator; says whether it was done
Named = Sequence[tuple[str, str]]  # ids with names
LETTERS = 10  # of what is picked, in a list that is folded


class OrderForm(QFrame):
    """Does what it says by ``do`` and is ``done`` then; ``left`` by Escape, which loses nothing of
    it, or by its button.

    Whoever derives from it lays out the fields, says what is ``lacking`` and makes the ``act``.
    ``kind`` is its own among the forms of an order. ``typed`` when somebody writes in a field, and
    ``draft`` then holds all that was written, to be kept.
    """

    kind = ""
    done = Signal()
    left = Signal()
    typed = Signal()

    def __init__(self, order: Order, do: Do, send: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self.order, self._do = order, do
        self._fields: tuple[QLineEdit, ...] = ()
        self.send = QPushButton(send)
        self.why_grey = WhyGrey(self.send)
        self.leave = QPushButton(_("Cancel"))
        self.leave.setProperty("role", "quiet")
        self.send.clicked.connect(self.try_it)
        self.leave.clicked.connect(self._drop)
        steady(self.send, waits=False)
        steady(self.leave)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(theme.SPACE)

    def finish(self, *fields: QLineEdit, beside: Sequence[QWidget] = ()) -> None:
        """The last row, once the fields are there; Enter and Ctrl+Enter in those send."""
        self.column.addWidget(flowing(theme.SPACE, self.send, *beside, self.leave))
        self.column.addWidget(self.why_grey.line)
        self._fields = fields
        for field in fields:
            field.textEdited.connect(lambda _text: self.typed.emit())
            field.textChanged.connect(lambda _text: self.say())
            field.returnPressed.connect(self.try_it)
            sends(self.try_it, field)
        self.say()

    def lacking(self) -> str:
        """What is still to be given; "" for nothing."""
        raise NotImplementedError

    def act(self) -> Act:
        """What it does as it is filled in."""
        raise NotImplementedError

    @property
    def half_typed(self) -> str:
        """What somebody wrote here and has not sent."""
        return ""

    @property
    def draft(self) -> str:
        """What stands in the fields, to be kept; empty where nothing does."""
        return "\n".join(field.text() for field in self._fields) if self.half_typed else ""

    def fill_in(self, kept: str) -> None:
        """Go on with what was kept."""
        for field, text in zip(self._fields, kept.split("\n"), strict=False):
            field.setText(text)

    def say(self) -> None:
        """Grey the button for what is lacking, and say it."""
        self.why_grey.say(self.lacking())

    def try_it(self) -> None:
        """Do it where nothing is lacking."""
        if not self.lacking():
            self.do(self.act())

    def do(self, act: Act) -> None:
        """Do an act; what was refused leaves the form as it is."""
        if self._do(act):
            self.done.emit()

    def _drop(self) -> None:
        for field in self._fields:
            field.clear()
        self.typed.emit()
        self.left.emit()

    def take_keys(self) -> None:
        """To the first field."""
        field = self.findChild(QLineEdit)
        (field or self.send).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _line(hint: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    return field


def _picks(name: str, found: Sequence[tuple[object, str]], letters: int = LETTERS) -> PickList:
    picks = PickList(letters)
    picks.setAccessibleName(name)
    for key, words in found:
        picks.addItem(words, key)
    return picks


class SeatChips(QWidget):
    """Seats of which any may be down. ``changed`` when another is."""

    changed = Signal()

    def __init__(self, seats: Named, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, QPushButton] = {}
        for seat, name in seats:
            chip = self.chips[seat] = QPushButton(name)
            chip.setProperty("role", "soft")
            chip.setCheckable(True)
            chip.toggled.connect(lambda _on: self.changed.emit())
            steady(chip, waits=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flowing(6, *self.chips.values()))

    @property
    def picked(self) -> tuple[str, ...]:
        """Those that are down."""
        return tuple(seat for seat, chip in self.chips.items() if chip.isChecked())

    def pick(self, seats: Sequence[str]) -> None:
        """Have these down, and no others."""
        for seat, chip in self.chips.items():
            chip.setChecked(seat in seats)


class OddsForm(OrderForm):
    """Odds in words, with the reason that they need."""

    kind = "odds"

    def __init__(self, view: OpenOrder, do: Do, parent: QWidget | None = None) -> None:
        super().__init__(view.order, do, _("Set the odds"), parent)
        self.odds = _picks(_("How likely it is"), odds_choices(), 18)
        nearest = min(range(self.odds.count()), key=lambda n: self._distance(n, view.need))
        self.odds.setCurrentIndex(nearest)
        self.why = _line(_("Why: a few words for the record (needed)"), _("Reason for these odds"))
        self.back = QPushButton(_("The tables' odds again"))
        self.back.setProperty("role", "soft")
        self.back.clicked.connect(lambda: self.do(SetOdds(self.order, None)))
        steady(self.back)
        self.column.addWidget(flowing(theme.SPACE, label(_("How likely:"), "muted"), self.odds))
        self.column.addWidget(self.why)
        self.finish(self.why, beside=(self.back,))
        self.back.setHidden(not view.set_by)

    def _distance(self, place: int, need: int) -> int:
        return abs(int(self.odds.itemData(place)) - need)

    def lacking(self) -> str:
        """The reason."""
        return "" if self.why.text().strip() else _("Odds that are set need their reason.")

    def act(self) -> Act:
        """The odds of that word."""
        return SetOdds(self.order, int(self.odds.currentData()), self.why.text().strip())

    @property
    def half_typed(self) -> str:
        """The reason so far."""
        return self.why.text().strip()


class AskForm(OrderForm):
    """Whom to ask about an order, and what: reasons against, how likely, how it comes out."""

    kind = "ask"

    def __init__(
        self, view: OpenOrder, seats: Named, do: Do, parent: QWidget | None = None
    ) -> None:
        super().__init__(view.order, do, _("Ask them"), parent)
        asked = [
            (AskedFor.AGAINST, _("Reasons against it")),
            (AskedFor.ODDS, _("How likely it is: a vote")),
            (AskedFor.BAND, _("How it comes out")),
        ]
        self.what = _picks(_("What to ask"), asked, 18)
        others = [each for each in seats if each[0] != view.order.seat]
        self._told, self._knows = view.told, view.knows
        self._is_shown_first = view.is_free and not view.has_row
        strangers = [name for seat, name in others if seat not in view.knows]
        if not self._is_shown_first:
            others = [each for each in others if each[0] in view.knows]
        self.seats = SeatChips(others)
        self._names_of = dict(others)
        self.note = label("", "muted", wrap=True)
        if strangers and not self._is_shown_first:
            said = _("Not offered, as to be asked would tell them of it: {seats}.")
            self.note.setText(fill(said, seats=series(strangers)))
        self.people = _line(
            _("People to ask aloud, with commas between"), _("People who are asked aloud")
        )
        self.column.addWidget(flowing(theme.SPACE, label(_("Ask for:"), "muted"), self.what))
        self.column.addWidget(self.seats)
        self.column.addWidget(self.note)
        self.column.addWidget(self.people)
        self.note.setHidden(not self.note.text())
        if view.is_voted:
            self.what.setCurrentIndex(self.what.findData(AskedFor.ODDS))
            self.seats.pick([seat for seat, _name in others if seat in view.knows])
        self.seats.changed.connect(self.say)
        self.finish(self.people)

    @property
    def _strangers(self) -> tuple[str, ...]:
        """Of those picked, who do not know of the order yet."""
        return tuple(seat for seat in self.seats.picked if seat not in self._knows)

    def say(self) -> None:
        """Say also who is shown the order by being asked."""
        super().say()
        if not self._is_shown_first:
            return
        strangers = self._strangers
        self.send.setText(_("Show it and ask") if strangers else _("Ask them"))
        names = series([self._names_of[seat] for seat in strangers])
        said = _("They do not know of it yet, and are shown what it says and why: {seats}.")
        self.note.setText(fill(said, seats=names) if strangers else "")
        self.note.setHidden(not strangers)

    def try_it(self) -> None:
        """Show it first to those who do not know of it."""
        if not self.lacking() and self._strangers:
            told = tuple(dict.fromkeys((*self._told, *self._strangers)))
            if not self._do(ShowOrder(self.order, told)):
                return
            self._told, self._knows = told, (*self._knows, *told)
        super().try_it()

    def _names(self) -> tuple[str, ...]:
        return tuple(name for part in self.people.text().split(",") if (name := part.strip()))

    def lacking(self) -> str:
        """Somebody."""
        someone = self.seats.picked or self._names()
        return "" if someone else _("Pick a seat, or write a name.")

    def act(self) -> Act:
        """Ask those; what was said before is forgotten."""
        what = AskedFor(self.what.currentData())
        return AskOthers(self.order, what, self.seats.picked, self._names())

    @property
    def half_typed(self) -> str:
        """The names so far."""
        return self.people.text().strip()


class ReasonForm(OrderForm):
    """A reason for or against, as the facilitator heard it or has it."""

    kind = "reason"

    def __init__(
        self, view: OpenOrder, seats: Named, do: Do, parent: QWidget | None = None
    ) -> None:
        super().__init__(view.order, do, _("Add the reason"), parent)
        sides = [(False, _("Against it")), (True, _("For it"))]
        self.side = _picks(_("For or against"), sides)
        self.whose = _picks(_("Whose reason it is"), [("", _("Facilitator")), *seats], 14)
        self.text = _line(_("The reason, in a few words"), _("Reason"))
        self.column.addWidget(flowing(theme.SPACE, self.side, self.whose))
        self.column.addWidget(self.text)
        self.finish(self.text)

    def lacking(self) -> str:
        """The words."""
        return "" if self.text.text().strip() else _("A reason needs a few words.")

    def act(self) -> Act:
        """The reason of that seat, or the facilitator's own."""
        whose, is_for = str(self.whose.currentData()), bool(self.side.currentData())
        return GiveReason(self.order, self.text.text().strip(), whose, is_for)

    @property
    def half_typed(self) -> str:
        """The words so far."""
        return self.text.text().strip()


class AgreeForm(OrderForm):
    """What the tables agreed on aloud."""

    kind = "agree"

    def __init__(
        self, view: OpenOrder, seats: Named, do: Do, parent: QWidget | None = None
    ) -> None:
        super().__init__(view.order, do, _("They agree on it"), parent)
        bands = [(int(band), band_title(band)) for band in reversed(Band)]
        self.band = _picks(_("Result"), bands, 14)
        self.seats = SeatChips(seats)
        self.why = _line(_("Why, if anybody says so"), _("Why they agree"))
        self.back = QPushButton(_("Take the agreement back"))
        self.back.setProperty("role", "soft")
        self.back.clicked.connect(lambda: self.do(AgreeResult(self.order, None)))
        steady(self.back)
        self.column.addWidget(
            flowing(theme.SPACE, label(_("It comes out as:"), "muted"), self.band)
        )
        self.column.addWidget(self.seats)
        self.column.addWidget(self.why)
        self.seats.changed.connect(self.say)
        self.finish(self.why, beside=(self.back,))
        self.back.setHidden(not view.agreed)

    def lacking(self) -> str:
        """Whose tables."""
        return "" if self.seats.picked else _("Say whose tables agree on it.")

    def act(self) -> Act:
        """That result, by those tables."""
        band = Band(int(self.band.currentData()))
        return AgreeResult(self.order, band, self.seats.picked, self.why.text().strip())

    @property
    def half_typed(self) -> str:
        """The reason so far."""
        return self.why.text().strip()


class ShowForm(OrderForm):
    """Who may read a free order, with its reasons, before it has a row."""

    kind = "show"

    def __init__(
        self, view: OpenOrder, seats: Named, do: Do, parent: QWidget | None = None
    ) -> None:
        super().__init__(view.order, do, _("Show it to these"), parent)
        self.seats = SeatChips([each for each in seats if each[0] != view.order.seat])
        self.seats.pick(view.told)
        self.column.addWidget(label(_("They read what it says and why."), "muted", wrap=True))
        self.column.addWidget(self.seats)
        self._before = set(view.told)
        self.seats.changed.connect(self.say)
        self.finish()

    def lacking(self) -> str:
        """Another choice than it has."""
        same = set(self.seats.picked) == self._before
        return _("Pick another seat, or leave it as it is.") if same else ""

    def act(self) -> Act:
        """Those seats, and its own."""
        return ShowOrder(self.order, self.seats.picked)


class WordForm(OrderForm):
    """What people say who were asked aloud, one after another."""

    kind = "word"

    def __init__(
        self, view: OpenOrder, asked: AskedOf, do: Do, parent: QWidget | None = None
    ) -> None:
        super().__init__(view.order, do, _("Write it down"), parent)
        self._what = asked.what
        self.who = _picks(_("Who says it"), [(each, each) for each in asked.people], 14)
        words: Sequence[tuple[object, str]] = odds_choices()
        if asked.what is AskedFor.BAND:
            words = [(int(band), band_title(band)) for band in reversed(Band)]
        self.word = _picks(_("What they say"), words, 18)
        self.column.addWidget(flowing(theme.SPACE, self.who, self.word))
        self.finish()

    def lacking(self) -> str:
        """Nothing."""
        return ""

    def act(self) -> Act:
        """That word of that person, in place of one that they said before."""
        who, number = str(self.who.currentData()), int(self.word.currentData())
        return GiveWord(self.order, self._what, who, number, person=True)
