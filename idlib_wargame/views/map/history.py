"""The history of a track that the map shows: where each turn left it, and what moved it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.names import THIS_TURN, Count
from idlib_wargame.rules.pack.course import Upkeep
from idlib_wargame.rules.pack.row_names import RowKind
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Card, TurnResult
from idlib_wargame.session.play import Play, Turn
from idlib_wargame.views.account import Account, Accounts, as_left
from idlib_wargame.views.changes import reason_words
from idlib_wargame.words.changes import completed_words
from idlib_wargame.words.figures import signed
from idlib_wargame.words.mapping import history_step_words, moment_words
from idlib_wargame.words.situation import reading


class HistoryStep(NamedTuple):
    """Where a track stood once a turn was over; ``turn`` 0 is the beginning.

    ``share`` is its place on the scale, 0 to 1; ``moment`` says when ("Turn 3"), ``words`` where it
    stood, ``change`` how far it went ("+2", "" in words alone); ``way`` is 1 up, −1 down, else 0.
    ``because`` are the reasons that the reader may know, a short sentence each.
    """

    turn: int
    share: float
    moment: str
    words: str
    change: str = ""
    way: int = 0
    because: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """When and where: "Turn 3: tense · 4 of 10 (+2)"."""
        return history_step_words(self.moment, self.words, self.change)


class TrackHistory(NamedTuple):
    """A track by name, what it means, and its steps from the beginning on."""

    track: str
    name: str
    meaning: str
    steps: tuple[HistoryStep, ...]

    @property
    def moved(self) -> tuple[HistoryStep, ...]:
        """The steps in which it moved."""
        return tuple(step for step in self.steps if step.way)


class Histories:
    """Makes them for one reader; ``may_miss`` and ``shared`` as accounts have them.

    What a turn did is worded once.
    """

    def __init__(self, scenario: Scenario, may_miss: bool = False, shared: bool = False) -> None:
        self._scenario, self._may_miss, self._shared = scenario, may_miss, shared
        # By identity, as turns are large frozen values, and re-opened ones come back as others.
        self._accounts: dict[int, tuple[Turn, Accounts]] = {}
        self._steps: dict[tuple[int, str], tuple[Turn, int, HistoryStep]] = {}

    def of(self, track: Track, play: Play) -> TrackHistory:
        """The history of a track; ``play`` is cut to what the reader may know."""
        steps = tuple(self._all(track, play))
        return TrackHistory(track.id, track.name, track.meaning, steps)

    def _all(self, track: Track, play: Play) -> Iterator[HistoryStep]:
        turns = (*play.closed, *((play.pending,) if play.pending else ()))
        value = turns[0].began[track.id] if turns else play.state[track.id]
        numbers = play.setup.numbers
        yield _step(track, 0, value, 0, numbers, ())
        for turn in turns:
            yield self._after(track, turn, value, play)
            value = turn.result.state[track.id]
        moved = 0 if play.pending else play.state[track.id] - value
        if moved:
            told = self._since(track, play, turns[-1] if turns else None)
            yield _step(track, play.turn, value + moved, moved, numbers, told, so_far=True)

    def _since(self, track: Track, play: Play, last: Turn | None) -> tuple[str, ...]:
        """What moved it after the last turn."""
        until = len(self._account(track, last, play).changes) if last else 0
        account = Accounts(self._scenario, play, self._may_miss, self._shared).track(track)
        return tuple(reason_words(each, play.setup.numbers) for each in account.changes[until:])

    def _after(self, track: Track, turn: Turn, value: int, play: Play) -> HistoryStep:
        key = (id(turn), track.id)
        kept = self._steps.get(key)
        if kept is None or kept[0] is not turn or kept[1] != value:
            kept = self._steps[key] = (turn, value, self._made(track, turn, value, play))
        return kept[2]

    def _made(self, track: Track, turn: Turn, value: int, play: Play) -> HistoryStep:
        now, numbers = turn.result.state[track.id], play.setup.numbers
        changes = self._account(track, turn, play).changes
        told = (reason_words(each, numbers) for each in changes)
        completed = _completed(self._scenario, turn.result, track)
        return _step(track, turn.number, now, now - value, numbers, (*told, *completed))

    def _account(self, track: Track, turn: Turn, play: Play) -> Account:
        kept = self._accounts.get(id(turn))
        if kept is None or kept[0] is not turn:
            at = play if turn is play.pending else as_left(play, turn.number)
            accounts = Accounts(self._scenario, at, self._may_miss, self._shared)
            kept = self._accounts[id(turn)] = (turn, accounts)
        return kept[1].track(track)


def _completed(scenario: Scenario, result: TurnResult, track: Track) -> Iterator[str]:
    """The orders that a conversion of small gains waited for: what moved the track in the end.

    They are those of the kind that it counts, or else those that brought the gains. Conversion,
    orders and gains are such as the reader knows of.
    """
    rows = {row.row for row in result.after if any(e.track == track.id for e in row.effects)}
    of_track = [row for row in scenario.conversions if RowKind.CONVERSION.of(row.id) in rows]
    for card in (card for card in result.cards if card.final is not None):
        gained = {line.track for line in card.effects if line.through > 0} - {track.id}
        if any(_waited_for(row, _kinds(scenario, card), gained) for row in of_track):
            yield completed_words(scenario, card)


def _waited_for(row: Upkeep, kinds: frozenset[str], gained: set[str]) -> bool:
    names = set(names_in(row.when))
    counts = [count for name in names if (count := Count.from_name(name))]
    wanted = {count.what for count in counts if count.scope == THIS_TURN}
    return bool(wanted & kinds) if wanted else bool(names & gained)


def _kinds(scenario: Scenario, card: Card) -> frozenset[str]:
    """The names by which conditions count an order."""
    move = scenario.move_by_id[card.order.move]
    choice = move.choice(card.order.choice)
    return move.tags | (choice.tags if choice else frozenset()) | {move.id}


def _step(
    track: Track,
    turn: int,
    value: int,
    moved: int,
    numbers: bool,
    because: tuple[str, ...],
    so_far: bool = False,
) -> HistoryStep:
    return HistoryStep(
        turn=turn,
        share=(value - track.low) / max(1, track.high - track.low),
        moment=moment_words(turn, so_far),
        words=reading(track, value, numbers),
        change=signed(moved) if numbers and moved else "",
        way=(moved > 0) - (moved < 0),
        because=because,
    )
