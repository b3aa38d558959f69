"""The one door for every change: an act is validated, recorded, folded and announced."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.record.entry import Entry
from idlib_wargame.record.faults import RecordFault
from idlib_wargame.record.file import Record
from idlib_wargame.record.room_rows import TooMuch
from idlib_wargame.rules.audience import CONTROL, Reader
from idlib_wargame.rules.dice import Address, ProvableDice
from idlib_wargame.rules.pack.injects import Inject
from idlib_wargame.rules.pack.own_rows import OwnRows
from idlib_wargame.rules.pack.phases import ORDERS
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import Ruling, TurnResult
from idlib_wargame.rules.turn.habits import Bot
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.rules.turn.roll import Roll
from idlib_wargame.session.acts import FACILITATOR, Act
from idlib_wargame.session.chronicle import Chronicle
from idlib_wargame.session.collector import collector_paused
from idlib_wargame.session.door import entry_for
from idlib_wargame.session.faults import Refused, SessionFault
from idlib_wargame.session.files import begun, gone_on_with
from idlib_wargame.session.going_by_itself import goes_now
from idlib_wargame.session.habits_bargain import habit_act, suggested_acts, talks_close
from idlib_wargame.session.injects_due import due_injects, offered_injects, to_send
from idlib_wargame.session.kinds.adjudicated import Adjudicate
from idlib_wargame.session.kinds.before_rolling import rolls_now
from idlib_wargame.session.kinds.closed import CLOSED, CloseTurn
from idlib_wargame.session.kinds.finished import FINISHED, Finish
from idlib_wargame.session.kinds.injected import SendInject
from idlib_wargame.session.kinds.kind import EntryKind, Json, Position
from idlib_wargame.session.kinds.phase import PHASE, MoveOn
from idlib_wargame.session.kinds.pin_reset import ResetPin
from idlib_wargame.session.kinds.reopened import drafts_again, openings
from idlib_wargame.session.kinds.ruling import result_with
from idlib_wargame.session.kinds.timer import SetTimer
from idlib_wargame.session.kinds.undone import last_undoable
from idlib_wargame.session.log import LogLine, log_lines
from idlib_wargame.session.next_act import next_act
from idlib_wargame.session.pins import hashed, secret_name
from idlib_wargame.session.play import HABITS_BARGAIN, Play, Setup, Wish
from idlib_wargame.session.seat_habits import habit_for
from idlib_wargame.session.sent import Sent
from idlib_wargame.session.timer import TimerState
from idlib_wargame.words.language import _
from idlib_wargame.words.row_names import names_of_rows

# After these nobody waits for the next act: people talk, read, or are done.
_QUIET: frozenset[EntryKind] = frozenset({PHASE, CLOSED, FINISHED})

# Whoever does one of these has come back from a break.
_BEGINS_PHASE = (MoveOn, Adjudicate, CloseTurn, Finish)

_faults = logging.getLogger("idlib_wargame.session")


class Change(NamedTuple):
    """Something that happened: the act, who did it, its entry, and the play before and after."""

    act: Act
    by: str
    number: int
    before: Play
    after: Play


class Saved(NamedTuple):
    """How the record stands. ``fault`` is empty while every change reaches the disk."""

    path: Path | None
    at: str
    in_memory: bool
    head: str
    fault: str


Listener = Callable[[Change], None]


class Session:
    """One exercise, open for play. Made by ``create`` or ``open``."""

    def __init__(self, record: Record, chronicle: Chronicle, reading: PackReading) -> None:
        self._record = record
        self._chronicle = chronicle
        self._dice = ProvableDice(record.seed)
        pack = chronicle.pack
        self._bots = {habit.id: Bot(pack, habit) for habit in pack.scenario.habits}
        self._listeners: list[Listener] = []
        self._to_close: list[Callable[[], None]] = []
        self._is_closed = False
        self._untold: deque[Change] = deque()
        self._is_telling = False
        self._fault = ""
        self._reading = reading
        self._sent: Sent | None = None

    @classmethod
    def create(
        cls,
        path: Path | None,
        reading: PackReading,
        setup: Setup,
        seed: bytes | None = None,
        pin: str = "",
    ) -> Session:
        """Begin an exercise in a new file, or in memory where there is no path.

        ``pin`` is the facilitator's; empty for none. Raises SessionFault where the pack has
        problems or the file cannot be made.
        """
        record, chronicle = begun(path, reading, setup, seed, pin)
        session = cls(record, chronicle, reading)
        if session.play.phase == ORDERS:  # no talks came before
            session.let_habits_bargain()
        return session

    @classmethod
    @collector_paused()
    def open(cls, path: Path) -> Session:
        """Go on with an exercise. Raises SessionFault where the file is not sound and whole."""
        return cls(*gone_on_with(path))

    @property
    def reading(self) -> PackReading:
        """The pack as it was read, before any setup."""
        return self._reading

    @property
    def play(self) -> Play:
        """Where the exercise stands."""
        return self._chronicle.play

    @property
    def referee(self) -> Referee:
        """The pack ready to play, with the rows that were written in the exercise."""
        return self._chronicle.referee

    @property
    def scenario(self) -> Scenario:
        """The pack as it is played now, with the rows that were written in the exercise."""
        return self.referee.scenario

    @property
    def telling(self) -> Scenario:
        """The pack with every row that was ever written in the exercise, as the log tells of it."""
        return self._chronicle.telling.scenario

    @property
    def path(self) -> Path | None:
        """The file; None in memory."""
        return self._record.path

    @property
    def pin_hash(self) -> str:
        """The hash of the facilitator's PIN; empty where none was set."""
        return self.pin_hash_of(FACILITATOR)

    def pin_hash_of(self, owner: str) -> str:
        """The hash of somebody's PIN; empty where none was set."""
        return self._record.secrets.get(secret_name(owner), "")

    def reset_pin(self, pin: str) -> Change:
        """Give the facilitator another PIN, or none, by an act that the record tells.

        Raises SessionFault for a PIN that is not fit.
        """
        return self.change_pin(FACILITATOR, pin, ResetPin(is_set=bool(pin)), FACILITATOR)

    def change_pin(self, owner: str, pin: str, act: Act, by: str) -> Change:
        """Do the act that tells of it, and keep somebody's PIN, or with "" none.

        Raises Refused as ``submit`` does, and SessionFault for a PIN that is not fit.
        """
        return self.take_pin_over(owner, hashed(pin), act, by)

    def take_pin_over(
        self, owner: str, pin_hash: str, act: Act, by: str, forgets: Iterable[str] = ()
    ) -> Change:
        """The same with a PIN of which only the hash is known, as it was set in another exercise.

        What ``forgets`` had goes with it. Raises Refused as ``submit`` does.
        """
        # One transaction: no PIN is ever replaced that the record does not tell of, nor told of
        # and not replaced. Whoever is told of it finds the PIN replaced.
        secrets = {secret_name(other): "" for other in forgets}
        change = self._record_act(act, by, secrets | {secret_name(owner): pin_hash})
        self._announce(change)
        return change

    @property
    def next_number(self) -> int:
        """Of the entry that the next act will be, where nothing goes by itself before it."""
        return len(self.entries) + 1

    def kept(self, owner: str) -> Mapping[str, str]:
        """What the room keeps for an owner, by name: beside the record, and no part of play."""
        return self._record.kept(owner)

    def keep(self, rows: Mapping[tuple[str, str], str]) -> None:
        """Have the room keep texts by owner and name; "" for one no longer. All of them or none.

        Raises Refused where they are too much. Where the disk fails, play goes on in memory.
        """
        try:
            self._kept_or_moved(rows)
        except TooMuch as fault:
            raise Refused(str(fault)) from fault

    def _kept_or_moved(self, rows: Mapping[tuple[str, str], str]) -> None:
        self._check_is_open()
        try:
            self._record.keep(rows)
        except TooMuch:
            raise
        except RecordFault as fault:
            self._go_on_in_memory(fault)
            self._record.keep(rows)

    @property
    def entries(self) -> Sequence[Entry]:
        """Every entry of the record, first to last."""
        return self._record.entries

    @property
    def struck(self) -> Set[int]:
        """The numbers of the entries that no longer stand."""
        return self._chronicle.struck

    @property
    def opened(self) -> Set[int]:
        """The numbers of the entries whose sealed orders have been opened or looked at."""
        return self._chronicle.opened

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences about the file that was opened, such as that it may lack something."""
        return self._record.remarks

    @property
    def saved(self) -> Saved:
        """How the record stands on disk."""
        record = self._record
        last = record.entries[-1]
        return Saved(record.path, last.at, record.path is None, record.head, self._fault)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change; what comes back ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def submit(self, act: Act, by: str) -> Change:
        """Do an act, or raise Refused with the reasons, with nothing recorded.

        Where the disk fails, play goes on in memory and ``saved.fault`` says so.
        """
        rest = self.play.on_break
        talks_over = isinstance(act, MoveOn) and talks_close(self.scenario, self.play)
        if talks_over or (rest and isinstance(act, _BEGINS_PHASE)):
            entry_for(act, by, self._position)  # what is refused has nothing else done either
        with self.sending(None):  # what goes by itself before the act is no answer
            if rest and isinstance(act, _BEGINS_PHASE):
                # By an entry of its own: people are back, and no undo of the phase sends them away.
                back = SetTimer(TimerState.RUNNING, self.play.timer.used)
                self._announce(self._record_act(back, by))
            if talks_over and HABITS_BARGAIN not in self.play.by_hand:
                self.let_habits_bargain()
        change = self._record_act(act, by)
        self._announce(change)
        return change

    def submit_together(self, acts: Sequence[Act], by: str) -> None:
        """Do acts that do not ask what the others of them did: on disk are all or none.

        Raises Refused with nothing recorded, and goes on in memory, as ``submit`` does.
        """
        made = [(act, *entry_for(act, by, self._position)) for act in acts]
        if not made:
            return
        entries = self._append([(kind.name, body) for _act, kind, body in made], by)
        for (act, _kind, _body), entry in zip(made, entries, strict=True):
            before = self.play
            self._chronicle.add(entry)
            self._announce(Change(act, by, entry.number, before, self.play))

    def _record_act(self, act: Act, by: str, secrets: Mapping[str, str] | None = None) -> Change:
        before = self.play
        kind, body = entry_for(act, by, self._position, self._sent)
        (entry,) = self._append([(kind.name, body)], by, secrets)
        self._sent = None
        self._chronicle.add(entry)
        if self.play.own is not before.own:
            self._name_rows(self.play.own.since(before.own))
        if kind in _QUIET:
            self.settle()
        return Change(act, by, entry.number, before, self.play)

    @contextmanager
    def sending(self, sent: Sent | None) -> Iterator[None]:
        """Have the next act that is recorded in the block tell what it answers, and no other."""
        before, self._sent = self._sent, sent
        try:
            yield
        finally:
            self._sent = before

    def answered(self, id: str) -> int | None:
        """The number of the entry that answers what was sent by that id, struck or not."""
        return self._chronicle.answered.get(id)

    def _name_rows(self, rows: OwnRows) -> None:
        """Say in the file what some rows are called, for other tools alone."""
        with suppress(RecordFault):
            self._record.put_names(names_of_rows(self.scenario, rows))

    def to_send(self) -> tuple[Inject, ...]:
        """What is sent by sending all that is due."""
        return to_send(self.referee, self.play)

    def waits_for_a_hand(self, inject: str) -> bool:
        """Whether an inject that would go by itself waits for the facilitator in this turn."""
        return (self.play.turn, inject) in self._chronicle.waiting_injects

    def send_what_is_due(self, seconds: float) -> None:
        """Send the injects that go by themselves after so much playing time in the phase."""
        while now := goes_now(self.referee, self.play, seconds, self._chronicle.waiting_injects):
            self.submit(SendInject(now[0].id), FACILITATOR)

    def let_habits_bargain(self) -> None:
        """The seats that habits play bargain, each act an entry of its own by the facilitator."""
        while (deal := habit_act(self.referee, self.play, self._bots, self._dice)) is not None:
            try:
                self.submit(deal, FACILITATOR)
            except Refused:  # a fault of ours must not keep the orders shut
                _faults.exception("What a habit would do is refused: %r", deal)
                return

    def opened_rolls(self) -> tuple[Roll, ...]:
        """The opened orders that have a row, as they stand before they are rolled, in the order in
        which they resolve; with what was rolled of them so far. None where no orders lie open.
        """
        return rolls_now(self._position) if self.play.before_roll is not None else ()

    def foreseen(self, address: Address, ruling: Ruling | None) -> TurnResult:
        """What the turn on the table would come to with that ruling on that order, None for none.

        Nothing is recorded. Raises Refused where there is nothing to rule on.
        """
        return result_with(address, ruling, self._position)

    @property
    def _position(self) -> Position:
        chronicle = self._chronicle
        return Position(
            self.referee,
            self._dice,
            chronicle.moments,
            chronicle.redoable,
            self.orders_for,
            chronicle.note_numbers,
        )

    def _announce(self, change: Change) -> None:
        """Tell all who listen, change by change: what one of them does then waits its turn.

        One who fails harms neither the act nor the others.
        """
        self._untold.append(change)
        if self._is_telling:
            return
        self._is_telling = True
        try:
            while self._untold:
                self._tell(self._untold.popleft())
        finally:
            self._is_telling = False

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(change)
            except Exception:
                _faults.exception("A listener failed on entry %d", change.number)

    def _append(
        self,
        acts: Sequence[tuple[str, Json]],
        by: str,
        secrets: Mapping[str, str] | None = None,
    ) -> Sequence[Entry]:
        self._check_is_open()
        try:
            return self._record.append_together(acts, by, secrets=secrets)
        except RecordFault as fault:
            self._go_on_in_memory(fault)
            return self._record.append_together(acts, by, secrets=secrets)

    def _check_is_open(self) -> None:
        """What is done once the file is closed would live in memory alone, and be lost unseen."""
        if self._is_closed:
            raise Refused(_("This exercise has been closed; open it again to go on with it."))

    def _go_on_in_memory(self, fault: RecordFault) -> None:
        self._fault = str(fault)
        self._record = self._record.move_to_memory()

    def settle(self) -> None:
        """In a quiet moment: whoever copies the file now gets everything in the one file."""
        try:
            self._record.settle()
        except RecordFault as fault:
            self._go_on_in_memory(fault)

    def save_copy(self, path: Path) -> None:
        """Write the whole record to a new file too, and go on where it is. Raises SessionFault."""
        try:
            self._record.copy_to(path)
        except RecordFault as fault:
            raise SessionFault(str(fault)) from fault

    def save_as(self, path: Path) -> None:
        """Write the whole record to a new file and go on there. Raises SessionFault."""
        try:
            self._record.save_as(path)
        except RecordFault as fault:
            raise SessionFault(str(fault)) from fault
        self._fault = ""

    def close_first(self, close: Callable[[], None]) -> Callable[[], None]:
        """Have whatever others act through closed before the file; what comes back ends that."""
        self._to_close.append(close)
        return lambda: self._to_close.remove(close) if close in self._to_close else None

    def close(self) -> None:
        """Close the file. Everything is in it already, and nothing is done any more."""
        while self._to_close:
            try:
                self._to_close.pop()()
            except Exception:
                _faults.exception("What others act through was not closed before the file")
        self._is_closed = True
        self._listeners.clear()
        self._record.close()

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be done any more."""
        return self._is_closed

    def waiting_for(self) -> tuple[str, ...]:
        """Seats that people or control play, may order, and have not sealed this turn."""
        play = self.play
        if play.phase != ORDERS:
            return ()
        return tuple(
            seat.id
            for seat in self.scenario.seats
            if not play.setup.of(seat.id).habit
            and self.scenario.orders_of(seat.id) > 0
            and not (seat.control and play.setup.of(seat.id).played_by != "person")
            and seat.id not in play.sealed
        )

    def orders_for(self, seat: str) -> tuple[Wish, ...]:
        """What would be opened for a seat now: its sealed orders, or its habit's picks."""
        play = self.play
        habit = play.setup.of(seat).habit
        if seat in play.sealed:
            return play.sealed[seat]
        return self._picks(seat, habit) if habit in self._bots else ()

    def would_order(self, seat: str) -> tuple[Wish, ...] | None:
        """What the habit of a seat would order now; None where no habit speaks for it.

        Of a seat that no habit plays, that is the one the pack proposes (``habit_for``).
        """
        habit = habit_for(self.scenario, self.play, seat)
        return self._picks(seat, habit) if habit in self._bots else None

    def would_bargain(self, seat: str) -> tuple[Act, ...]:
        """All that the same habit would do at the table for a seat now; nothing is done."""
        bot = self._bots.get(habit_for(self.scenario, self.play, seat))
        if bot is None:
            return ()
        return suggested_acts(self.referee, self.play, seat, bot, self._dice)

    def _picks(self, seat: str, habit: str) -> tuple[Wish, ...]:
        play = self.play
        picked = self._bots[habit].orders(play.state, seat, self._dice, play.ledger)
        return tuple(Wish(order.move, order.choice) for order in picked)

    def wishes_of(self, seat: str) -> tuple[Wish, ...]:
        """What a seat has picked, sealed or not."""
        return self.play.sealed.get(seat, self.play.drafts.get(seat, ()))

    def next_act(self) -> tuple[Act, str] | None:
        """The facilitator's next act with the text of its button; None when it is all over."""
        return next_act(self.referee, self.play, self.opened_rolls())

    def due_injects(self) -> tuple[Inject, ...]:
        """Injects that are due now, neither held back this turn nor dropped."""
        return due_injects(self.referee, self.play)

    def offered_injects(self) -> tuple[Inject, ...]:
        """Injects held back in an earlier turn that are due no longer, and wait to be dropped."""
        return offered_injects(self.referee, self.play)

    def undoable(self) -> LogLine | None:
        """The line of the log that an undo would strike; None where nothing may be."""
        moment = last_undoable(self._chronicle.moments)
        if moment is None:
            return None
        return self._line_of(moment.entry)

    def drafts_again(self, turn: int) -> tuple[LogLine, ...]:
        """The lines of the offers that re-opening a turn would make drafts of their authors."""
        moments = drafts_again(turn, self._chronicle.moments)
        return tuple(self._line_of(moment.entry) for moment in moments)

    @property
    def openings(self) -> Mapping[int, int]:
        """By turn, the number of the entry that opened its orders, as it stands."""
        found = openings(self._chronicle.moments)
        return {turn: moment.number for turn, moment in found}

    def redoable(self) -> LogLine | None:
        """The line of the log that a redo would bring back; None where nothing can be."""
        undone = self._chronicle.redoable
        return self._line_of(self.entries[undone.body["number"] - 1]) if undone else None

    def _line_of(self, entry: Entry) -> LogLine:
        (line,) = log_lines(self.telling, [entry], frozenset(), frozenset(), CONTROL)
        return line

    def log(self, reader: Reader = CONTROL) -> tuple[LogLine, ...]:
        """The record in lines, as that reader may read it."""
        chronicle = self._chronicle
        return log_lines(
            self.telling,
            chronicle.entries,
            chronicle.struck,
            chronicle.opened,
            reader,
        )
