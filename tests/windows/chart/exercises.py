"""Short exercises with the harbour pack, for charts."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.autoplay import habit_seating
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.play import Play, Setup
from idlib_wargame.session.session import Session


def played(harbour: PackReading, closed: int, turns: int = 4, ruling_in: int = 0) -> Play:
    """An exercise of so many turns, played by a habit until so many are closed."""
    assert harbour.scenario is not None
    seating = habit_seating(harbour.scenario, "cautious")
    setup = Setup("Staff course", "Group B", turns, seating=seating)
    session = Session.create(None, harbour, setup, seed_from_number(3))
    while len(session.play.closed) < closed:
        following = session.next_act()
        assert following is not None
        pending = session.play.pending
        if isinstance(following[0], CloseTurn) and pending and pending.number == ruling_in:
            card = next(card for card in pending.result.cards if card.final is not None)
            session.submit(Decide(card.address, Band.FAILURE, "Fog on the bank"), FACILITATOR)
        session.submit(following[0], FACILITATOR)
    return session.play


def lengthened(play: Play, turns: int) -> Play:
    """An exercise of many turns, its closed ones played over and over."""
    again = tuple(
        replace(turn, result=turn.result._replace(turn=number + 1))
        for number in range(turns)
        for turn in (play.closed[number % len(play.closed)],)
    )
    return replace(play, closed=again, setup=replace(play.setup, turns=turns))
