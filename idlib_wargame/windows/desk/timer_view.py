"""The time a phase has left, and what the facilitator may do about it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from idlib_wargame.views.breaks import break_offers
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import on_button
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.windows.parts.phase_timer import PhaseTimer
from idlib_wargame.words.language import _, fill, ngettext

STEPS = (-5, -1, 1, 5)  # minutes


class TimerView(QWidget):
    """Hidden where the phase has no length. ``pause_pressed`` also has a break end;
    ``minutes_given`` carries minutes, and ``break_wanted`` minutes, a name and the turn after
    which it was planned.
    """

    pause_pressed = Signal()
    minutes_given = Signal(int)
    break_wanted = Signal(int, str, int)

    def __init__(self, timer: PhaseTimer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = timer
        self._may_pause = True
        self.words = label(size=16)
        self.pause = QPushButton()
        self.pause.clicked.connect(self.pause_pressed)
        self.fewer = QPushButton(_("−1"))
        self.fewer.setAccessibleName(_("One minute fewer for this phase"))
        self.fewer.clicked.connect(lambda: self.minutes_given.emit(-1))
        self.more = QPushButton(_("+1"))
        self.more.setAccessibleName(_("One minute more for this phase"))
        self.more.clicked.connect(lambda: self.minutes_given.emit(1))
        self.others = QPushButton()
        self.others.setIcon(icons.icon("expand", "muted"))
        self.others.setAccessibleName(_("More about the time: five minutes, a break"))
        self.others.setToolTip(self.others.accessibleName())
        self.others.clicked.connect(self.offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.words)
        for button in (self.pause, self.fewer, self.more, self.others):
            button.setProperty("role", "quiet")
            row.addWidget(button)
        steady(self.pause)
        for button, means in ((self.fewer, "minute_less"), (self.more, "minute_more")):
            steady(button, waits=False, counts_on=True)
            button.setToolTip(
                fill(
                    _("{action} ({keys})"),
                    action=button.accessibleName(),
                    keys=key_words(Where.DESK, means),
                )
            )
        timer.ticked.connect(self.show_time)

    def show_time(self) -> None:
        """Read the timer again."""
        timer = self._timer
        self.setVisible(timer.is_shown or timer.on_break is not None)
        if self.isHidden():
            return
        on_break = timer.on_break
        role = "danger" if timer.is_over else "muted" if timer.is_paused else ""
        self.words.setText(timer.words)
        if self.words.property("role") != role:
            self.words.setProperty("role", role)
            theme.style(self.words)
        self._name_pause()
        for button in (self.fewer, self.more):
            button.setVisible(on_break is None)

    def _name_pause(self) -> None:
        timer = self._timer
        self.pause.setVisible(not timer.is_waiting)
        if timer.on_break is not None:
            does = _("End the break: the timer goes on")
        else:
            does = _("Go on with the timer") if timer.is_paused else _("Pause the timer")
        self.pause.setIcon(icons.icon("play" if timer.is_paused else "pause", "muted"))
        self.pause.setToolTip(does)
        self.pause.setAccessibleName(does)

    def offer(self) -> None:
        """What else may be done about the time."""
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.others.mapToGlobal(QPoint(0, self.others.height())))

    def make_menu(self) -> QMenu:
        """Minutes to give and to take, and breaks, the planned one first."""
        menu = QMenu(self)
        for minutes in STEPS:
            action = QAction(minutes_words(minutes), menu)
            action.triggered.connect(lambda _on=False, by=minutes: self.minutes_given.emit(by))
            action.setEnabled(self._timer.is_shown)
            menu.addAction(action)
        menu.addSeparator()
        for offer in break_offers(self._timer.play):
            action = QAction(on_button(offer.words), menu)
            action.triggered.connect(
                lambda _on=False, each=offer: self.break_wanted.emit(
                    each.minutes, each.name, each.after_turn
                )
            )
            action.setEnabled(self._timer.on_break is None)
            menu.addAction(action)
        return menu


def minutes_words(minutes: int) -> str:
    """ "Five minutes more" for an entry of a menu."""
    if minutes > 0:
        said = ngettext("{count} minute more", "{count} minutes more", minutes)
    else:
        said = ngettext("{count} minute fewer", "{count} minutes fewer", -minutes)
    return fill(said, count=abs(minutes))
