"""What control has told the seats up to the cursor's moment, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Message
from idlib_wargame.views.messages import message_view
from idlib_wargame.windows.cards.message_card import MessageCard
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.words.language import _
from idlib_wargame.words.situation import audience_words


class MessagesPane(QScrollArea):
    """Messages to everybody, whoever they were for. They are drawn when somebody looks."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._wanted: Sequence[Message] = ()
        self._made: Sequence[Message] | None = None
        inside = QFrame()
        inside.setProperty("role", "panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(theme.SPACE)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show these, first to last as they were sent."""
        self._wanted = messages
        if self.isVisible():
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with where the cursor has gone meanwhile."""
        super().showEvent(event)
        self._make()

    def _make(self) -> None:
        if self._wanted == self._made:
            return
        self._made = self._wanted
        emptied(self._column)
        for message in reversed(self._wanted):
            to = audience_words(self._scenario, message.to)
            self._column.addWidget(MessageCard(message_view(self._scenario, message), to=to))
        if not self._wanted:
            self._column.addWidget(label(_nothing_yet(), "muted", wrap=True))
        self._column.addStretch()
        self.verticalScrollBar().setValue(0)


def _nothing_yet() -> str:
    return _("When control tells the seats something, it stands here, the newest first.")
