"""Those who play no seat, under the seats: a short row, and a form to let them in and out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import Observer, Watching
from idlib_wargame.views.desk.drafts import Draft, draft_text
from idlib_wargame.views.people import (
    ObserverLine,
    count_words,
    may_see,
    observer_lines,
    role_words,
    why_not_let_in,
)
from idlib_wargame.windows.desk.half_typed import HalfTyped
from idlib_wargame.windows.desk.screen_button import ScreenButton
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.flow_row import flowing
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.pick_list import PickList
from idlib_wargame.windows.parts.sending import sends
from idlib_wargame.windows.parts.spoken_button import spoken_button
from idlib_wargame.windows.parts.why_grey import WhyGrey
from idlib_wargame.words.language import _, fill

PLACE = "observer"


class ObserverForm(QFrame):
    """Who they are and what they see. ``seated`` carries an Observer, and whether they are here
    already; ``left`` by Escape, which keeps what was typed, ``dropped`` by its button.
    """

    seated = Signal(object, bool)
    left = Signal()
    dropped = Signal()

    def __init__(
        self,
        scenario: Scenario,
        half: HalfTyped,
        who: Observer | None,
        there: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self._others = [] if who is not None else [*there]
        self._half, self._who = half, who
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name"))
        self.name.setAccessibleName(_("Name of the observer"))
        self.role = PickList(letters=12)
        self.role.setAccessibleName(_("What they are here for"))
        for role in Watching:
            self.role.addItem(role_words(role), role.value)
        self.sees = PickList(letters=12)
        self.sees.setAccessibleName(_("What they see"))
        for given in may_see(scenario):
            self.sees.addItem(given.words, given.sees)
        self.go = QPushButton(_("Let in") if who is None else _("Keep the change"))
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.setProperty("role", "quiet")
        self.why_grey = WhyGrey(self.go)
        for button in (self.go, self.cancel):
            steady(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE] * 4))
        column.setSpacing(6)
        buttons = flowing(6, self.go, self.cancel)
        for part in (self.name, self.role, self.sees, buttons, self.why_grey.line):
            column.addWidget(part)
        self._fill_in(Draft(half.of(PLACE)) if who is None else None)
        self.name.textChanged.connect(self._typed)
        for pick in (self.role, self.sees):
            pick.currentIndexChanged.connect(self._typed)
        self.name.returnPressed.connect(self._send)
        sends(self._send, self.name)
        self.go.clicked.connect(self._send)
        self.cancel.clicked.connect(self._drop)

    def _fill_in(self, left: Draft | None) -> None:
        who = self._who or Observer("")
        role, sees, name = who.role.value, who.sees, who.name
        if left is not None:
            name, role = left.get("name", name), left.get("role", role)
            sees = left.get("sees", sees)
        self.name.setText(name)
        self.name.setReadOnly(self._who is not None)  # another name is somebody else
        self.role.setCurrentIndex(max(0, self.role.findData(role)))
        self.sees.setCurrentIndex(max(0, self.sees.findData(sees)))
        self._name_button()

    @property
    def observer(self) -> Observer:
        """As it is filled in."""
        role = Watching(self.role.currentData())
        return Observer(self.name.text().strip(), role, self.sees.currentData())

    def _typed(self) -> None:
        self._name_button()
        if self._who is None:
            name, role, sees, _since = self.observer
            half = draft_text(name=name, role=role.value, sees=sees) if name else ""
            self._half.typed(PLACE, half)

    def _name_button(self) -> None:
        self.why_grey.say(why_not_let_in(self.name.text(), self._others))

    def _send(self) -> None:
        if self.go.isEnabled():
            self.seated.emit(self.observer, self._who is not None)

    def _drop(self) -> None:
        if self._who is None:
            self._half.done(PLACE)
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it, and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PeopleRow(QFrame):
    """``seated`` carries an Observer, and whether they are here already; ``leaving`` a name,
    ``opened`` a name, ``pin_reset`` the name of one whose PIN is to be reset, ``handed_to`` a name
    and a screen; ``asked`` when its form is opened.
    """

    asked = Signal()
    seated = Signal(object, bool)
    pin_reset = Signal(str)
    leaving = Signal(str)
    opened = Signal(str)
    handed_to = Signal(str, object)

    def __init__(self, scenario: Scenario, half: HalfTyped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario, self._half = scenario, half
        self._shown: tuple[ObserverLine, ...] | None = None
        self.form: ObserverForm | None = None
        self.count = label("", "muted", wrap=True, leads=True)
        self.more = spoken_button(_("Show"), _("Show who observes and helps"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._unfold)
        self.add = spoken_button(_("Add…"), _("Add an observer or assistant"))
        self.add.clicked.connect(lambda: self.open_form(None))
        self.open: dict[str, QPushButton] = {}
        self.change: dict[str, QPushButton] = {}
        self.let_go: dict[str, QPushButton] = {}
        self.reset: dict[str, QPushButton] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._folded = QWidget()
        self._folded.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.count, 1)
        head.addWidget(self.more)
        head.addWidget(self.add)
        self._column = QVBoxLayout(self)
        set_margins(self._column, 2 * theme.SPACE, 2, theme.SPACE, 2)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addWidget(self._folded)
        self._folded.hide()

    def show_play(self, play: Play) -> None:
        """Show who there is."""
        lines = observer_lines(self._scenario, play)
        if lines == self._shown:
            return
        self._shown = lines
        self.count.setText(count_words(play))
        self.more.setVisible(bool(lines))
        if not lines:
            self.more.setChecked(False)
        emptied(self._lines)
        self.open, self.change, self.let_go, self.reset = {}, {}, {}, {}
        for line in lines:
            self._lines.addWidget(self._line(line))

    def _line(self, line: ObserverLine) -> QWidget:
        name = line.name
        self.open[name] = spoken_button(_("Open"), fill(_("Open for {name}"), name=name))
        self.open[name].setToolTip(fill(_("Open for {name}; it covers the desk"), name=name))
        self.open[name].clicked.connect(lambda: self.opened.emit(name))
        self.change[name] = spoken_button(
            _("Change"), fill(_("Change what {name} sees"), name=name)
        )
        self.change[name].clicked.connect(lambda: self.open_form(line.observer))
        self.let_go[name] = spoken_button(_("Let go…"), fill(_("Let {name} go"), name=name))
        self.let_go[name].clicked.connect(lambda: self.leaving.emit(name))
        self.reset[name] = spoken_button(
            _("Reset the PIN…"), fill(_("Reset the PIN of {name}"), name=name)
        )
        self.reset[name].clicked.connect(lambda: self.pin_reset.emit(name))
        elsewhere = ScreenButton(name)
        elsewhere.chosen.connect(lambda screen: self.handed_to.emit(name, screen))
        steady(elsewhere)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addWidget(label(name, wrap=True, leads=True))
        column.addWidget(label(line.about, "muted", wrap=True, leads=True))
        column.addWidget(
            flowing(
                0,
                self.open[name],
                elsewhere,
                self.change[name],
                self.reset[name],
                self.let_go[name],
            )
        )
        self.reset[name].setVisible(line.has_pin)
        elsewhere.look()
        return row

    def _unfold(self, on: bool) -> None:
        self._folded.setVisible(on)
        self.more.setText(_("Hide") if on else _("Show"))

    def open_form(self, who: Observer | None) -> None:
        """Ask who comes, or what somebody is to see from now on."""
        self._close_form()
        form = self.form = ObserverForm(
            self._scenario, self._half, who, [each.name for each in self._shown or ()], self
        )
        form.seated.connect(self.seated)
        form.left.connect(self._close_form)
        form.dropped.connect(self._close_form)
        self._column.addWidget(form)
        form.show()
        self.asked.emit()
        (form.sees if who is not None else form.name).setFocus()

    def done(self) -> None:
        """They are in."""
        self._half.done(PLACE)
        self._close_form()
        self.more.setChecked(True)

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.add.setFocus()
