"""The card of a session on the start window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout

from idlib_wargame.views.recent import Recent
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.as_typed import in_tooltip
from idlib_wargame.windows.parts.card_button import CardButton
from idlib_wargame.windows.parts.elided_label import ElidedLabel
from idlib_wargame.windows.parts.keys import Where, is_key
from idlib_wargame.windows.parts.margins import set_margins
from idlib_wargame.windows.start.ladder_line import LadderLine
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.starting import card_words, last_used_words, where_words


class SessionCard(CardButton):
    """Goes on with its session when pressed; a finished one is replayed, or its desk opened.

    ``apart`` says what tells it from another of its title.
    """

    go_on = Signal()
    replay = Signal()
    forget = Signal()

    def __init__(self, recent: Recent, apart: str = "") -> None:
        super().__init__()
        self.recent = recent
        self._apart = apart
        self.missing = not recent.path.is_file()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setAccessibleName(card_words(recent.title, recent.pack, recent.stands))
        self.setAccessibleDescription(facts([each for each in (recent.people, apart) if each]))
        self.setToolTip(in_tooltip(str(recent.path)))
        self._add_actions()
        self._lay_out()
        self.clicked.connect(self._press)

    def _press(self) -> None:
        (self.replay if self.recent.finished else self.go_on).emit()

    def _add_actions(self) -> None:
        onward = _("Open the desk") if self.recent.finished else _("Go on with it")
        for text, signal, wanted in (
            (onward, self.go_on, not self.missing),
            (_("Replay it"), self.replay, not self.missing),
            (_("Take off this list"), self.forget, True),
        ):
            action = QAction(text, self)
            action.setEnabled(wanted)
            action.triggered.connect(signal)
            self.addAction(action)

    def _lay_out(self) -> None:
        recent = self.recent
        row = QHBoxLayout(self)
        set_margins(row, 2 * theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        row.setSpacing(2 * theme.SPACE)
        row.addWidget(LadderLine(recent.rungs, recent.lowest, recent.highest, recent.turns))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        title = ElidedLabel(recent.title)
        theme.style(title, bold=True)
        lines.addWidget(title)
        where = where_words(recent.pack, recent.stands, missing=self.missing)
        used = facts([each for each in (last_used_words(recent.when), recent.people) if each])
        for text, size in ((where, 13), (used, 11)):
            lines.addWidget(_line(ElidedLabel(text), size))
        if self._apart:
            # What tells two copies apart stands at the end of their names.
            lines.addWidget(_line(ElidedLabel(self._apart, Qt.TextElideMode.ElideMiddle), 11))
        lines.addStretch(1)
        row.addLayout(lines, 1)
        row.addWidget(self._more_button(), 0, Qt.AlignmentFlag.AlignTop)

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        button.setIcon(icons.icon("more"))
        button.setToolTip(_("What else can be done with this session"))
        button.setAccessibleName(fill(_("More for {session}"), session=self.recent.title))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.addActions(self.actions())
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the card off the list; on a Mac that key is what others call Backspace."""
        if is_key(event, Where.START, "forget"):
            self.forget.emit()
        else:
            super().keyPressEvent(event)


def _line(label: ElidedLabel, size: int) -> ElidedLabel:
    theme.style(label, "muted", size)
    return label
