"""What others did with a seat's orders, as it is told where it looks at them."""

from __future__ import annotations

from collections.abc import Iterator

from idlib_wargame.rules.pack.phases import FINISHED, ORDERS, REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.play import Play
from idlib_wargame.session.seating import Reseating
from idlib_wargame.views.hands import clock_words, done_with_orders
from idlib_wargame.words.language import _, fill


def done_for_it(scenario: Scenario, play: Play, whole: Play, seat: str) -> Iterator[str]:
    """A sentence each: who plays it, who sealed or took back, and that its turn came back.

    ``play`` is cut to what the seat may know; of the ``whole`` it is told who plays itself.
    """
    if play.phase in (REPORT, FINISHED):
        return
    yield from _played_by(whole, seat)
    yield from done_with_orders(scenario, play, seat)
    at = play.sealed_for.get(play.turn, {}).get(seat)
    if at is not None and play.sealed.get(seat):
        yield fill(
            _("The facilitator sealed these orders for you at {time}."), time=clock_words(at)
        )
    elif at is not None:
        yield fill(_("The facilitator sealed no orders for you at {time}."), time=clock_words(at))
    if play.turn in play.reopened and play.phase == ORDERS:
        yield fill(_reopened(seat in play.sealed), time=clock_words(play.reopened[play.turn]))


def _reopened(is_sealed: bool) -> str:
    if is_sealed:
        return _(
            "The facilitator re-opened this turn at {time}: what came of it no longer counts. What "
            "is sealed counts anew, unless you take it back."
        )
    return _(
        "The facilitator re-opened this turn at {time}: what came of it no longer counts. Orders "
        "may be sealed anew."
    )


def _played_by(play: Play, seat: str) -> Iterator[str]:
    """Told of who took it over, and of a habit always: nobody at the table sees that one."""
    player = play.setup.of(seat)
    change = next((each for each in reversed(tuple(play.reseatings)) if each.now == player), None)
    if player.habit:
        yield _since(
            change,
            _("A habit has played this seat since turn {turn}, {time}. It orders unless you seal."),
            _("A habit plays this seat. It orders unless you seal."),
        )
    elif player.played_by == "control" and change is not None:
        said = _("The facilitator has played this seat since turn {turn}, {time}.")
        yield _since(change, said, "")


def _since(change: Reseating | None, said: str, without: str) -> str:
    if change is None:
        return without
    return fill(said, turn=change.turn, time=clock_words(change.at))
