"""What may be done, by whom, when: turns an act into the entry that records it, or refuses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from idlib_wargame.rules.dice import Address, ProvableDice
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.result import Order, Ruling
from idlib_wargame.rules.sight import Sight
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session import bodies
from idlib_wargame.session.acts import (
    FACILITATOR,
    Act,
    Adjudicate,
    CloseTurn,
    Decide,
    DraftOrders,
    Finish,
    MoveOn,
    Reopen,
    Reseat,
    SealOrders,
    SendInject,
    SkipInject,
    TakeNote,
    Tell,
    Undo,
    UnsealOrders,
)
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.next_act import PHASE_NAMES, phase_after
from idlib_wargame.session.play import (
    ADJUDICATION,
    FINISHED,
    ORDERS,
    REPORT,
    Play,
    PlayedOrder,
    Seating,
    Turn,
    Wish,
)
from idlib_wargame.words.refusals import refusal_words

WishesOf = Callable[[str], tuple[Wish, ...]]
Entry = tuple[str, bodies.Body]


class Door:
    """The rules of the door, for one pack and one seed."""

    def __init__(self, referee: Referee, dice: ProvableDice) -> None:
        self._referee = referee
        self._scenario = referee.scenario
        self._dice = dice

    def entry_for(
        self, act: Act, by: str, play: Play, chronicle: Chronicle, orders_for: WishesOf
    ) -> Entry:
        """The kind and body of the entry for an act. Raises Refused."""
        if not isinstance(act, TakeNote) and play.phase == FINISHED:
            raise Refused("The exercise is finished; its record can be replayed but not changed.")
        match act:
            case DraftOrders(seat, wishes):
                return self._draft(seat, wishes, by, play)
            case SealOrders(seat, wishes):
                return self._seal(seat, wishes, by, play)
            case UnsealOrders(seat):
                return self._unseal(seat, by, play)
        if by != FACILITATOR:
            raise Refused("Only the facilitator may do that.")
        match act:
            case MoveOn():
                return self._move_on(play)
            case Adjudicate():
                return self._adjudicate(play, orders_for)
            case Decide(address, band, why, shown):
                return self._decide(play, address, band, why, shown)
            case CloseTurn():
                return self._close(play)
            case SendInject(inject):
                return self._send(play, inject)
            case SkipInject(inject):
                return self._skip(play, inject)
            case Tell(to, sender, text):
                return self._tell(play, to, sender, text)
            case TakeNote(text):
                return _note(play, text)
            case Reseat(seat, people, played_by):
                return self._reseat(Seating(seat, people, played_by))
            case Undo():
                return _undo(chronicle)
            case Reopen(turn):
                return _reopen(chronicle, turn)
            case Finish():
                return self._finish(play)

    def _for_seat(self, seat: str, by: str, play: Play) -> None:
        """Orders come from the seat itself or from the facilitator, before orders are opened."""
        row = self._scenario.seat_by_id.get(seat)
        if row is None:
            raise Refused(f"There is no seat “{seat}” in this exercise.")
        if by not in (seat, FACILITATOR):
            raise Refused(f"These orders are for {row.name}; only its own seat may change them.")
        if play.phase in (ADJUDICATION, REPORT):
            raise Refused(
                f"Too late for turn {play.turn}: its orders have been opened. "
                "The next orders are for the next turn."
            )

    def _draft(self, seat: str, wishes: Sequence[Wish], by: str, play: Play) -> Entry:
        self._for_seat(seat, by, play)
        if seat in play.sealed:
            raise Refused("These orders are sealed; unseal them to change them.")
        known = self._referee.book.rules
        strange = [wish for wish in wishes if (wish.move, wish.choice) not in known]
        if strange:
            self._refuse(seat, strange, play)
        return bodies.DRAFT, bodies.wishes_to_body(play.turn, seat, wishes)

    def _seal(self, seat: str, wishes: Sequence[Wish], by: str, play: Play) -> Entry:
        self._for_seat(seat, by, play)
        if play.phase != ORDERS:
            raise Refused(
                f"Orders for turn {play.turn} are not open yet; your draft is kept until they are."
            )
        self._refuse(seat, wishes, play)
        return bodies.SEALED, bodies.wishes_to_body(play.turn, seat, wishes)

    def _refuse(self, seat: str, wishes: Sequence[Wish], play: Play) -> None:
        """Raise Refused with every reason at once, telling the seat nothing it may not know."""
        orders = [Order(seat, wish.move, wish.choice) for wish in wishes]
        refusals = self._referee.desk.refusals(play.state, seat, orders)
        if refusals:
            known = Sight.of(self._scenario, self._referee.layout, seat).known
            raise Refused(
                *(
                    refusal_words(self._scenario, refusal, play.state, known.__contains__)
                    for refusal in refusals
                )
            )

    def _unseal(self, seat: str, by: str, play: Play) -> Entry:
        self._for_seat(seat, by, play)
        if seat not in play.sealed:
            raise Refused("There are no sealed orders to take back.")
        return bodies.UNSEALED, {"turn": play.turn, "seat": seat}

    def _move_on(self, play: Play) -> Entry:
        if play.phase in (ORDERS, ADJUDICATION):
            raise Refused(
                f"The phase is {PHASE_NAMES[play.phase].lower()}; "
                "turn its orders into results first."
            )
        turn = play.turn + (play.phase == REPORT)
        if turn > play.setup.turns:
            raise Refused(f"Turn {play.turn} was the last; finish the exercise.")
        phase = phase_after(self._scenario, play.phase)
        return bodies.PHASE, {"turn": turn, "phase": phase}

    def _adjudicate(self, play: Play, orders_for: WishesOf) -> Entry:
        if play.phase != ORDERS:
            raise Refused("Orders can be adjudicated only while the orders phase is open.")
        played = tuple(
            PlayedOrder(Order(seat.id, wish.move, wish.choice), wish.why)
            for seat in self._scenario.seats
            for wish in orders_for(seat.id)
        )
        played += self._injected_orders(play, {each.order for each in played})
        orders = [each.order for each in played]
        result = self._referee.adjudicate(play.state, orders, self._dice_for(play))
        return bodies.ADJUDICATED, bodies.result_to_body(play.setup.method, played, result)

    def _injected_orders(self, play: Play, opened: set[Order]) -> tuple[PlayedOrder, ...]:
        """What this turn's injects make control play, unless the seat ordered it itself."""
        orders = self._referee.messages.orders(play.state)
        return tuple(
            PlayedOrder(order, "", inject) for order, inject in orders if order not in opened
        )

    def _unsent(self, play: Play, inject: str) -> Inject:
        row = self._scenario.inject_by_id.get(inject)
        if row is None:
            raise Refused(f"There is no inject “{inject}” in this pack.")
        if play.phase in (ADJUDICATION, REPORT):
            raise Refused("Orders have been opened; send it in the next turn.")
        if play.state[f"inject.{inject}"]:
            raise Refused(f"“{row.title}” was sent in turn {play.state[f'inject.{inject}']}.")
        return row

    def _send(self, play: Play, inject: str) -> Entry:
        row = self._unsent(play, inject)
        sent = self._referee.messages.send(play.state, row)
        return bodies.INJECTED, bodies.injected_to_body(play.turn, row, sent)

    def _skip(self, play: Play, inject: str) -> Entry:
        self._unsent(play, inject)
        return bodies.SKIPPED, {"turn": play.turn, "inject": inject}

    def _tell(self, play: Play, to: tuple[str, ...], sender: str, text: str) -> Entry:
        if not text.strip():
            raise Refused("The message is empty; write a few words first.")
        actors = set(self._scenario.actor_of.values())
        strange = [actor for actor in to if actor not in actors]
        if strange:
            raise Refused(f"There is no seat “{strange[0]}” in this exercise.")
        return bodies.TOLD, {
            "turn": play.turn,
            "inject": "",
            "to": list(to),
            "sender": sender.strip(),
            "means": "",
            "title": "",
            "text": text.strip(),
            "effects": [],
        }

    def _dice_for(self, play: Play) -> ProvableDice | None:
        return None if play.setup.method == "expected" else self._dice

    def _decide(
        self, play: Play, address: Address, band: Band | None, why: str, shown: bool
    ) -> Entry:
        turn = play.pending
        if turn is None:
            raise Refused("There is nothing to rule on: no results are waiting to be accepted.")
        if play.setup.method == "rigid":
            raise Refused("This exercise was set up without rulings; the dice decide.")
        cards = {card.address: card for card in turn.result.cards}
        if address not in cards:
            raise Refused("That order is not among the results of this turn.")
        if not why.strip():
            raise Refused("A ruling needs its reason, in a few words.")
        rulings = {card.address: card.ruled for card in cards.values() if card.ruled}
        rulings.pop(address, None)
        if band is not None:
            rulings[address] = Ruling(band, FACILITATOR, why.strip(), shown)
        result = self._readjudicated(play, turn, rulings)
        return bodies.RULING, {
            "turn": turn.number,
            "address": str(address),
            "band": None if band is None else int(band),
            "why": why.strip(),
            "shown": shown,
            "result": result,
        }

    def _readjudicated(self, play: Play, turn: Turn, rulings: dict[Address, Ruling]) -> bodies.Body:
        orders = [each.order for each in turn.orders]
        dice = self._dice_for(play)
        result = self._referee.adjudicate(turn.opening, orders, dice, rulings)
        return bodies.result_to_body(play.setup.method, turn.orders, result)

    def _close(self, play: Play) -> Entry:
        if play.pending is None:
            raise Refused("There are no results to accept yet.")
        return bodies.CLOSED, {"turn": play.pending.number}

    def _reseat(self, seating: Seating) -> Entry:
        if seating.seat not in self._scenario.seat_by_id:
            raise Refused(f"There is no seat “{seating.seat}” in this exercise.")
        kind, _, habit = seating.played_by.partition(":")
        if kind not in ("person", "control", "habit") or (
            kind == "habit" and habit not in self._scenario.habit_by_id
        ):
            raise Refused(
                f"“{seating.played_by}” cannot play a seat; a person, control or a habit can."
            )
        return bodies.RESEATED, bodies.seating_to_body(seating)

    def _finish(self, play: Play) -> Entry:
        if play.phase == ADJUDICATION:
            raise Refused(f"Close turn {play.turn} first, so that its results stand.")
        outcome = self._referee.endings.outcome(play.state)
        return FINISHED, {
            "turn": play.turn,
            "outcome": outcome.id if outcome else "",
            "aims": [aim.id for aim in self._referee.aims.met(play.state)],
            "seed": self._dice.seed.hex(),
        }


def _note(play: Play, text: str) -> Entry:
    if not text.strip():
        raise Refused("The note is empty; write a few words first.")
    return bodies.NOTE, {"turn": play.turn, "text": text.strip()}


def _undo(chronicle: Chronicle) -> Entry:
    moment = chronicle.last_undoable()
    if moment is None:
        raise Refused("There is nothing to undo.")
    return bodies.UNDONE, {"number": moment.number}


def _reopen(chronicle: Chronicle, turn: int) -> Entry:
    moment = chronicle.adjudication_of(turn)
    if moment is None:
        raise Refused(f"Turn {turn} has not been adjudicated, so it cannot be re-opened.")
    return bodies.REOPENED, {"turn": turn, "number": moment.number}
