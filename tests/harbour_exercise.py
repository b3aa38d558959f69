"""The harbour exercise, brought to where a test begins; needs no screen."""

from __future__ import annotations

from pathlib import Path

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.session.acts import FACILITATOR
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.play import Setup, Wish
from idlib_wargame.session.seating import Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState

SEATING = (
    Seating("astra", ("Ana", "Ben")),
    Seating("borea", ("Carla",)),
    Seating("caldis", (), "habit:cautious"),
    Seating("press", (), "control"),
)
SEED = bytes(range(32))


def begin(reading: PackReading, path: Path | None = None, method: str = "semi_rigid") -> Session:
    """A new exercise: two seats played by people, one by a habit, and control.

    The people have had their first look, and the exercise has begun.
    """
    setup = Setup("Spring course", "Group B", 4, method=method, seating=SEATING)
    session = Session.create(path, reading, setup, seed=SEED)
    for seat in ("astra", "borea"):
        session.submit(EndFirstLook(seat), seat)
    session.submit(SetTimer(TimerState.RUNNING, 0), FACILITATOR)
    return session


def open_orders(session: Session) -> None:
    """Go on to the orders phase of the next turn, or of this one."""
    while session.play.phase != ORDERS:
        session.submit(MoveOn(), FACILITATOR)


def seal(session: Session, seat: str, *wishes: Wish) -> None:
    """Seal orders as the seat."""
    session.submit(SealOrders(seat, wishes), seat)


def seal_both(session: Session, why: str = "") -> None:
    """Seal an order for each seat that people play."""
    seal(session, "astra", Wish("call_talks", why=why))
    seal(session, "borea", Wish("protest", why=why))


def adjudicated(session: Session, why: str = "") -> None:
    """Play on until this turn's results lie on the table."""
    open_orders(session)
    seal_both(session, why)
    session.submit(Adjudicate(), FACILITATOR)


def closed(session: Session, why: str = "") -> None:
    """Play a whole turn."""
    adjudicated(session, why)
    session.submit(CloseTurn(), FACILITATOR)
