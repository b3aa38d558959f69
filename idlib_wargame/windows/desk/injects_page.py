"""The injects of the pack: what is due now, what is still to come, what was sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from idlib_wargame.session.play import ADJUDICATION, REPORT, Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.inject_rows import InjectRow, InjectRows, inject_rows
from idlib_wargame.windows.desk.inject_card import InjectCard
from idlib_wargame.windows.look import icons, theme
from idlib_wargame.windows.parts.labels import emptied, label
from idlib_wargame.words.figures import counted

# What a card shows: its row, whether it may be sent, and whether that is to be decided now.
Key = tuple[InjectRow, bool, bool]


class InjectsPage(QScrollArea):
    """``sent`` and ``held`` carry an inject's id; ``telling`` when words are to be written."""

    sent = Signal(str)
    held = Signal(str)
    telling = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[InjectRows, str, int] | None = None
        self._made: dict[Key, InjectCard] = {}
        self._kept: dict[Key, InjectCard] = {}
        self.cards: dict[str, InjectCard] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self.setWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2 * theme.SPACE, 12, 2 * theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(12)
        column.addLayout(self._head())
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.SPACE)
        column.addLayout(self._body)
        column.addStretch()

    def _head(self) -> QHBoxLayout:
        self.hint = label("", "muted", wrap=True)
        self.tell = QPushButton("Tell seats…")
        self.tell.setProperty("role", "quiet")
        self.tell.setIcon(icons.icon("edit", "muted"))
        self.tell.setToolTip("Words of the moment, to some seats or all (Ctrl+Shift+M)")
        self.tell.clicked.connect(self.telling)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("Injects", "heading"))
        words.addWidget(self.hint)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.tell, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def title(self) -> str:
        """What the page's tab says: with how many may be sent now."""
        play = self._session.play
        due = 0 if _is_too_late(play) else len(self._session.due_injects())
        return f"Injects ({due})" if due else "Injects"

    def show_play(self, play: Play) -> None:
        """Show the injects as the exercise stands, once somebody looks at them."""
        if self.isVisible():
            self._show(play)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._show(self._session.play)

    def _show(self, play: Play) -> None:
        due = () if _is_over(play) else self._session.due_injects()
        rows = inject_rows(self._session.scenario, play, due)
        if (rows, play.phase, play.turn) == self._shown:
            return
        self._shown = (rows, play.phase, play.turn)
        had_focus = self._inside.isAncestorOf(QApplication.focusWidget() or QWidget())
        place = self.verticalScrollBar().value()
        self._clear()
        self.tell.setEnabled(not play.finished)
        self.hint.setText(_hint(play, rows))
        may_send = not _is_too_late(play)
        self._add_section(_due_heading(play), rows.due, may_send, asks=True)
        over = "Not sent" if _is_over(play) else "Still to come"
        self._add_section(over, rows.coming, may_send)
        self._add_section("Sent, the newest first", rows.sent, may_send=False)
        for card in self._kept.values():
            card.hide()
            card.deleteLater()
        self._kept.clear()
        self.verticalScrollBar().setValue(place)
        if had_focus:
            self._next_button().setFocus()

    def _clear(self) -> None:
        """Take everything off the page, but keep the cards, of which most will stand again."""
        self.cards.clear()
        self._kept, self._made = self._made, {}
        for card in self._kept.values():
            self._body.removeWidget(card)
        emptied(self._body)

    def _add_section(
        self, heading: str, rows: Sequence[InjectRow], may_send: bool, asks: bool = False
    ) -> None:
        if not rows:
            return
        title = label(heading, "eyebrow")
        title.setContentsMargins(0, 4, 0, 0)
        self._body.addWidget(title)
        for row in rows:
            card = self._card((row, may_send, may_send and asks))
            if row.id:
                self.cards[row.id] = card
            self._body.addWidget(card)

    def _card(self, key: Key) -> InjectCard:
        card = self._kept.pop(key, None)
        if card is None:
            card = InjectCard(*key)
            card.sent.connect(self.sent)
            card.held.connect(self.held)
        self._made[key] = card
        return card

    def _next_button(self) -> QWidget:
        return next((card.send for card in self.cards.values() if card.send), self.tell)


def _is_too_late(play: Play) -> bool:
    """Whether orders have been opened, so that nothing can be sent in this turn."""
    return play.phase in (ADJUDICATION, REPORT) or play.finished


def _is_over(play: Play) -> bool:
    """Whether no turn is left to send anything in."""
    return play.finished or (play.phase == REPORT and play.turn >= play.setup.turns)


def _due_heading(play: Play) -> str:
    if play.phase == REPORT:
        return f"Due when turn {play.turn + 1} begins"
    return "Not sent while it was due" if play.phase == ADJUDICATION else "Due now"


def _hint(play: Play, rows: InjectRows) -> str:
    sent = sum(bool(row.id) for row in rows.sent)
    if _is_over(play):
        return f"{sent} sent, {len(rows.coming)} never sent."
    counts = f"{len(rows.coming)} still to come, {sent} sent."
    if _is_too_late(play):
        return f"{counts} Orders have been opened, so the next can be sent in the next turn."
    if not rows.due:
        return f"Nothing is due now; {counts}"
    optional = sum(row.optional for row in rows.due)
    chosen = f" ({counted(optional, 'is', 'are')} optional)" if optional else ""
    return f"{len(rows.due)} due now{chosen}; {counts}"
