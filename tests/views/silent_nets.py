"""An exercise in which a track moved for reasons that not every seat may know."""

from __future__ import annotations

from idlib_wargame.rules.odds import Band
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.session import Session
from tests.harbour_exercise import SEATING, SEED, open_orders, seal
from tests.packs.harbour import READ_FULL


def played(numbers: bool = True) -> Session:
    """A turn in which Astra fished in secret, with success; then an inject in the next."""
    setup = Setup("Course", "Group", 4, numbers=numbers, seating=SEATING)
    session = Session.create(None, READ_FULL, setup, seed=SEED)
    open_orders(session)
    seal(session, "astra", Wish("silent_nets"), Wish("call_talks"))
    seal(session, "borea", Wish("protest"), Wish("send_patrols"))
    session.submit(Adjudicate(), FACILITATOR)
    assert session.play.pending is not None
    nets = next(c for c in session.play.pending.result.cards if c.order.move == "silent_nets")
    session.submit(Decide(nets.address, Band.SUCCESS, "A dark night"), FACILITATOR)
    session.submit(CloseTurn(), FACILITATOR)
    session.submit(MoveOn(), FACILITATOR)
    session.submit(SendInject("cold_spring"), FACILITATOR)
    return session
