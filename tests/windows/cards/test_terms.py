"""The terms of an agreement before and after its first close."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.views.bargains.case_card import CaseCard
from idlib_wargame.views.bargains.standing import look_of
from idlib_wargame.views.seat import seat_view
from idlib_wargame.windows.cards.agreement_sheet import AgreementSheet
from idlib_wargame.windows.cards.term_row import TermRow
from idlib_wargame.windows.parts.marks import Glyph
from tests.session.bargains import KEY, sign, to_closed
from tests.session.exercises import begun


def rows(card: CaseCard) -> list[QWidget]:
    """The terms as a seat and as the desk have them."""
    return [TermRow(card.terms[0]), AgreementSheet(card)]


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_term_has_no_mark_before_the_first_close(
    qtbot: QtBot, full: PackReading, is_closed: bool
) -> None:
    """An empty circle would look like something to choose."""
    session = begun(full)
    sign(session)
    if is_closed:
        to_closed(session)
    ledger = seat_view(session, "astra").ledger
    assert ledger is not None
    card = ledger.card(KEY)
    assert card is not None
    for row in rows(card):
        qtbot.addWidget(row)
        assert bool(row.findChildren(Glyph)) is is_closed


@pytest.mark.parametrize("is_guess", [False, True])
def test_what_a_reader_is_not_told_has_no_colour_of_praise(
    full: PackReading, is_guess: bool
) -> None:
    """The mark of a term that is kept as far as they know is no finding."""
    session = begun(full)
    sign(session)
    to_closed(session)
    ledger = seat_view(session, "astra").ledger
    assert ledger is not None
    term = ledger.cards[0].terms[0]._replace(is_guess=is_guess)
    assert ("good" in look_of(term)) is not is_guess
