"""One order, adjudicated: why did this happen? Read by everyone, now and in a year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from idlib_wargame.rules.odds import Band
from idlib_wargame.views.cards import CardView, RulingView
from idlib_wargame.views.desk.drafts import Draft
from idlib_wargame.views.desk.results import ToRoom
from idlib_wargame.views.desk.ruling_help import NO_HELP, RulingHelp
from idlib_wargame.windows.cards.band_label import BandLabel
from idlib_wargame.windows.cards.card_details import CardDetails
from idlib_wargame.windows.cards.card_head import head_line
from idlib_wargame.windows.cards.ruling_form import RulingForm
from idlib_wargame.windows.cards.sheet import Sheet
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.in_sight import bring_in_sight
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.marks import Glyph
from idlib_wargame.windows.parts.number import Number
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.read_only import only_looks
from idlib_wargame.windows.parts.why_grey import say_grey
from idlib_wargame.words.language import _, fill, pgettext
from idlib_wargame.words.lists import facts
from idlib_wargame.words.results import dice_words


class AdjudicationCard(Sheet):
    """A card as adjudicated. With ``may_rule`` the facilitator can rule otherwise.

    ``ruled`` carries the address and a ``Ruling`` by nobody yet; None takes one back. ``ask`` is
    what its form asks for. ``half_ruled`` carries the address and what is filled in so far, empty
    where nothing is. With ``may_mark`` they can also mark it as read, to see how far they are, as
    opening its details does; that is not recorded.
    Where each order is decided, ``waits`` says whether this one is not yet, and ``accepted``
    carries its address: that is a decision, for the record. ``to_room`` says how it stands to the
    room's screen, None where that is not open; ``shown`` carries the address of one to be shown,
    ``kept`` of a free order whose row is to be kept, where it ``may_keep`` it, and ``told`` of one
    whose ruling was held and is to be told, where it ``may_tell`` it.
    """

    ruled = Signal(object, object)
    half_ruled = Signal(object, str)
    marked = Signal(object, bool)
    accepted = Signal(object)
    shown = Signal(object)
    kept = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        view: CardView,
        may_rule: bool = False,
        waits: bool | None = None,
        may_mark: bool = False,
        ask: RulingHelp = NO_HELP,
        to_room: ToRoom | None = None,
        may_keep: bool = False,
        may_tell: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(view.head.table.colour, parent)
        self.view = view
        self.waits = waits
        self.accept = self._make_accept() if may_rule and waits else None
        self._may_rule, self._may_mark = may_rule, may_mark
        self._ask = ask
        self.to_room = to_room
        self.keep: QPushButton | None = None
        self._may_keep, self._may_tell = may_keep, may_tell
        self.room: QPushButton | None = None
        self.form: RulingForm | None = None
        self._folded: RulingForm | None = None  # left by Escape, with what was typed on it
        self._details: CardDetails | None = None
        self.lines.addWidget(head_line(view.head))
        self.lines.addWidget(label(view.head.title, bold=True, wrap=True))
        if view.lapse:
            self.lines.addWidget(label(view.lapse, "muted", wrap=True))
        if view.band is not None:
            self.lines.addWidget(_odds_row(view))
            if view.odds_set:
                self.lines.addWidget(label(view.odds_set, "muted", wrap=True))
            if view.leanings:
                self.lines.addWidget(label(facts(view.leanings), "muted", wrap=True))
            self.lines.addWidget(self._result(view.band))
        if view.ruling:
            self._add_ruling(view.ruling)
        for note in (*view.notes, view.meaning):
            if note:
                self.lines.addWidget(label(note, "muted", wrap=True))
        if view.reason:
            self.lines.addWidget(label(view.reason, wrap=True))
        effects = label(view.moved, wrap=True)
        Number(effects).tell(*view.moved_accounts)
        if may_rule or may_mark:
            self.lines.addWidget(effects)
            effects.setHidden(view.final is None)
        self.lines.addWidget(self._foot(effects))
        self.setAccessibleName(view.spoken)
        for button in self.findChildren(QPushButton):
            self._name(button)

    def _name(self, button: QPushButton) -> None:
        """Whoever hears one button of many hears also which order it is about."""
        said = _("{act}: {order}")
        button.setAccessibleName(fill(said, act=button.text(), order=self.view.spoken))

    def _result(self, band: Band) -> QWidget:
        if self.view.ruling:
            return label(self.view.table_gave, "muted")
        return BandLabel(band, self.view.result)

    def _add_ruling(self, ruling: RulingView) -> None:
        self.lines.addWidget(BandLabel(ruling.band, ruling.result))
        if not ruling.account:
            return
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        shown = Glyph("eye" if ruling.is_told else "eye_off", "muted", 16)
        shown.setToolTip(ruling.when)
        across.addWidget(shown)
        across.addWidget(label(ruling.account, wrap=True), 1)
        self.lines.addWidget(row)
        if not ruling.is_told:
            self.lines.addWidget(label(ruling.when, "muted", wrap=True))

    def _foot(self, effects: QLabel) -> QWidget:
        decisions = self._decisions()
        self.more = QPushButton(_("Details"))
        self.more.setProperty("role", "quiet")
        self.more.setIcon(icons.icon("expand", "muted"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_details)
        only_looks(self.more)
        steady(self.more)
        if decisions:
            if not (self._may_rule or self._may_mark):
                self.lines.addWidget(effects)
                effects.setHidden(self.view.final is None)
            return flowing(theme.SPACE, *decisions, self.more)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(effects, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def _make_accept(self) -> QPushButton:
        lapsed = self.view.band is None
        accept = _soft(_("Accept: nothing comes of it") if lapsed else _("Accept as the dice fell"))
        accept.setIcon(icons.icon("check", "muted"))
        accept.setToolTip(_("Your decision, for the record."))
        accept.clicked.connect(lambda: self.accepted.emit(self.view.address))
        return accept

    def _make_mark(self) -> QPushButton:
        mark = _soft(_("Mark as read"))
        mark.setToolTip(_("For you alone, to see how far you are. It changes nothing."))
        mark.setCheckable(True)
        mark.toggled.connect(self._mark)
        return mark

    def _make_room(self, state: ToRoom) -> QPushButton:
        room = _soft(_("Show to the room") if state in _TO_COME else _("Shown to the room"))
        room.setIcon(icons.icon("eye" if state in _TO_COME else "check", "muted"))
        say_grey(room, _room_words(state), _("On its screen now, before the turn is closed."))
        room.clicked.connect(lambda: self.shown.emit(self.view.address))
        return room

    def _decisions(self) -> list[QPushButton]:
        made = [self.accept] if self.accept else []
        if self._may_mark:
            self.mark = self._make_mark()
            made.append(self.mark)
        made += self._ruling_buttons() if self._may_rule else []
        if self.to_room is not None:
            self.room = self._make_room(self.to_room)
            made.append(self.room)
        if self._may_keep:
            self.keep = _soft(_("Keep its row…"))
            self.keep.setIcon(icons.icon("list", "muted"))
            self.keep.clicked.connect(lambda: self.kept.emit(self.view.address))
            made.append(self.keep)
        if self._may_tell and self.view.ruling is not None and not self.view.ruling.is_told:
            tell = _soft(_("Tell this ruling now"))
            tell.setIcon(icons.icon("eye", "muted"))
            said = _("Whoever learns of the order reads its ruling then. It cannot be taken back.")
            tell.setToolTip(in_tooltip(said))
            tell.clicked.connect(lambda: self.told.emit(self.view.address))
            made.append(tell)
        return made

    def _ruling_buttons(self) -> list[QPushButton]:
        self.otherwise = _soft(
            _("Change the ruling…") if self.view.ruling else _("Rule otherwise…")
        )
        self.otherwise.setIcon(icons.icon("adjudicate", "muted"))
        self.otherwise.clicked.connect(self.open_form)
        if not self.view.ruling:
            return [self.otherwise]
        back = _soft(_("Take the ruling back"))
        back.clicked.connect(self._take_back)
        return [self.otherwise, back]

    def take_over(self, before: AdjudicationCard) -> None:
        """Be as open as the card was in whose place this one comes, with what was typed on it."""
        self.more.setChecked(before.more.isChecked())
        if not self._may_rule or before.view.ruled != self.view.ruled:
            return
        if typed := before.form or before._folded:
            self._make_form().take_over(typed)
            if before.form is None:
                self._fold_form()

    def bring_back(self, left: str) -> None:
        """Hold a ruling that was half filled in before this card was made."""
        self._make_form().fill_in(Draft(left))
        self._fold_form()

    @property
    def half_typed(self) -> str:
        """The reason of a ruling that was begun and not given; empty where none was."""
        begun = self.form or self._folded
        return begun.half_typed if begun is not None else ""

    def _mark(self, on: bool) -> None:
        self.mark.setText(pgettext("a card that was read", "Read") if on else _("Mark as read"))
        self.mark.setIcon(icons.icon("check", "good") if on else QIcon())
        self._name(self.mark)
        self.marked.emit(self.view.address, on)

    def _take_back(self) -> None:
        self.ruled.emit(self.view.address, None)

    def open_form(self) -> None:
        """Open the form for a ruling, or go to it."""
        form = self.form or self._make_form()
        form.why.setFocus()
        bring_in_sight(form)

    def _make_form(self) -> RulingForm:
        if self._folded is not None:
            self.form, self._folded = self._folded, None
            self.form.show()
            return self.form
        form = self.form = RulingForm(self.view.address, self.view.band, self.view.ruled, self._ask)
        form.typed.connect(lambda: self.half_ruled.emit(self.view.address, form.draft))
        form.ruled.connect(lambda ruling: self.ruled.emit(self.view.address, ruling))
        form.left.connect(self._leave_form)
        form.dropped.connect(self._drop_form)
        self.lines.addWidget(form)
        return form

    def foresee(self) -> None:
        """What is open of a ruling tells anew what it would come to, after another was given."""
        if begun := self.form or self._folded:
            begun.foresee()

    def _leave_form(self) -> None:
        if self.form is not None:
            self._fold_form()
            self.otherwise.setFocus()

    def _fold_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self._folded, self.form = self.form, None

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.half_ruled.emit(self.view.address, "")
            self.otherwise.setFocus()

    def _show_details(self, on: bool) -> None:
        self.more.setIcon(icons.icon("collapse" if on else "expand", "muted"))
        if on and self._may_mark:
            self.mark.setChecked(True)
        if on and self._details is None:
            self._details = CardDetails(self.view.details)
            self.lines.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(on)


_TO_COME = (ToRoom.NOT_YET, ToRoom.NEVER)


def _room_words(state: ToRoom) -> str:
    """Why it cannot be shown; "" where it can."""
    if state is ToRoom.NEVER:
        return _("Not everybody may know of this order, so the room is not shown it.")
    if state is ToRoom.SHOWN:
        return _("It stands on the room's screen as it is here.")
    if state is ToRoom.CHANGED:
        return _("The room's screen has it as it is now, and says that it was changed.")
    return ""


def _soft(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "soft")
    steady(button)
    return button


def _odds_row(view: CardView) -> QWidget:
    chance = label(view.odds)
    Number(chance).tell(*view.odds_accounts)
    odds: list[QWidget] = [chance]
    if view.shift:
        shift = label(view.shift, "muted")
        note = _("The sum of the modifiers. The odds beside it hold it already.")
        Number(shift).tell(*view.odds_accounts, note=note)
        odds.append(shift)
    if view.dice:
        one, two = view.dice
        dice = QWidget()
        thrown = QHBoxLayout(dice)
        thrown.setContentsMargins(0, 0, 0, 0)
        thrown.setSpacing(4)
        thrown.addWidget(Glyph(f"dice_{one}", "text", 18))
        thrown.addWidget(Glyph(f"dice_{two}", "text", 18))
        thrown.addWidget(label(dice_words(view.dice)))
        odds.append(dice)
    return flowing(2 * theme.SPACE, *odds)
