"""What one reader has seen of an exercise, read off it without ``rules.sight``.

A mistake there then shows as a difference in what two exercises give that look the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.conditions.condition import Condition, names_in
from idlib_wargame.rules.names import RUNG, Prefix, is_bargained, parted
from idlib_wargame.rules.pack.interactions import Contest
from idlib_wargame.rules.pack.phases import FINISHED
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import NEEDS, ONLY_IF, After, Card, EffectLine
from idlib_wargame.rules.state import State
from idlib_wargame.session.letters import Letter
from idlib_wargame.session.play import Play, Turn
from tests.twins.seen_bargains import SeenBargains

UNTOLD = "untold"


class Seen:
    """What one reader (a seat, or the room for "") has seen of an exercise."""

    def __init__(self, scenario: Scenario, seat: str) -> None:
        self.scenario = scenario
        self.seat = seat
        every = frozenset(scenario.actor_of.values())
        self.readers = frozenset({scenario.actor_of[seat]}) if seat else every
        self.tracks = tuple(
            track.id
            for track in scenario.tracks
            if not track.counter and (track.seen_by is None or self.readers <= track.seen_by)
        )
        self._hidden = {track.id for track in scenario.tracks} - set(self.tracks)
        self.bargains = SeenBargains(self)

    def receives(self, to: Sequence[str]) -> bool:
        """Whether what was sent to those actors came to the reader."""
        return not to or self.readers.issubset(to)

    def learns_of(self, move: str, seats: Sequence[str] = ()) -> bool:
        """Whether the reader learns of that move where those seats play it."""
        doers = {self.scenario.actor_of[seat] for seat in seats}
        if move not in self.scenario.move_by_id:
            return self.readers <= doers  # a row that was written for those who did it alone
        seen_by = self.scenario.move_by_id[move].seen_by
        return seen_by is None or self.readers <= seen_by | doers

    def of(self, play: Play) -> Any:
        """All of it, as a value that can be compared."""
        return (
            (play.turn, play.phase, sorted(play.sealed), self._situation(play.state)),
            [each for turn in play.closed for each in self._turn(turn)],
            [
                each._replace(at="", effects=self._lines(each.effects))
                for each in play.messages
                if self.receives(each.to)
            ],
            [self._letter(each, play) for each in play.letters if self.has(each)],
            play.letter_drafts.get(self.seat) if self.seat else None,
            self.bargains.of(play.ledger),
            play.offer_drafts.get(self.seat) if self.seat else None,
            (play.drafts.get(self.seat), play.sealed.get(self.seat)),
            self.seat in play.uncovered,
            (play.outcome, self._aims_met(play)) if play.phase == FINISHED else None,
            [*self._on_screen(play)] if not self.seat else None,
        )

    def _on_screen(self, play: Play) -> Iterator[Any]:
        """The results that the room's screen showed, as they were then and as they are."""
        for turn in (*play.closed, *([play.pending] if play.pending else ())):
            now = {card.address: card for card in turn.result.cards}
            for card in turn.shown:
                yield self._card(card), self._card(now[card.address])

    def has(self, letter: Letter) -> bool:
        """Whether the reader wrote a message of seats and control, was sent it, or all were."""
        return not letter.to or bool(self.seat and self.seat in (letter.sender, *letter.to))

    def _letter(self, letter: Letter, play: Play) -> Any:
        """As it was sent, what it answers of what the reader has, and who is known to have read."""
        told = {mark.seat for mark in play.read_marks if mark.key == letter.key}
        is_own = letter.sender == self.seat
        readers = told if is_own and play.setup.read_marks else told & {self.seat}
        answers = [self.has(each) for each in play.letters if each.key == letter.answers]
        waits = is_own and letter.key in play.unanswered
        after = sum(self.receives(each.to) for each in play.messages[: letter.after])
        answered = letter.answers if any(answers) else ""
        shown = letter._replace(at="", leaks="", answers=answered, after=after)
        return (shown, sorted(readers), waits)

    def _situation(self, state: State) -> Any:
        clocks = [Prefix.DAYS_LEFT.of(clock.id) for clock in self.scenario.clocks]
        return [state[name] for name in (*self.tracks, *clocks, RUNG)]

    def _turn(self, turn: Turn) -> Iterator[Any]:
        yield self._situation(turn.opening), self._situation(turn.result.state), turn.result.rung
        yield [self._card(card) for card in turn.result.cards if self.reads(card)]
        yield [told for row in turn.result.after if (told := self._after(row, turn.tested))]
        yield self.bargains.of(turn.agreed), self.bargains.of(turn.tested)

    def reads(self, card: Card) -> bool:
        """Whether the reader learns of an act that was played."""
        return self.learns_of(card.order.move, card.seats)

    def _card(self, card: Card) -> Any:
        lines, flows = self._lines(card.effects), (card.severity, card.goldstein, card.events)
        if card.ruled and not card.ruled.is_told:
            return (card.address, card.seats, card.final, lines, flows)
        rolled = (card.target, card.shift, card.need, card.dice, card.band, self._ruling(card))
        fired = [(self._row(row), shift) for row, shift in card.fired]
        contests = [self._row(row) for row in card.contests]
        return (card.address, card.seats, self._lapse(card), rolled, fired, contests, lines, flows)

    def _ruling(self, card: Card) -> Any:
        """With what was written of tracks that the reader sees, and what the table had of them."""
        if card.ruled is None:
            return None
        written = card.ruled.effects
        seen = written and [each for each in written if each.track not in self._hidden]
        return (card.ruled._replace(effects=None), seen, self._lines(card.table_effects))

    def _lapse(self, card: Card) -> str:
        move = self.scenario.move_by_id[card.order.move]
        choice = move.choice(card.order.choice)
        read: list[Condition] = []
        if card.lapsed == NEEDS:
            read = [move.needs, *([choice.needs] if choice else ())]
        if card.lapsed == ONLY_IF:
            read = [move.only_if]
        return card.lapsed if all(map(self.is_open, read)) else UNTOLD

    def _lines(self, lines: Sequence[EffectLine]) -> tuple[EffectLine, ...]:
        return tuple(
            line._replace(source=self._row(line.source), cut=self._row(line.cut))
            for line in lines
            if line.track not in self._hidden
        )

    def _after(self, row: After, tested: Ledger) -> Any:
        """What followed, if it may move what is seen; a chance that is no secret with its dice."""
        name, lines = self._row(row.row), self._lines(row.effects)
        if row.agreements:
            told = self.bargains.named(row.agreements, tested)
            return (name, lines, told) if told and name != UNTOLD else (UNTOLD, lines)
        if name == UNTOLD:
            return (name, lines) if lines else None
        moves = {each.track for each in getattr(self.scenario.rows[name], "effects", ())}
        return (name, lines, row.dice) if moves - self._hidden else None

    def _row(self, name: str) -> str:
        row = self.scenario.rows.get(name)
        if isinstance(row, Contest):
            sides = {row.attack, row.defence}
            moves = self.scenario.moves
            tags = {m.id: {m.id, *m.tags, *(t for c in m.choices for t in c.tags)} for m in moves}
            told = all(self.learns_of(each) for each, words in tags.items() if words & sides)
            return name if told else UNTOLD
        when = getattr(row, "when", None)
        targets = [test for test, _ in getattr(row, "targets", ())]
        told = all(self.is_open(each) for each in ([when] if when else []) + targets)
        return name if told else UNTOLD

    def is_open(self, condition: Condition) -> bool:
        """Whether no hidden track has a part in it, through flags and clauses either.

        Nor what others may have agreed on.
        """
        read = {*self._read(condition, set())}
        return not self._hidden & read and not any(map(is_bargained, read))

    def reads_own_papers(self, condition: Condition) -> bool:
        """Whether it asks what a seat's own actor signed, which it knows and which is not open."""
        signed = {one for name in self._read(condition, set()) for one in name.split(".")[1:]}
        return bool(self.seat) and not signed.isdisjoint(self.readers)

    def _read(self, condition: Condition, before: set[str]) -> Iterator[str]:
        for name in set(names_in(condition)) - before:
            before.add(name)
            yield name
            for each in self._behind(name):
                yield from self._read(each, before)

    def _behind(self, name: str) -> Iterator[Condition]:
        prefix, row = parted(name) or (None, "")
        for flag in self.scenario.flags:
            if (prefix, row) in ((Prefix.FLAG, flag.id), (Prefix.LIT, flag.group)):
                yield flag.when
        for clause in self.scenario.clauses:
            if (prefix, row) == (Prefix.CLAUSE, clause.id):
                yield from (clause.full, clause.intermediate, clause.minimal)

    def _aims_met(self, play: Play) -> Any:
        mine = {aim.id for aim in self.scenario.aims if {aim.seat} == self.readers}
        return [aim for aim in play.aims_met if self.seat and aim in mine]
