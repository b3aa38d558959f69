"""Two exercises played side by side: the same for one reader, and each its own where none looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from idlib_wargame.rules.dice import seed_from_number
from idlib_wargame.rules.names import RUNG
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import Card, Release
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.yardstick import YARDSTICK
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.at_laptop import PutAtLaptop
from idlib_wargame.session.kinds.closed import CloseTurn
from idlib_wargame.session.kinds.draft import DraftOrders
from idlib_wargame.session.kinds.drop_taken_back import TakeBackDrop
from idlib_wargame.session.kinds.dropped import DropInject
from idlib_wargame.session.kinds.ended import EndPerson
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.first_look import EndFirstLook
from idlib_wargame.session.kinds.inject_answered import TickAnswered
from idlib_wargame.session.kinds.inject_moved import MoveInject
from idlib_wargame.session.kinds.inject_planned import PlanInject
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.injects_written import WriteInjects
from idlib_wargame.session.kinds.joined import JoinFrom
from idlib_wargame.session.kinds.judged import Judge
from idlib_wargame.session.kinds.judgement_asked import AskJudgements
from idlib_wargame.session.kinds.judgement_draft import DraftJudgement
from idlib_wargame.session.kinds.judgement_taken_back import TakeJudgementBack
from idlib_wargame.session.kinds.judging import endings_asked, is_asked
from idlib_wargame.session.kinds.message_draft import DraftMessage
from idlib_wargame.session.kinds.message_leaked import LeakMessage
from idlib_wargame.session.kinds.message_read import ReadMessages
from idlib_wargame.session.kinds.message_sent import SendMessage
from idlib_wargame.session.kinds.muted import Mute
from idlib_wargame.session.kinds.note import TakeNote
from idlib_wargame.session.kinds.orders_opened import OpenOrders
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.kinds.pick_added import AddPick
from idlib_wargame.session.kinds.pick_explained import ExplainPick
from idlib_wargame.session.kinds.pick_taken_off import TakePickOff
from idlib_wargame.session.kinds.redone import Redo
from idlib_wargame.session.kinds.reopened import Reopen
from idlib_wargame.session.kinds.reseated import Reseat
from idlib_wargame.session.kinds.result_shown import ShowResult
from idlib_wargame.session.kinds.ruling import Decide
from idlib_wargame.session.kinds.ruling_released import ReleaseRuling, held_rulings
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.kinds.seat_note import WriteSeatNote
from idlib_wargame.session.kinds.seat_pin import TellOfSeatPin, people_at
from idlib_wargame.session.kinds.skipped import SkipInject
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.told import Tell
from idlib_wargame.session.kinds.uncovered import UncoverOrders
from idlib_wargame.session.kinds.undone import Undo
from idlib_wargame.session.msel import Written
from idlib_wargame.session.play import Judgement, Setup, Wish
from idlib_wargame.session.seating import PinState, Seating
from idlib_wargame.session.session import Session
from idlib_wargame.session.timer import TimerState
from tests.twins.bargains import Bargains, tried
from tests.twins.before_roll import before_the_roll, give_rows, has_own_orders, own_order
from tests.twins.packs import as_reading, restarted
from tests.twins.seen import Seen

TURNS = 3


class Twins:
    """Two exercises on one pack, which differ in what a reader may not know.

    ``play`` goes on step by step and yields what it just did; whoever looks compares in between.
    """

    def __init__(self, pack: Scenario, seat: str, rng: Random) -> None:
        self.seat = seat
        self.rng = rng
        seed = rng.randrange(10**9)
        self.sessions = (_begun(pack, seed), _begun(_other_start(pack, seat, rng), seed))
        self.seen = Seen(pack, seat)
        self.bargains = Bargains(self)

    def look_the_same(self) -> bool:
        """Whether the reader has seen the same of both."""
        one, other = (self.seen.of(session.play) for session in self.sessions)
        return bool(one == other)

    def play(self) -> Iterator[str]:
        """Turns with injects, messages, bargains, notes, orders, rulings and re-opening."""
        self._both(SetTimer(TimerState.RUNNING, 0))  # everybody sees whether the clock has begun
        yield "begun"
        for turn in range(1, TURNS + 1):
            yield from self._before_orders()
            self._seal_all()
            yield "sealed"
            if self.rng.random() < 0.3:
                self._both(UncoverOrders())
                yield "uncovered"
            yield from self._adjudicated()
            if self.rng.random() < 0.4:
                self._both(Reopen(turn))
                yield "re-opened"
                self._seal_all()
                yield from self._adjudicated()
            if turn < TURNS:
                self._both(MoveOn())
                yield "next turn"
        self._both(Finish())
        yield "finished"
        self._tell_of_rulings()
        yield "told of rulings"

    def _before_orders(self) -> Iterator[str]:
        while True:
            self._told_and_undone()
            yield "told"
            self._write_to_the_reader()
            yield "written to"
            self.bargains.in_both()
            yield "bargained"
            self._injects()
            yield "injects"
            self._judgements()
            yield "judgements"
            for session in self.sessions:
                self._in_private(session)
            yield "in private"
            if self.sessions[0].play.phase == ORDERS:
                return
            self._both(MoveOn())
            yield "moved on"

    def _both(self, act: Act) -> None:
        for session in self.sessions:
            session.submit(act, FACILITATOR)

    def _told_and_undone(self) -> None:
        self._both(Tell((), "Control", f"To all, {self.rng.randrange(99)}"))
        if self.rng.random() < 0.5:
            self._both(Undo())
            if self.rng.random() < 0.5:
                self._both(Redo())
        if self.seat:
            actor = self.sessions[0].scenario.actor_of[self.seat]
            self._both(Tell((actor,), "", f"To the reader, {self.rng.randrange(99)}"))

    def _write_to_the_reader(self) -> None:
        """What it is sent, asks and is answered is the same in both, and so is a public leak."""
        if not self.seat:
            return
        others = [seat.id for seat in self.sessions[0].scenario.seats if seat.id != self.seat]
        text, number = f"To the reader, {self.rng.random()}", self.rng.randrange(4)
        for session in self.sessions:
            self._write(session, others, text, number)

    def _write(self, session: Session, others: list[str], text: str, number: int) -> None:
        to_control = (FACILITATOR,)
        if number == 0 and others:
            session.submit(SendMessage((self.seat, FACILITATOR), text), others[0])
        elif number == 1 and others:
            session.submit(SendMessage((others[-1],), text), self.seat)
            own = session.play.letters[-1].key
            session.submit(LeakMessage(own), FACILITATOR)
        elif number == 2:
            session.submit(SendMessage(to_control, text, request=True), self.seat)
            answers = session.play.letters[-1].key
            session.submit(SendMessage((self.seat,), text, answers=answers), FACILITATOR)
        else:
            session.submit(SendMessage(to_control, text, request=True), self.seat)

    def _write_in_private(self, session: Session) -> None:
        """Others write to each other, read it, ask and are answered, and are leaked copies."""
        rng = self.rng
        others = [seat.id for seat in session.scenario.seats if seat.id != self.seat]
        if len(others) < 3 or rng.random() < 0.3:
            return
        one, two, three = rng.sample(others, 3)
        session.submit(DraftMessage((two,), f"SECRET-HALF {rng.random()}"), one)
        session.submit(SendMessage((two,), f"SECRET-LETTER {rng.random()}"), one)
        key = session.play.letters[-1].key
        session.submit(ReadMessages((key,)), two)
        session.submit(LeakMessage(key, (three,)), FACILITATOR)
        asked = SendMessage((FACILITATOR,), f"SECRET-QUESTION {rng.random()}", request=True)
        session.submit(asked, one)
        answers = session.play.letters[-1].key
        answer = SendMessage((one, two), f"SECRET-ANSWER {rng.random()}", answers=answers)
        session.submit(answer, FACILITATOR)

    def _injects(self) -> None:
        """One that reaches the reader is sent in both, or in neither."""
        for inject in self.sessions[0].scenario.injects:
            if self.seen.receives(inject.to) and self.rng.random() < 0.2:
                for session in self.sessions:
                    tried(session, SendInject(inject.id))
        if self.rng.random() < 0.3 and self.seat:
            actor = self.sessions[0].scenario.actor_of[self.seat]
            text = f"To the reader {self.rng.random()}"
            self._write_and_send(Written("", "", "Written", text, to=(actor,), optional=True))

    def _write_and_send(self, row: Written) -> None:
        """One that was written reaches the reader in both, or in neither."""
        for session in self.sessions:
            tried(session, WriteInjects((row,)))
            tried(session, SendInject(list(session.play.msel.written)[-1]))

    def _write_in_secret(self, session: Session, others: Sequence[str]) -> None:
        """Injects to others, written, copied, held, put in order, sent and ticked as answered."""
        rng = self.rng
        for _each in range(rng.randint(0, 2)):
            whom = (rng.choice(sorted(others)),)
            said, turn = f"SECRET-WRITTEN {rng.random()}", rng.randint(0, TURNS)
            tried(session, WriteInjects((Written("", "", said, said, to=whom, turn=turn),)))
        hidden = [each for each in session.scenario.injects if not self.seen.receives(each.to)]
        for each in rng.sample(hidden, min(len(hidden), 2)):
            copy = Written("", "", "SECRET-COPY", "Copy", to=each.to, copy_of=each.id)
            acts: tuple[Act, ...] = (
                PlanInject(each.id, rng.randint(1, TURNS), 1),
                MoveInject(each.id),
                WriteInjects((copy,), (each.id,)),
                TakeBackDrop(each.id),
                TickAnswered(each.id, f"SECRET-ANSWERED {rng.random()}"),
            )
            tried(session, rng.choice(acts))
            if each.id in session.play.msel.written:
                tried(session, SendInject(each.id))

    def _judgements(self) -> None:
        """What others think differs in both until they seal it: that everybody reads at the end."""
        rng, play = self.rng, self.sessions[0].play
        if rng.random() < 0.5:
            asked = is_asked(self.sessions[0].scenario, play, play.turn)
            self._both(AskJudgements(not asked))
        for seat in self.sessions[0].scenario.seats:
            sealed = self._any_judgement()
            for session in self.sessions:
                if seat.id != self.seat:
                    tried(session, TakeJudgementBack(seat.id), seat.id)
                    for judgement in (self._any_judgement(), self._any_judgement()):
                        tried(session, DraftJudgement(seat.id, judgement), seat.id)
                tried(session, Judge(seat.id, sealed), seat.id)

    def _any_judgement(self) -> Judgement:
        pack, rng = self.sessions[0].scenario, self.rng
        asked = endings_asked(self.sessions[0].referee)
        words = tuple((ending, rng.choice(YARDSTICK).id) for ending in asked)
        return Judgement(words, rng.choice(pack.ladder).number)

    def _in_private(self, session: Session) -> None:
        """What the reader hears nothing of."""
        rng, pack = self.rng, session.scenario
        others = [a for a in set(pack.actor_of.values()) if not self.seen.receives((a,))]
        acts: list[Act] = [TakeNote(f"SECRET-NOTE {rng.random()}")]
        if others:
            acts.append(Tell((rng.choice(sorted(others)),), "", f"SECRET-WORD {rng.random()}"))
        for inject in pack.injects:
            if not self.seen.receives(inject.to):
                acts.append(SendInject(inject.id))
            acts += [SkipInject(inject.id), DropInject(inject.id)]
        for act in rng.sample(acts, rng.randint(0, min(4, len(acts)))):
            if tried(session, act) and rng.random() < 0.3:
                session.submit(Undo(), FACILITATOR)
        for seat in pack.seats:
            if seat.id != self.seat and rng.random() < 0.5:
                draft = DraftOrders(seat.id, tuple(self._any_orders(session, seat.id)))
                tried(session, draft)
                self._pick_by_pick(session, seat.id)
        self._write_in_private(session)
        if others:
            self._write_in_secret(session, others)
        self.bargains.in_private(session)
        tried(
            session,
            SetTimer(rng.choice([TimerState.RUNNING, TimerState.PAUSED]), rng.randrange(900)),
        )
        self._reseat(session)
        self._at_other_seats(session)

    def _pick_by_pick(self, session: Session, seat: str) -> None:
        """People of another seat change one pick each; it may be any."""
        for wish in self._any_orders(session, seat):
            why = f"SECRET-WHY {self.rng.random()}"
            tried(session, TakePickOff(seat, wish.move, wish.choice), seat)
            tried(session, AddPick(seat, wish), seat)
            tried(session, ExplainPick(seat, wish.move, wish.choice, why), seat)

    def _on_devices(self, session: Session, seat: str) -> None:
        """Who of another seat has a device of their own, and may act on it."""
        for person in people_at(session.play, seat):
            tried(session, JoinFrom(person, seat, f"SECRET-DEVICE {self.rng.random()}"), seat)
            tried(session, Mute(person, seat, self.rng.random() < 0.5))
            if self.rng.random() < 0.3:
                tried(session, EndPerson(person, seat))
        tried(session, PutAtLaptop(seat, self.rng.random() < 0.5))

    def _reseat(self, session: Session) -> None:
        """Somebody comes in at a seat, the same seat in both exercises: that much is seen.

        Who it is, only those at that seat know.
        """
        seat = session.scenario.seats[0].id
        who = "" if seat == self.seat else f"SECRET-PERSON {self.rng.random()}"
        session.submit(Reseat(seat, (who or "Ana",), "control"), FACILITATOR)

    def _at_other_seats(self, session: Session) -> None:
        """What other seats write for themselves, and which of them have looked round or a PIN."""
        for seat in session.scenario.seats:
            if seat.id != self.seat and self.rng.random() < 0.3:
                number = len(session.play.seat_notes.get(seat.id, ())) + 1
                note = WriteSeatNote(seat.id, number, f"SECRET-OWN {self.rng.random()}", True)
                (person, *_) = people_at(session.play, seat.id)
                pin = TellOfSeatPin(seat.id, person, self.rng.choice(list(PinState)[:2]))
                for act in (note, pin, EndFirstLook(seat.id)):
                    tried(session, act, seat.id)
                self._on_devices(session, seat.id)

    def _seal_all(self) -> None:
        """Orders that the reader learns of are the same in both; the others are each its own."""
        for seat in self.sessions[0].scenario.seats:
            if not self.sessions[0].scenario.orders_of(seat.id):
                continue
            shared = self._shared_orders(seat.id)
            for session in self.sessions:
                own = [w for w in self._any_orders(session, seat.id) if not self._seen(seat.id, w)]
                if seat.id != self.seat and self.rng.random() < 0.3:
                    own = [own_order(session, seat.id, self.rng), *own]
                wishes = [*shared, *own][: session.scenario.orders_of(seat.id)]
                if not tried(session, SealOrders(seat.id, tuple(wishes))):
                    session.submit(SealOrders(seat.id, tuple(shared)), FACILITATOR)

    def _seen(self, seat: str, wish: Wish) -> bool:
        """Whether the reader will read of that order, be it its own."""
        return self.seen.learns_of(wish.move, (seat,))

    def _shared_orders(self, seat: str) -> list[Wish]:
        """At most one, that both exercises take and of which the reader reads; or none."""
        one, other = ({*self._open(session, seat)} for session in self.sessions)
        orders = sorted(wish for wish in one & other if self._seen(seat, wish))
        why = "as before" if seat == self.seat else ""
        return [self.rng.choice(orders)._replace(why=why)] if orders else []

    def _any_orders(self, session: Session, seat: str) -> list[Wish]:
        orders = self._open(session, seat)
        why = f"SECRET-WHY {self.rng.random()}"
        return [each._replace(why=why) for each in self.rng.sample(orders, min(2, len(orders)))]

    def _open(self, session: Session, seat: str) -> list[Wish]:
        """What the seat's own sheet lets it order."""
        play, desk = session.play, session.referee.desk_of(seat)
        sight = session.referee.sight(seat).during(play.ledger, play.state)
        state = sight.situation(play.state)
        found = (Wish(order.move, order.choice) for order in desk.legal(state, seat))
        return list(found)

    def _adjudicated(self) -> Iterator[str]:
        if self.rng.random() < 0.6 or any(map(has_own_orders, self.sessions)):
            self._both(OpenOrders())
            yield "lying open"
            for session in self.sessions:
                give_rows(session, self.seat, self.rng)
                before_the_roll(session, self.seen, self.rng)
            yield "looked at before the roll"
        self._both(Adjudicate())
        yield "adjudicated"
        self._show_to_the_room()
        yield "shown to the room"
        self._rule()
        yield "ruled"
        self.bargains.in_both()
        yield "bargained as orders lie open"
        self._both(CloseTurn())
        yield "closed"

    def _show_to_the_room(self) -> None:
        """To a seat's own window it makes no difference what is on a screen in the room."""
        room = Seen(self.seen.scenario, "")
        for session in self.sessions:
            assert session.play.pending is not None
            for card in filter(room.reads, session.play.pending.result.cards):
                some = self.rng.random() < 0.3 if self.seat else len(card.order.move) % 2
                if some:
                    session.submit(ShowResult(card.address), FACILITATOR)

    def _rule(self) -> None:
        """Acts that the reader never learns of are ruled on at will; others alike, and hidden.

        Those that they learn of have the same reasons, and effects that differ where none looks.
        """
        told = self.rng.random() < 0.5
        for session in self.sessions:
            assert session.play.pending is not None
            for card in session.play.pending.result.cards:
                if self.seen.reads(card):
                    self._rule_alike(session, card, told)
                elif self.rng.random() < 0.5:
                    release = self.rng.choice(list(Release))
                    band = self.rng.choice(list(Band))
                    why = f"SECRET-RULING {self.rng.random()}"
                    effects = self._unseen_effects() if self.rng.random() < 0.5 else None
                    act = Decide(card.address, band, why, release, effects)
                    session.submit(act, FACILITATOR)

    def _rule_alike(self, session: Session, card: Card, told: bool) -> None:
        size = len(card.order.move)
        if size % 3 != 0:
            return
        band, seen = Band(size % len(Band)), self.seen.tracks[size % len(self.seen.tracks) :][:1]
        effects = (*(Effect(track, 1) for track in seen), *self._unseen_effects())
        why = "As all may read" if told else f"SECRET-RULING {self.rng.random()}"
        release = Release.NOW if told else Release.HOT_WASH
        written = effects if size % 2 else None
        session.submit(Decide(card.address, band, why, release, written), FACILITATOR)

    def _unseen_effects(self) -> tuple[Effect, ...]:
        unseen = sorted({t.id for t in self.seen.scenario.tracks} - set(self.seen.tracks))
        some = self.rng.sample(unseen, min(2, len(unseen)))
        return tuple(Effect(track, self.rng.choice((-1, 1))) for track in some)

    def _tell_of_rulings(self) -> None:
        """What the reader learns of is told of both alike; of others, as it comes."""
        for session in self.sessions:
            for card in held_rulings(session.play):
                if not self.seen.reads(card) and self.rng.random() < 0.5:
                    session.submit(ReleaseRuling(card.address), FACILITATOR)


def _other_start(pack: Scenario, seat: str, rng: Random) -> Scenario:
    """Other values at the start for what the reader does not see, at the same rung."""
    seen, rung = Seen(pack, seat), Referee(pack).opening()[RUNG]
    secret = [track.id for track in pack.tracks if track.id not in seen.tracks]
    for few in range(len(secret), 0, -1):
        other = restarted(pack, rng.sample(secret, few), rng)
        if Referee(other).opening()[RUNG] == rung:
            return other
    return pack


def _begun(pack: Scenario, seed: int) -> Session:
    """An exercise in memory; control orders for every seat that the reader does not hold."""
    seating = tuple(Seating(seat.id, (), "control") for seat in pack.seats)
    setup = Setup("Twins", "", TURNS, seating=seating, read_marks=True, free_orders=FreeOrders(1))
    return Session.create(None, as_reading(pack), setup, seed_from_number(seed))
