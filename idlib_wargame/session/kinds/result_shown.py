"""One result is shown on the room's screen, also before its turn is closed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.dice import Address
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.kind import ActKind, Folding, Json, Position, only_control
from idlib_wargame.session.kinds.result_shape import address, order
from idlib_wargame.session.kinds.shapes import both, row, seat, turn
from idlib_wargame.session.play import Play
from idlib_wargame.words.language import _, fill
from idlib_wargame.words.situation import move_words


@dataclass(frozen=True, slots=True)
class ShowResult(Act):
    """The room's screen shows what came of that order, as far as everybody may know it.

    A seat waits for results until they stand, as they may change. Whoever shows one sooner says by
    that that it is told: it is no more than everybody reads of it at the close, and where a ruling
    changes it after all, the screen says so.
    """

    address: Address


def _body(act: ShowResult, by: str, at: Position) -> Json:
    turn = at.play.pending
    if turn is None:
        raise Refused(_("There are no results to show one by one: none wait to be accepted."))
    card = next((card for card in turn.result.cards if card.address == act.address), None)
    if card is None:
        raise Refused(_("That order is not among the results of this turn."))
    if at.referee.sight().card(card) is None:
        raise Refused(_("Not everybody may know of that order, so the room is not shown it."))
    if card in turn.shown:
        raise Refused(_("The room's screen shows that result already."))
    return {
        "turn": turn.number,
        "address": str(card.address),
        "seat": card.order.seat,
        "move": card.order.move,
        "choice": card.order.choice,
    }


def _fold(play: Play, entry: Entry, folding: Folding) -> Play:
    turn = play.pending
    if turn is None:
        return play
    address = Address.from_text(entry.body["address"])
    now = tuple(card for card in turn.result.cards if card.address == address)
    before = tuple(card for card in turn.shown if card.address != address)
    return replace(play, pending=replace(turn, shown=(*before, *now)))


def _line(scenario: Scenario, entry: Entry) -> str:
    body = entry.body
    seat = scenario.seat_by_id[body["seat"]].name
    move = move_words(scenario, body["move"], body["choice"])
    return fill(_("Shown to the room: {seat}, {move}."), seat=seat, move=move)


# What is told of the order itself everybody reads once the turn is closed; that it was on a screen
# is no news to whoever sat before it.
RESULT_SHOWN = ActKind(
    name="result_shown",
    shape=both(order, row(turn=turn, address=address, seat=seat)),
    act=ShowResult,
    body=_body,
    fold=_fold,
    line=_line,
    audience=only_control,
    undoable=True,
    goes_with_turn=True,
)
