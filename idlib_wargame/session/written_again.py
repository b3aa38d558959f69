"""What play would have written in place of an entry: the act it records, done once more.

Each act goes through the same door with the exercise as it stood before the entry. So whatever play
works out (results, injects, phases, the outcome) and whatever it refuses is compared in one way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from idlib_wargame.record.entry import Body, encode
from idlib_wargame.rules.dice import Address, ProvableDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import Act
from idlib_wargame.session.door import entry_for
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED, Adjudicate
from idlib_wargame.session.kinds.closed import CLOSED, CloseTurn
from idlib_wargame.session.kinds.finished import FINISHED, Finish
from idlib_wargame.session.kinds.injected import INJECTED, SendInject
from idlib_wargame.session.kinds.kind import EntryKind, Json, Moment, Position
from idlib_wargame.session.kinds.orders import wishes_from_body
from idlib_wargame.session.kinds.phase import PHASE, MoveOn
from idlib_wargame.session.kinds.ruling import RULING, Decide
from idlib_wargame.session.kinds.sealed import SEALED, SealOrders
from idlib_wargame.session.kinds.skipped import SKIPPED, SkipInject
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.words.language import _


class Again(NamedTuple):
    """``body`` is what play would have written, None where it would have refused ``reasons``."""

    body: Json | None
    reasons: str = ""

    def is_stored(self, stored: Body) -> bool:
        """Whether the entry holds that, as the text it was written in."""
        return self.body is not None and encode(self.body) == stored.text


def _ruling(body: Body) -> Act:
    band = None if body["band"] is None else Band(body["band"])
    return Decide(Address.from_text(body["address"]), band, body["why"], body["shown"])


_ACTS: Mapping[EntryKind, Callable[[Body], Act]] = {
    PHASE: lambda body: MoveOn(),
    ADJUDICATED: lambda body: Adjudicate(),
    RULING: _ruling,
    CLOSED: lambda body: CloseTurn(),
    INJECTED: lambda body: SendInject(body["inject"]),
    SKIPPED: lambda body: SkipInject(body["inject"]),
    SEALED: lambda body: SealOrders(body["seat"], wishes_from_body(body)),
    FINISHED: lambda body: Finish(),
}


class PlayAgain:
    """The pack, its bots and the dice of a session, ready to do its acts once more."""

    def __init__(self, referee: Referee, dice: ProvableDice) -> None:
        self._referee = referee
        self._dice = dice
        self._bots = {habit.id: Bot(referee, habit) for habit in referee.scenario.habits}

    def written(self, before: Moment, moment: Moment) -> Again:
        """What play would have written for a moment; ``before`` is the one that stood before it.

        KeyError for a kind that is what somebody typed, and nothing that play works out.
        """
        act_of = _ACTS[moment.kind]
        at = Position(
            self._referee,
            self._dice,
            (before,),
            None,
            lambda seat: self.orders_of(before.play, seat),
        )
        try:
            return Again(entry_for(act_of(moment.entry.body), moment.entry.by, at)[1])
        except Refused as refused:
            return Again(None, str(refused))
        except (LookupError, TypeError, ValueError):
            return Again(None, _("It holds what the pack does not have, or play does not write."))

    def orders_of(self, play: Play, seat: str) -> tuple[Wish, ...]:
        """What would be opened for a seat: its sealed orders, or its habit's picks."""
        if seat in play.sealed:
            return play.sealed[seat]
        bot = self._bots.get(play.setup.of(seat).habit)
        picked = bot.orders(play.state, seat, self._dice) if bot else ()
        return tuple(Wish(order.move, order.choice) for order in picked)
