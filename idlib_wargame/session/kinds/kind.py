"""What a kind of act consists of, and what it may look at. Each other file here makes one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from idlib_wargame.record.entry import Entry
from idlib_wargame.rules.audience import EVERYONE, ONLY_CONTROL, Audience
from idlib_wargame.rules.dice import ProvableDice
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.acts import Act
from idlib_wargame.session.faults import Refused
from idlib_wargame.session.kinds.shapes import Shape, list_of, whole
from idlib_wargame.session.play import Play, Turn, Wish
from idlib_wargame.words.language import _, fill

Json = dict[str, Any]
A = TypeVar("A", bound=Act)


@dataclass(frozen=True, slots=True)
class Folding:
    """What entries are folded with: the pack made ready to play, and the turns read so far.

    ``turns`` holds them by the number of their entry, as an undo or a re-opening folds the record
    again and a turn is long to read.
    """

    referee: Referee
    turns: dict[int, Turn] = field(default_factory=dict)


def unchanged(play: Play, entry: Entry, folding: Folding) -> Play:
    """The fold of an entry that changes nothing."""
    return play


def no_line(scenario: Scenario, entry: Entry) -> str:
    """The line of an entry that has none."""
    return ""


def to_everyone(scenario: Scenario, entry: Entry) -> Audience:
    """The audience of a line that holds nothing private."""
    return EVERYONE


def only_control(scenario: Scenario, entry: Entry) -> Audience:
    """The audience of a line that no seat may read."""
    return ONLY_CONTROL


def nothing_in_particular(entry: Entry) -> Hashable:
    """What most entries are about: each tells its own thing."""
    return entry.number


class Marks(NamedTuple):
    """The numbers of the entries that an entry takes out of play, and of those it brings back."""

    strikes: tuple[int, ...] = ()
    restores: tuple[int, ...] = ()

    def to_body(self) -> Json:
        """As the entry keeps them."""
        return {"strikes": list(self.strikes), "restores": list(self.restores)}

    def reversed_by(self, number: int) -> Marks:
        """What strikes the entry of that number, whose marks these are, and undoes them."""
        return Marks((number, *self.restores), self.strikes)


# The shape of the keys that ``Marks.to_body`` writes.
MARKED = {"strikes": list_of(whole(1)), "restores": list_of(whole(1))}


def marks_nothing(entry: Entry) -> Marks:
    """The marks of most entries."""
    return Marks()


def marks_in_body(entry: Entry) -> Marks:
    """The marks that ``Marks.to_body`` wrote."""
    return Marks(tuple(entry.body["strikes"]), tuple(entry.body["restores"]))


@dataclass(frozen=True, kw_only=True, eq=False)
class EntryKind:
    """What an entry of one kind means.

    ``shape`` is what its body must hold. ``line`` is its sentence in the log, for its
    ``audience``. Any other reader gets the ``covered_line``, which keeps back what is private;
    where that is empty too, nothing.
    ``covered_until_opened`` keeps the line from control too, until the orders it tells are opened
    or looked at. ``waits_for_close`` keeps both from all but control until the turn's results
    stand.
    Of entries that have the same ``about``, any but control read only the last that stands.
    ``marks`` gives the entries that it takes out of play, and those it brings back.
    ``undoable`` says whether the facilitator's undo may strike it. ``goes_with_turn``, whether a
    re-opening of its turn does: who sits, notes and words said in the room do not. Of what does,
    ``left_of_it`` is the kind that it is read as from then on, where something stays.
    ``goes_with_close`` is of what tells of results that stand: it goes too where an undo takes the
    turn's close back, as the turn may be closed with other results.
    ``ends_redo`` says that after it what was undone cannot be done again.
    ``retold`` is of one that names another entry, by ``number`` in its body: its sentence about
    that entry's line, for whoever may read both.
    """

    name: str
    shape: Shape
    line: Callable[[Scenario, Entry], str]
    audience: Callable[[Scenario, Entry], Audience]
    covered_line: Callable[[Scenario, Entry], str] = no_line
    fold: Callable[[Play, Entry, Folding], Play] = unchanged
    marks: Callable[[Entry], Marks] = marks_nothing
    about: Callable[[Entry], Hashable] = nothing_in_particular
    undoable: bool = False
    goes_with_turn: bool = False
    goes_with_close: bool = False
    left_of_it: EntryKind | None = None
    ends_redo: bool = False
    retold: Callable[[str], str] | None = None
    covered_until_opened: bool = False
    waits_for_close: bool = False

    def __repr__(self) -> str:
        return f"<kind {self.name!r}>"

    @property
    def has_line(self) -> bool:
        """Whether it shows in the log and is a place in a replay. A draft is neither."""
        return self.line is not no_line


class Moment(NamedTuple):
    """An entry that stands, what it means, and where the exercise stood after it."""

    entry: Entry
    kind: EntryKind
    play: Play

    @property
    def number(self) -> int:
        """The entry's number."""
        return self.entry.number

    @property
    def at(self) -> str:
        """When it was recorded, UTC, ISO 8601."""
        return self.entry.at


@dataclass(frozen=True, slots=True)
class Position:
    """What a kind of act may look at to decide whether it may be done, and what it writes.

    ``moments`` are the entries that stand, first to last; ``redoable`` the last undoing that may be
    taken back. ``orders_for`` gives what would be opened for a seat now. ``note_numbers`` is the
    highest that a note ever had, undone ones too: none is given twice.
    """

    referee: Referee
    dice: ProvableDice
    moments: Sequence[Moment]
    redoable: Entry | None
    orders_for: Callable[[str], tuple[Wish, ...]]
    note_numbers: int = 0

    @property
    def play(self) -> Play:
        """Where the exercise stands."""
        return self.moments[-1].play

    @property
    def scenario(self) -> Scenario:
        """The pack as it is played."""
        return self.referee.scenario

    def seat(self, seat: str) -> Seat:
        """The seat of that id. Raises Refused where there is none."""
        row = self.scenario.seat_by_id.get(seat)
        if row is None:
            raise Refused(no_such_seat(seat))
        return row


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ActKind(EntryKind, Generic[A]):
    """A kind of entry that somebody's act writes.

    ``body`` works out what to write for an act and who does it, or raises Refused with every
    reason. Unless told otherwise the facilitator alone may do it, and nobody after the finish.
    """

    act: type[A]
    body: Callable[[A, str, Position], Json]
    open_to_seats: bool = False
    after_finish: bool = False


def no_such_seat(seat: str) -> str:
    """A sentence for a seat that the exercise does not have."""
    return fill(_("There is no seat “{seat}” in this exercise."), seat=seat)
