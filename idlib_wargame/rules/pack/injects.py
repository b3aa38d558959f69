"""Messages from control (the MSEL), and what each does."""

from __future__ import annotations

from dataclasses import dataclass

from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.pack.basis import Basis
from idlib_wargame.rules.pack.tracks import Effects


@dataclass(frozen=True, slots=True)
class InjectOrder:
    """An order that an inject makes control play, opened with the others of that turn."""

    seat: str
    move: str
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Inject:
    """A message from control (a row of the MSEL), due while its condition holds and not yet sent.

    ``to`` names the seats that receive it; empty for all. ``effects`` follow when it is sent;
    ``orders`` are opened with that turn's. It goes out ``minute`` minutes after the phase began in
    which injects are sent. ``objective`` says what it is there to try. The name ``inject.ID`` is
    the turn it was sent, or 0.
    """

    id: str
    code: str
    title: str
    when: Condition
    sender: str
    means: str
    text: str
    to: tuple[str, ...] = ()
    expected: str = ""
    effects: Effects = ()
    orders: tuple[InjectOrder, ...] = ()
    optional: bool = False
    minute: int = 0
    objective: str = ""
    basis: Basis = Basis()
