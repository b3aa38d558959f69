"""The strip along the foot of the desk that leads through a first turn, a step at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from idlib_wargame.session.session import Change, Session
from idlib_wargame.views.guide import GuidedTurn
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.keys import Where, key_words
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.one_press import steady
from idlib_wargame.words.language import _, fill


class GuideStrip(QFrame):
    """Says what to do, and sees by the session that it was done. It takes no keys by itself.

    ``left`` when somebody wants to go on without it; the exercise stays as it is.
    """

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "plain")
        self.setProperty("flush", True)
        self.guide = GuidedTurn(session)
        self.where = label("", size=11, bold=True)
        self.title = label("", bold=True, wrap=True)
        self.words = label("", wrap=True)
        self.back, self.forth = QPushButton(), QPushButton()
        backwards = self.isRightToLeft()
        for button, name, icon in (
            (self.back, _("The step before"), "right" if backwards else "left"),
            (self.forth, _("The next step"), "left" if backwards else "right"),
        ):
            button.setIcon(icons.icon(icon, "muted"))
            button.setAccessibleName(name)
            button.setToolTip(name)
            steady(button, waits=False)
        self.back.clicked.connect(lambda: self._turn(self.guide.back))
        self.forth.clicked.connect(lambda: self._turn(self.guide.forth))
        self.leave = QPushButton(_("Leave the guide"))
        self.leave.clicked.connect(self.left)
        steady(self.leave)
        told = QVBoxLayout()
        told.setSpacing(2)
        for part in (self.where, self.title, self.words):
            told.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(2 * theme.SPACE)
        row.addLayout(told, 1)
        for button in (self.back, self.forth, self.leave):
            button.setProperty("role", "quiet")
            row.addWidget(button)
        self._show_step()
        self._unsubscribe = session.subscribe(self._changed)
        self.destroyed.connect(self._unsubscribe)
        self.left.connect(self._unsubscribe)

    def _turn(self, to_another: Callable[[], None]) -> None:
        """Show another step: it is read, and counts as no more done than it was."""
        to_another()
        self._show_step()

    def _changed(self, change: Change) -> None:
        if self.guide.take(change):
            self._show_step()

    def _show_step(self) -> None:
        step, count = self.guide.step, len(self.guide.steps)
        if step is None:
            self.where.setText(_("Guided first turn"))
            self.title.setText(_("That was a turn."))
            said = _(
                "The next one goes the same way. Try what else there is, or close this desk: "
                "nothing of it is kept. {keys} finds every action, and the question mark beside "
                "the tabs says what a page is for."
            )
            self.words.setText(fill(said, keys=key_words(Where.DESK, "palette")))
        else:
            if self.guide.is_done:
                said = _("Guided first turn, step {number} of {count}: done")
            else:
                said = _("Guided first turn, step {number} of {count}")
            self.where.setText(fill(said, number=self.guide.number, count=count))
            self.title.setText(step.title)
            self.words.setText(step.words)
        self.back.setEnabled(self.guide.number > 1)
        self.forth.setEnabled(step is not None)
        self.setAccessibleName(
            fill(_("{title}. {text}"), title=self.title.text(), text=self.words.text())
        )
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
