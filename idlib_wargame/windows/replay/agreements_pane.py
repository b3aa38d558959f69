"""Offers and agreements at the cursor's moment, as far as the reader may know them."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QMargins
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play
from idlib_wargame.views.bargains.case_card import CaseCard
from idlib_wargame.views.bargains.ledger import ledger_view
from idlib_wargame.windows.cards.agreement_sheet import AgreementSheet
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.tall_column import TallColumn
from idlib_wargame.words.language import _

MARGINS = QMargins(16, 12, 16, 12)


class AgreementsPane(TallColumn):
    """``sight`` is the reader's; None for control. Cards are made when somebody looks."""

    def __init__(
        self, referee: Referee, sight: Sight | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(MARGINS, theme.SPACE, parent=parent)
        self._referee, self._sight = referee, sight
        self._wanted: Play | None = None
        self._shown: tuple[Ledger, int] | None = None
        self.sheet.setProperty("role", "panel")
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_play(self, play: Play) -> None:
        """Show what there is in an exercise as its reader may know it."""
        self._wanted = play
        if self.isVisible():
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with where the cursor has gone meanwhile."""
        super().showEvent(event)
        self._make()

    def _make(self) -> None:
        play = self._wanted
        if play is None or (play.ledger, play.bargaining_turn) == self._shown:
            return
        self._shown = play.ledger, play.bargaining_turn
        found = ledger_view(self._referee, play, self._sight)
        headed = (
            (_("On the table"), (*found.waiting, *found.tabled)),
            (_("In force"), found.in_force),
            (_("Over"), found.over),
        )
        shown: list[Hashable] = []
        for heading, cards in headed:
            shown += [heading, *cards] if cards else []
        shown = shown or [_nothing_yet()]
        self.show_cards(shown, lambda place: _made_for(shown[place]))


def _made_for(what: Hashable) -> QWidget:
    """The card of an offer or agreement, or the heading that stands before the first."""
    if not isinstance(what, CaseCard):
        is_heading = what != _nothing_yet()
        return label(str(what), "eyebrow" if is_heading else "muted", wrap=True)
    made = QFrame()
    made.setProperty("role", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(2 * theme.SPACE, 10, 2 * theme.SPACE, 10)
    column.setSpacing(4)
    column.addWidget(label(what.heading, bold=True, wrap=True))
    column.addWidget(label(what.state, "muted", wrap=True, leads=True))
    column.addWidget(AgreementSheet(what))
    return made


def _nothing_yet() -> str:
    return _(
        "When a seat makes an offer that you may know of, it stands here with what came of it."
    )
