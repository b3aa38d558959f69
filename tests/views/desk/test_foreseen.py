"""Whoever rules sees what each result would come to before it is given."""

from __future__ import annotations

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.session import Session
from idlib_wargame.views.desk.foreseen import ruling_help
from idlib_wargame.views.desk.results import cards_by_step
from idlib_wargame.words.language import unmarked
from tests.session.exercises import PROTEST_CARD, begun, do, to_results


def card_words(session: Session) -> str:
    """What the card on the desk says that the order moved."""
    assert session.play.pending is not None
    steps = cards_by_step(session.scenario, session.play.pending)
    cards = {card.address: card for step in steps for card in step.cards}
    return cards[PROTEST_CARD].moved


def test_each_band_is_told_as_it_comes_to_once_it_is_ruled(session: Session) -> None:
    """The words in the form are those of the card afterwards, and nothing is recorded."""
    to_results(session)
    head = session.saved.head
    told = ruling_help(session).by_band(PROTEST_CARD)
    assert session.saved.head == head
    assert [*told] == [*reversed(Band)]
    for band, foreseen in told.items():
        do(session, Decide(PROTEST_CARD, band, "So"))
        assert foreseen.moves == card_words(session)
    assert len({each.moves for each in told.values()}) >= 3


def test_written_effects_are_told_with_what_holds_them(session: Session) -> None:
    """More than the scale has is asked; what comes of it is read before it is ruled."""
    to_results(session)
    help_ = ruling_help(session)
    written = help_.written(PROTEST_CARD, Band.SUCCESS, (Effect("talks", 50),))
    do(session, Decide(PROTEST_CARD, Band.SUCCESS, "So", effects=(Effect("talks", 50),)))
    assert written is not None
    assert written.moves == card_words(session)
    assert "Stage of the talks" in unmarked(written.moves)
    assert [each.by < 50 for each in written.effects] == [True]


def test_a_pack_may_bring_reasons_of_its_own(session: Session, full: PackReading) -> None:
    """Else the program has a few."""
    assert ruling_help(begun(full)).reasons == (
        "The fog came up.",
        "The crews would not have gone out.",
    )
    assert len(ruling_help(session).reasons) == 5
