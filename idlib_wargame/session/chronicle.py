"""The entries of a session with where each left the exercise, and what has been struck."""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import replace

from idlib_wargame.record.entry import Entry, forget_contents
from idlib_wargame.rules.pack.own_rows import NO_ROWS, OwnRows
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.hands import with_hand
from idlib_wargame.session.kinds.adjudicated import ADJUDICATED
from idlib_wargame.session.kinds.injected import INJECTED
from idlib_wargame.session.kinds.injects_written import INJECTS_WRITTEN
from idlib_wargame.session.kinds.kind import EntryKind, Folding, Marks, Moment
from idlib_wargame.session.kinds.note import NOTE
from idlib_wargame.session.kinds.orders_opened import ORDERS_OPENED
from idlib_wargame.session.kinds.pack import PACK
from idlib_wargame.session.kinds.redone import REDONE
from idlib_wargame.session.kinds.registry import UNKNOWN, kind_named
from idlib_wargame.session.kinds.sealed import SEALED
from idlib_wargame.session.kinds.setup import SETUP, opening_play
from idlib_wargame.session.kinds.shapes import (
    Ground,
    Strange,
    both,
    check,
    is_moment,
    strange_words,
)
from idlib_wargame.session.kinds.uncovered import UNCOVERED
from idlib_wargame.session.kinds.undone import UNDONE
from idlib_wargame.session.kinds.unreadable import UNREADABLE, unreadable
from idlib_wargame.session.kinds.unsealed import UNSEALED
from idlib_wargame.session.play import Play
from idlib_wargame.session.sent import ANSWERS, sent_in
from idlib_wargame.session.stretches import told_by
from idlib_wargame.words.language import _, fill

_faults = logging.getLogger("idlib_wargame.session")
BEGAN = "1970-01-01T00:00:00.000Z"  # where no entry tells a time


class Chronicle:
    """Folds the record as it grows. What an entry strikes or restores is folded again from there.

    An undo or a redo is no moment itself: it shows in what is left. ``strange`` says, a sentence
    each, which entries hold what their kind has not; they are passed over. ``waiting_injects`` were
    taken back, or due as they were written, each with its turn. ``note_numbers`` is the highest
    that a note ever had. ``answered`` gives the entry's number by the id of what it answers, struck
    or not; of several, the first.
    ``pack`` is the pack made ready to play, without rows of the exercise; ``all_rows`` are those
    that were ever written, also what was undone since: the log tells of them.
    """

    def __init__(self, referee: Referee) -> None:
        self.pack = referee.with_rows(NO_ROWS)
        self.all_rows: OwnRows = NO_ROWS
        self._told_of: tuple[OwnRows, OwnRows, OwnRows] | None = None
        self._folding = Folding(self.pack)
        self.moments: list[Moment] = []
        self.entries: list[Entry] = []
        self._struck_by: dict[int, EntryKind] = {}
        self.strange: list[str] = []
        self._undone: list[Entry] = []
        self._sealed_at: dict[tuple[int, str], int] = {}
        self.waiting_injects: set[tuple[int, str]] = set()
        self.note_numbers = 0
        self.opened: set[int] = set()
        self.answered: dict[str, int] = {}

    @property
    def play(self) -> Play:
        """Where the exercise stands now."""
        return self.moments[-1].play

    @property
    def referee(self) -> Referee:
        """The pack with the rows that the exercise has now."""
        return self.pack.with_rows(self.play.own)

    @property
    def telling(self) -> Referee:
        """The pack with every row that any entry may name, each as it stands if it does."""
        own = self.play.own if self.moments else NO_ROWS
        if (
            self._told_of is None
            or self._told_of[0] is not self.all_rows
            or (self._told_of[1] is not own)
        ):
            self._told_of = self.all_rows, own, self.all_rows.joined(own)
        return self.pack.with_rows(self._told_of[2])

    @property
    def struck(self) -> Set[int]:
        """The numbers of the entries that no longer stand."""
        return self._struck_by.keys()

    @property
    def redoable(self) -> Entry | None:
        """The last undoing, where it may still be taken back."""
        return self._undone[-1] if self._undone else None

    def add(self, entry: Entry) -> None:
        """Take an entry in. What comes before the setup is kept, and is no part of play."""
        self.entries.append(entry)
        kind = kind_named(entry.kind)
        if kind is SETUP and not self.moments:
            self.moments.append(Moment(entry, kind, opening_play(entry, self._folding)))
        elif self.moments:
            self._remember(entry, kind)
            self._watch_seals(entry, kind)
            marks = kind.marks(entry)
            if marks != Marks():
                self._mark(kind, marks)
            if kind not in (UNDONE, REDONE):
                self._fold(entry)
        forget_contents()

    def extend(self, entries: Sequence[Entry]) -> None:
        """Take in many entries as they are read from a file, whatever their bodies may hold."""
        for entry in entries:
            self.add(self.readable(entry))

    def readable(self, entry: Entry) -> Entry:
        """The entry, or what stands in its place where it holds what its kind has not."""
        kind = kind_named(entry.kind)
        try:
            if kind is UNREADABLE or (kind in (PACK, SETUP) and self.moments):
                raise Strange(entry.kind, _("an act, or the pack and the setup at the beginning"))
            # What a later program wrote may have anything under any key.
            shape = kind.shape if kind is UNKNOWN else both(kind.shape, ANSWERS)
            check(entry, shape, Ground(self.telling.scenario, self.telling))
        except Strange as strange:
            return self._pass_over(entry, strange_words(entry.number, entry.kind, strange))
        return entry

    def _pass_over(self, entry: Entry, why: str) -> Entry:
        self.strange.append(why)
        at = entry.at if is_moment(entry.at) else self.entries[-1].at if self.entries else BEGAN
        return unreadable(entry, why, at)

    def _remember(self, entry: Entry, kind: EntryKind) -> None:
        if kind is not UNKNOWN and (sent := sent_in(entry.body)) is not None:
            self.answered.setdefault(sent.id, entry.number)
        self._watch_injects(entry, kind)
        if kind is NOTE:
            self.note_numbers = max(self.note_numbers, entry.body["number"])
        if kind is UNDONE:
            self._undone.append(entry)
        elif kind is REDONE:
            del self._undone[-1:]
        elif kind.ends_redo:
            self._undone.clear()

    def _watch_injects(self, entry: Entry, kind: EntryKind) -> None:
        """Which wait for a hand, and in which turn: there they do not go by themselves."""
        if kind is INJECTS_WRITTEN:
            turn = entry.body["turn"]
            self.waiting_injects |= {(turn, each) for each in entry.body["waits"]}
        if kind is UNDONE and 0 < entry.body["number"] <= len(self.entries):
            undone = self.entries[entry.body["number"] - 1]
            if kind_named(undone.kind) is INJECTED:
                self.waiting_injects.add((undone.body["turn"], undone.body["inject"]))

    def _watch_seals(self, entry: Entry, kind: EntryKind) -> None:
        """Which sealed orders have ever been seen: nothing that comes later hides them again."""
        body = entry.body
        if kind is SEALED:
            self._sealed_at[body["turn"], body["seat"]] = entry.number
        elif kind is UNSEALED:
            self._sealed_at.pop((body["turn"], body["seat"]), None)
        elif kind in (ADJUDICATED, ORDERS_OPENED, UNCOVERED):
            for (turn, seat), number in self._sealed_at.items():
                if turn == body["turn"] and (kind is not UNCOVERED or seat in body["seats"]):
                    self.opened.add(number)

    def _mark(self, kind: EntryKind, marks: Marks) -> None:
        """Nothing that a file may say takes the setup out of play, or what is still to come."""
        after, before = self.moments[0].number, self.entries[-1].number
        strikes, restores = (
            [number for number in numbers if after < number < before] for numbers in marks
        )
        changed = [number for number in strikes if number not in self._struck_by]
        changed += [number for number in restores if number in self._struck_by]
        self._struck_by.update(dict.fromkeys(strikes, kind))
        for number in restores:
            self._struck_by.pop(number, None)
        if changed:
            self._fold_again(min(changed))

    def _fold_again(self, first: int) -> None:
        """Fold anew from the entry of that number on."""
        place = bisect_left(self.moments, first, key=lambda moment: moment.number)
        del self.moments[place:]
        start = bisect_left(self.entries, first, key=lambda entry: entry.number)
        for entry in self.entries[start:-1]:
            self._fold(entry)

    def _fold(self, entry: Entry) -> None:
        kind = self._read_as(entry)
        if kind is None:
            return
        try:
            play = kind.fold(self.play, entry, self._folding)
        except Exception:  # a fault of ours must not keep the rest of a record from being read
            _faults.exception("Entry %d (%s) could not be taken in", entry.number, entry.kind)
            said = _("Entry {number} (“{kind}”) cannot be taken in where it stands.")
            self.strange.append(fill(said, number=entry.number, kind=entry.kind))
            return
        if play.own is not self.play.own:
            self.all_rows = self.all_rows.joined(play.own)
        play = told_by(entry, self.play, self._with_act_of_seat(play, entry))
        self.moments.append(Moment(entry, kind, play))

    def _with_act_of_seat(self, play: Play, entry: Entry) -> Play:
        """When each seat did something last, and by whose hand."""
        if entry.by not in self.pack.scenario.seat_by_id:
            return play
        hands = with_hand(play.hands, entry, play.setup.of(entry.by).people)
        return replace(play, last_acts={**play.last_acts, entry.by: entry.at}, hands=hands)

    def _read_as(self, entry: Entry) -> EntryKind | None:
        """The kind that an entry counts as now; None where nothing is left of it."""
        kind, struck_by = kind_named(entry.kind), self._struck_by.get(entry.number)
        if struck_by is None:
            return None if kind in (UNDONE, REDONE) else kind
        # A redo strikes only what a re-opening did; of what an undo strikes, nothing is left.
        return None if struck_by is UNDONE else kind.left_of_it
