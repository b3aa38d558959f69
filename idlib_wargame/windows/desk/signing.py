"""Sign here: the people in the room sign an offer on one screen, each with a PIN of their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from idlib_wargame.session.faults import Refused
from idlib_wargame.session.pins import PinLock
from idlib_wargame.session.session import Session
from idlib_wargame.views.bargains.case_card import CaseCard
from idlib_wargame.views.desk.signing import (
    signed_words,
    signing_card,
    signing_seats,
    standing_parties,
)
from idlib_wargame.views.seat_door import SeatDoor, seat_door
from idlib_wargame.windows.cards.agreement_sheet import AgreementSheet
from idlib_wargame.windows.desk.handover import Handover
from idlib_wargame.windows.look import theme
from idlib_wargame.windows.parts.labels import label
from idlib_wargame.windows.parts.sign_here import Signer, SignHere, Standing
from idlib_wargame.words.language import _


class Signing:
    """Covers the desk with the sheet; each acceptance goes through the door of its own seat.

    ``inform`` says at the desk who signed, ``warn`` why one was refused. ``uncovered`` tells
    whether the desk shows what is secret.
    """

    def __init__(
        self,
        session: Session,
        handover: Handover,
        lock: PinLock,
        inform: Callable[[str], None],
        warn: Callable[[str], None],
        uncovered: Callable[[], bool],
    ) -> None:
        self._session, self._handover, self._lock = session, handover, lock
        self._inform, self._warn = inform, warn
        self._uncovered = uncovered

    def begin(self, key: str) -> None:
        """Bring up the sheet of an open offer for those who have not accepted it."""
        session = self._session
        case = session.play.ledger[key]
        seats = signing_seats(session.scenario, session.play, case)
        if not seats or self._handover.is_covered:
            return
        doors = {seat: seat_door(session, seat, self._lock) for seat in seats}
        sheet = SignHere(
            [self._signer(door) for door in doors.values()],
            _text(self._card(key)),
            [Standing(*party) for party in standing_parties(session, key)],
        )
        signed: list[str] = []
        refused: list[str] = []

        def accept(seat: str, person: str) -> None:
            try:
                doors[seat].accept_offer(key, case.digest, person)
            except Refused as why:
                refused.append(str(why))
            else:
                signed.append(seat)

        sheet.signed.connect(accept)
        self._handover.show_signing(sheet)
        # After the cover has come down, which takes away whatever is told on the desk.
        sheet.handed_in.connect(lambda: self._tell(key, signed, refused))

    def _card(self, key: str) -> CaseCard:
        return signing_card(self._session, key)

    def _signer(self, door: SeatDoor) -> Signer:
        row = self._session.scenario.seat_by_id[door.seat]
        people = self._session.play.setup.of(door.seat).people
        return Signer(door.seat, row.name, people, door.own.lock, row.colour)

    def _tell(self, key: str, signed: list[str], refused: list[str]) -> None:
        if refused:
            self._warn("\n".join(dict.fromkeys(refused)))
        else:
            self._inform(signed_words(self._session, key, signed, self._uncovered()))


def _text(card: CaseCard) -> QWidget:
    """The offer as all who sign it read it."""
    sheet = QFrame()
    sheet.setProperty("role", "card")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(*([2 * theme.SPACE] * 4))
    column.setSpacing(theme.SPACE)
    column.addWidget(label(card.title, "heading", wrap=True))
    column.addWidget(label(_("It holds once all have signed."), "muted", wrap=True))
    column.addWidget(AgreementSheet(card, with_marks=False))
    sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return sheet
