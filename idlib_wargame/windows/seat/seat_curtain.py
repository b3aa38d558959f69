"""A seat's curtain: it opens to the PIN of anybody who sits there, and takes their first one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.views.curtain import CurtainView
from idlib_wargame.views.observer_door import ObserverDoor
from idlib_wargame.views.own_door import OwnDoor
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pin_entry import PinEntry, of_seat
from idlib_wargame.windows.seat.curtain import Curtain
from idlib_wargame.windows.seat.pin_form import PinForm
from idlib_wargame.words.language import _

CENTRE = Qt.AlignmentFlag.AlignCenter


class SeatCurtain(Curtain):
    """``lifted`` when whoever sits here may look; ``given_back`` when the laptop goes back.

    An observer has one too, who is then the only one behind it.
    Nobody is kept in front of it: whoever has no PIN gives the laptop back.
    """

    given_back = Signal()

    def __init__(self, own: OwnDoor | ObserverDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._wants_to_set = False  # they said so before they gave their PIN
        self._is_in_hand = False
        self.remark = label("", "muted", wrap=True)
        self.remark.setAlignment(CENTRE)
        self.pin = PinEntry(own.lock, _("Lift the curtain"), of_seat(_("Your PIN")))
        self.pin.opened.connect(self._opened)
        self.form = PinForm()
        self.form.chosen.connect(self._set)
        self.form.left.connect(self._left_form)
        self.setting = QPushButton()
        self.setting.clicked.connect(self._go_and_set)
        self.back = QPushButton(_("Back to the facilitator"))
        self.back.clicked.connect(self.given_back)
        for button in (self.setting, self.back):
            button.setProperty("role", "quiet")
            button.setAutoDefault(False)
            steady(button)
        self._lay_out()
        self.begin()
        unwatch = own.watch(self.look_again)
        self.destroyed.connect(unwatch)

    def _lay_out(self) -> None:
        self.column.insertWidget(self.column.indexOf(self.button), self.remark)
        self.column.insertWidget(self.column.indexOf(self.button), self.pin)
        # Between two stretches and not aligned: its words then have the height that they need.
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(self.form)
        across.addStretch()
        self.column.insertLayout(self.column.indexOf(self.button), across)
        after = self.column.indexOf(self.button) + 1
        for place, button in enumerate((self.setting, self.back)):
            self.column.insertWidget(after + place, button, 0, CENTRE)

    def stand_for(self, in_hand: bool, back: str) -> None:
        """Say what is so: whether those whose it is have the laptop, and who gets it ``back``."""
        self._is_in_hand = in_hand
        self.back.setText(back)
        self.begin()

    def _told(self, view: CurtainView) -> str:
        return view.words_in_hand if self._is_in_hand else view.words

    def begin(self) -> None:
        """The curtain as it first stands, with nothing typed."""
        view = self._own.curtain()
        self._wants_to_set = False
        self.form.forget()
        self.form.hide()
        asks = view.asks_pin
        self.words.show()
        self.say(view.title, self._told(view), "" if asks else _("Lift the curtain"), view.colour)
        self.remark.setText(view.remark)
        self.remark.setVisible(bool(view.remark))
        self.pin.begin()
        self.pin.setVisible(asks)
        may_begin = any(person.was_reset for person in view.people)
        self.setting.setText(_("Set a new PIN") if may_begin else _("Set or change a PIN"))
        self.setting.setVisible(view.takes_pins and (asks or not view.asks_to_set))
        self._take_keys()

    def look_again(self) -> None:
        """Somebody may have reset a PIN, or another may sit here; what is being typed stays."""
        if not self.isVisible():
            return  # it looks when it comes into sight
        view = self._own.curtain()
        if view.remark != self.remark.text() or view.asks_pin == self.pin.isHidden():
            if self.form.isHidden():
                self.begin()
        elif self._told(view) != self.words.text():
            self.words.setText(self._told(view))

    def press(self) -> None:
        """Without a PIN the curtain lifts, or asks for one at its first lifting."""
        view = self._own.curtain()
        if view.asks_pin:
            self.begin()
        elif view.asks_to_set:
            self._show_form()
        else:
            self.lift()

    def _go_and_set(self) -> None:
        """Who may not begin gives a PIN first; a second press of the button leaves that."""
        view = self._own.curtain()
        if self._wants_to_set:
            self.begin()
        elif view.asks_pin and not any(person.was_reset for person in view.people):
            self._wants_to_set = True
            self.words.setText(view.before_setting)
            self.pin.begin(_("Go on to the new PIN"), view.whose_pin)
            self.setting.setText(_("Leave the PIN as it is"))
            self._take_keys()
        else:
            self._show_form()

    def _opened(self) -> None:
        view = self._own.curtain()
        if self._wants_to_set or (view.must_set and view.without):
            self._show_form()
        else:
            self._lift()

    def _show_form(self) -> None:
        view = self._own.curtain()
        people = self._who_may_set(view)
        whose = view.whose_words(people, beside=self._is_beside)
        self.form.ask(people, self._leave_words(view), _set_words(view), whose)
        for other in (self.words, self.pin, self.button, self.setting):
            other.hide()
        self.form.show()
        self._take_keys()

    def _who_may_set(self, view: CurtainView) -> list[str]:
        """Whoever may begin; with a PIN given, those without one, and its owner who changes it."""
        if not self.pin.given:
            return [person.name for person in view.people if person.may_begin]
        own = [self.pin.owner] if self._wants_to_set else []
        return [*(person.name for person in view.without), *own]

    @property
    def _is_beside(self) -> bool:
        """Whether somebody opened it with their PIN, and is asked for that of another."""
        return bool(self.pin.given) and not self._wants_to_set

    def _leave_words(self, view: CurtainView) -> str:
        if self._is_beside:
            return _("Go on without")
        if view.asks_pin or not view.asks_to_set:
            return _("Cancel")
        return "" if view.must_set else _("Go on without a PIN")

    def _set(self, person: str, pin: str) -> None:
        try:
            self._own.set_pin(person, pin, self.pin.given)
        except (Refused, SessionFault) as refused:
            self.form.say(str(refused))
            return
        self._lift()

    def _left_form(self, person: str) -> None:
        """Without a PIN the curtain lifts at once; who only looked for the form comes back."""
        view = self._own.curtain()
        if self._is_beside:
            self._lift()
        elif view.asks_to_set and not view.must_set:
            try:
                self._own.go_without_pin(person)
            except Refused as refused:
                self.form.say(str(refused))
                return
            self._lift()
        else:
            self.begin()

    def _lift(self) -> None:
        self.begin()
        self.lift()

    def showEvent(self, event: QShowEvent) -> None:
        """Another may sit here by now; keys go to the field, where there is one."""
        super().showEvent(event)
        self.begin()

    def _take_keys(self) -> None:
        policy = Qt.FocusPolicy
        field: QWidget = self
        if not self.form.isHidden():
            field = self.form.pin
        elif not self.pin.isHidden():
            field = self.pin.field
        self.setFocusPolicy(policy.StrongFocus if field is self else policy.NoFocus)
        field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the curtain itself lifts it where no PIN is asked for."""
        if not self.form.isHidden() or not self.pin.isHidden():
            QFrame.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)


def _set_words(view: CurtainView) -> str:
    if view.asks_pin:
        return _("Nobody sees the PIN, and no log has it.")
    return _(
        "Set a PIN, so that nobody from another seat looks in when the laptop changes hands. "
        "Nobody sees it; the facilitator can reset it."
    )
