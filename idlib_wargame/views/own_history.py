"""What a seat ordered in each turn, why, and what came of it as far as it may know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.result import Card
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Play, Turn, Wish
from idlib_wargame.views.bargains.came_of import CameOf, came_of_own
from idlib_wargame.views.cards import CardView, card_view, for_players
from idlib_wargame.views.free_orders import free_sheet
from idlib_wargame.views.known_play import known_play
from idlib_wargame.views.made_once import MadeOnce
from idlib_wargame.views.trails import known_trails
from idlib_wargame.words.dates import dates
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.lists import facts
from idlib_wargame.words.situation import reason_words


class OwnTurn(NamedTuple):
    """One turn whose results stand. ``said`` says over the cards who gave the orders, where that
    was not the seat, and stands in place of cards where there are none.

    ``beside`` is what moved by the seat's own agreements.
    """

    turn: int
    title: str
    cards: tuple[CardView, ...]
    said: str
    beside: tuple[CameOf, ...] = ()


def own_history(referee: Referee, whole: Play, seat: str) -> tuple[OwnTurn, ...]:
    """The turns of a seat, newest first; none before the first is closed."""
    sight = referee.sight(seat)
    play = known_play(whole, sight)
    by_habit = {turn.number for turn in whole.closed if _gave_a_habit(whole, turn, seat)}
    return tuple(
        _turn(sight, play, turn, seat, turn.number in by_habit) for turn in reversed(play.closed)
    )


class OwnHistory:
    """That of one seat, asked for again and again. Between turns it stays as it is."""

    def __init__(self, seat: str) -> None:
        self._seat = seat
        self._made = MadeOnce[tuple[OwnTurn, ...]]()

    def of(self, referee: Referee, whole: Play) -> tuple[OwnTurn, ...]:
        """The turns of the seat as ``own_history`` tells them."""
        closed = [turn.number for turn in whole.closed]
        orders = tuple((whole.sealed_by_turn.get(n), whole.sealed_for.get(n)) for n in closed)
        rests_on = (referee, whole.closed, whole.setup.numbers, orders)
        return self._made.of(rests_on, lambda: own_history(referee, whole, self._seat))


def history_words(turns: Sequence[OwnTurn]) -> str:
    """What stands over the turns; or that there are none yet."""
    if turns:
        return _("What you ordered in each turn, and what came of it as far as you may know.")
    return _("Nothing yet. After each turn your orders stand here with what came of them.")


def _gave_a_habit(whole: Play, turn: Turn, seat: str) -> bool:
    """Whether it had orders that nobody sealed, and that no inject brought."""
    gave = any(each.order.seat == seat and not each.inject for each in turn.orders)
    return gave and seat not in whole.sealed_by_turn.get(turn.number, {})


def _turn(sight: Sight, play: Play, turn: Turn, seat: str, by_habit: bool) -> OwnTurn:
    scenario = sight.scenario
    wishes = play.sealed_by_turn.get(turn.number, {}).get(seat, ())
    moved = known_trails(sight, turn.opening, turn.result)
    cards = tuple(
        card_view(
            scenario,
            card,
            moved[card.address],
            reason=_why(sight, card, wishes),
            manner=for_players(play.setup.numbers),
            unseen=sight.may_miss(card),
            before=turn.before,
        )
        for card in turn.result.cards
        if seat in card.seats
    )
    number = fill(_("Turn {turn}"), turn=turn.number)
    title = facts([number, dates(scenario, turn.number)])
    for_it = seat in play.sealed_for.get(turn.number, {})
    said = _gave_words(bool(cards), for_it, by_habit)
    beside = came_of_own(sight, turn, play.setup.numbers)
    return OwnTurn(turn.number, title, cards, said, beside)


def _gave_words(orders: bool, by_facilitator: bool, by_habit: bool) -> str:
    if by_habit:
        return _("A habit gave these orders for you.")
    if by_facilitator and orders:
        return _("The facilitator sealed these orders for you.")
    if by_facilitator:
        return _("The facilitator sealed no orders for you.")
    return "" if orders else _("You gave no orders.")


def _why(sight: Sight, card: Card, wishes: tuple[Wish, ...]) -> str:
    """The reason that the seat wrote itself, and not what another wrote for the same move.

    Of an order of its own, all that it wrote.
    """
    ordered = (card.order.move, card.order.choice)
    for wish in wishes:
        if wish[:2] == ordered:
            if wish.free is not None:
                sheet = free_sheet(wish.free)
                return "\n".join((fill(_("“{reason}”"), reason=sheet.what), *sheet.lines))
            return reason_words(sight.scenario, wish.why)
    return ""
